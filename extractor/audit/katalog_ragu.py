"""The catalogue's codes about doubt: what of the tables is not sure or not given out, and where other engines see something else.

Data only; examples are invented.
"""

from extractor.audit.entri import Dwibahasa, Kode

_COMPARE = Dwibahasa(
    "Buka halamannya (extract inspect --draw menggambar hasil baca di atasnya) dan bandingkan tabelnya.",
    "Open the page (extract inspect --draw draws what was read on it) and compare the table.",
)

RAGU = (
    Kode(
        "TABLE-UNRULED",
        "I",
        Dwibahasa("Tabel tanpa garis", "A table without rules"),
        Dwibahasa(
            "Kolom tabel ini tidak bergaris; batasnya disimpulkan dari jarak antarkata.",
            "The columns of this table have no rules; their edges follow from the gaps between words.",
        ),
        Dwibahasa(
            "Dua kolom yang berdekatan dapat terbaca sebagai satu.",
            "Two columns close to each other may be read as one.",
        ),
        Dwibahasa("Tabel yang ditulis dengan tabulator.", "A table typed with tab stops."),
        _COMPARE,
    ),
    Kode(
        "PERIOD-PART",
        "W",
        Dwibahasa("Tabel atau laporan untuk sebagian tahun", "A table or report of a part of the year"),
        Dwibahasa(
            "Judul tabel atau laporan menyebut satu triwulan, satu semester, atau tanggal sebelum akhir tahun; hasilnya diberi `periode`.",
            "The title of the table or report names one quarter, one semester or a date before the year's end; its results have `periode`.",
        ),
        Dwibahasa(
            "Angka sebagian tahun yang dijumlahkan atau dibandingkan dengan angka setahun menyesatkan.",
            "Figures of a part of the year mislead when added to or compared with those of the year.",
        ),
        Dwibahasa(
            "Realisasi Anggaran s.d. Triwulan III Tahun 2031.", "A table headed “Realisasi Anggaran s.d. Triwulan III”."
        ),
        _COMPARE,
    ),
    Kode(
        "TABLE-JOIN",
        "I",
        Dwibahasa("Sambungan tabel tidak pasti", "A joint between pages is not sure"),
        Dwibahasa(
            "Bagian tabel di halaman ini disambung dengan halaman sebelumnya, padahal tepi kolomnya tidak sama persis; "
            "atau kolom-kolom kanan lembar yang lebih lebar daripada halamannya dipasang menurut tinggi barisnya.",
            "The part of a table on this page was joined to the page before though their column edges are not quite equal; "
            "or the right columns of a sheet that is wider than its pages were put to the rows of their height.",
        ),
        Dwibahasa(
            "Bila keduanya tabel yang berbeda, baris dan kolomnya tercampur.",
            "If they are two tables, rows and columns are mixed.",
        ),
        Dwibahasa("Lanjutan tabel dengan lebar kolom lain.", "A continuation with other column widths."),
        _COMPARE,
    ),
    Kode(
        "RULE-MISSING",
        "I",
        Dwibahasa("Garis antara dua sel tidak tercetak", "The rule between two cells is missing"),
        Dwibahasa(
            "Dalam satu kotak tercetak isi dua baris atau dua kolom; isinya dibagi menurut letak teks dan angka lain di kolomnya.",
            "One printed box holds the texts of two rows or two columns; they were parted by where the other texts and figures stand.",
        ),
        Dwibahasa(
            "Bila kotak itu memang satu sel gabungan, isinya terpecah.",
            "If the box is one merged cell after all, its text is broken.",
        ),
        Dwibahasa("`60` dan `61` dalam satu kotak setinggi dua baris.", "`60` and `61` in one box of two rows."),
        _COMPARE,
    ),
    Kode(
        "CELL-FIGURES",
        "W",
        Dwibahasa("Beberapa angka dalam satu sel", "Several figures in one cell"),
        Dwibahasa(
            "Sel kolom angka memuat beberapa angka dan tidak dapat dibagi menurut barisnya; tidak satu pun menjadi data.",
            "A cell of a figure column holds several figures that no rows part; none of them is in the data.",
        ),
        Dwibahasa(
            "Baris itu kekurangan angka di indikator.csv atau anggaran.csv.",
            "The row lacks a figure in indikator.csv or anggaran.csv.",
        ),
        Dwibahasa(
            "`5000000 0` dalam kolom sempit: satu angka yang terpotong, atau dua angka.",
            "`5000000 0` in a narrow column: one figure that was broken, or two.",
        ),
        Dwibahasa("Lihat selnya di halaman.", "Look at the cell on its page."),
    ),
    Kode(
        "WORD-CROSSES",
        "I",
        Dwibahasa("Kata melewati garis sel", "A word stands over a rule"),
        Dwibahasa(
            "Sebuah kata berdiri di atas garis antara dua sel; ia dibaca sebagai isi sel tempat bagian tengahnya berada.",
            "A word stands over the rule between two cells; it is read as part of the cell that holds its middle.",
        ),
        Dwibahasa(
            "Kata itu mungkin milik sel sebelah, atau dua angka yang menyatu.",
            "It may belong to the neighbour, or be two figures run together.",
        ),
        Dwibahasa("Angka panjang dalam kolom yang sempit.", "A long figure in a narrow column."),
        _COMPARE,
    ),
    Kode(
        "WORD-OUTSIDE",
        "W",
        Dwibahasa("Kata di luar semua sel", "A word in no cell"),
        Dwibahasa(
            "Garis tepi tabel memotong sebuah kata; ia dibaca sebagai teks di luar tabel.",
            "The outer rule of a table cuts a word; it is read as text outside of the table.",
        ),
        Dwibahasa("Isi sel itu mungkin kurang.", "Its cell may lack it."),
        Dwibahasa("Angka yang keluar dari kolom terakhir.", "A figure that leaves the last column."),
        _COMPARE,
    ),
    Kode(
        "GRID-SKIPPED",
        "I",
        Dwibahasa("Kisi yang bukan tabel data", "A grid that is no data table"),
        Dwibahasa(
            "Kisi ini dianggap tanda tangan, bingkai, bagan, rumus, atau daftar, sehingga tidak ada di antara tabel.",
            "This grid was taken for signatures, a frame, a chart, a formula or a list, and is not among the tables.",
        ),
        Dwibahasa(
            "Bila ternyata tabel data, isinya tidak ada di hasil.",
            "If it is a data table, it is missing in the result.",
        ),
        Dwibahasa("Kolom tanda tangan dua pejabat.", "A block with two signatures."),
        _COMPARE,
    ),
    Kode(
        "GRID-SCAN",
        "W",
        Dwibahasa(
            "Baris atau kolom tabel hasil pindai tidak pasti", "Rows or columns of a scanned table are not certain"
        ),
        Dwibahasa(
            "Dua angka berada dalam satu sel, garis terputus, celah putih membelah sebuah kolom, kalimat berlanjut di baris "
            "berikutnya, atau nomor baris melompat.",
            "Two figures stand in one cell, a rule ends in mid-table, white parts a column, a text goes on in the next row, "
            "or row numbers leave some out.",
        ),
        Dwibahasa(
            "Angka yang benar mungkin berada di baris atau kolom yang salah: tidak satu pun dinyatakan pasti (clean) atau terbukti.",
            "Right figures may stand in wrong rows or columns: none of them is called clean or proved.",
        ),
        Dwibahasa(
            "Garis antara dua baris hilang di mesin fotokopi.", "The rule between two rows was lost in a photocopier."
        ),
        _COMPARE,
    ),
    Kode(
        "READ-DIFF",
        "W",
        Dwibahasa("Dua mesin membaca angka berbeda", "Two engines read a figure differently"),
        Dwibahasa(
            "Angka yang bertentangan dengan hitungan dibaca ulang oleh mesin kedua (pdfminer), dan hasilnya lain.",
            "A figure that the arithmetic contradicts was read again by a second engine (pdfminer), with another result.",
        ),
        Dwibahasa(
            "Kesalahannya mungkin pada pembacaan, bukan pada laporan.",
            "The error may be the reader's, not the report's.",
        ),
        Dwibahasa("1.250.000 dibaca 1.250.00 karena satu huruf tergeser.", "1.250.000 is read as 1.250.00."),
        _COMPARE,
    ),
    Kode(
        "SECOND-DIFF",
        "I",
        Dwibahasa("Mesin tabel lain melihat sel lain", "Other table finders see other cells"),
        Dwibahasa(
            "Tabel yang diragukan diperlihatkan kepada camelot dan pdfplumber (--second-opinion); sebagian selnya mereka lihat berbeda.",
            "A doubted table was shown to camelot and pdfplumber (--second-opinion); they see some of its cells otherwise.",
        ),
        Dwibahasa(
            "Di tempat mesin-mesin tidak sepakat, sel lebih sering salah daripada di tempat lain.",
            "Where engines disagree, cells are wrong more often than elsewhere.",
        ),
        Dwibahasa("camelot: 41 dari 44 sel sama.", "camelot lattice: 41 of 44 cells alike."),
        _COMPARE,
    ),
)

"""The catalogue's codes about reading: the frame of the report, its tables, pages and file. Data only; examples are invented.

Source: the outline that a report must have (PermenPAN-RB 53/2014), and what readers of real reports meet.
"""

from extractor.audit.entri import Dwibahasa, Kode

_OPEN_PAGE = Dwibahasa(
    "Buka halaman atau bagian itu di dokumen asli dan bandingkan dengan hasil.",
    "Open that page or part in the document and compare it with the result.",
)
_MEND_LIST = Dwibahasa(
    "Perbaiki nomor, judul, atau daftarnya dalam laporan.", "Mend the number, the caption or the list in the report."
)

BACAAN = (
    Kode(
        "STRUCT-BAB",
        "W",
        Dwibahasa("Judul bab tidak ditemukan", "Heading of a chapter not found"),
        Dwibahasa(
            "Sebuah bab di antara bab lain tidak mempunyai judul tercetak; ia disimpulkan dari subbabnya atau dari nomor bab lain.",
            "A chapter between others has no printed heading; it is inferred from its sections or from the other numbers.",
        ),
        Dwibahasa(
            "Laporan kinerja harus memuat bab yang ditetapkan; tanpa judul, isinya mudah terhitung ke bab lain.",
            "A report must have the chapters that the regulation names; without a heading, content falls to another chapter.",
        ),
        Dwibahasa("Setelah BAB III langsung BAB V.", "BAB V follows BAB III."),
        _OPEN_PAGE,
    ),
    Kode(
        "STRUCT-SUBBAB",
        "I",
        Dwibahasa("Nomor subbab dari bab lain", "Section numbered for another chapter"),
        Dwibahasa(
            "Nomor subbab menyebut bab lain daripada bab tempatnya berada.",
            "The number of a section names another chapter than the one it stands in.",
        ),
        Dwibahasa("Nomor sering tertinggal ketika bab disalin.", "Numbers are left behind when chapters are copied."),
        Dwibahasa("Subbab 2.1 di dalam BAB III.", "Section 2.1 inside BAB III."),
        _MEND_LIST,
    ),
    Kode(
        "STRUCT-LISTED",
        "W",
        Dwibahasa("Tabel dalam Daftar Tabel tidak ditemukan", "A listed table was not found"),
        Dwibahasa(
            "Daftar Tabel menyebut sebuah tabel yang tidak ditemukan dalam isi laporan.",
            "The list of tables names a table that was not found in the body.",
        ),
        Dwibahasa(
            "Tabelnya hilang, berganti nomor, berupa gambar, atau tidak terbaca: isinya tidak ada di hasil.",
            "The table is missing, renumbered, a picture, or was not read: its content is not in the result.",
        ),
        Dwibahasa("Tabel 3.4 ada di Daftar Tabel, tidak di BAB III.", "Table 3.4 is listed but not in BAB III."),
        _OPEN_PAGE,
    ),
    Kode(
        "STRUCT-UNLISTED",
        "I",
        Dwibahasa("Tabel tidak tercantum dalam Daftar Tabel", "A table is not in the list"),
        Dwibahasa(
            "Tabel bernomor dalam isi laporan tidak disebut Daftar Tabel.",
            "A numbered table of the body is missing in the list of tables.",
        ),
        Dwibahasa("Daftar dan isi tidak lagi cocok.", "List and body no longer agree."),
        Dwibahasa("Tabel 3.9 ada di BAB III, tidak di daftar.", "Table 3.9 is in BAB III but not listed."),
        _MEND_LIST,
    ),
    Kode(
        "STRUCT-CAPTION",
        "W",
        Dwibahasa("Judul tabel tanpa tabel", "A caption without a table"),
        Dwibahasa(
            "Di bawah atau di atas judul tabel tidak ditemukan tabel yang dapat dibaca.",
            "No readable table was found below or above a caption.",
        ),
        Dwibahasa(
            "Tabelnya mungkin gambar atau tidak dikenali: isinya tidak ada di hasil.",
            "The table may be a picture or was not recognised: its content is not in the result.",
        ),
        Dwibahasa("Tabel 2.3 ditempel sebagai foto.", "Table 2.3 is pasted as a photograph."),
        _OPEN_PAGE,
    ),
    Kode(
        "STRUCT-GRID",
        "I",
        Dwibahasa("Tabel tanpa nomor dan judul", "A table without number and caption"),
        Dwibahasa(
            "Tabel data dibaca, tetapi tidak mempunyai nomor dan judul tercetak.",
            "A data table was read that has no printed number and caption.",
        ),
        Dwibahasa(
            "Tabel ini hanya dapat dirujuk dengan halamannya.", "Such a table can only be referred to by its page."
        ),
        Dwibahasa("Lampiran anggaran kas tanpa judul.", "An appendix of monthly cash without a caption."),
        _MEND_LIST,
    ),
    Kode(
        "GRID-UNRULED",
        "I",
        Dwibahasa(
            "Baris atau kolom tabel tanpa garis tidak pasti", "Rows or columns of a table without rules are not certain"
        ),
        Dwibahasa(
            "Tabel tidak bergaris; batasnya dibaca dari jarak. Kepala kolom, nomor baris, atau angka menunjukkan batas yang lain.",
            "A table has no rules; its cells are read from white space. Header, row numbers or figures show other borders.",
        ),
        Dwibahasa(
            "Isi beberapa sel dapat tergabung atau berada di baris atau kolom sebelah.",
            "Cells may be run together, or stand in a neighbouring row or column.",
        ),
        Dwibahasa("Dua angka terbaca dalam satu sel.", "Two figures were read in one cell."),
        _OPEN_PAGE,
    ),
    Kode(
        "GRID-MERGED",
        "W",
        Dwibahasa("Kolom tabel terbaca menyatu", "Columns of a table were read as one"),
        Dwibahasa(
            "Sebagian besar sel sebuah kolom memuat kata dan beberapa angka berdampingan: batas kolomnya tidak ditemukan.",
            "Most cells of a column hold words and several figures side by side: the borders of its columns were not found.",
        ),
        Dwibahasa(
            "Angka-angka tabel itu tidak ada di indikator.csv dan anggaran.csv, atau menjadi bagian dari sebuah nama.",
            "The figures of that table are missing in indikator.csv and anggaran.csv, or part of a name.",
        ),
        Dwibahasa(
            "Tabel berwarna tanpa garis tegak, difotokopi: warnanya hilang.",
            "A shaded table without vertical rules, photocopied: its shading is lost.",
        ),
        _OPEN_PAGE,
    ),
    Kode(
        "STRUCT-DUPLICATE",
        "W",
        Dwibahasa("Nomor tabel dipakai lebih dari sekali", "A table number is used more than once"),
        Dwibahasa("Dua tabel atau lebih mempunyai nomor yang sama.", "Two or more tables have one number."),
        Dwibahasa(
            "Rujukan dan temuan tidak lagi menunjuk satu tabel.",
            "References and findings no longer point at one table.",
        ),
        Dwibahasa("Dua tabel bernomor 3.2.", "Two tables numbered 3.2."),
        _MEND_LIST,
    ),
    Kode(
        "ROW-UNREAD",
        "I",
        Dwibahasa("Baris berangka tanpa data", "Rows with figures gave no record"),
        Dwibahasa(
            "Baris memuat angka, tetapi tidak menjadi baris indikator atau anggaran.",
            "Rows hold figures but became no indicator or budget record.",
        ),
        Dwibahasa(
            "Isinya ada di tabel, tetapi tidak ikut dalam indikator.csv, anggaran.csv, dan perbandingan.",
            "They are in the table but not in indikator.csv, anggaran.csv and comparisons.",
        ),
        Dwibahasa("Baris tanpa nama di tengah tabel.", "A row without a name in the middle of a table."),
        Dwibahasa(
            "Lihat barisnya di tabel; bila seharusnya menjadi data, periksa sel namanya.",
            "Look at the row in the table; if it should be a record, check the cell of its name.",
        ),
    ),
    Kode(
        "COL-UNREAD",
        "I",
        Dwibahasa("Uang per triwulan tidak menjadi data", "Money of quarters gave no record"),
        Dwibahasa(
            "Kolom memuat anggaran atau realisasi satu triwulan atau semester.",
            "Columns hold the budget or spending of a quarter or semester.",
        ),
        Dwibahasa(
            "Data anggaran berlaku untuk satu tahun; angka triwulan di dalamnya akan keliru dijumlahkan.",
            "A budget record is one of a year; figures of quarters among them would be added up wrongly.",
        ),
        Dwibahasa("Kolom I, II, III, IV di bawah “Triwulan”.", "Columns I, II, III, IV below “Triwulan”."),
        Dwibahasa("Baca kolom itu dari tabelnya.", "Read these columns from their table."),
    ),
    Kode(
        "CELL-REPEAT",
        "I",
        Dwibahasa("Tanda ulang dibaca dari sel di atasnya", "Repeat marks are read from the cell above"),
        Dwibahasa(
            "Sel hanya berisi sda, idem, atau tanda kutip: isinya sama dengan sel di atasnya.",
            "A cell holds only sda, idem or a ditto sign: it says the same as the cell above.",
        ),
        Dwibahasa(
            "Data memuat isi sel di atasnya dan menunjuk sel itu; bila tidak ada isi di atasnya, data dibiarkan kosong.",
            "The record holds the text of the cell above and points at it; where nothing stands above it is left empty.",
        ),
        Dwibahasa("Satuan “sda” di bawah “Persen”.", "The unit “sda” below “Persen”."),
        Dwibahasa("Bandingkan dengan sel di atasnya.", "Compare with the cell above."),
    ),
    Kode(
        "COL-ROLE",
        "I",
        Dwibahasa("Makna kolom tidak dikenali", "The meaning of a column is not known"),
        Dwibahasa(
            "Kepala kolom dan isinya tidak menunjukkan salah satu peran yang dikenal.",
            "Neither the header nor the content of a column shows one of the known roles.",
        ),
        Dwibahasa(
            "Isinya ada di tabel, tetapi tidak masuk ke indikator atau anggaran.",
            "Its cells are in the table but in no indicator or budget record.",
        ),
        Dwibahasa("Kolom “Bobot” di samping target.", "A column “Bobot” beside the target."),
        Dwibahasa("Baca kolom itu dari tabelnya.", "Read that column from its table."),
    ),
    Kode(
        "UNIT-SCALE",
        "I",
        Dwibahasa("Uang dicetak dalam ribuan atau jutaan", "Money is printed in thousands or millions"),
        Dwibahasa(
            "Kepala kolom, judul, atau catatan menyebut satuan seperti (Rp.000) atau dalam jutaan rupiah. Angka tetap seperti "
            "tercetak; satuannya ada pada nilai sel. Bila angkanya terlalu besar untuk satuan itu, satuannya tidak dipakai.",
            "A header, caption or note prints a unit such as (Rp.000) or millions of rupiah. Figures are kept as printed; the unit "
            "stands on the value of the cell. Where the figures are too large for the unit, it is not used.",
        ),
        Dwibahasa(
            "Dijumlahkan dengan tabel lain, angka itu meleset seribu atau sejuta kali; kepala kolom seperti ini juga sering salah.",
            "Added to other tables, such figures are wrong a thousand or a million times; and such headers are often wrong.",
        ),
        Dwibahasa("Pagu (Rp juta) 1.250,5 berarti Rp 1.250.500.000.", "Pagu (Rp juta) 1.250,5 means Rp 1,250,500,000."),
        Dwibahasa(
            "Kalikan sendiri setelah memastikan satuannya, atau perbaiki kepala kolom.",
            "Multiply after making sure of the unit, or mend the header.",
        ),
    ),
    Kode(
        "PAGE-UNREAD",
        "W",
        Dwibahasa("Halaman tidak terbaca", "A page could not be read"),
        Dwibahasa(
            "Halaman tidak mempunyai teks yang dapat dibaca, atau tidak dapat dibuka.",
            "A page has no text that can be read, or cannot be opened.",
        ),
        Dwibahasa("Semua isinya tidak ada di hasil.", "Nothing of it is in the result."),
        Dwibahasa("Perjanjian kinerja disisipkan sebagai hasil pindai.", "An agreement is inserted as a scan."),
        Dwibahasa(
            "Baca halaman itu dari berkas aslinya, atau mintalah berkas dengan teks.",
            "Read that page in the file itself, or ask for a file with text.",
        ),
    ),
    Kode(
        "PAGE-LIMIT",
        "W",
        Dwibahasa("Halaman melampaui batas", "Pages beyond the limit"),
        Dwibahasa(
            "Dokumen mempunyai lebih banyak halaman daripada batas pages; sisanya tidak dibaca.",
            "The document has more pages than the limit pages allows; the others are not read.",
        ),
        Dwibahasa("Semua isi halaman itu tidak ada di hasil.", "Nothing of those pages is in the result."),
        Dwibahasa("Berkas yang menyebut satu halaman 200.000 kali.", "A file that lists one page 200,000 times."),
        Dwibahasa(
            "Naikkan batasnya dengan --limit pages=…, atau pilih halaman dengan --pages.",
            "Raise the limit with --limit pages=…, or choose pages with --pages.",
        ),
    ),
    Kode(
        "PAGE-OCR",
        "I",
        Dwibahasa("Halaman dibaca dengan OCR", "Pages were read by OCR"),
        Dwibahasa(
            "Halaman hanya berupa gambar, atau lapisan teksnya rusak; hurufnya dikenali dari gambar.",
            "A page is only an image, or its text layer is broken; its letters were recognised from the image.",
        ),
        Dwibahasa(
            "OCR dapat keliru, terutama pada titik dan koma dalam angka.",
            "OCR can be wrong, above all about dots and commas in figures.",
        ),
        Dwibahasa("Lampiran perjanjian kinerja hasil pindai.", "A scanned agreement in the appendix."),
        Dwibahasa(
            "Bandingkan angka yang penting dengan halaman aslinya.", "Compare figures that matter with the page itself."
        ),
    ),
    Kode(
        "PAGE-LAYER",
        "I",
        Dwibahasa("Halaman dengan dua bacaan", "A page with two readings"),
        Dwibahasa(
            "Lapisan teks halaman tidak dipakai: tersembunyi di bawah gambar, atau bukan teks. Bacaan yang tidak dipakai tetap disimpan.",
            "The page's text layer was not taken: it is hidden under the image, or no text. What was not taken is kept.",
        ),
        Dwibahasa(
            "Lapisan tersembunyi dibuat program pemindai dan tidak terlihat pembaca; huruf tanpa penyandian memberi teks acak.",
            "A hidden layer was made by a scanner's program and is seen by nobody; fonts without encoding give random text.",
        ),
        Dwibahasa("Lapisan berbunyi “4tS.0tt}”, gambarnya 418.09.", "The layer says “4tS.0tt}”, the image 418.09."),
        _OPEN_PAGE,
    ),
    Kode(
        "OCR-FIGURE",
        "W",
        Dwibahasa("Angka hasil OCR belum pasti", "A recognised figure is not sure"),
        Dwibahasa(
            "Dua mesin OCR membaca sebuah angka berbeda, atau mesin satu-satunya tidak yakin.",
            "Two OCR engines read a figure differently, or the only one is not sure.",
        ),
        Dwibahasa(
            "Salah satu bacaan keliru; angkanya tidak boleh dipakai tanpa dilihat.",
            "One of the readings is wrong; the figure must not be used without a look at it.",
        ),
        Dwibahasa("1.206.731 dan 1.206.781.", "1.206.731 and 1.206.781."),
        Dwibahasa(
            "Lihat angka itu pada halaman aslinya; bacaan lain ada di `alternatives`.",
            "Look at the figure on the page; the other reading is in `alternatives`.",
        ),
    ),
    Kode(
        "FILE-NAME",
        "I",
        Dwibahasa("Akhiran nama berkas tidak sesuai isi", "File name and content disagree"),
        Dwibahasa(
            "Akhiran nama berkas menyebut jenis lain daripada isinya; berkas dibaca menurut isinya.",
            "The file's name ends like another kind of file; it is read as what it is.",
        ),
        Dwibahasa("Program lain dapat menolak berkas ini.", "Other programs may refuse the file."),
        Dwibahasa("laporan.docx yang sebenarnya PDF.", "laporan.docx that really is a PDF."),
        Dwibahasa("Ganti akhiran namanya.", "Rename the file."),
    ),
    Kode(
        "PAGE-CUT",
        "W",
        Dwibahasa("Sebagian isi halaman rusak", "A part of a page's content is damaged"),
        Dwibahasa(
            "Data yang menggambar halaman ini tidak dapat dibuka sampai habis.",
            "The data that draw this page cannot be unpacked to their end.",
        ),
        Dwibahasa(
            "Teks, angka, atau garis tabel dapat hilang dari halaman itu.",
            "Text, figures or the lines of tables may be missing from that page.",
        ),
        Dwibahasa("Berkas tersalin dengan beberapa bita yang berubah.", "The file was copied with some bytes changed."),
        Dwibahasa("Minta salinan yang utuh, lalu baca ulang.", "Ask for an intact copy and read it again."),
    ),
    Kode(
        "FILE-MENDED",
        "W",
        Dwibahasa("Berkas rusak dan diperbaiki", "The file is damaged and was mended"),
        Dwibahasa(
            "Daftar objek PDF ini tidak cocok dengan isinya, atau jumlah halamannya salah; objeknya dicari di seluruh berkas.",
            "The table of objects of this PDF does not fit its content, or its count of pages is wrong; its objects were searched for.",
        ),
        Dwibahasa(
            "Yang ditemukan terbaca seperti biasa, tetapi tidak pasti bahwa semuanya ditemukan.",
            "What was found is read as usual, but it is not certain that all was found.",
        ),
        Dwibahasa(
            "Berkas dikirim lewat program yang mengubah akhir baris.",
            "The file was sent by a program that changed its line ends.",
        ),
        Dwibahasa(
            "Bandingkan dengan berkas aslinya, atau minta salinan yang utuh.",
            "Compare with the file itself, or ask for an intact copy.",
        ),
    ),
    Kode(
        "FILE-CUT",
        "W",
        Dwibahasa("Akhir berkas hilang", "The end of the file is missing"),
        Dwibahasa(
            "Berkas PDF terpotong, atau halamannya kurang dari yang disebutnya; yang masih ada dibaca.",
            "The PDF is cut off, or has fewer pages than it says; what is left was read.",
        ),
        Dwibahasa("Halaman atau isi mungkin hilang.", "Pages or content may be lost."),
        Dwibahasa("Unduhan yang berhenti di tengah.", "A download that stopped half-way."),
        Dwibahasa("Ambil berkasnya sekali lagi.", "Get the file again."),
    ),
    Kode(
        "FILE-NOTE",
        "I",
        Dwibahasa("Catatan pembacaan berkas Word", "A note on reading the Word file"),
        Dwibahasa(
            "Perubahan terlacak dibaca sebagai diterima; teks tersembunyi, grafik, dan bagian yang rusak dilewati atau disederhanakan.",
            "Tracked changes are read as accepted; hidden text, charts and broken parts are left out or simplified.",
        ),
        Dwibahasa(
            "Hasil cetak dari Word dapat berbeda dari yang dibaca.", "What Word prints may differ from what was read."
        ),
        Dwibahasa("3 sisipan terlacak dibaca sebagai diterima.", "3 tracked insertions are read as accepted."),
        Dwibahasa(
            "Terima atau tolak perubahan di Word, simpan, lalu baca lagi.",
            "Accept or reject the changes in Word, save, and read again.",
        ),
    ),
)

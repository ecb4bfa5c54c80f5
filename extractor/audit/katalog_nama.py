"""The catalogue's codes about names and years: what is called differently in two places of a report. Data only; examples are invented."""

from extractor.audit.entri import Dwibahasa, Kode

_ONE_NAME = Dwibahasa(
    "Pilih satu sebutan (menurut Renstra atau Perjanjian Kinerja) dan pakai di semua tempat.",
    "Choose one wording (that of the Renstra or the performance agreement) and use it everywhere.",
)

_YEAR = Dwibahasa(
    "Periksa tahunnya, lalu perbaiki teks, judul, atau kolomnya.",
    "Find out which year is right, then mend the text, the caption or the column.",
)

NAMA = (
    Kode(
        "NAME-DRIFT",
        "W",
        Dwibahasa("Satu hal dengan beberapa nama", "One thing with several names"),
        Dwibahasa(
            "Indikator atau program yang sama (targetnya sama, atau pagu dan realisasinya sama sampai angka terakhir) diberi nama dengan "
            "kata yang berbeda di dua tabel.",
            "The same indicator or program (its target is the same, or its pagu and realisasi to the last digit) is named with "
            "different words in two tables.",
        ),
        Dwibahasa(
            "Pembaca dan program mengira ada dua indikator; perbandingan antartahun terputus.",
            "Readers and programs take it for two indicators; comparison over years breaks off.",
        ),
        Dwibahasa(
            "“Persentase lulusan terampil ditempatkan” di Tabel 2.2, “Persentase peserta terampil ditempatkan” di Tabel 3.1, keduanya "
            "dengan target 61,25.",
            "“Persentase lulusan terampil ditempatkan” in Table 2.2, “Persentase peserta terampil ditempatkan” in Table 3.1, both with "
            "target 61,25.",
        ),
        _ONE_NAME,
    ),
    Kode(
        "UNIT-DRIFT",
        "I",
        Dwibahasa("Satuan indikator berbeda", "Two units of one indicator"),
        Dwibahasa(
            "Indikator dan target yang sama diberi satuan yang berbeda di dua tabel.",
            "The same indicator with the same target has different units in two tables.",
        ),
        Dwibahasa(
            "Salah satu satuan salah, atau targetnya berlainan arti.",
            "One of them is wrong, or the targets mean different things.",
        ),
        Dwibahasa(
            "Target 40 orang di Tabel 2.1, 40 persen di Tabel 3.1.",
            "Target 40 persons in Table 2.1, 40 percent in Table 3.1.",
        ),
        _ONE_NAME,
    ),
    Kode(
        "FORMULA-DRIFT",
        "W",
        Dwibahasa("Rumus indikator berbeda", "Two formulas of one indicator"),
        Dwibahasa(
            "Dua tabel menghitung indikator yang sama dengan pembilang atau penyebut yang berbeda.",
            "Two tables compute the same indicator with different numerators or denominators.",
        ),
        Dwibahasa("Realisasinya tidak dapat dibandingkan.", "The results cannot be compared."),
        Dwibahasa(
            "“Kasus selesai / kasus tercatat” di Tabel 2.2, “Kasus selesai / pengaduan masuk” di Tabel 3.1.",
            "“Kasus selesai / kasus tercatat” in Table 2.2, “Kasus selesai / pengaduan masuk” in Table 3.1.",
        ),
        _ONE_NAME,
    ),
    Kode(
        "SASARAN-DRIFT",
        "W",
        Dwibahasa("Indikator di bawah sasaran yang berbeda", "An indicator under different sasaran"),
        Dwibahasa(
            "Dua tabel memuat kedua sasaran, tetapi menempatkan indikator yang sama di bawah sasaran yang berbeda.",
            "Two tables have both sasaran, but put the same indicator under different ones.",
        ),
        Dwibahasa(
            "Rata-rata capaian tiap sasaran menjadi berbeda.", "The average capaian of each sasaran becomes different."
        ),
        Dwibahasa(
            "“Persentase kasus selesai” di bawah sasaran 1 di Tabel 2.1, di bawah sasaran 2 di Tabel 3.1.",
            "“Persentase kasus selesai” under sasaran 1 in Table 2.1, under sasaran 2 in Table 3.1.",
        ),
        _ONE_NAME,
    ),
    Kode(
        "FORMULA-CONST",
        "W",
        Dwibahasa("Rumus yang selalu menghasilkan 100", "A formula that always gives 100"),
        Dwibahasa(
            "Rumus tercetak untuk indikator yang makin rendah makin baik adalah Realisasi - (Realisasi - Target), yaitu targetnya sendiri.",
            "The formula printed for indicators of which less is better is Realisasi - (Realisasi - Target), which is the target itself.",
        ),
        Dwibahasa(
            "Siapa pun yang memakainya mencetak capaian 100 untuk setiap baris.",
            "Whoever follows it prints 100 for every row.",
        ),
        Dwibahasa("(R - (R - T)) / T x 100 % = 100 %.", "(R - (R - T)) / T x 100 %: 100 %, whatever R is."),
        Dwibahasa(
            "Perbaiki rumusnya menjadi (T - (R - T)) / T dan periksa capaian yang dihitung dengannya.",
            "Mend it to (T - (R - T)) / T and check what was computed with it.",
        ),
    ),
    Kode(
        "YEAR-TEXT",
        "W",
        Dwibahasa("Laporan disebut dengan tahun lain", "The report is named with another year"),
        Dwibahasa(
            "Kalimat tentang penyusunan laporan ini, atau kepala halamannya, menyebut tahun yang bukan tahun laporan.",
            "A sentence about the making of this report, or its running head, names a year that is not the report's.",
        ),
        Dwibahasa(
            "Bagian itu terbawa dari laporan tahun lain; isinya mungkin belum diperbarui.",
            "That part was carried over from another year's report; its content may not be up to date.",
        ),
        Dwibahasa(
            "“Penyusunan LKIP Dinas Contoh Tahun 2019 dilaksanakan …” dalam laporan 2020.",
            "“Penyusunan LKIP Dinas Contoh Tahun 2019 dilaksanakan …” in a report of 2020.",
        ),
        _YEAR,
    ),
    Kode(
        "YEAR-CAPTION",
        "W",
        Dwibahasa("Tahun judul tabel bukan tahun kolomnya", "The year of a caption is not that of its columns"),
        Dwibahasa(
            "Judul tabel menyebut satu tahun, tetapi semua kolom target atau realisasinya milik satu tahun lain.",
            "The caption names one year, but all columns of target or realisasi are of one other year.",
        ),
        Dwibahasa(
            "Salah satu terbawa dari laporan tahun lain; angkanya tidak jelas milik tahun mana.",
            "One of them was carried over from another year's report; it is not clear of which year the figures are.",
        ),
        Dwibahasa(
            "“Rencana Kinerja Tahun 2024” dengan kolom “Target 2023”.",
            "“Rencana Kinerja Tahun 2024” with a column “Target 2023”.",
        ),
        _YEAR,
    ),
    Kode(
        "STRUCT-LAYOUT",
        "W",
        Dwibahasa("Sistematika tidak sesuai isi", "The announced layout is not the report's"),
        Dwibahasa(
            "Bagian sistematika menyebut bab yang tidak ada (W), tidak menyebut bab yang ada, atau menyebut judul lain (I).",
            "The section on the layout names a chapter that is not there (W), leaves out one that is, or names another title (I).",
        ),
        Dwibahasa(
            "Sistematika terbawa dari laporan lain, atau sebuah bab hilang.",
            "The layout was carried over from another report, or a chapter is missing.",
        ),
        Dwibahasa(
            "Sistematika: BAB II Perencanaan Kontrak; judul bab: PERENCANAAN KINERJA.",
            "Layout: BAB II Perencanaan Kontrak; title of the chapter: PERENCANAAN KINERJA.",
        ),
        Dwibahasa("Samakan sistematika dengan judul bab.", "Make the layout and the chapter titles agree."),
    ),
    Kode(
        "STRUCT-CONTENT",
        "I",
        Dwibahasa("Isi wajib tidak ditemukan", "Required content was not found"),
        Dwibahasa(
            "Menurut PermenPAN-RB 53/2014, BAB III membandingkan realisasi dengan tahun lalu dan target jangka menengah, serta memuat "
            "penyebab dan efisiensi; salah satunya tidak ada, baik sebagai tabel maupun kalimat.",
            "By PermenPAN-RB 53/2014 chapter III compares realisasi with last year and the medium-term target, and gives causes and "
            "efficiency; one of these is there neither as a table nor as a sentence.",
        ),
        Dwibahasa(
            "Evaluator menilai kelengkapan pelaporan; bagian yang kosong mengurangi nilai.",
            "Evaluators rate how complete a report is; what is missing costs points.",
        ),
        Dwibahasa("Tidak ada satu kalimat pun tentang efisiensi.", "Not one sentence speaks of efficiency."),
        Dwibahasa(
            "Tambahkan bagian itu, atau periksa apakah ia berupa gambar.", "Add it, or see whether it is a picture."
        ),
    ),
)

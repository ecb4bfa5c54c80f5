"""The catalogue's codes about judgements: labels, averages, years. Data only; examples are invented."""

from extractor.audit.entri import Dwibahasa, Kode

MUTU = (
    Kode(
        "PRED",
        "E",
        Dwibahasa("Predikat tidak sesuai skala laporan", "A label does not follow the report's scale"),
        Dwibahasa(
            "Skala penilaian yang dicetak laporan memberi predikat lain untuk capaian itu. Nilai di celah atau tepat di batas dua "
            "rentang boleh berpredikat salah satunya.",
            "The rating scale that the report prints gives that capaian another label. A value in a gap or on the edge of two bands may "
            "have either.",
        ),
        Dwibahasa(
            "Predikat dibaca lebih dulu daripada angka; predikat yang terlalu baik menyesatkan.",
            "Labels are read before figures; one that is too good misleads.",
        ),
        Dwibahasa(
            "Skala: Baik 75–90. Capaian 68,00 disebut Baik.",
            "Scale: Baik is 75 to 90. A capaian of 68.00 is called Baik.",
        ),
        Dwibahasa(
            "Periksa capaian, lalu sesuaikan predikatnya dengan skala.",
            "Check the capaian, then label it by the scale.",
        ),
    ),
    Kode(
        "AVG",
        "W",
        Dwibahasa("Rata-rata tidak cocok", "An average does not follow"),
        Dwibahasa(
            "Baris Rata-rata berbeda dari rata-rata angka di atasnya, juga tanpa sel kosong dan dengan pembulatan.",
            "A row of averages is not the mean of the figures above it, neither without empty cells nor with their rounding.",
        ),
        Dwibahasa(
            "Rata-rata dikutip sebagai kinerja seluruhnya.",
            "Averages are quoted as the performance of the whole agency.",
        ),
        Dwibahasa("80, 90, dan 100 dengan rata-rata 95.", "80, 90 and 100 with an average of 95."),
        Dwibahasa(
            "Hitung ulang; bila berbobot atau rata-rata dari rata-rata, sebutkan caranya.",
            "Compute again; where it is weighted or an average of averages, say how.",
        ),
    ),
    Kode(
        "YEAR",
        "W",
        Dwibahasa("Realisasi untuk tahun sesudah laporan", "Results of a later year"),
        Dwibahasa(
            "Kolom realisasi memuat angka untuk tahun sesudah tahun laporan.",
            "A column of realisasi has figures for a year after the report's.",
        ),
        Dwibahasa(
            "Hasil yang belum terjadi adalah rencana, atau kolomnya salah judul.",
            "Results that have not happened are plans, or the column has a wrong header.",
        ),
        Dwibahasa("Laporan 2021 dengan realisasi 2024.", "A report of 2021 with realisasi of 2024."),
        Dwibahasa(
            "Perbaiki judul kolom atau sebutkan bahwa itu proyeksi.", "Mend the header, or say that it is a projection."
        ),
    ),
    Kode(
        "YEAR-SOURCE",
        "W",
        Dwibahasa("Angka dari laporan tahun sebelumnya", "Figures of an earlier year's report"),
        Dwibahasa(
            "Tabel tanpa tahun yang sumbernya laporan kinerja tahun sebelumnya, atau realisasi yang menurut keterangannya sendiri "
            "milik tahun sebelumnya.",
            "A table without a year whose source is the performance report of an earlier year, or a realisasi that by its own remark "
            "is of an earlier year.",
        ),
        Dwibahasa(
            "Tabel tahun lalu yang terbawa tampak sebagai hasil tahun ini.",
            "A table carried over from last year looks like this year's results.",
        ),
        Dwibahasa(
            "Laporan 2025 dengan tabel bersumber 'Laporan Realisasi Kinerja Tahun 2024'.",
            "A report of 2025 with a table whose source is the performance report of 2024.",
        ),
        Dwibahasa(
            "Bandingkan dengan laporan tahun itu; ganti angkanya atau sebutkan tahunnya.",
            "Compare with that year's report; put in this year's figures or name the year.",
        ),
    ),
)

"""The catalogue's codes about figures: what does not add up, does not follow, or is oddly written. Data only; examples are invented.

Source of the checks: the rules of the field (formulas, scales, sums, spellings of figures).
"""

from extractor.audit.entri import Dwibahasa, Kode
from extractor.audit.katalog_lisan import LISAN

_LOOK_UP = Dwibahasa(
    "Bandingkan dengan sumbernya (DPA, LRA, lembar kerja), lalu perbaiki laporan atau catat koreksinya.",
    "Compare with the source (DPA, LRA, work sheet), then mend the report or record a correction.",
)

HITUNGAN = (
    Kode(
        "NUM-FORMAT",
        "W",
        Dwibahasa("Penulisan angka tidak lazim", "Oddly written figure"),
        Dwibahasa(
            "Tanda ribuan tercampur, atau kelompok digit tidak terdiri atas tiga angka.",
            "Thousands marks are mixed, or a group of digits does not have three.",
        ),
        Dwibahasa(
            "Angka seperti ini dibaca berbeda oleh orang dan lembar kerja; satu digit bisa hilang atau berlebih.",
            "People and spreadsheets read such a figure differently; a digit may be lost or doubled.",
        ),
        Dwibahasa(
            "66.000,000 dibaca 66.000.000; 4496.393.500 kelebihan satu digit.", "66.000,000 is read as 66.000.000."
        ),
        Dwibahasa(
            "Periksa angka di dokumen asli; pakai titik untuk ribuan.", "Check the figure; use points for thousands."
        ),
    ),
    Kode(
        "CAPAIAN",
        "E",
        Dwibahasa("Capaian tidak sesuai target dan realisasi", "Capaian does not follow from target and realisasi"),
        Dwibahasa(
            "Tidak ada rumus (R/T, (2T-R)/T, T/R, atau batas atas yang dipakai laporan) yang menghasilkan capaian tercetak.",
            "No formula (R/T, (2T-R)/T, T/R, or a limit that the report applies) gives the printed capaian.",
        ),
        Dwibahasa("Capaian adalah angka yang dinilai dan dibandingkan.", "Capaian is what is judged and compared."),
        Dwibahasa(
            "Target 80, realisasi 60, capaian 85: seharusnya 75.", "Target 80, realisasi 60, capaian 85: it is 75."
        ),
        _LOOK_UP,
    ),
    Kode(
        "PCT",
        "E",
        Dwibahasa(
            "Persentase serapan tidak sesuai pagu dan realisasi", "Percent does not follow from pagu and realisasi"
        ),
        Dwibahasa(
            "Realisasi dibagi pagu tidak menghasilkan persentase tercetak, juga dengan pembulatan atau pemotongan.",
            "Realisasi divided by pagu does not give the printed percent, neither rounded nor cut.",
        ),
        Dwibahasa("Salah satu dari tiga angka salah ketik.", "One of the three figures is mistyped."),
        Dwibahasa(
            "45.000.000 dari 50.000.000 tercetak 80,00 %: seharusnya 90,00 %.", "45 of 50 printed as 80 %: it is 90 %."
        ),
        _LOOK_UP,
    ),
    Kode(
        "ROWSUM",
        "E",
        Dwibahasa("Jumlah baris tidak cocok", "A row does not add up"),
        Dwibahasa(
            "Kolom jumlah berbeda dari penjumlahan kolom lain, sedangkan baris-baris lain cocok.",
            "The total column differs from the sum of its columns, while other rows add up.",
        ),
        Dwibahasa("Satu angka pada baris itu salah.", "One figure of the row is wrong."),
        Dwibahasa("Laki-laki 12, perempuan 10, jumlah 32.", "Men 12, women 10, total 32."),
        _LOOK_UP,
    ),
    Kode(
        "COLSUM",
        "E",
        Dwibahasa("Jumlah kolom tidak cocok", "A column does not add up"),
        Dwibahasa(
            "Baris Jumlah atau Total berbeda dari penjumlahan baris di atasnya, sedangkan kolom lain cocok. W: daftar bernomor "
            "dengan satu kolom angka saja, tanpa kolom lain sebagai saksi.",
            "The row of totals differs from the sum of the rows above it, while other columns add up. W: a numbered list with one "
            "column of figures, without another column as witness.",
        ),
        Dwibahasa(
            "Satu angka pada kolom itu salah, atau satu baris hilang.", "A figure is wrong, or a row is missing."
        ),
        Dwibahasa("100 + 250 dengan Total 360.", "100 + 250 with Total 360."),
        _LOOK_UP,
    ),
    Kode(
        "PARENT",
        "E",
        Dwibahasa("Program berbeda dari jumlah kegiatannya", "A program differs from the sum of its kegiatan"),
        Dwibahasa(
            "Pagu atau realisasi baris induk tidak sama dengan jumlah baris di bawahnya, sedangkan induk lain cocok.",
            "Pagu or realisasi of a parent row is not the sum of the rows under it, while other parents are.",
        ),
        Dwibahasa("Salah satu angka, atau susunan barisnya, salah.", "A figure, or the order of rows, is wrong."),
        Dwibahasa("Program 300, kegiatan 100 dan 150.", "Program 300, kegiatan 100 and 150."),
        _LOOK_UP,
    ),
    Kode(
        "TW",
        "E",
        Dwibahasa("Triwulan tidak cocok dengan nilai setahun", "Quarters do not give the year"),
        Dwibahasa(
            "Triwulan tidak berjumlah nilai setahun, tidak pula mencapainya secara kumulatif.",
            "The quarters neither add up to the year nor reach it cumulatively.",
        ),
        Dwibahasa("Satu triwulan salah atau tidak dicetak.", "A quarter is wrong or not printed."),
        Dwibahasa("25 + 25 + 25 tanpa triwulan IV untuk 100.", "25 + 25 + 25 without a fourth quarter for 100."),
        _LOOK_UP,
    ),
    Kode(
        "CODE-DUP",
        "W",
        Dwibahasa("Kode rekening berulang", "A code stands twice"),
        Dwibahasa(
            "Dua baris dengan uraian berbeda memakai kode yang sama.", "Two rows with different names have one code."
        ),
        Dwibahasa("Baris tidak dapat dipadankan menurut kode.", "Rows cannot be matched by code."),
        Dwibahasa("1.02.01 untuk gaji dan untuk listrik.", "1.02.01 for salaries and for electricity."),
        Dwibahasa("Periksa kode dalam daftar nomenklatur.", "Check the code in the official list."),
    ),
    Kode(
        "EFF",
        "E",
        Dwibahasa("Tingkat efisiensi tidak sesuai", "Efficiency does not follow"),
        Dwibahasa(
            "Efisiensi bukan 100 dikurangi serapan, bukan pula capaian dikurangi serapan, sedangkan baris lain cocok.",
            "Efficiency is neither 100 nor capaian less the percent absorbed, while other rows follow.",
        ),
        Dwibahasa("Efisiensi dipakai untuk menilai penggunaan anggaran.", "Efficiency is used to judge spending."),
        Dwibahasa("Serapan 90,00 dengan efisiensi 12,00.", "Absorption 90 with efficiency 12."),
        _LOOK_UP,
    ),
    Kode(
        "XTAB",
        "E",
        Dwibahasa("Satu hal, dua angka", "One fact, two figures"),
        Dwibahasa(
            "Hal dan tahun yang sama tercetak dengan angka berbeda di dua tempat.",
            "The same thing and year are printed with different figures in two places.",
        ),
        Dwibahasa("Hanya satu yang dapat benar.", "Only one can be right."),
        Dwibahasa(
            "Realisasi kegiatan 42.650.000 dan 45.650.000.", "Realisasi of one kegiatan 42.650.000 and 45.650.000."
        ),
        _LOOK_UP,
    ),
    Kode(
        "NARR",
        "E",
        Dwibahasa("Kalimat bertentangan dengan tabel", "A sentence contradicts a table"),
        Dwibahasa("Angka dalam kalimat berbeda dari tabel.", "A figure of a sentence differs from the table."),
        Dwibahasa("Kalimat sering disalin dari laporan lama.", "Sentences are often copied from older reports."),
        Dwibahasa("Realisasi dalam kalimat sama dengan pagu.", "Realisasi of the sentence equals the pagu."),
        _LOOK_UP,
    ),
    *LISAN,
)

"""The catalogue's codes about structure: codes, balances, units, labels and names that contradict the figures. Data only; examples
are invented.
"""

from extractor.audit.entri import Dwibahasa, Kode

_LOOK_UP = Dwibahasa(
    "Bandingkan dengan sumbernya (DPA, LRA, Renstra), lalu perbaiki laporan atau catat koreksinya.",
    "Compare with the source (DPA, LRA, Renstra), then mend the report or record a correction.",
)

SUSUNAN = (
    Kode(
        "SALDO",
        "E",
        Dwibahasa("Surplus, defisit, atau sisa tidak sesuai", "A surplus, deficit or balance does not follow"),
        Dwibahasa(
            "Dalam laporan realisasi anggaran, surplus/defisit bukan pendapatan dikurangi belanja, pembiayaan neto bukan selisih "
            "penerimaan dan pengeluarannya, atau sisa lebih bukan jumlah keduanya, padahal saldo lain di tabel itu sesuai.",
            "In a report of realised budgets, the surplus is not revenue less spending, the net financing not the difference of both "
            "sides, or what is left not their sum, though another balance of the table holds.",
        ),
        Dwibahasa("Satu digit di salah satu angka itu salah.", "A digit of one of these figures is wrong."),
        Dwibahasa(
            "Pendapatan 20, belanja 50, defisit tercetak 40: seharusnya 30.",
            "Revenue 20, spending 50, printed deficit 40: it is 30.",
        ),
        _LOOK_UP,
    ),
    Kode(
        "SISA",
        "E",
        Dwibahasa("Sisa bukan pagu dikurangi realisasi", "What is left is not pagu less realisasi"),
        Dwibahasa(
            "Kolom sisa (atau lebih/kurang) hampir seluruhnya adalah selisih pagu dan realisasi, tetapi baris ini tidak.",
            "A column of what is left (or more/less) is nearly throughout the difference of pagu and realisasi, but not in this row.",
        ),
        Dwibahasa("Salah satu dari tiga angka salah ketik.", "One of the three figures is mistyped."),
        Dwibahasa(
            "Pagu 50, realisasi 45, sisa tercetak 15: seharusnya 5.", "Pagu 50, realisasi 45, printed rest 15: it is 5."
        ),
        _LOOK_UP,
    ),
    Kode(
        "UNIT-COL",
        "W",
        Dwibahasa(
            "Kolom satuan memuat angka",
            "A column of units holds figures",
        ),
        Dwibahasa(
            "Di bawah judul Satuan tercetak angka: target tergeser satu kolom, atau judul Satuan dan Target tertukar.",
            "Under the header Satuan stand figures: the target slid by one column, or the headers Satuan and Target changed "
            "places.",
        ),
        Dwibahasa(
            "Siapa pun yang membaca menurut judul kolom akan salah membaca.",
            "Whoever reads by the header of the column reads wrongly.",
        ),
        Dwibahasa(
            "Kolom Satuan berisi 100, kolom Target berisi Persen.",
            "The column Satuan holds 100, the column Target holds Persen.",
        ),
        _LOOK_UP,
    ),
    Kode(
        "RANGE",
        "W",
        Dwibahasa(
            "Golongan bertumpang tindih",
            "Groups that overlap",
        ),
        Dwibahasa(
            "Baris bernama rentang (misalnya golongan umur) berurutan, tetapi satu mulai di dalam golongan sebelumnya.",
            "Rows named by ranges (such as groups of age) follow one another, but one begins inside the group before it.",
        ),
        Dwibahasa(
            "Sebagian dihitung dua kali, atau namanya salah.",
            "Some are counted twice, or the name is wrong.",
        ),
        Dwibahasa(
            "20-24, 25-29, lalu 25-+: seharusnya 30+.",
            "20-24, 25-29, then 25-+: it is 30+.",
        ),
        _LOOK_UP,
    ),
    Kode(
        "EFF-LABEL",
        "W",
        Dwibahasa(
            "Sebutan efisiensi berlawanan dengan serapannya",
            "Words for efficiency against the percent spent",
        ),
        Dwibahasa(
            "Dua baris diberi sebutan (efisien, kurang efisien) yang berlawanan dengan urutan persentasenya pada baris lain "
            "di tabel itu.",
            "Two rows are called efficient or less efficient against the order of the percents that the other rows of the "
            "table show.",
        ),
        Dwibahasa(
            "Sebutan itu tidak mengikuti satu batas mana pun.",
            "The words follow no limit at all.",
        ),
        Dwibahasa(
            "84 % disebut kurang efisien, 85 % efisien, sedangkan yang di atas 90 % kurang efisien.",
            "84 % is called less efficient, 85 % efficient, while all above 90 % are less efficient.",
        ),
        _LOOK_UP,
    ),
    Kode(
        "POL",
        "W",
        Dwibahasa(
            "Capaian dihitung ke arah yang salah",
            "Capaian computed the wrong way round",
        ),
        Dwibahasa(
            "Menurut namanya, indikator ini makin rendah makin baik, tetapi capaian tercetak hanya dihasilkan oleh "
            "realisasi/target.",
            "By its name less is better for this indicator, but only realisasi/target gives the printed capaian.",
        ),
        Dwibahasa(
            "Target yang meleset tampak terlampaui.",
            "A target that was missed looks exceeded.",
        ),
        Dwibahasa(
            "Angka kemiskinan, target 8, realisasi 10, capaian 125: seharusnya 75.",
            "Poverty rate, target 8, realisasi 10, capaian 125: it is 75.",
        ),
        _LOOK_UP,
    ),
    Kode(
        "LABEL",
        "W",
        Dwibahasa(
            "Nama menyebut penurunan, angkanya tingkat",
            "A name of a decrease over figures of a level",
        ),
        Dwibahasa(
            "Nama indikator menyebut penurunan suatu angka, tetapi targetnya turun dari tahun ke tahun seperti angka itu "
            "sendiri.",
            "The indicator is named the decrease of something, but its targets fall from year to year like the thing "
            "itself.",
        ),
        Dwibahasa(
            "Arah baik buruknya, dan rumus capaiannya, menjadi tidak jelas.",
            "Which way is good, and which formula holds, becomes unclear.",
        ),
        Dwibahasa(
            "Persentase penurunan pengangguran: target 9,1; 9,0; 8,9.",
            "Percentage of decrease of unemployment: targets 9.1, 9.0, 8.9.",
        ),
        _LOOK_UP,
    ),
    Kode(
        "CODE-TRUNC",
        "W",
        Dwibahasa(
            "Kode terpotong",
            "A code cut short",
        ),
        Dwibahasa(
            "Baris yang bukan program diberi kode setingkat program, padahal program lain di tabel itu bernama Program.",
            "A row that is no program has a code of a program's length, though the programs of the table are called "
            "Program.",
        ),
        Dwibahasa(
            "Menurut kodenya baris itu masuk program yang salah.",
            "By its code the row belongs to the wrong program.",
        ),
        Dwibahasa(
            "Kode 1.01.01.02 untuk Penyediaan jasa listrik, kegiatan dari program 02.",
            "Code 1.01.01.02 at Penyediaan jasa listrik, a kegiatan of program 02.",
        ),
        _LOOK_UP,
    ),
    Kode(
        "CODE-ORDER",
        "I",
        Dwibahasa(
            "Kode tidak berurutan",
            "Codes out of order",
        ),
        Dwibahasa(
            "Dalam satu program kode kegiatan hampir selalu naik, tetapi di sini turun.",
            "Within a program the codes nearly always rise, but here one falls.",
        ),
        Dwibahasa(
            "Baris mungkin salah tempat atau kodenya salah ketik.",
            "The row may be in the wrong place, or its code mistyped.",
        ),
        Dwibahasa(
            "02.24, lalu 02.22.",
            "02.24, then 02.22.",
        ),
        _LOOK_UP,
    ),
    Kode(
        "CODE-PARENT",
        "W",
        Dwibahasa("Kode tidak sesuai induknya", "A code that is not under its parent's"),
        Dwibahasa(
            "Kode baris ini tidak diawali kode program di atasnya, padahal hampir semua baris lain di tabel itu demikian.",
            "The code of this row does not begin with that of the program above it, though nearly all other rows of the table do.",
        ),
        Dwibahasa("Menurut kodenya baris itu masuk program lain.", "By its code the row belongs to another program."),
        Dwibahasa("Di bawah program 1.01.05, kode 1.01.06.03.", "Under program 1.01.05 the code 1.01.06.03."),
        _LOOK_UP,
    ),
    Kode(
        "PARENT-EMPTY",
        "I",
        Dwibahasa("Program tanpa angka", "A program without money"),
        Dwibahasa(
            "Baris program tidak mencetak pagu, padahal kegiatan di bawahnya mencetaknya dan program lain di tabel itu juga.",
            "A program prints no pagu though the kegiatan under it do, and so do other programs of the table.",
        ),
        Dwibahasa("Jumlah menurut program kehilangan uang ini.", "Whoever adds up the programs loses this money."),
        Dwibahasa(
            "Program Pelatihan tanpa pagu, dua kegiatannya 50 dan 60 juta.",
            "Program Pelatihan without pagu, its two kegiatan have 50 and 60 million.",
        ),
        _LOOK_UP,
    ),
)

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
)

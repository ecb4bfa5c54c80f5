"""The catalogue's codes about sentences: counts, figures in words, totals, years. Data only; examples are invented."""

from extractor.audit.entri import Dwibahasa, Kode

_MEND = Dwibahasa(
    "Cocokkan kalimat dengan daftar atau tabelnya, lalu perbaiki salah satunya.",
    "Compare the sentence with its list or table, and mend one of them.",
)

LISAN = (
    Kode(
        "COUNT",
        "E",
        Dwibahasa("Jumlah yang disebut berbeda dari daftarnya", "A count differs from its list"),
        Dwibahasa(
            "Kalimat menyebut banyaknya kegiatan, program, indikator, atau sasaran; daftar bernomor di bawahnya atau tabel yang ditunjuk "
            "memuat jumlah lain.",
            "A sentence says how many kegiatan, programs, indicators or goals there are; the numbered list below it or the table that it "
            "points at has another number.",
        ),
        Dwibahasa(
            "Ada butir yang hilang, berlebih, atau kalimatnya disalin dari laporan lain.",
            "An item is missing or added, or the sentence was copied from another report.",
        ),
        Dwibahasa("“terdiri dari 5 kegiatan, yaitu:” dengan enam butir.", "“consists of 5 kegiatan:” with six items."),
        _MEND,
    ),
    Kode(
        "TERBILANG",
        "E",
        Dwibahasa("Angka tidak sama dengan tulisannya", "Digits and words differ"),
        Dwibahasa(
            "Angka dan tulisan dalam kurung di belakangnya menyatakan bilangan yang berbeda.",
            "A figure and the words in brackets behind it say different numbers.",
        ),
        Dwibahasa("Hanya satu yang dapat benar.", "Only one can be right."),
        Dwibahasa("12 (dua puluh) sasaran.", "12 (twenty) goals."),
        Dwibahasa(
            "Pastikan bilangannya, lalu perbaiki angka atau tulisannya.", "Find the number, then mend digits or words."
        ),
    ),
    Kode(
        "TOTAL",
        "E",
        Dwibahasa("Anggaran keseluruhan berbeda", "The whole budget differs"),
        Dwibahasa(
            "Kalimat tentang anggaran atau serapan keseluruhan bertentangan dengan bagiannya, dengan kalimat lain, atau dengan tabel.",
            "A sentence about the whole budget, or the share of it that was spent, contradicts its parts, another sentence, or the tables.",
        ),
        Dwibahasa(
            "Angka keseluruhan dikutip di ringkasan dan berita; pembaca tidak tahu mana yang benar.",
            "Totals are quoted in summaries and news; a reader cannot know which one is right.",
        ),
        Dwibahasa(
            "Rp 12.000.000.000 di pendahuluan, Rp 12.750.000.000 di penutup.",
            "Rp 12,000,000,000 in the introduction, Rp 12,750,000,000 at the end.",
        ),
        Dwibahasa(
            "Cocokkan dengan DPA atau LRA; bila maksudnya anggaran lain (sebelum perubahan, belanja langsung), sebutkan.",
            "Compare with DPA or LRA; where another budget is meant (before the change, direct spending), say so.",
        ),
    ),
)

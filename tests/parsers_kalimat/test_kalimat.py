"""Sentences of invented reports: who is spoken of, and which role each figure plays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.kalimat import find_claims

Expected = list[tuple[str | None, list[tuple[str, str, str]]]]

# sentence -> (subject, [(role, raw, number)]) of each claim
SENTENCES: list[tuple[str, Expected]] = [
    (
        "3) Kegiatan Pemeliharaan Taman Kota, realisasi anggaran Rp. 48.250.000,- atau 96,50% dari pagu anggaran sebesar Rp. 50.000.000,-;",
        [
            (
                "Pemeliharaan Taman Kota",
                [
                    ("realisasi", "Rp. 48.250.000,-", "48250000"),
                    ("persen", "96,50%", "96.50"),
                    ("pagu", "Rp. 50.000.000,-", "50000000"),
                ],
            )
        ],
    ),
    (
        "Program Penataan Pasar dengan pagu anggaran Rp 2.000.000.000 terealisasi sebesar Rp 1.900.000.000 (95,00%).",
        [
            (
                "Penataan Pasar",
                [
                    ("pagu", "Rp 2.000.000.000", "2000000000"),
                    ("realisasi", "Rp 1.900.000.000", "1900000000"),
                    ("persen", "95,00%", "95.00"),
                ],
            )
        ],
    ),
    (
        "Indikator Persentase jalan lingkungan mantap dengan target 80,5% dengan realisasi 84% sehingga capaian kinerja 104,35%.",
        [
            (
                "Persentase jalan lingkungan mantap",
                [("target", "80,5%", "80.5"), ("realisasi", "84%", "84"), ("capaian", "104,35%", "104.35")],
            )
        ],
    ),
    (
        "Dinas memperoleh alokasi anggaran sebesar Rp. 3.250.000.000,- (tiga miliar dua ratus lima puluh juta rupiah).",
        [
            (
                None,
                [
                    ("pagu", "Rp. 3.250.000.000,-", "3250000000"),
                    ("terbilang", "tiga miliar dua ratus lima puluh juta rupiah", "3250000000"),
                ],
            )
        ],
    ),
    (
        "Terdiri dari Belanja Tidak Langsung Rp 1.250.000.000,- dan Belanja Langsung (BL) Rp 2.000.000.000,-.",
        [
            (
                None,
                [
                    ("belanja_tidak_langsung", "Rp 1.250.000.000,-", "1250000000"),
                    ("belanja_langsung", "Rp 2.000.000.000,-", "2000000000"),
                ],
            )
        ],
    ),
    (
        "Program Kearsipan terdiri dari 12 (sebelas) kegiatan dan 3 sasaran.",
        [
            (
                "Kearsipan",
                [("jumlah_kegiatan", "12", "12"), ("terbilang", "sebelas", "11"), ("jumlah_sasaran", "3", "3")],
            )
        ],
    ),
    (
        "Kegiatan pelatihan pengrajin, output tercapai 78,5% maka terdapat efisiensi 21,5%, namun anggaran yang "
        "digunakan Rp. 15.700.000,-, Kegiatan pameran kerajinan, output tercapai 90% dengan anggaran Rp. 20.000.000,-.",
        [
            (
                "pelatihan pengrajin",
                [
                    ("capaian", "78,5%", "78.5"),
                    ("efisiensi", "21,5%", "21.5"),
                    ("realisasi", "Rp. 15.700.000,-", "15700000"),
                ],
            ),
            ("pameran kerajinan", [("capaian", "90%", "90"), ("pagu", "Rp. 20.000.000,-", "20000000")]),
        ],
    ),
    (
        "Secara keseluruhan realisasi fisik 100 persen sedangkan realisasi keuangan 97,18%.",
        [(None, [("fisik", "100 persen", "100"), ("persen", "97,18%", "97.18")])],
    ),
    (
        "11. Penyediaan jasa kebun bibit Rp. 28.000.000,- atau 99% terpelihara",
        [("Penyediaan jasa kebun bibit", [("realisasi", "Rp. 28.000.000,-", "28000000"), ("persen", "99%", "99")])],
    ),
    (
        "Jumlah kelompok tani binaan dengan target 40 kelompok dan realisasi 44 kelompok.",
        [(None, [("target", "40 kelompok", "40"), ("realisasi", "44 kelompok", "44")])],
    ),
    (
        "Terdapat sisa anggaran sebesar Rp. 12.500.000,- (2,5 %).",
        [(None, [("sisa", "Rp. 12.500.000,-", "12500000"), ("persen", "2,5 %", "2.5")])],
    ),
    (
        "6. Program Pengelolaan Keuangan dan Kekayaan Desa (Alokasi anggaran sebesar Rp. 98.000.000,-), dengan kegiatan:",
        [("Pengelolaan Keuangan dan Kekayaan Desa", [("pagu", "Rp. 98.000.000,-", "98000000")])],
    ),
    (
        "7. Kegiatan Pengawasan Kegiatan Penambangan Pasir, dengan alokasi anggaran sebesar Rp. 75.000.000,-",
        [("Pengawasan Kegiatan Penambangan Pasir", [("pagu", "Rp. 75.000.000,-", "75000000")])],
    ),
    (
        "Dana diserap melalui realisasi anggaran Rp. 1.790.000. 000,- dan Rp 1,5 miliar.",
        [(None, [("realisasi", "Rp. 1.790.000. 000,-", "1790000000"), ("nilai", "Rp 1,5 miliar", "1500000000")])],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_sentences(sentence: str, expected: Expected) -> None:
    found = find_claims(sentence)
    assert [
        (c.subject, [(f.role, f.raw, format(f.value.number or 0, "f")) for f in c.figures]) for c in found
    ] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Peraturan Menteri Nomor 53 Tahun 2014 tentang Petunjuk Teknis.",
        "Capaian dihitung dengan rumus realisasi dibagi target x 100%",
        "Nilai > 80% dengan sebutan baik",
        "Sasaran Strategis ke-2 (dua) adalah meningkatnya pelayanan.",
        "Kegiatan dilaksanakan pada tahun 2020.",
        "",
    ],
)
def test_sentences_that_claim_nothing(sentence: str) -> None:
    assert find_claims(sentence) == ()


def test_a_claim_without_a_name_takes_the_one_before() -> None:
    text = "Kegiatan Penanaman Mangrove dengan nilai Rp. 90.000.000,- selesai. Realisasi kegiatan ini adalah Rp. 81.000.000,- atau 90%."
    first, second = find_claims(text)
    assert (first.subject, second.subject) == ("Penanaman Mangrove", "Penanaman Mangrove")
    assert text[second.start :].startswith(second.text)
    assert find_claims("Realisasi anggaran Rp. 1.000.000,-", "Taman Baca")[0].subject == "Taman Baca"


def test_a_doubtful_figure_stays_doubtful() -> None:
    (claim,) = find_claims("Kegiatan Lomba Desa realisasi anggaran Rp. 150.000.00,- dari pagu Rp. 150.000.000,-")
    assert [figure.value.reading for figure in claim.figures] == ["ambiguous", "clean"]


def test_words_that_are_no_number_are_kept_without_one() -> None:
    (claim,) = find_claims("anggaran Rp. 5.000.000,- (lima jutaa rupiah)")
    assert [(f.role, f.value.number is None) for f in claim.figures] == [("pagu", False), ("terbilang", True)]


_WORDS = st.sampled_from(
    [
        "Kegiatan",
        "Program",
        "realisasi",
        "anggaran",
        "Rp. 1.000.000,-",
        "atau",
        "97%",
        "dari",
        "pagu",
        "(",
        ")",
        ".",
        ";",
        "3",
        "target",
        "Taman",
        "(tiga)",
    ]
)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(_WORDS, max_size=25).map(" ".join)))
def test_every_claim_and_figure_stands_where_it_says(text: str) -> None:
    for claim in find_claims(text):
        assert text[claim.start :].startswith(claim.text)
        ends = [0]
        for figure in claim.figures:
            assert claim.text[figure.start : figure.end] == figure.raw
            assert figure.start >= ends[-1]
            ends.append(figure.end)

"""Counts and figures in words: the sentence against its list, its table, its words."""

from decimal import Decimal

from extractor.audit import Audited, audit
from extractor.model.hitungan import Hitungan
from extractor.model.laporan import Klaim, KlaimFigure
from tests.audit.pabrik import ACHIEVED, codes, only, tabel

ROWS = [["1", "Indeks layanan", "80", "80", "100"], ["2", "Nilai akhir", "50", "50", "100"]]


def judge(*counts: Hitungan, klaim: tuple[Klaim, ...] = ()) -> Audited:
    return audit([tabel(ROWS, ACHIEVED)], [], [], klaim, (), counts)


def count(
    noun: str,
    number: int,
    *,
    words: int | None = None,
    listed: int | None = None,
    tabel: str | None = None,
    others: tuple[int, ...] = (),
) -> Hitungan:
    return Hitungan(f"{number} {noun}", 7, None, noun, str(number), number, words, listed, tabel, others)


def test_a_list_of_another_length_is_an_error() -> None:
    item = only(judge(count("kegiatan", 10, listed=11)), "COUNT")
    assert (item.severity, item.reported, item.recomputed, item.refs[0].page) == ("E", "10", "11", 7)


def test_a_list_may_be_of_any_thing_the_sentence_counts() -> None:
    assert codes(judge(count("sasaran", 2, listed=3, others=(3,)))) == []


def test_the_rows_of_the_table_pointed_at_are_counted() -> None:
    assert codes(judge(count("indikator", 2, tabel="t1"))) == []
    item = only(judge(count("indikator", 3, tabel="t1")), "COUNT")
    assert (item.severity, item.recomputed, item.refs[1].tabel) == ("W", "2", "3.1")


def test_words_beside_digits_are_a_witness() -> None:
    assert codes(judge(count("sasaran", 23, words=23))) == []
    assert only(judge(count("sasaran", 23, words=18)), "TERBILANG").recomputed == "18"


def test_amounts_in_words() -> None:
    def claim(words: int) -> Klaim:
        figures = (KlaimFigure("pagu", "Rp 1.500,-", Decimal(1500)), KlaimFigure("terbilang", "…", Decimal(words)))
        return Klaim(7, "…", None, figures)

    assert codes(judge(klaim=(claim(1500),))) == []
    assert only(judge(klaim=(claim(1050),)), "TERBILANG").reported == "Rp 1.500,-"

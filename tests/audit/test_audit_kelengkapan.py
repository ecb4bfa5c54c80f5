"""What chapter III must speak of: a topic with neither words nor a table is told, others are not."""

import msgspec
import pytest

from extractor.audit import audit
from extractor.model.body import Body, Line
from extractor.model.laporan import Bab
from extractor.model.place import Place
from extractor.model.ucapan import Ucapan
from extractor.records import read_ucapan
from parsers.isi import TOPICS, topics
from tests.audit.pabrik import codes, tabel

WHOLE = {
    "tahun_lalu": "Realisasi ini meningkat dibandingkan tahun 2019.",
    "jangka_menengah": "Perbandingan realisasi dengan target akhir Renstra.",
    "efisiensi": "Efisiensi penggunaan sumber daya 5 %.",
    "penyebab": "Faktor penghambat adalah cuaca.",
}


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_is_known_by_its_words(topic: str) -> None:
    assert topic in topics(WHOLE[topic])
    assert topic not in topics("Capaian kinerja sasaran pertama 100 %.")


def lacking(*texts: str, chapters: int = 4, jenis: str | None = "LKIP") -> set[str]:
    here = Place(9)
    head = Line("BAB III AKUNTABILITAS KINERJA", here, role="bab")
    early = tuple(Line(text, Place(2)) for text in WHOLE.values())
    body = Body((*early, head, *(Line(text, here) for text in texts)))
    bab = [Bab(number, "JUDUL", 9) for number in ("I", "II", "III", "IV")[:chapters]]
    return {item.raw for item in read_ucapan(body, bab, jenis) if item.kind == "tanpa"}


def test_only_what_stands_in_chapter_three_of_a_whole_report_counts() -> None:
    assert lacking(*WHOLE.values()) == set()
    assert lacking("Capaian kinerja 100 %.") == set(TOPICS)
    assert lacking(WHOLE["efisiensi"]) == set(TOPICS) - {"efisiensi"}
    assert lacking("Capaian kinerja 100 %.", chapters=3) == set()
    assert lacking("Capaian kinerja 100 %.", jenis=None) == set()


def test_a_table_speaks_for_its_topic() -> None:
    t = tabel([["Indeks mutu", "80"]], ("indikator", "target"))
    said = [Ucapan("tanpa", topic, 9) for topic in TOPICS]
    assert codes(audit([t], [], [], ucapan=said)) == ["STRUCT-CONTENT"] * len(TOPICS)
    compared = msgspec.structs.replace(t, jenis="perbandingan_tahun")
    assert codes(audit([compared], [], [], ucapan=said)) == ["STRUCT-CONTENT"] * (len(TOPICS) - 1)

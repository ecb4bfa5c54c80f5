"""The samples are what the description says: same bytes as committed, twice the same, small, with every trait that they promise."""

import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pdfplumber
import pytest

from samples.deskripsi import LAPORAN
from samples.make import semua
from samples.model import Tabel
from samples.pdf.dokumen import Letak, gambar
from samples.pdf.gaya import GAYA, Gaya

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def made() -> Iterator[dict[str, bytes]]:
    yield semua()


def test_made_again_gives_the_committed_bytes(made: dict[str, bytes]) -> None:
    stale = [name for name, data in made.items() if not (ROOT / name).exists() or (ROOT / name).read_bytes() != data]
    assert not stale, (
        f"{stale} differ from the description: run `python -m samples.make`, look at the files, commit them"
    )


def test_twice_the_same_bytes(made: dict[str, bytes]) -> None:
    assert semua() == made


def test_nothing_else_is_committed_as_sample(made: dict[str, bytes]) -> None:
    there = {
        p.relative_to(ROOT).as_posix()
        for p in (ROOT / "samples").rglob("*")
        if p.suffix in (".pdf", ".docx", ".txt", ".tiff")
    }
    assert there == {name for name in made if name.startswith("samples/")}


def test_samples_stay_small() -> None:
    files = [p for p in (ROOT / "samples").rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    assert sum(p.stat().st_size for p in files) < 3_000_000


def pages(places: Letak, nomor: str) -> list[int]:
    return next(places.halaman[i] for i, u in enumerate(LAPORAN.unsur) if isinstance(u, Tabel) and u.nomor == nomor)


@pytest.mark.parametrize("look", GAYA, ids=lambda g: g.nama)
def test_traits_of_each_look(look: Gaya) -> None:
    data, places = gambar(LAPORAN, look)
    repeats = {u.nomor: u.ulang for u in LAPORAN.unsur if isinstance(u, Tabel)}
    assert (len(pages(places, "2.4")), repeats["2.4"]) == (3, False)
    assert (len(pages(places, "3.6")), repeats["3.6"]) == (3, True)
    assert bool(places.terpotong) != look.renggang
    drawn = {
        "lkip-word": (re.findall(rb" re f\b", data), 3000),
        "lkip-tipis": (re.findall(rb" re f\b", data), 300),
        "lkip-ganda": (re.findall(rb" l S\b", data), 300),
        "lkip-tanpagaris": (re.findall(rb" re f\b| l S\b", data), 20),
    }
    marks, least = drawn[look.nama]
    assert len(marks) >= least
    if look.renggang:
        assert len(marks) < 60


@pytest.mark.parametrize("look", GAYA, ids=lambda g: g.nama)
def test_every_cell_is_printed_on_its_pages(look: Gaya, made: dict[str, bytes]) -> None:
    """Read with another library than the one that drew it: each word of the truth stands there often enough."""
    label = json.loads(made[f"golden/{look.nama}.truth.json"])
    with pdfplumber.open(io.BytesIO(made[f"samples/{look.nama}.pdf"])) as pdf:
        printed = [Counter((page.extract_text(use_text_flow=True) or "").split()) for page in pdf.pages]
    for table, cells in zip(label["tabel"], label["cells"].values(), strict=True):
        there = sum((printed[page - 1] for page in table["pages"]), Counter())
        wanted = Counter(word for row in cells["grid"] for text in row for word in text.split())
        assert not wanted - there, table["judul"]


PARTS = {
    "a text box, for new and old readers": r"<mc:AlternateContent>.*<wps:txbx>.*<v:textbox>",
    "cells over several columns": r'<w:gridSpan w:val="5"/>',
    "cells over several rows": r'<w:vMerge w:val="restart"/>.*<w:vMerge/>',
    "computed numbers": r"<w:numPr>",
    "a simple caption field": r'<w:fldSimple [^>]*w:instr=" SEQ Tabel_1 ',
    "a complex caption field": r"<w:instrText[^>]*> SEQ Tabel_3 ",
    "an insertion": r"<w:ins ",
    "a deletion": r"<w:delText[^>]*>semua<",
    "a footnote": r'<w:footnoteReference w:id="1"/>',
    "a content control around a table": r"<w:sdtContent[^>]*><w:tbl[ >]",
    "a lying page": r'w:orient="landscape"',
    "a repeated header": r"<w:tblHeader/>",
}


@pytest.mark.parametrize("what", PARTS)
def test_traits_of_the_docx(what: str, made: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "lkip.docx"
    path.write_bytes(made["samples/lkip.docx"])
    with zipfile.ZipFile(path) as package:
        xml = package.read("word/document.xml").decode()
        assert b"tertua" in package.read("word/footnotes.xml")
    assert re.search(PARTS[what], xml, re.DOTALL)

"""Packages: odd ones are read, bad ones are refused with a named reason, bombs are bounded."""

import zipfile
from pathlib import Path

import pytest

from extractor.model.body import Grid, dense
from extractor.model.errors import DamagedInput, EmptyInput, EncryptedInput, InputError, NotAReport, TooLarge
from extractor.readers.docx import DocxLimits, read_docx
from tests.readers_docx.word import docx, p, part, rels, tbl, tc, texts, tr, types, write

DOCUMENT = part("document", f"<w:body>{p('isi')}</w:body>")
SHARED = Path(__file__).parents[2].parent / "shared" / "data"


READABLE: dict[str, dict[str, str | bytes | None]] = {
    "no content types": {"[Content_Types].xml": None},
    "macro": {"[Content_Types].xml": types(()).replace("document.main", "macroEnabled")},
    "a link to itself": {"word/_rels/document.xml.rels": rels({"x": "document.xml"})},
    "a link to nothing": {"word/_rels/document.xml.rels": rels({"image": "../NULL", "styles": "styles.xml"})},
    "strict names": {
        "word/document.xml": DOCUMENT.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
        "_rels/.rels": rels({"officeDocument": "word/document.xml"}).replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    },
}

REFUSED: dict[str, tuple[dict[str, str | bytes | None], type[InputError]]] = {
    "no document": ({"word/document.xml": None}, DamagedInput),
    "no relationships": ({"_rels/.rels": None}, NotAReport),
    "relationships are no XML": ({"_rels/.rels": "<a>"}, DamagedInput),
    "another Office file": ({"word/document.xml": "<workbook/>"}, NotAReport),
    "cut XML": ({"word/document.xml": DOCUMENT[:-30]}, DamagedInput),
    "bad UTF-8": ({"word/document.xml": DOCUMENT.encode().replace(b"isi", b"\xff\xfe")}, DamagedInput),
    "entity": ({"word/document.xml": f'<!DOCTYPE a [<!ENTITY e "x">]>{DOCUMENT.replace("isi", "&e;")}'}, DamagedInput),
    "entity in UTF-16": ({"word/document.xml": f"<!DOCTYPE a []>{DOCUMENT}".encode("utf-16")}, DamagedInput),
    "entity in a relationship": ({"_rels/.rels": "<!DOCTYPE a []>" + rels({})}, DamagedInput),
    "nothing printed": ({"word/document.xml": part("document", "<w:body/>")}, EmptyInput),
    "too deep": ({"word/document.xml": "<a>" * 300 + "</a>" * 300}, TooLarge),
}


def changed(folder: Path, changes: dict[str, str | bytes | None]) -> Path:
    entries: dict[str, str | bytes | None] = {
        "[Content_Types].xml": types(()),
        "_rels/.rels": rels({"officeDocument": "word/document.xml"}),
        "word/document.xml": DOCUMENT,
        **changes,
    }
    return write(folder / "laporan.docx", {name: content for name, content in entries.items() if content is not None})


@pytest.mark.parametrize("changes", READABLE.values(), ids=READABLE.keys())
def test_odd_packages_are_read(tmp_path: Path, changes: dict[str, str | bytes | None]) -> None:
    assert texts(read_docx(changed(tmp_path, changes))) == ["isi"]


@pytest.mark.parametrize(("changes", "error"), REFUSED.values(), ids=REFUSED.keys())
def test_bad_packages_are_refused(
    tmp_path: Path, changes: dict[str, str | bytes | None], error: type[InputError]
) -> None:
    with pytest.raises(error) as raised:
        read_docx(changed(tmp_path, changes))
    assert raised.value.message_id
    assert raised.value.advice_en


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", EmptyInput),
        (b"%PDF-1.4", NotAReport),
        (b"PK\x03\x04 terpotong", DamagedInput),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), NotAReport),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), EncryptedInput),
    ],
)
def test_other_files_are_refused(tmp_path: Path, content: bytes, error: type[InputError]) -> None:
    path = tmp_path / "laporan.docx"
    path.write_bytes(content)
    with pytest.raises(error):
        read_docx(path)


LIMITS = {
    "max_entries": DocxLimits(max_entries=3),
    "max_part_bytes": DocxLimits(max_part_bytes=10_000),
    "max_total_bytes": DocxLimits(max_total_bytes=10_000),
    "max_ratio": DocxLimits(max_ratio=5, ratio_grace=10_000),
    "max_relationship_files": DocxLimits(max_relationship_files=1),
    "max_relationships": DocxLimits(max_relationships=1),
    "max_xml_tags": DocxLimits(max_xml_tags=100),
    "max_xml_depth": DocxLimits(max_xml_depth=3),
}


@pytest.mark.parametrize(("name", "limits"), LIMITS.items(), ids=LIMITS.keys())
def test_each_limit_is_kept_and_named(tmp_path: Path, name: str, limits: DocxLimits) -> None:
    path = docx(tmp_path, p("isi") * 1000, styles="")
    assert len(texts(read_docx(path))) == 1000
    with pytest.raises(TooLarge, match=name):
        read_docx(path, limits)


def test_unread_parts_are_never_inflated(tmp_path: Path) -> None:
    path = changed(
        tmp_path,
        {"word/media/a.png": bytes(2_000_000), "word/_rels/document.xml.rels": rels({"image": "media/a.png"})},
    )
    assert texts(read_docx(path, DocxLimits(max_total_bytes=100_000))) == ["isi"]


def test_overlapping_and_oddly_packed_entries(tmp_path: Path) -> None:
    path = changed(tmp_path, {})
    with zipfile.ZipFile(path, "a") as archive:
        archive.infolist()[1].header_offset = archive.infolist()[2].header_offset
        archive.comment = b"x"
    with pytest.raises(DamagedInput, match="overlap"):
        read_docx(path)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("_rels/.rels", rels({"officeDocument": "word/document.xml"}))
    with pytest.raises(NotAReport, match="unsupported"):
        read_docx(path)


def test_twice_the_same(tmp_path: Path) -> None:
    path = docx(tmp_path, p("isi") + tbl(tr(tc("a"), tc("b"))))
    assert read_docx(path) == read_docx(path)


@pytest.mark.skipif(not SHARED.exists(), reason="real reports are not here")
def test_real_report_has_its_tables() -> None:
    reading = read_docx(SHARED / "lkip2020" / "lkip2020_docx.docx")
    found = [item for item in reading.body.items if isinstance(item, Grid)]
    assert len(found) == 23
    assert [len(dense(grid)[0]) for grid in found[:4]] == [4, 1, 1, 7]
    assert reading.notes == {}

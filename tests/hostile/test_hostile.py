"""Hostile files of every class, read in this process: read as far as they can be, or refused with a reason and advice; never an accident.

Bombs that have to be killed from outside are tried with the workers (`tests/batch`) and the limits (`tests/cli`).
"""

import struct
import zlib
from pathlib import Path

import pytest

from extractor import pipeline
from extractor.model.errors import DamagedInput, EmptyInput, EncryptedInput, InputError, NotAReport, TooLarge
from extractor.model.laporan import Laporan
from extractor.model.options import Options
from tests.hostile.berkas import PARAGRAPH, TEXT, W, archive, patched, pdf, relations, stream, word

ENTITIES = f'<!DOCTYPE w [<!ENTITY a "{"A" * 100}"><!ENTITY b "{"&a;" * 100}">]>'
DUMP = b"Tabel 3.1\tJudul\n" + b"".join(b"%d\tUraian\t%d\t90\n" % (n, n * 1000) for n in range(9))
PDF = pdf()


def read(folder: Path, data: bytes, name: str = "laporan.pdf") -> Laporan:
    path = folder / name
    path.write_bytes(data)
    return pipeline.run(path, Options(ocr="off"))


def entities(encoding: str, name: str) -> bytes:
    body = f"<w:document {W}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
    return f'<?xml version="1.0" encoding="{name}"?>{ENTITIES}{body}'.encode(encoding)


def nested(count: int, opening: str, closing: str) -> str:
    return opening * count + PARAGRAPH + closing * count


def struck(count: int) -> bytes:
    """A PNG of `count` x `count` that holds next to nothing."""
    head = b"IHDR" + struct.pack(">IIBBBBB", count, count, 1, 0, 0, 0, 0)
    data = b"IDAT" + zlib.compress(bytes(100))
    chunks = [struct.pack(">I", len(c) - 4) + c + struct.pack(">I", zlib.crc32(c)) for c in (head, data, b"IEND")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


READ = {
    "inherited over a parent that is its own": pdf(o2=b"<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 2 0 R >>"),
    "soft mask of itself": pdf(
        b"/G gs " + TEXT,
        resources=b"/ExtGState << /G 6 0 R >>",
        o6=b"<< /SMask << /S /Luminosity /G 7 0 R >> >>",
        o7=stream(
            b"/G gs 0 0 9 9 re f",
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /ExtGState << /G 6 0 R >> >>",
        ),
    ),
    "page of a thousand million points": pdf(box=b"/MediaBox [0 0 1e9 1e9]"),
    "page upside down in its own box": pdf(box=b"/MediaBox [595 842 0 0]"),
    "rules beyond all numbers": pdf(b"1e38 0 m -1e38 1e38 l S nan 1 m 5 5 l S 0 0 1e30 1e30 re S " + TEXT),
    "outline in a circle": pdf(
        catalog=b"/Outlines 6 0 R", o6=b"<< /First 7 0 R >>", o7=b"<< /Title (BAB I) /Next 7 0 R /First 6 0 R >>"
    ),
    "structure tree in a circle": pdf(
        catalog=b"/StructTreeRoot 6 0 R", o6=b"<< /S /Table /K [7 0 R 7 0 R] >>", o7=b"<< /S /TR /K [6 0 R 6 0 R] >>"
    ),
    "page labels in a circle": pdf(catalog=b"/PageLabels 6 0 R", o6=b"<< /Kids [6 0 R] >>"),
    "actions and forms": pdf(
        page=b"/AA << /O << /S /JavaScript /JS (app.alert(1)) >> >>",
        catalog=b"/OpenAction << /S /Launch /F (/bin/sh) >> /AcroForm << /Fields [6 0 R] /XFA 7 0 R >>",
        o6=b"<< /FT /Tx /T (a) /V (=1+1) /Kids [6 0 R] /Parent 6 0 R >>",
        o7=stream(b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'),
    ),
    "names with NUL": PDF.replace(b"/F1", b"/F#00"),
    "a negative length": PDF.replace(b"/Length %d" % len(TEXT), b"/Length -9"),
    "a length of 2^40": PDF.replace(b"/Length %d" % len(TEXT), b"/Length 1099511627776"),
    "letters that are half a pair": pdf(
        font=b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
        o6=stream(
            b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfchar <7e> <d800> <7c> <001b> endbfchar endcmap"
        ),
    ).replace(b"kinerja", b"~|nerja"),
    "3 KB of a server's log before the header": b"baris log server\r\n" * 180 + PDF,
    "Word: cells of a million columns": word(
        f'{PARAGRAPH}<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000"/></w:tcPr>{PARAGRAPH}</w:tc>'
        f"<w:tc>{PARAGRAPH}</w:tc></w:tr></w:tbl>"
    ),
    "Word: merges that never begin": word(
        PARAGRAPH
        + "<w:tbl>"
        + f"<w:tr><w:tc><w:tcPr><w:vMerge/><w:hMerge/></w:tcPr>{PARAGRAPH}</w:tc><w:tc>{PARAGRAPH}</w:tc></w:tr>" * 9
        + "</w:tbl>"
    ),
    "Word: a hundred content controls deep": word(nested(100, "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")),
    "Word: forty frames deep": word(nested(40, "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")),
    "Word: everything that lies outside": word(
        PARAGRAPH + '<w:altChunk w:id="r0"/>',
        {"attachedTemplate": "http://127.0.0.1:9/t", "oleObject": "file:///etc/passwd", "styles": "file:///etc/passwd"},
    ),
    "Word: numbers of a thousand million": word(
        '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>PENANDA</w:t></w:r></w:p>' * 99,
        numbering=f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="999999999"/>'
        f'<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="{"%1 " * 20000}"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
    ),
    "Word: zeros after the archive": word() + bytes(50_000),
    "a text with all kinds of line ends": DUMP.replace(b"\n", b"\r\n", 3) + b"PENANDA\v\x1e\x1f\xc2\x85\xe2\x80\xa8a\r",
    "a sentence of ten thousand figures": DUMP + b"PENANDA\nrealisasi Rp. " + b"1.000,- atau 5,5% dari Rp. " * 10_000,
}
"""Read, with the word PENANDA in it."""
REFUSED: dict[str, tuple[bytes, type[InputError], str]] = {
    "only a header": (b"%PDF-1.7\n%%EOF\n", DamagedInput, "damaged"),
    "a million open brackets": (b"%PDF-1.7\n1 0 obj\n" + b"[" * 1_000_000 + b"\n%%EOF", DamagedInput, "damaged"),
    "an encryption that nobody knows": (
        pdf(trailer=b"/Encrypt << /Filter /Standard /V 99 /R 99 /O (x) /U (y) /P 0 >> /ID [(a) (b)]"),
        EncryptedInput,
        "encrypted",
    ),
    "a lock without what it locks": (
        b"trailer<<<>/Encrypt 62 0 R>>\n62 0 obj<</Filter/Standard/O<>/R 3/U<>/V 2>>0 0\n", EncryptedInput, "encrypted",
    ),
    "more text than a page may hold": (pdf(b"/X Do " * 9000, resources=b"/XObject << /X 6 0 R >>", o6=stream(
        TEXT, b"/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /Font << /F1 4 0 R >> >>"
    )), TooLarge, "characters, more than 200000"),
    "entities in UTF-16": (archive({
        "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": entities("utf-16", "UTF-16"),
    }), DamagedInput, "entities"),
    "entities among the styles": (word(styles=f"{ENTITIES}<w:styles {W}>&b;</w:styles>"), DamagedInput, "entities"),
    "content controls without end": (word(nested(9000, "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")), TooLarge, "limit"),
    "parts with a password": (
        patched(patched(word(), b"PK\1\2", 8, b"\1\0"), b"PK\3\4", 6, b"\1\0"), EncryptedInput, "encrypted",
    ),
    "parts packed in an unknown way": (
        patched(patched(word(), b"PK\1\2", 10, b"\x63\0"), b"PK\3\4", 8, b"\x63\0"), NotAReport, "unsupported compression",
    ),
    "wrong checksums": (patched(word(), b"PK\1\2", 16, b"\1\2\3\4"), DamagedInput, "corrupt"),
    "a document of nothing": (word(""), EmptyInput, "empty"),
    "a picture of 100,000 x 100,000": (struck(100_000), TooLarge, "max_pixels"),
    "a program": (b"MZ\x90\0" + bytes(range(256)) * 9, NotAReport, "not supported"),
    "an answer of a server": (b'{"error": "unauthorized"}', NotAReport, "not supported"),
    "a text of 20 MB": (DUMP + b"angka " * 3_400_000, TooLarge, "max_bytes"),
}  # fmt: skip
"""Refused: the kind of error and words of its message."""


@pytest.mark.parametrize("data", READ.values(), ids=READ.keys())
def test_what_can_be_read_is_read(data: bytes, tmp_path: Path) -> None:
    laporan = read(tmp_path, data)
    assert any("PENANDA" in text.text for text in laporan.teks)
    assert not any("root:" in text.text for text in laporan.teks)


@pytest.mark.parametrize(("data", "kind", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_read_is_refused_with_advice(
    data: bytes, kind: type[InputError], words: str, tmp_path: Path
) -> None:
    with pytest.raises(kind) as refused:
        read(tmp_path, data)
    error = refused.value
    assert words in error.message_en
    assert "" not in (error.message_id, error.advice_id, error.advice_en)


@pytest.mark.parametrize("side", [1, 3, 40])
def test_a_picture_too_small_for_a_page_is_a_blank_one(side: int, tmp_path: Path) -> None:
    from PIL import Image

    path = tmp_path / "a.png"
    Image.new("L", (side, side), 255).save(path)
    laporan = pipeline.run(path, Options())
    assert (laporan.source.pages, laporan.teks) == (1, ())

"""Parts of the package beside the body: list numbering, footnotes, page head and foot, and the fixed zip container.

In: a python-docx document. Out: the same document with the parts added, and its bytes.
"""

import datetime
import io
import zipfile
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from samples.word.xml import NS, lari, medan, paragraf, sifat, urai

BAB, BAB_EMPAT, SUBBAB_DUA, SUBBAB_TIGA, HURUF, ANGKA = 50, 54, 52, 53, 60, 61
"""Numbering ids. BAB counts chapters in Roman letters and their sections (1.1); BAB_EMPAT is the same list, started at 4."""

_ABSTRAK: dict[int, list[tuple[str, str, bool]]] = {
    50: [("upperRoman", "BAB %1", False), ("decimal", "%1.%2", True), ("decimal", "%1.%2.%3", True)],
    52: [("decimal", "2.%1", False)],
    53: [("decimal", "3.%1", False), ("decimal", "3.%1.%2", False)],
    60: [("lowerLetter", "%1.", False)],
    61: [("decimal", "%1.", False)],
}


def pasang_penomoran(dokumen: Document) -> None:
    """Add the lists to numbering.xml: definitions before the lists that use them."""
    root: Any = dokumen.part.numbering_part.element
    at = next(i for i, child in enumerate(root) if child.tag.endswith("}num"))
    for number, levels in _ABSTRAK.items():
        xml = "".join(
            _tingkat(i, *level, rata="center" if number == 50 and i == 0 else "left") for i, level in enumerate(levels)
        )
        root.insert(
            at,
            urai(
                f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{xml}</w:abstractNum>'
            ),
        )
        at += 1
        root.append(urai(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'
    root.append(urai(f'<w:num w:numId="{BAB_EMPAT}"><w:abstractNumId w:val="{BAB}"/>{start}</w:num>'))


def _tingkat(level: int, bentuk: str, teks: str, hukum: bool, rata: str) -> str:
    legal = "<w:isLgl/>" if hukum else ""
    indent = "" if rata == "center" else '<w:pPr><w:ind w:left="720" w:hanging="720"/></w:pPr>'
    tail = "space" if rata == "center" else "tab"
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{bentuk}"/>{legal}<w:suff w:val="{tail}"/>'
        f'<w:lvlText w:val="{teks}"/><w:lvlJc w:val="left"/>{indent}</w:lvl>'
    )


def pasang_catatan_kaki(dokumen: Document, catatan: list[str]) -> None:
    """Add footnotes.xml with the two separators Word wants and the notes, numbered from 1."""
    size = sifat(ukuran=9)
    marks = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{tag}/></w:r></w:p></w:footnote>'
        for number, kind, tag in ((-1, "separator", "separator"), (0, "continuationSeparator", "continuationSeparator"))
    )
    for i, text in enumerate(catatan, 1):
        mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        marks += f'<w:footnote w:id="{i}">{paragraf(mark + lari(" " + text, size))}</w:footnote>'
    xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:footnotes {NS}>{marks}</w:footnotes>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, xml.encode(), dokumen.part.package)
    dokumen.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def pasang_kepala_kaki(dokumen: Document, kepala: str, kaki: str) -> None:
    """Running head and foot with the page number; later sections go on with them, the cover shows none."""
    section = dokumen.sections[0]
    section.different_first_page_header_footer = True
    head = paragraf(
        lari(kepala, sifat(ukuran=8)), '<w:pBdr><w:bottom w:val="single" w:sz="4"/></w:pBdr><w:jc w:val="right"/>'
    )
    number = lari(f"{kaki} | Halaman ", sifat(ukuran=8)) + medan("PAGE", "1", sifat(ukuran=8))
    foot = paragraf(number, '<w:jc w:val="right"/>')
    for part, xml in ((section.header, head), (section.footer, foot)):
        part.is_linked_to_previous = False
        root = part._element
        root.remove(root[0])
        root.append(urai(xml))


def rampingkan(dokumen: Document) -> None:
    """Leave out what the template brings and the report does not use: a hundred table styles, twice."""
    for rid, relation in list(dokumen.part.rels.items()):
        if relation.reltype.endswith("/stylesWithEffects"):
            dokumen.part.rels.pop(rid)
    styles = dokumen.styles.element
    for style in styles.xpath("./w:style[@w:type='table']"):
        if style.styleId not in ("TableGrid", "TableNormal"):
            styles.remove(style)


def atur_sifat(dokumen: Document, judul: str, pengarang: str) -> None:
    """Fixed document properties: nothing of the day on which the sample was made."""
    day = datetime.datetime(2025, 2, 17, 8, 0, 0)
    props = dokumen.core_properties
    props.title, props.author, props.last_modified_by, props.comments = judul, pengarang, pengarang, ""
    props.created = props.modified = day
    props.revision = 1


def bungkus_tetap(dokumen: Document) -> bytes:
    """The package with fixed zip times and stored members: the same bytes on every machine, whatever its zlib and clock."""
    first, second = io.BytesIO(), io.BytesIO()
    dokumen.save(first)
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(second, "w", zipfile.ZIP_STORED) as new:
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 0
            new.writestr(info, old.read(name))
    return second.getvalue()

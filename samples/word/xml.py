"""Pieces of WordprocessingML as text: runs, fields, tracked changes, content controls, the text box.

In: texts. Out: XML strings without namespace declarations; `urai` turns one into an element. Times and authors are fixed.
"""

from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_JEJAK = 'w:author="Subbagian Perencanaan" w:date="2025-02-10T09:00:00Z"'


def urai(xml: str) -> Any:
    """An element; the first tag gets the namespaces."""
    head, rest = xml.split(">", 1)
    slash = "/" if head.endswith("/") else ""
    return parse_xml(f"{head.removesuffix('/')} {NS}{slash}>{rest}")


def sifat(tebal: bool = False, ukuran: float | None = None) -> str:
    """Run properties; `ukuran` in points."""
    size = f'<w:sz w:val="{round(ukuran * 2)}"/>' if ukuran else ""
    return f"<w:rPr>{'<w:b/>' if tebal else ''}{size}</w:rPr>"


def lari(teks: str, rpr: str = "", tag: str = "t") -> str:
    """A run; `//` in the text is a line break. `tag` is `delText` inside a deletion."""
    parts = [
        f'<w:{tag} xml:space="preserve">{escape(part)}</w:{tag}>' for part in teks.replace(" // ", "//").split("//")
    ]
    return f"<w:r>{rpr}{'<w:br/>'.join(parts)}</w:r>"


def sisip(teks: str, nomor: int, rpr: str = "") -> str:
    return f'<w:ins w:id="{nomor}" {_JEJAK}>{lari(teks, rpr)}</w:ins>'


def hapus(teks: str, nomor: int, rpr: str = "") -> str:
    return f'<w:del w:id="{nomor}" {_JEJAK}>{lari(teks, rpr, "delText")}</w:del>'


def rujukan(nomor: int) -> str:
    """The mark of a footnote."""
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{nomor}"/></w:r>'


def medan(perintah: str, hasil: str, rpr: str = "", sederhana: bool = False) -> str:
    """A field with its stored result: as `fldSimple`, or as begin, instruction, separate, result, end."""
    if sederhana:
        return f'<w:fldSimple w:instr=" {perintah} ">{lari(hasil, rpr)}</w:fldSimple>'
    mark = f'<w:r>{rpr}<w:fldChar w:fldCharType="{{}}"/></w:r>'
    order = f'<w:r>{rpr}<w:instrText xml:space="preserve"> {perintah} </w:instrText></w:r>'
    return mark.format("begin") + order + mark.format("separate") + lari(hasil, rpr) + mark.format("end")


def paragraf(isi: str, ppr: str = "") -> str:
    return f"<w:p><w:pPr>{ppr}</w:pPr>{isi}</w:p>"


def kendali(isi: str, judul: str, nomor: int) -> str:
    """A content control around blocks, or around runs inside a paragraph."""
    title = f'<w:alias w:val="{escape(judul)}"/><w:id w:val="{nomor}"/>'
    return f"<w:sdt><w:sdtPr>{title}</w:sdtPr><w:sdtContent>{isi}</w:sdtContent></w:sdt>"


def kotak_teks(baris: list[str]) -> str:
    """A paragraph that holds a text box, as Word writes it: once for new readers, once more (VML) for old ones."""
    inner = "".join(
        paragraf(lari(line, sifat(True, 13)), '<w:spacing w:after="0"/><w:jc w:val="center"/>') for line in baris
    )
    content = f"<w:txbxContent>{inner}</w:txbxContent>"
    shape = (
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="3600000" cy="640000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="EAEAEA"/></a:solidFill>'
        '<a:ln w="12700"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>'
        f'<wps:txbx>{content}</wps:txbx><wps:bodyPr lIns="91440" tIns="45720" rIns="91440" bIns="45720"/></wps:wsp>'
    )
    drawing = (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="3600000" cy="640000"/>'
        '<wp:docPr id="21" name="Kotak Teks 1"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"{shape}</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    old = (
        '<w:pict><v:rect style="width:283.5pt;height:50.4pt" fillcolor="#eaeaea">'
        f"<v:textbox>{content}</v:textbox></v:rect></w:pict>"
    )
    choice = f'<mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return paragraf(f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>", '<w:jc w:val="center"/>')

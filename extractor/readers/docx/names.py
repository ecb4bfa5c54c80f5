"""The names of WordprocessingML (ECMA-376 part 1) that the reader knows. In: nothing. Out: constants.

Strict files use other namespaces; `package` renames them on the way in, so that these names hold for both.
"""

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
M_NS = "http://schemas.openxmlformats.org/officeDocument/2006/math"

STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W_NS.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R_NS.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": M_NS.encode(),
}
"""Namespaces (and beginnings of relationship types) of strict files and what they are called elsewhere."""


def w(name: str) -> str:
    """The full name of a `w:` element or attribute."""
    return f"{{{W_NS}}}{name}"


def m(name: str) -> str:
    """The full name of an `m:` (formula) element."""
    return f"{{{M_NS}}}{name}"


VAL = w("val")
P, R, T, TBL, TR, TC = w("p"), w("r"), w("t"), w("tbl"), w("tr"), w("tc")
P_PR, R_PR, TBL_PR, TR_PR, TC_PR = w("pPr"), w("rPr"), w("tblPr"), w("trPr"), w("tcPr")
NUM_PR, NUM_ID, ILVL = w("numPr"), w("numId"), w("ilvl")
INS, DEL = w("ins"), w("del")
MOVE_TO, MOVE_FROM = w("moveTo"), w("moveFrom")
SDT, SDT_CONTENT = w("sdt"), w("sdtContent")
DRAWING, PICT, OBJECT = w("drawing"), w("pict"), w("object")
BOX = w("txbxContent")
FLD_SIMPLE, FLD_CHAR, INSTR_TEXT = w("fldSimple"), w("fldChar"), w("instrText")

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATE, CHOICE, FALLBACK = f"{MC}AlternateContent", f"{MC}Choice", f"{MC}Fallback"
TEXTPATH = "{urn:schemas-microsoft-com:vml}textpath"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

WRAPPERS = frozenset(
    {SDT, SDT_CONTENT, INS, MOVE_TO, w("customXml"), w("smartTag"), w("hyperlink"), w("dir"), w("bdo")}
)
"""Elements that only stand around others and print nothing of their own."""

REMOVED = frozenset({DEL, MOVE_FROM})
"""What is gone once all tracked changes are accepted."""

OFF = frozenset({"0", "false", "off"})

"""Tiny Word files for tests. In: the inside of `w:body` and of other parts. Out: a path to a `.docx`."""

import zipfile
from pathlib import Path

from extractor.model.body import Grid, Line, dense
from extractor.readers.docx import DocxLimits, DocxReading, read_docx

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def types(parts: tuple[str, ...]) -> str:
    """`[Content_Types].xml` for the main document and these parts."""
    kinds = {"document": "document.main", **{part: part for part in parts}}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def rels(targets: dict[str, str]) -> str:
    """A `.rels` part; `targets`: kind of relationship to target."""
    links = "".join(
        f'<Relationship Id="r{i}" Type="{RELATIONSHIPS}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets.items())
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'
    )


def part(root: str, inside: str) -> str:
    return f"<w:{root} {NAMESPACES}>{inside}</w:{root}>"


def write(path: Path, entries: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


def docx(folder: Path, body: str, **parts: str) -> Path:
    """A `.docx` with this body; `parts`: `styles`, `numbering`, `footnotes`, `endnotes` and their inside."""
    entries: dict[str, str | bytes] = {
        "[Content_Types].xml": types(tuple(parts)),
        "_rels/.rels": rels({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": rels({kind: f"{kind}.xml" for kind in parts}),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
    }
    entries |= {f"word/{kind}.xml": part(kind, inside) for kind, inside in parts.items()}
    return write(folder / "laporan.docx", entries)


def read(folder: Path, body: str, limits: DocxLimits | None = None, **parts: str) -> DocxReading:
    path = docx(folder, body, **parts)
    return read_docx(path) if limits is None else read_docx(path, limits)


def p(text: str = "", properties: str = "") -> str:
    """A paragraph with one run."""
    inside = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def num(num_id: int, ilvl: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="{num_id}"/></w:numPr>'


def tc(content: str = "", properties: str = "") -> str:
    """A cell; `content` that is no XML becomes a paragraph."""
    inside = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str, widths: tuple[int, ...] = ()) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def texts(reading: DocxReading) -> list[str]:
    """All lines, grids left out."""
    return [item.text for item in reading.body.items if isinstance(item, Line)]


def grids(reading: DocxReading) -> list[Grid]:
    return [item for item in reading.body.items if isinstance(item, Grid)]


def rows(reading: DocxReading) -> list[list[str]]:
    """The only grid, dense."""
    (grid,) = grids(reading)
    return dense(grid)

"""Hostile files, made small: PDFs from their objects, Word files from a body and other parts, archives from lies."""

import io
import zipfile
from collections.abc import Mapping

TEXT = b"BT /F1 12 Tf 60 700 Td (PENANDA laporan kinerja) Tj ET"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARAGRAPH = "<w:p><w:r><w:t>PENANDA laporan</w:t></w:r></w:p>"


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (entries, len(content), content)


def whole(objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects, with a table of them."""
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    places = {}
    for number, content in objects.items():
        places[number] = out.tell()
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, content))
    table = out.tell()
    rows = [
        b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 65535 f \n" for n in range(max(places) + 1)
    ]
    out.write(b"xref\n0 %d\n%b" % (len(rows), b"".join(rows)))
    out.write(b"trailer\n<< /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF\n" % (len(rows), trailer, table))
    return out.getvalue()


def pdf(
    content: bytes = TEXT,
    *,
    page: bytes = b"",
    resources: bytes = b"",
    packed: bytes = b"",
    catalog: bytes = b"",
    trailer: bytes = b"",
    box: bytes = b"/MediaBox [0 0 595 842]",
    font: bytes = FONT,
    **others: bytes,
) -> bytes:
    """A page with `content`, stored with the entries `packed`; `others`: objects by number, `o6` and so on."""
    held = b"<< /Font << /F1 4 0 R >> %b >>" % resources
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R %b >>" % catalog,
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R %b /Resources %b /Contents 5 0 R %b >>" % (box, held, page),
        4: font,
        5: stream(content, packed),
        **{int(name[1:]): value for name, value in others.items()},
    }
    return whole(objects, trailer)


def relations(targets: Mapping[str, str]) -> str:
    """Of kinds to targets; those with a colon lie outside of the file."""
    links = "".join(
        f'<Relationship Id="r{i}" Type="{R}/{kind}" Target="{target}"{EXTERNAL if ":" in target else ""}/>'
        for i, (kind, target) in enumerate(targets.items())
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'
    )


EXTERNAL = ' TargetMode="External"'


def word(body: str = PARAGRAPH, targets: Mapping[str, str] | None = None, **parts: str | bytes) -> bytes:
    """A Word file; `parts` lie beside the document as `name.xml`."""
    entries: dict[str, str | bytes] = {
        "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations({**{name: f"{name}.xml" for name in parts}, **(targets or {})}),
        **{f"word/{name}.xml": content for name, content in parts.items()},
    }
    return archive(entries)


def archive(entries: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries.items():
            file.writestr(name, content)
    return out.getvalue()


def patched(data: bytes, mark: bytes, offset: int, value: bytes) -> bytes:
    """`value` at `offset` after every `mark`: headers of an archive that lie."""
    changed, at = bytearray(data), data.find(mark)
    while at >= 0:
        changed[at + offset : at + offset + len(value)] = value
        at = data.find(mark, at + 1)
    return bytes(changed)

"""Page images with what was read drawn on them, so that a person sees at a glance what is right and what is missing.

In: a PDF and the `Laporan` of it. Out: one PNG a page (`p012.png`). Cells are outlined, header cells and captions tinted, doubtful
cells marked; below the page a legend says what the colours mean and what each table is.
"""

import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from extractor.model.errors import InputError
from extractor.model.laporan import Cell, Laporan, Tabel
from extractor.model.options import Lang, Options
from extractor.model.place import BBox

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

SCALE = 1.6
"""Pixels per point: small print of real reports can still be read."""
COLOURS = 64
"""Of the palette: pages of text need no more, and files stay small."""
TEXT, LINE, EDGE, WRAP = 15, 22, 14, 0.125
"""Type size, line height and margin of the legend in pixels; characters per pixel of width."""
DOUBTFUL_READINGS = frozenset({"ambiguous", "malformed", "unreadable"})
Colour = tuple[int, int, int]


class Mark(NamedTuple):
    """How one kind of thing is drawn, and what the legend calls it."""

    line: Colour
    tint: int
    width: int
    word_id: str
    word_en: str


TABLE = Mark((106, 27, 154), 0, 3, "tabel", "table")
CELL = Mark((46, 125, 50), 0, 1, "sel", "cell")
HEADER = Mark((230, 126, 0), 60, 1, "kepala tabel", "header")
CAPTION = Mark((21, 101, 192), 50, 2, "judul tabel", "caption")
DOUBT = Mark((198, 40, 40), 70, 2, "sel yang diragukan", "doubtful cell")
MARKS = (TABLE, CELL, HEADER, CAPTION, DOUBT)


class Drawn(NamedTuple):
    """One thing to draw on a page; `tag` is the number that the legend explains."""

    mark: Mark
    bbox: BBox
    tag: int | None = None


def draw_pages(
    path: Path, report: Laporan, folder: Path, options: Options, turns: Mapping[int, int] = MappingProxyType({})
) -> list[Path]:
    """Writes an image of every page that `options` asks for into `folder`; gives their paths in order.

    `turns`: degrees clockwise by which stored pages were turned to be read, where the file's /Rotate does not say all of it.

    Raises `InputError` for a report without pages (DOCX), `OSError` when the folder cannot be written.
    """
    if report.source.media_type != "application/pdf":
        raise InputError(
            code="no_pages_to_draw",
            message_id="Hanya halaman PDF yang bisa digambar; berkas ini tidak memiliki halaman.",
            message_en="Only pages of a PDF can be drawn; this file has none.",
            advice_id="Simpan laporan itu sebagai PDF, atau jalankan tanpa --draw.",
            advice_en="Save the report as PDF, or run without --draw.",
        )
    folder.mkdir(parents=True, exist_ok=True)
    things = _by_page(report)
    labels = _labels(report, options.lang)
    written = []
    for number, image in _pages(path, options, turns):
        drawn = things.get(number, [])
        for thing in drawn:
            _draw(image, thing)
        tags = [labels[thing.tag] for thing in drawn if thing.tag is not None]
        target = folder / f"p{number:03d}.png"
        _with_legend(image, tags, options.lang).quantize(COLOURS).save(target)
        written.append(target)
    return written


def _pages(path: Path, options: Options, turns: Mapping[int, int]) -> Iterator[tuple[int, "Image"]]:
    """The pages asked for, with their 1-based numbers, as images that stand upright."""
    document = _open(path, options.password)
    try:
        for number in range(1, len(document) + 1):
            if options.wants(number):
                page = document[number - 1]
                shown = page.get_rotation()
                image = page.render(scale=SCALE).to_pil().convert("RGB")
                yield number, image.rotate(shown - turns.get(number, shown), expand=True)
                page.close()
    finally:
        document.close()


def _open(path: Path, password: str | None) -> Any:
    """PDFium's document; as when it was read, the empty password comes first. The report has been read, so the file opens."""
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        return pypdfium2.PdfDocument(path, password=password)


def _by_page(report: Laporan) -> dict[int, list[Drawn]]:
    """What stands on each page; tables and doubts last, so that they lie on top."""
    found: dict[int, list[Drawn]] = {}
    for tag, table in enumerate(report.tabel, 1):
        for number, thing in _of_table(tag, table, _noticed(report, table)):
            found.setdefault(number, []).append(thing)
    order = {mark: at for at, mark in enumerate((CELL, HEADER, CAPTION, DOUBT, TABLE))}
    return {number: sorted(things, key=lambda t: order[t.mark]) for number, things in found.items()}


def _noticed(report: Laporan, table: Tabel) -> set[tuple[int, int]]:
    """Cells that a finding of some weight names: by the table's number, or by their place where a table has none."""
    at: dict[tuple[int | None, BBox | None], tuple[int, int]] = {}
    for cell in table.cells:
        at |= {(place.page, place.bbox): (cell.row, cell.col) for place in cell.prov if place.page is not None}
    found = set()
    for ref in (ref for temuan in report.temuan if temuan.severity != "I" for ref in temuan.refs):
        if ref.row is not None and ref.col is not None and ref.tabel is not None and ref.tabel == table.nomor:
            found.add((ref.row, ref.col))
        elif ref.tabel is None and (ref.page, ref.bbox) in at:
            found.add(at[ref.page, ref.bbox])
    return found


def _is_doubtful(cell: Cell, noticed: set[tuple[int, int]]) -> bool:
    value = cell.value
    return (cell.row, cell.col) in noticed or (
        value is not None and (value.reading in DOUBTFUL_READINGS or value.proof == "contradicted")
    )


def _of_table(tag: int, table: Tabel, noticed: set[tuple[int, int]]) -> Iterator[tuple[int, Drawn]]:
    """A table's caption, cells and outer edges, each with its page."""
    if table.caption is not None and table.caption.page is not None and table.caption.bbox is not None:
        yield table.caption.page, Drawn(CAPTION, table.caption.bbox)
    edges: dict[int, list[BBox]] = {}
    for cell in table.cells:
        mark = DOUBT if _is_doubtful(cell, noticed) else HEADER if cell.header else CELL
        for place in cell.prov:
            if place.page is not None and place.bbox is not None:
                edges.setdefault(place.page, []).append(place.bbox)
                yield place.page, Drawn(mark, place.bbox)
    for number, boxes in edges.items():
        left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
        yield number, Drawn(TABLE, (left, top, max(b[2] for b in boxes), max(b[3] for b in boxes)), tag)


def _labels(report: Laporan, lang: Lang) -> dict[int, str]:
    """What the legend says about each table, by its tag."""
    labels = {}
    for tag, table in enumerate(report.tabel, 1):
        name = f"Tabel {table.nomor}" if table.nomor else table.id
        size = f"{table.n_rows} x {table.n_cols}"
        heads = f"{table.header_rows} baris kepala" if lang == "id" else f"{table.header_rows} header rows"
        pages = f"hal. {_run(table.pages)}" if lang == "id" else f"p. {_run(table.pages)}"
        parts = [f"[{tag}] {name}", table.jenis, size, heads, pages, *table.doubts]
        labels[tag] = " · ".join(parts)
    return labels


def _run(pages: tuple[int, ...]) -> str:
    return str(pages[0]) if len(pages) == 1 else f"{pages[0]}-{pages[-1]}" if pages else "?"


def _font() -> Any:
    from PIL import ImageFont

    return ImageFont.load_default(TEXT)


def _draw(image: "Image", thing: Drawn) -> None:
    """One thing on the page, its tag outside of its left upper corner."""
    from PIL import ImageDraw

    pen = ImageDraw.Draw(image, "RGBA")
    x0, top, x1, bottom = (round(v * SCALE) for v in thing.bbox)
    box = (x0, top, max(x1, x0), max(bottom, top))
    if thing.mark.tint:
        pen.rectangle(box, fill=(*thing.mark.line, thing.mark.tint))
    pen.rectangle(box, outline=thing.mark.line, width=thing.mark.width)
    if thing.tag is not None:
        _tag(pen, x0, top, str(thing.tag))


def _tag(pen: "ImageDraw", x: int, y: int, text: str) -> None:
    width = round(pen.textlength(text, font=_font())) + 8
    left = max(x - width, 0)
    pen.rectangle((left, y, left + width, y + TEXT + 5), fill=TABLE.line)
    pen.text((left + 4, y + 1), text, fill=(255, 255, 255), font=_font())


def _with_legend(image: "Image", labels: list[str], lang: Lang) -> "Image":
    """The page with a white strip below it: the colours, then a line or more for each table."""
    from PIL import Image, ImageDraw

    lines = [line for label in labels for line in textwrap.wrap(label, max(int(image.width * WRAP), 20))]
    whole = Image.new("RGB", (image.width, image.height + LINE * (len(lines) + 1) + 2 * EDGE), (255, 255, 255))
    whole.paste(image)
    pen = ImageDraw.Draw(whole, "RGBA")
    x, y = EDGE, image.height + EDGE // 2
    pen.line((0, image.height, image.width, image.height), fill=(120, 120, 120))
    for mark in MARKS:
        pen.rectangle(
            (x, y + 3, x + TEXT, y + 3 + TEXT), fill=(*mark.line, mark.tint), outline=mark.line, width=mark.width
        )
        word = mark.word_id if lang == "id" else mark.word_en
        pen.text((x + TEXT + 6, y), word, fill=(0, 0, 0), font=_font())
        x += TEXT + 24 + round(pen.textlength(word, font=_font()))
    for at, line in enumerate(lines, 1):
        pen.text((EDGE, y + LINE * at), line, fill=(0, 0, 0), font=_font())
    return whole

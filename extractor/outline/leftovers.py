"""What of the report's tables is not sure or not given out, as findings: nothing is dropped in silence.

Codes: TABLE-UNRULED, TABLE-JOIN, RULE-MISSING, WORD-CROSSES, WORD-OUTSIDE, GRID-SKIPPED: all I, but words outside of their table W
(data may be missing).
"""

from collections.abc import Iterable, Iterator, Sequence

from extractor.model.body import Grid, GridCell
from extractor.model.outline import CaptionedGrid
from extractor.model.place import Place
from extractor.model.temuan import Message, Ref, Severity, Temuan

UNSURE_JOINS = ("same number of columns", "column edges agree but for single ones")
"""How reasons of a joint begin that do not rest on equal column edges."""
BESIDE = "right part of the sheet"
"""How the reason begins where columns stand on pages of their own; their places are the last ones."""
_REPEATED = "header rows repeated"
_LEAST = 4
"""Cells with text that a grid must have to be told of: less is a frame."""
_WORDS: dict[str, tuple[str, Severity, str, str]] = {
    "word_crosses": (
        "WORD-CROSSES",
        "I",
        "Kata “{}” melewati garis selnya di {}: mungkin milik sel sebelah, atau dua kata.",
        "The word “{}” stands over a rule of its cell in {}: it may belong to the neighbour, or be two words.",
    ),
    "rule_missing": (
        "RULE-MISSING",
        "I",
        "“{}” di {} terpisah dari sel sebelahnya menurut letaknya saja; garis di antaranya tidak tercetak.",
        "“{}” in {} was parted from the cell beside it by where it stands; no rule is printed between them.",
    ),
    "word_outside": (
        "WORD-OUTSIDE",
        "W",
        "Kata “{}” terpotong garis tepi {} dan tidak masuk ke sel mana pun.",
        "The word “{}” is cut by the outer rule of {} and stands in no cell.",
    ),
}


def leftovers(tables: Sequence[CaptionedGrid], skipped: Iterable[Grid]) -> Iterator[Temuan]:
    """Findings about all tables in reading order, then about the grids that are given out as no table."""
    for table in tables:
        yield from _unsure(table)
        for cell in table.grid.cells:
            yield from _words(table, cell)
    for grid in skipped:
        yield from _skipped(grid)


def _unsure(table: CaptionedGrid) -> Iterator[Temuan]:
    grid, nama = table.grid, _name(table)
    if "unruled" in grid.doubts:
        message = Message(
            f"Kolom {nama[0]} tidak bergaris; letaknya disimpulkan dari jarak antarkata.",
            f"The columns of {nama[1]} have no rules; they follow from the gaps between words.",
        )
        yield Temuan("", "TABLE-UNRULED", "I", message, tuple(_ref(place, table.nomor) for place in grid.places))
    if any(why.startswith(BESIDE) for why in grid.joined):
        message = Message(
            f"Kolom-kolom kanan {nama[0]} tercetak di halaman tersendiri dan dipasang menurut tinggi barisnya.",
            f"The right columns of {nama[1]} are printed on pages of their own and were put to the rows of their height.",
        )
        yield Temuan("", "TABLE-JOIN", "I", message, (_ref(grid.places[-1], table.nomor),), witnesses=grid.joined[-1:])
    places = grid.places[1:] if len(grid.places) == len(grid.joined) + 1 else grid.places * len(grid.joined)
    for why, place in zip(grid.joined, places, strict=False):
        if why.startswith(UNSURE_JOINS) and _REPEATED not in why:
            where = "" if place.page is None else f" {place.page}"
            message = Message(
                f"Bagian {nama[0]} di halaman{where} disambung dengan bagian sebelumnya, tetapi tidak pasti ({why}).",
                f"The part of {nama[1]} on page{where} was joined to the part before, but this is not sure ({why}).",
            )
            yield Temuan("", "TABLE-JOIN", "I", message, (_ref(place, table.nomor),), witnesses=(why,))


def _words(table: CaptionedGrid, cell: GridCell) -> Iterator[Temuan]:
    for doubt in cell.doubts:
        kind, _, word = doubt.partition(": ")
        if kind in _WORDS:
            code, severity, text_id, text_en = _WORDS[kind]
            nama = _name(table)
            place = cell.places[0] if cell.places else None
            ref = Ref(
                table.nomor, cell.row, cell.col, place.page if place else None, place.bbox if place else None, raw=word
            )
            yield Temuan(
                "", code, severity, Message(text_id.format(word, nama[0]), text_en.format(word, nama[1])), (ref,)
            )


def _skipped(grid: Grid) -> Iterator[Temuan]:
    filled = [cell for cell in grid.cells if cell.text.strip()]
    if len(filled) < _LEAST or not grid.places:
        return
    text = filled[0].text if len(filled[0].text) <= 40 else filled[0].text[:39] + "…"
    message = Message(
        f"Kisi dengan {len(filled)} sel berisi (“{text}”) tidak dianggap tabel data (tanda tangan, bingkai, bagan, rumus, atau daftar).",
        f"A grid with {len(filled)} filled cells (“{text}”) is not taken for a data table (signatures, frame, chart, formula or list).",
    )
    yield Temuan("", "GRID-SKIPPED", "I", message, tuple(_ref(place, None, filled[0].text) for place in grid.places))


def _ref(place: Place, tabel: str | None, raw: str | None = None) -> Ref:
    return Ref(tabel, page=place.page, bbox=place.bbox, path=place.path, raw=raw)


def _name(table: CaptionedGrid) -> tuple[str, str]:
    if table.nomor:
        return f"Tabel {table.nomor}", f"table {table.nomor}"
    page = table.grid.pages[0] if table.grid.pages else None
    if page is None:
        return "tabel tanpa nomor", "a table without a number"
    return f"tabel di halaman {page}", f"the table on page {page}"

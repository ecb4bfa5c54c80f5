"""A table laid out and cut into pages.

In: a printed grid, its description, a look and a width. Out: `Tata` (lines and row heights), then one `Potongan` per page. Rows go
on the page while they fit; a row that may be cut is cut between two of its lines, with at least one line on either side.
"""

from dataclasses import dataclass, field

from samples.kisi import Kisi, Sel
from samples.model import Tabel, teks_jadi
from samples.pdf.gaya import Gaya, Kotak, Potongan
from samples.pdf.huruf import bungkus

LEAST_LINES = 1


@dataclass(frozen=True)
class Serpih:
    """A row, or the lines `dari`..`sampai` of a row that a page end cuts."""

    row: int
    dari: int
    sampai: int
    tinggi: float


@dataclass
class Tata:
    """A table before it meets a page: column edges (from 0), the lines of each cell, the height of each row."""

    tabel: Tabel
    kisi: Kisi
    gaya: Gaya
    xs: list[float]
    baris: dict[tuple[int, int], list[str]]
    tinggi: list[float]
    sisa: dict[tuple[int, int], int] = field(default_factory=dict)

    @property
    def leading(self) -> float:
        return self.gaya.ukuran_tabel * self.gaya.jarak

    @property
    def ulang(self) -> int:
        """How many rows are drawn again on every page."""
        return (self.tabel.kepala + int(self.tabel.penomoran)) if self.tabel.ulang else 0

    def tinggi_kepala(self) -> float:
        return sum(self.tinggi[: self.tabel.kepala + int(self.tabel.penomoran)])


def _tebal(tabel: Tabel, sel: Sel) -> bool:
    return sel.row < tabel.kepala or sel.tebal


def tata(tabel: Tabel, kisi: Kisi, gaya: Gaya, lebar: float) -> Tata:
    """Break the texts into lines and find the row heights."""
    unit, xs = lebar / sum(tabel.lebar), [0.0]
    for share in tabel.lebar:
        xs.append(xs[-1] + share * unit)
    lines = {}
    for sel in kisi.sel:
        room = xs[sel.col + sel.col_span] - xs[sel.col] - 2 * gaya.isi_x
        lines[sel.row, sel.col] = bungkus(
            teks_jadi(sel.mentah), room, gaya.huruf.muka(_tebal(tabel, sel)), gaya.ukuran_tabel
        )
    heights = _tinggi_baris(kisi, gaya, lines)
    return Tata(tabel, kisi, gaya, xs, lines, heights)


def _tinggi_baris(kisi: Kisi, gaya: Gaya, lines: dict[tuple[int, int], list[str]]) -> list[float]:
    leading = gaya.ukuran_tabel * gaya.jarak
    heights = [leading + 2 * gaya.isi_y] * kisi.n_rows
    for sel in sorted(kisi.sel, key=lambda s: s.row_span):
        need = len(lines[sel.row, sel.col]) * leading + 2 * gaya.isi_y
        rows = range(sel.row, sel.row + 1 if gaya.renggang else sel.row + sel.row_span)
        missing = need - sum(heights[r] for r in rows)
        if missing > 0:
            heights[rows[-1]] += missing
    return heights


def bagi(t: Tata, ruang_awal: float, ruang: float) -> list[list[Serpih]]:
    """The rows of each page. `ruang_awal`: points left on the first page, `ruang`: points of a whole page."""
    pages: list[list[Serpih]] = [[]]
    left, queue = ruang_awal, [Serpih(r, 0, _panjang(t, r), t.tinggi[r]) for r in range(t.kisi.n_rows)]
    while queue:
        piece = queue.pop(0)
        if piece.tinggi <= left + 0.01:
            pages[-1].append(piece)
            left -= piece.tinggi
            continue
        cut = _potong(t, piece, left)
        if cut:
            pages[-1].append(cut[0])
            piece = cut[1]
        queue.insert(0, piece)
        pages.append([])
        left = ruang - sum(t.tinggi[: t.ulang])
    return pages


def _panjang(t: Tata, row: int) -> int:
    """Lines of the longest cell that stands in this row alone."""
    return max((len(t.baris[s.row, s.col]) for s in t.kisi.sel if s.row == row and s.row_span == 1), default=1)


def _potong(t: Tata, piece: Serpih, left: float) -> tuple[Serpih, Serpih] | None:
    pad = 2 * t.gaya.isi_y
    fit = int((left - pad) // t.leading)
    allowed = t.tabel.potong and not t.gaya.renggang and piece.row >= t.tabel.kepala
    if not allowed or fit < LEAST_LINES or piece.sampai - piece.dari - fit < LEAST_LINES:
        return None
    at = piece.dari + fit
    rest = (piece.sampai - at) * t.leading + pad
    return Serpih(piece.row, piece.dari, at, left), Serpih(piece.row, at, piece.sampai, rest)


def potongan(t: Tata, serpih: list[Serpih], lanjutan: bool, x: float, y: float) -> Potongan:
    """The piece on one page; `lanjutan`: not the first page of the table. Called page after page: merged cells' texts flow on."""
    rows = [Serpih(r, 0, _panjang(t, r), t.tinggi[r]) for r in range(t.ulang)] if lanjutan else []
    head = len(rows)
    rows = rows + serpih
    ys = [y]
    for piece in rows:
        ys.append(ys[-1] + piece.tinggi)
    page = Potongan([x + at for at in t.xs], ys)
    for sel in t.kisi.sel:
        spots = [
            i
            for i, p in enumerate(rows)
            if sel.row <= p.row < sel.row + sel.row_span and (i >= head or sel.row < t.ulang)
        ]
        if spots:
            page.kotak.append(_kotak(t, sel, spots, rows, page, repeated=spots[0] < head))
    return page


def _kotak(t: Tata, sel: Sel, spots: list[int], rows: list[Serpih], page: Potongan, repeated: bool) -> Kotak:
    lines = t.baris[sel.row, sel.col]
    top, bottom = page.ys[spots[0]], page.ys[spots[-1] + 1]
    if sel.row_span == 1:
        piece = rows[spots[0]]
        shown = lines[piece.dari : piece.sampai]
    elif repeated:
        shown = lines
    else:
        end = rows[spots[-1]]
        closes = end.row == sel.row + sel.row_span - 1 and end.sampai == _panjang(t, end.row)
        shown = _mengalir(t, sel, bottom - top, closes)
    header = sel.row < t.tabel.kepala
    number_row = t.tabel.penomoran and sel.row == t.tabel.kepala
    # Without rules a centred text would seem to stand in another row or column than the merged cell's own.
    middle = (t.gaya.tengah or header) and not t.gaya.renggang and len(shown) == len(lines)
    start = (top + bottom - len(shown) * t.leading) / 2 if middle else top + t.gaya.isi_y
    bands = tuple(start + i * t.leading for i in range(len(shown)))
    wide = sel.col_span > 1 and not t.gaya.renggang
    align = "c" if header or number_row or wide else t.tabel.rata[sel.col]
    return Kotak(
        spots[0],
        spots[-1] + 1,
        sel.col,
        sel.col + sel.col_span,
        tuple(shown),
        header,
        _tebal(t.tabel, sel),
        align,
        bands,
    )


def _mengalir(t: Tata, sel: Sel, height: float, last: bool) -> list[str]:
    """The next lines of a merged cell that runs over a page end: as many as this page's part holds."""
    lines, done = t.baris[sel.row, sel.col], t.sisa.get((sel.row, sel.col), 0)
    room = int((height - 2 * t.gaya.isi_y + 0.01) // t.leading)
    shown = lines[done : done + room]
    t.sisa[sel.row, sel.col] = done + len(shown)
    if last and done + len(shown) < len(lines):
        raise ValueError(f"Tabel {t.tabel.nomor}: no room for the rest of {sel.teks!r}")
    return shown

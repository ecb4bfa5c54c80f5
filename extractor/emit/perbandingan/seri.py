"""What is drawn: the figures of a comparison as one line per series and role, a point per year.

Where several reports tell a year's figure, the line takes the report of that year, else the latest; other values stand beside it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from extractor.model.perbandingan import IndikatorTahun, Peran, Perbandingan

PERAN: tuple[Peran, ...] = ("target", "realisasi", "capaian")


class Titik(NamedTuple):
    """A year of a line. `nilai` None: a gap. `lain`: what other places print for the same year, where it differs."""

    tahun: int
    nilai: Decimal | None
    laporan: str | None = None
    page: int | None = None
    bertentangan: bool = False
    lain: tuple[Decimal, ...] = ()


class Seri(NamedTuple):
    """A series (`deret`), or the part of it that has one unit. Every line has a point for every year of `tahun`."""

    id: str
    deret: str
    indikator: str
    satuan: str | None
    tahun: tuple[int, ...]
    garis: dict[Peran, tuple[Titik, ...]]


_PERCENT = ("%", "persen", "persentase", "prosentase")


def all_series(perbandingan: Perbandingan) -> list[Seri]:
    """Every series that has a figure, in the order in which they come, all over the same years; one per unit where the unit changes.
    Figures with a `catatan` (of tables carried over) are not drawn."""
    counted = [item for item in perbandingan.indikator_tahun if not item.catatan]
    years = sorted({item.tahun for item in counted})
    span = tuple(range(years[0], years[-1] + 1)) if years else ()
    of_report = {item.laporan: item.tahun_laporan for item in perbandingan.padanan}
    units = _units(counted)
    grouped: dict[str, dict[str, list[IndikatorTahun]]] = defaultdict(lambda: defaultdict(list))
    for item in counted:
        grouped[item.seri][units[item.seri, item.laporan] if item.satuan is None else unit_key(item.satuan)].append(
            item
        )
    return [
        _seri(name if n == 1 else f"{name}-{n}", items, span, of_report)
        for name, parts in grouped.items()
        for n, items in enumerate(parts.values(), 1)
    ]


def told_years(seri: Seri) -> list[int]:
    """The years in which the series has a figure, by their places in `tahun`."""
    return [n for n in range(len(seri.tahun)) if any(seri.garis[peran][n].nilai is not None for peran in PERAN)]


def unit_key(satuan: str) -> str:
    """One name for the spellings of a unit."""
    plain = " ".join(satuan.casefold().split()).strip(".()")
    return "%" if plain in _PERCENT else plain


def segments(points: Sequence[Titik]) -> list[list[Titik]]:
    """The runs of a line that may be joined: no year without a figure between them."""
    runs: list[list[Titik]] = [[]]
    for point in points:
        if point.nilai is not None:
            runs[-1].append(point)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _units(items: Iterable[IndikatorTahun]) -> dict[tuple[str, str], str]:
    """The unit of a series in a report, for figures without one: that of the report, else the first of the series."""
    first: dict[str, str] = {}
    found: dict[tuple[str, str], str] = {}
    items = list(items)
    for item in items:
        if item.satuan is not None:
            first.setdefault(item.seri, unit_key(item.satuan))
            found.setdefault((item.seri, item.laporan), unit_key(item.satuan))
    return {(i.seri, i.laporan): found.get((i.seri, i.laporan), first.get(i.seri, "")) for i in items}


def _seri(name: str, items: list[IndikatorTahun], span: tuple[int, ...], of_report: dict[str, int | None]) -> Seri:
    lines: dict[Peran, tuple[Titik, ...]] = {}
    for peran in PERAN:
        lines[peran] = tuple(
            _titik(year, [i for i in items if i.peran == peran and i.tahun == year], of_report) for year in span
        )
    latest = max(items, key=lambda item: of_report.get(item.laporan) or item.tahun)
    satuan = next((item.satuan for item in items if item.satuan), None)
    indikator = f"{latest.indikator} ({latest.periode})" if latest.periode else latest.indikator
    return Seri(name, latest.seri, indikator, satuan, span, lines)


def _titik(year: int, items: list[IndikatorTahun], of_report: dict[str, int | None]) -> Titik:
    told = [item for item in items if item.nilai is not None]
    if not told:
        return Titik(year, None)
    chosen = max(told, key=lambda item: (of_report.get(item.laporan) == year, of_report.get(item.laporan) or 0))
    others = dict.fromkeys(i.nilai for i in told if i.nilai is not None and i.nilai != chosen.nilai)
    contradicted = chosen.proof == "contradicted"
    return Titik(year, chosen.nilai, chosen.laporan, chosen.page, contradicted, tuple(others))

"""One series as a static SVG of two panels: target and realisasi over the years, and capaian in percent.

Readable without colour: target is dashed with hollow squares, realisasi solid with dots, capaian solid with triangles; a contradicted
point has a ring and a cross, another report's figure is a hollow diamond. Gaps stay gaps.
Title and description are inside.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from extractor.emit.perbandingan.seri import Seri, Titik, segments
from extractor.emit.perbandingan.skala import Skala, make_scale
from extractor.emit.xlsx.angka import indonesian
from extractor.model.perbandingan import Peran

WIDTH, HEIGHT = 580, 216
_TOP, _BOTTOM, _AXIS = 40.0, 168.0, 182.0
"""The highest and the lowest figure, and the axis: a figure's label has room below it."""
_LETTER = 6.2
_PANELS: tuple[tuple[tuple[Peran, ...], float, float, str], ...] = (
    (("target", "realisasi"), 52.0, 340.0, "Target, realisasi"),
    (("capaian",), 394.0, 574.0, "Capaian (%)"),
)
_COLOURS: dict[Peran, str] = {"target": "#6b4c00", "realisasi": "#0b4f8a", "capaian": "#2b2b2b"}
_DASH: dict[Peran, str] = {"target": ' stroke-dasharray="5 3"', "realisasi": "", "capaian": ""}
_HUNDRED = Decimal(100)
_HALO = ' stroke="#fff" stroke-width="3" paint-order="stroke"'
"""Keeps a figure readable where it crosses a line."""


def series_svg(seri: Seri) -> str:
    """An `<svg>` element for a page; its ids begin with the series' id."""
    key = quoteattr(f"{seri.id}-judul {seri.id}-uraian")
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby={key} '
        'font-family="system-ui, Arial, sans-serif">',
        f"<title id={quoteattr(f'{seri.id}-judul')}>{escape(seri.indikator)}</title>",
        f"<desc id={quoteattr(f'{seri.id}-uraian')}>{escape(description(seri))}</desc>",
    ]
    for peran, left, right, label in _PANELS:
        parts.extend(_panel(seri, peran, left, right, label))
    return "\n".join([*parts, "</svg>"])


def description(seri: Seri) -> str:
    """The chart in words, year by year."""
    sentences = []
    for n, year in enumerate(seri.tahun):
        told = [f"{peran} {_told(points[n])}" for peran, points in seri.garis.items() if points[n].nilai is not None]
        sentences.append(f"{year}: {', '.join(told) or 'tidak ada angka / no figure'}.")
    return " ".join(sentences)


def _told(point: Titik) -> str:
    text = "" if point.nilai is None else indonesian(point.nilai)
    if point.bertentangan:
        text += " (bertentangan / contradicted)"
    if point.lain:
        text += f" (di tempat lain / elsewhere {'; '.join(map(indonesian, point.lain))})"
    return text


def _panel(seri: Seri, peran: Sequence[Peran], left: float, right: float, label: str) -> Iterator[str]:
    points = [point for name in peran for point in seri.garis[name]]
    values = [value for p in points if p.nilai is not None for value in (p.nilai, *p.lain)]
    yield f'<text x="{left}" y="14" font-size="13" font-weight="bold" fill="#222">{escape(label)}</text>'
    if not values:
        yield f'<text x="{left}" y="90" font-size="12" fill="#555">tidak ada angka / no figures</text>'
        return
    scale = make_scale([*values, _HUNDRED] if "capaian" in peran else values, _BOTTOM, _TOP)
    xs = _columns(seri.tahun, left, right)
    yield from _axes(scale, xs, left, right)
    if "capaian" in peran:
        y = scale.at(_HUNDRED)
        yield f'<line x1="{left}" y1="{y}" x2="{right}" y2="{y}" stroke="#555" stroke-dasharray="1 3"/>'
    for name in peran:
        yield from _line(name, seri.garis[name], scale, xs)
    yield from _labels([seri.garis[name] for name in peran], scale, xs)


def _columns(years: Sequence[int], left: float, right: float) -> dict[int, float]:
    step = (right - left) / max(len(years), 1)
    return {year: round(left + step * (n + 0.5), 1) for n, year in enumerate(years)}


def _axes(scale: Skala, xs: dict[int, float], left: float, right: float) -> Iterator[str]:
    yield f'<line x1="{left}" y1="{_AXIS}" x2="{right}" y2="{_AXIS}" stroke="#888"/>'
    for tick in scale.ticks:
        y = scale.at(tick)
        yield f'<line x1="{left}" y1="{y}" x2="{right}" y2="{y}" stroke="#ddd"/>'
        yield f'<text x="{left - 5}" y="{y + 3.5}" font-size="11" fill="#444" text-anchor="end">{_short(tick)}</text>'
    every = -(-len(xs) * 34 // int(right - left)) or 1
    for n, (year, x) in enumerate(xs.items()):
        if n % every == 0:
            yield f'<text x="{x}" y="{_AXIS + 16}" font-size="11.5" fill="#222" text-anchor="middle">{year}</text>'


def _line(peran: Peran, points: Sequence[Titik], scale: Skala, xs: dict[int, float]) -> Iterator[str]:
    colour = _COLOURS[peran]
    for run in segments(points):
        path = " ".join(f"{xs[p.tahun]},{scale.at(p.nilai)}" for p in run if p.nilai is not None)
        yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.6"{_DASH[peran]}/>'
    for point in points:
        if point.nilai is not None:
            x, y = xs[point.tahun], scale.at(point.nilai)
            yield _marker(peran, x, y, colour)
            for other in point.lain:
                yield _diamond(x, scale.at(other), colour)
            if point.bertentangan:
                yield from _cross(x, y)


def _marker(peran: Peran, x: float, y: float, colour: str) -> str:
    if peran == "target":
        return f'<rect x="{x - 3.2:.1f}" y="{y - 3.2:.1f}" width="6.4" height="6.4" fill="#fff" stroke="{colour}" stroke-width="1.4"/>'
    if peran == "realisasi":
        return f'<circle cx="{x}" cy="{y}" r="3.4" fill="{colour}"/>'
    return f'<path d="M{x} {y - 4.2:.1f} l4 7 h-8 z" fill="{colour}"/>'


def _diamond(x: float, y: float, colour: str) -> str:
    return f'<path d="M{x} {y - 5:.1f} l5 5 l-5 5 l-5 -5 z" fill="none" stroke="{colour}" stroke-width="1.2"/>'


def _cross(x: float, y: float) -> Iterator[str]:
    yield f'<circle cx="{x}" cy="{y}" r="7.5" fill="none" stroke="#000" stroke-width="1.4"/>'
    yield f'<path d="M{x - 5:.1f} {y - 5:.1f} l10 10 m0 -10 l-10 10" stroke="#000" stroke-width="1.2"/>'


def _labels(lines: Sequence[Sequence[Titik]], scale: Skala, xs: dict[int, float]) -> Iterator[str]:
    """The figures: the lowest of a year below its point, others above; of the last year only where years stand too close."""
    told = {points[0].tahun: _told_points(points) for points in zip(*lines, strict=True)}
    widths = {year: max(len(_short(v)) for v in values) * _LETTER for year, values in told.items() if values}
    years = list(widths)
    if any((widths[a] + widths[b]) / 2 > xs[b] - xs[a] for a, b in pairwise(years)):
        years = years[-1:]
    for year in years:
        x = min(xs[year], WIDTH - widths[year] / 2 - 1)
        for n, value in enumerate(told[year]):
            y = scale.at(value) + (15 if n == 0 and len(told[year]) > 1 else -9)
            yield f'<text x="{x:.1f}" y="{y:.1f}" font-size="11" fill="#222" text-anchor="middle"{_HALO}>{_short(value)}</text>'


def _told_points(points: Sequence[Titik]) -> list[Decimal]:
    return sorted(point.nilai for point in points if point.nilai is not None)


_PLACES = 2
_BIG = ((12, "T"), (9, "M"), (6, "jt"))


def _short(number: Decimal) -> str:
    """At most a handful of letters: `1,2 M` for 1.2 thousand million."""
    for power, name in _BIG:
        if abs(number) >= Decimal(10) ** power:
            return f"{indonesian(round(number.scaleb(-power), 2).normalize() + 0)} {name}"
    plain = round(number, _PLACES if abs(number) >= 1 else _PLACES + 2).normalize()
    return indonesian(plain.quantize(Decimal(1)) if plain == plain.to_integral_value() else plain)

"""`perbandingan.html`: one file without script, network or other files; both languages are in it and a switch chooses.

For every series a chart and, below it, the same figures as a table for screen readers and for copying.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from html import escape

from extractor.emit.perbandingan import teks
from extractor.emit.perbandingan.gaya_halaman import STYLE
from extractor.emit.perbandingan.pandangan import NamaTabel, Pandangan, view
from extractor.emit.perbandingan.seri import PERAN, Seri, Titik, all_series, told_years
from extractor.emit.perbandingan.svg import series_svg
from extractor.emit.perbandingan.teks import Teks
from extractor.emit.xlsx.angka import indonesian
from extractor.model.perbandingan import Perbandingan, Perkembangan

Course = Mapping[tuple[str, int], Perkembangan]
_MORE = ("pertumbuhan", "tahun_target", "target_akhir", "jarak")
_WORDS: Mapping[str, Mapping[str, Teks]] = {"relasi": teks.RELASI, "jenis": {**teks.JENIS, **teks.JENIS_CATATAN}}
_DOUBTFUL = ("doubtful", "unexplained", "salinan")


def comparison_html(perbandingan: Perbandingan, tables: NamaTabel | None = None) -> bytes:
    """The page. `tables`: what people call tables, shown in place of their ids. The same comparison gives the same bytes."""
    series = all_series(perbandingan)
    charts = {seri.id for seri in series}
    shown = {kind: view(perbandingan, kind, tables or {}) for kind in ("beda", "padanan", "catatan", "anggaran_tahun")}
    relasi = shown["padanan"].columns.index("relasi")
    changed = tuple(row for row in shown["padanan"].rows if row[relasi] != "same")
    shown["padanan"] = shown["padanan"]._replace(rows=changed)
    sections = [
        ("beda", teks.TANYA_BEDA, len(shown["beda"].rows), _table("beda", shown["beda"], charts)),
        ("padanan", teks.TANYA_RELASI, len(changed), _table("padanan", shown["padanan"], charts)),
        ("catatan", teks.TANYA_CATATAN, len(shown["catatan"].rows), _table("catatan", shown["catatan"], charts)),
        ("grafik", teks.TANYA_GRAFIK, len(series), _charts(series, _by_series(perbandingan))),
        (
            "anggaran",
            teks.TANYA_ANGGARAN,
            len(shown["anggaran_tahun"].rows),
            _table("anggaran", shown["anggaran_tahun"], charts),
        ),
    ]
    body = [
        '<input type="radio" name="l" id="l-id" checked><label for="l-id" lang="id">Bahasa Indonesia</label>',
        '<input type="radio" name="l" id="l-en"><label for="l-en" lang="en">English</label>',
        "<main>",
        f"<h1>{_both(teks.JUDUL)}</h1><p>{_both(teks.PEMBUKA)}</p>",
        *_reports(perbandingan),
        "<nav><ul>",
        *(f'<li><a href="#{key}">{_both(question)}</a> ({count})</li>' for key, question, count, _ in sections),
        "</ul></nav>",
        *(line for key, question, _, content in sections for line in _section(key, question, content)),
        "</main>",
    ]
    head = (
        '<!DOCTYPE html>\n<html lang="id"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{escape(teks.JUDUL.id)} / {escape(teks.JUDUL.en)}</title><style>{STYLE}</style></head><body>"
    )
    return "\n".join([head, *body, "</body></html>\n"]).encode()


def _both(text: Teks) -> str:
    if text.id == text.en:
        return escape(text.id)
    return f'<span lang="id">{escape(text.id)}</span><span lang="en">{escape(text.en)}</span>'


def _section(key: str, question: Teks, content: Iterable[str]) -> Iterator[str]:
    yield f'<section id="{key}"><h2 id="{key}-judul">{_both(question)}</h2>'
    yield from content
    yield "</section>"


def _reports(perbandingan: Perbandingan) -> Iterator[str]:
    found = dict.fromkeys((p.tahun_laporan, p.laporan) for p in perbandingan.padanan)
    names = [f"{name} ({year or '?'})" for year, name in sorted(found, key=lambda f: (f[0] or 0, f[1]))]
    yield f"<p>{_both(teks.SUMBER)}: {escape(', '.join(names) or '-')}</p>"


def _table(key: str, shown: Pandangan, charts: set[str]) -> Iterator[str]:
    if not shown.rows:
        yield f"<p>{_both(teks.TAK_ADA)}</p>"
        return
    yield _scroll(f"{key}-judul")
    yield "<table><thead><tr>"
    yield "".join(f'<th scope="col">{_both(teks.KEPALA[name])}</th>' for name in shown.columns)
    yield "</tr></thead><tbody>"
    for row in shown.rows:
        yield "<tr>" + "".join(_cell(*item, charts) for item in zip(shown.columns, row, strict=True)) + "</tr>"
    yield "</tbody></table></div>"


def _scroll(label: str) -> str:
    """The start of a box whose content may be broader than the page; also the keyboard moves it."""
    return f'<div class="scroll" role="region" tabindex="0" aria-labelledby="{escape(label)}">'


def _cell(name: str, value: object, charts: set[str]) -> str:
    if name in _WORDS and value is not None:
        word = _WORDS[name].get(str(value), Teks(str(value), str(value)))
        mark = ' class="ragu"' if value in _DOUBTFUL else ""
        return f"<td{mark}>{_both(word)}</td>"
    if name == "seri" and value in charts:
        return f'<td><a href="#{escape(str(value))}">{escape(str(value))}</a></td>'
    return _plain_cell(name, value)


def _plain_cell(name: str, value: object) -> str:
    if value is None:
        return "<td></td>"
    if isinstance(value, Decimal):
        return f'<td class="n">{indonesian(value)}</td>'
    if isinstance(value, float):
        return f'<td class="n">{indonesian(Decimal(f"{value:.3f}"))}</td>'
    if isinstance(value, int):
        return f'<td class="n">{value}</td>'
    wide = ' class="w"' if name in ("indikator", "uraian", "alasan", "keterangan") else ""
    return f"<td{wide}>{escape(str(value))}</td>"


def _by_series(perbandingan: Perbandingan) -> dict[tuple[str, int], Perkembangan]:
    return {(row.seri, row.tahun): row for row in perbandingan.perkembangan}


def _charts(series: Sequence[Seri], course: Course) -> Iterator[str]:
    many = [seri for seri in series if len(told_years(seri)) > 1]
    single = [seri for seri in series if len(told_years(seri)) == 1]
    yield f'<p class="kunci">{_both(teks.KUNCI)}</p>'
    yield from _figures(many, course)
    if single:
        yield f'<details class="satu"><summary>{_both(teks.SATU_TAHUN)} ({len(single)})</summary>'
        yield from _figures(single, course)
        yield "</details>"


def _figures(series: Sequence[Seri], course: Course) -> Iterator[str]:
    yield '<div class="seri">'
    for seri in series:
        unit = f' <span class="u">({escape(seri.satuan)})</span>' if seri.satuan else ""
        key = escape(seri.id)
        yield f'<figure id="{key}"><h3 id="{key}-nama">{escape(seri.indikator)}{unit} <span class="u">{key}</span></h3>'
        yield f'<div class="scroll">{series_svg(seri)}</div>'
        yield f"<details><summary>{_both(teks.DATA)}</summary>"
        yield from _data_table(seri, course)
        yield "</details></figure>"
    yield "</div>"


def _data_table(seri: Seri, course: Course) -> Iterator[str]:
    rows = [course.get((seri.deret, year)) for year in seri.tahun]
    more = [name for name in _MORE if any(row is not None and getattr(row, name) is not None for row in rows)]
    yield f'{_scroll(f"{seri.id}-nama")}<table><thead><tr><th scope="col">{_both(teks.KEPALA["tahun"])}</th>'
    heads = "".join(f'<th scope="col">{_both(teks.KEPALA[name])}</th>' for name in (*PERAN, *more))
    yield f"{heads}</tr></thead><tbody>"
    for n, (year, row) in enumerate(zip(seri.tahun, rows, strict=True)):
        cells = "".join(_point_cell(seri.garis[peran][n]) for peran in PERAN)
        shown = row if row is not None and seri.garis["realisasi"][n].nilai is not None else None
        cells += "".join(_plain_cell(name, getattr(shown, name, None)) for name in more)
        yield f'<tr><th scope="row">{year}</th>{cells}</tr>'
    yield "</tbody></table></div>"


def _point_cell(point: Titik) -> str:
    """The figure, others told for that year, a mark, and below it where it stands."""
    if point.nilai is None:
        return '<td class="n">–</td>'
    others = "".join(f" / {indonesian(value)}" for value in point.lain)
    mark = " ⊗" if point.bertentangan else ""
    page = "" if point.page is None else f", {_both(teks.HALAMAN)} {point.page}"
    source = f"<small>{escape(point.laporan or '')}{page}</small>"
    return f'<td class="n">{indonesian(point.nilai)}{others}{mark}{source}</td>'

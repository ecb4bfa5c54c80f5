"""`perbandingan.html`: one file without script, network or other files; both languages are in it and a switch chooses.

For every series a chart and, below it, the same figures as a table for screen readers and for copying.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from html import escape

import msgspec

from extractor.emit.perbandingan import teks
from extractor.emit.perbandingan.seri import PERAN, Seri, Titik, all_series
from extractor.emit.perbandingan.svg import series_svg
from extractor.emit.perbandingan.teks import Teks
from extractor.emit.xlsx.angka import indonesian
from extractor.model.perbandingan import Perbandingan, Perkembangan

_STYLE = """
body{font:15px/1.45 system-ui,"Segoe UI",Arial,sans-serif;color:#1a1a1a;background:#fff;margin:0 auto;
max-width:1080px;padding:1rem 1.2rem 4rem}
h1{font-size:1.6rem;margin:.6rem 0}
h2{font-size:1.2rem;margin:2.2rem 0 .6rem;border-bottom:2px solid #1f4e79}
h3{font-size:1rem;margin:0 0 .3rem}
#l-id:checked~* [lang=en],#l-en:checked~* [lang=id]{display:none}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:.86rem}
th,td{border:1px solid #bbb;padding:.2rem .45rem;text-align:left;vertical-align:top}
th{background:#e6ecf2}
td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.seri{display:grid;grid-template-columns:repeat(auto-fill,minmax(480px,1fr));gap:1rem}
figure{margin:0;border:1px solid #ccc;padding:.7rem;break-inside:avoid}
svg{width:100%;height:auto;display:block}
.u{color:#555;font-weight:normal}
summary{cursor:pointer;font-size:.86rem}
.ragu{background:#ffe699}
.kunci{font-size:.86rem;color:#444}
@media(max-width:560px){.seri{grid-template-columns:1fr}}
@media print{input,label{display:none}
body{max-width:none}}
"""


def comparison_html(perbandingan: Perbandingan) -> bytes:
    """The page. The same comparison gives the same bytes."""
    body = [
        '<input type="radio" name="l" id="l-id" checked><label for="l-id">Bahasa Indonesia</label>',
        '<input type="radio" name="l" id="l-en"><label for="l-en">English</label>',
        "<main>",
        f"<h1>{_both(teks.JUDUL)}</h1><p>{_both(teks.PEMBUKA)}</p>",
        *_reports(perbandingan),
        *_section(teks.TANYA_BEDA, _rows_table(perbandingan.beda, _beda_cell)),
        *_section(
            teks.TANYA_RELASI, _rows_table([p for p in perbandingan.padanan if p.relasi != "same"], _padanan_cell)
        ),
        *_section(teks.TANYA_CATATAN, _rows_table(perbandingan.catatan, _catatan_cell)),
        *_section(teks.TANYA_GRAFIK, _charts(all_series(perbandingan), _by_series(perbandingan))),
        *_section(teks.TANYA_ANGGARAN, _rows_table(perbandingan.anggaran_tahun, _plain_cell)),
        "</main>",
    ]
    head = (
        '<!DOCTYPE html>\n<html lang="id"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{escape(teks.JUDUL.id)} / {escape(teks.JUDUL.en)}</title><style>{_STYLE}</style></head><body>"
    )
    return "\n".join([head, *body, "</body></html>\n"]).encode()


def _both(text: Teks) -> str:
    if text.id == text.en:
        return escape(text.id)
    return f'<span lang="id">{escape(text.id)}</span><span lang="en">{escape(text.en)}</span>'


def _section(question: Teks, content: Iterable[str]) -> Iterator[str]:
    yield f"<section><h2>{_both(question)}</h2>"
    yield from content
    yield "</section>"


def _reports(perbandingan: Perbandingan) -> Iterator[str]:
    found = dict.fromkeys((p.tahun_laporan, p.laporan) for p in perbandingan.padanan)
    names = [f"{name} ({year or '?'})" for year, name in sorted(found, key=lambda f: (f[0] or 0, f[1]))]
    yield f"<p>{_both(teks.SUMBER)}: {escape(', '.join(names) or '-')}</p>"


Cell = Callable[[str, object], str]
Course = Mapping[tuple[str, int], Perkembangan]
_MORE = ("pertumbuhan", "tahun_target", "target_akhir", "jarak")


def _rows_table(rows: Sequence[msgspec.Struct], cell: Cell) -> Iterator[str]:
    if not rows:
        yield f"<p>{_both(teks.TAK_ADA)}</p>"
        return
    fields = rows[0].__struct_fields__
    yield '<div class="scroll"><table><thead><tr>'
    yield "".join(f'<th scope="col">{_both(teks.KEPALA[name])}</th>' for name in fields)
    yield "</tr></thead><tbody>"
    for row in rows:
        yield "<tr>" + "".join(cell(name, getattr(row, name)) for name in fields) + "</tr>"
    yield "</tbody></table></div>"


def _plain_cell(name: str, value: object) -> str:
    del name
    if value is None:
        return "<td></td>"
    if isinstance(value, Decimal):
        return f'<td class="n">{indonesian(value)}</td>'
    if isinstance(value, float):
        return f'<td class="n">{indonesian(Decimal(f"{value:.2f}"))}</td>'
    return f'<td class="n">{value}</td>' if isinstance(value, int) else f"<td>{escape(str(value))}</td>"


def _beda_cell(name: str, value: object) -> str:
    return _word_cell(teks.JENIS, value) if name == "jenis" else _plain_cell(name, value)


def _padanan_cell(name: str, value: object) -> str:
    return _word_cell(teks.RELASI, value) if name == "relasi" else _plain_cell(name, value)


def _catatan_cell(name: str, value: object) -> str:
    return _word_cell(teks.JENIS_CATATAN, value) if name == "jenis" else _plain_cell(name, value)


def _by_series(perbandingan: Perbandingan) -> dict[tuple[str, int], Perkembangan]:
    return {(row.seri, row.tahun): row for row in perbandingan.perkembangan}


def _word_cell(words: Mapping[str, Teks], value: object) -> str:
    word = words.get(str(value), Teks(str(value), str(value)))
    mark = ' class="ragu"' if value in ("doubtful", "unexplained", "salinan") else ""
    return f"<td{mark}>{_both(word)}</td>"


def _charts(series: Sequence[Seri], course: Course) -> Iterator[str]:
    yield f'<p class="kunci">{_both(teks.KUNCI)}</p><div class="seri">'
    for seri in series:
        unit = f' <span class="u">({escape(seri.satuan)})</span>' if seri.satuan else ""
        yield f"<figure><h3>{escape(seri.indikator)}{unit}</h3>"
        yield series_svg(seri)
        yield f"<details><summary>{_both(teks.DATA)}</summary>"
        yield from _data_table(seri, course)
        yield "</details></figure>"
    yield "</div>"


def _data_table(seri: Seri, course: Course) -> Iterator[str]:
    rows = [course.get((seri.deret, year)) for year in seri.tahun]
    more = [name for name in _MORE if any(row is not None and getattr(row, name) is not None for row in rows)]
    yield f'<table><thead><tr><th scope="col">{_both(teks.KEPALA["tahun"])}</th>'
    heads = "".join(f'<th scope="col">{_both(teks.KEPALA[name])}</th>' for name in (*PERAN, *more))
    yield f"{heads}</tr></thead><tbody>"
    for n, (year, row) in enumerate(zip(seri.tahun, rows, strict=True)):
        cells = "".join(_point_cell(seri.garis[peran][n]) for peran in PERAN)
        shown = row if row is not None and seri.garis["realisasi"][n].nilai is not None else None
        cells += "".join(_plain_cell(name, getattr(shown, name, None)) for name in more)
        yield f'<tr><th scope="row">{year}</th>{cells}</tr>'
    yield "</tbody></table>"


def _point_cell(point: Titik) -> str:
    if point.nilai is None:
        return '<td class="n">–</td>'
    others = "".join(f" / {indonesian(value)}" for value in point.lain)
    mark = " ⊗" if point.bertentangan else ""
    source = escape(f"{point.laporan}" + (f", hal. {point.page}" if point.page else ""))
    return f'<td class="n" title="{source}">{indonesian(point.nilai)}{others}{mark}</td>'

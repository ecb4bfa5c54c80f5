"""Compare an extracted report with the truth about it. One job: say in words what differs.

In: a truth label (golden/*.truth.json) and a `laporan.json`, both as plain dictionaries. Out: sentences, one per difference; an empty
list means equal. White space does not count, everything else of a text does. Stricter than a score: nothing is alike, only equal.
"""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

Values = dict[str, Any]
Spans = dict[tuple[int, int], tuple[int, int]]
FIGURES = {"indikator": ("target", "realisasi", "capaian"), "anggaran": ("pagu", "realisasi", "persen")}
NAMES = {"indikator": "indikator", "anggaran": "uraian"}
CONTEXT = {"indikator": ("sasaran", "satuan"), "anggaran": ("kode",)}


def bare(text: Any) -> str:
    """A text without white space."""
    return re.sub(r"\s+", "", str(text or ""))


def headings(truth: Values, report: Values, kind: str) -> list[str]:
    """Chapters (`bab`) or sections (`subbab`): number, title and page, in order."""
    chapters = [b for b in report["bab"] if not b["inferred"]]
    got = chapters if kind == "bab" else [s for b in chapters for s in b["subbab"]]

    def shown(items: Iterable[Values]) -> list[str]:
        return [f"{x['nomor']} {bare(x['judul'])} p{x['page']}" for x in items]

    return _differences(kind, shown(truth[kind]), shown(got))


def captions(truth: Values, report: Values) -> list[str]:
    """Numbered tables: number, title and all pages, in order."""

    def shown(items: Iterable[Values]) -> list[str]:
        return [f"Tabel {x['nomor']} {bare(x['judul'])} p{list(x['pages'])}" for x in items if x["nomor"]]

    return _differences("tabel", shown(truth["tabel"]), shown(report["tabel"]))


def _differences(kind: str, want: list[str], got: list[str]) -> list[str]:
    missing, surplus = Counter(want) - Counter(got), Counter(got) - Counter(want)
    out = [f"{kind}: missing {x!r}" for x in missing] + [f"{kind}: not in the report {x!r}" for x in surplus]
    return out or ([] if want == got else [f"{kind}: wrong order {got}"])


def find_table(truth: Values, report: Values, key: str) -> Values | None:
    """The extracted table for a key of `cells`: by its number, or (unnumbered) by its page and the texts it shares."""
    entry = next(t for t in truth["tabel"] if key == t["nomor"] or (t["nomor"] is None and key.startswith("p")))
    named: list[Values] = [t for t in report["tabel"] if (t["nomor"] or None) == entry["nomor"]]
    texts = {bare(x) for row in truth["cells"][key]["grid"] for x in row} - {""}
    return max(named, key=lambda t: len(texts & {bare(c["text"]) for c in t["cells"]}), default=None)


def cells(truth: Values, report: Values, key: str) -> list[str]:
    """Every cell of one table: size, header rows, text, and (where rules show them) spans.

    The row that only numbers the columns may count as header or not; it stands in the grid either way.
    """
    table, want = find_table(truth, report, key), truth["cells"][key]
    if table is None:
        return [f"Tabel {key}: not found"]
    size = (len(want["grid"]), len(want["grid"][0]))
    out = []
    if (table["n_rows"], table["n_cols"]) != size:
        out.append(f"Tabel {key}: {table['n_rows']} x {table['n_cols']} instead of {size[0]} x {size[1]}")
    if table["header_rows"] - want["header_rows"] not in (0, int(want["number_row"])):
        out.append(f"Tabel {key}: {table['header_rows']} header rows instead of {want['header_rows']}")
    found = {(c["row"], c["col"]): c for c in table["cells"]}
    true_spans = {(r, c): (rs, cs) for r, c, rs, cs in want["spans"]}
    spans = _with_page_ends(table, true_spans) if truth["ruled"] else None
    wanted = {(r, c): text for r, row in enumerate(want["grid"]) for c, text in enumerate(row)}
    for at in sorted(wanted | found):
        out += _cell(key, at, wanted.get(at, ""), found.get(at), spans)
    return out


def _cell(key: str, at: tuple[int, int], want: str, found: Values | None, spans: Spans | None) -> list[str]:
    place, got = f"Tabel {key} row {at[0]} col {at[1]}", found["text"] if found else ""
    if bare(want) != bare(got):
        return [f"{place}: {got!r} instead of {want!r}"]
    span = (found["row_span"], found["col_span"]) if found else (1, 1)
    if want and spans is not None and span != spans.get(at, (1, 1)):
        return [f"{place}: {want!r} spans {span} instead of {spans.get(at, (1, 1))}"]
    return []


def _with_page_ends(table: Values, spans: Spans) -> Spans:
    """The true spans, where a merged cell may also end with its page.

    On the next page its rest looks the same as empty cells, so neither reading is wrong.
    """
    pages = {c["row"]: c["prov"][-1]["page"] for c in table["cells"] if c.get("prov")}
    found = {(c["row"], c["col"]): (c["row_span"], c["col_span"]) for c in table["cells"]}
    out = dict(spans)
    for at, (height, width) in spans.items():
        rows, cols = found.get(at, (height, width))
        if cols == width and rows < height and pages.get(at[0] + rows - 1) != pages.get(at[0] + rows):
            out[at] = (rows, cols)
    return out


def records(truth: Values, report: Values, kind: str, context: bool = False) -> list[str]:
    """Typed rows of the report (all of them: a record nobody printed is wrong too), totals apart.

    Name, year, period and the figures as printed; with `context` also sasaran and satuan, or kode.
    """
    keys = {t["id"]: _key(truth, report, t) for t in report["tabel"]}

    def shown(row: Values, table: str) -> str:
        figures = ", ".join(f"{name} {bare(_raw(row.get(name))) or '-'}" for name in FIGURES[kind])
        more = "".join(f" [{bare(_raw(row.get(name)))}]" for name in CONTEXT[kind]) if context else ""
        when = f"{row['tahun']} {row.get('periode') or ''}".strip()
        return f"Tabel {table} {when} {_name(row[NAMES[kind]])}: {figures}{more}"

    want = [shown(r, r["tabel"]) for r in truth[kind] if r.get("level") != "total"]
    got = [
        shown(r, keys[r["tabel"]])
        for r in report[kind]
        if r.get("level") not in ("total", "pendapatan") and _level(r) != "total"
    ]
    missing, surplus = Counter(want) - Counter(got), Counter(got) - Counter(want)
    return sorted([f"{kind}: missing {x}" for x in missing] + [f"{kind}: not printed {x}" for x in surplus])


def _key(truth: Values, report: Values, table: Values) -> str:
    """The truth's key of an extracted table; its id when the truth knows none."""
    if table["nomor"]:
        return str(table["nomor"])
    keys = [key for key in truth["cells"] if key.startswith("p") and find_table(truth, report, key) is table]
    return str(keys[0] if keys else table["id"])


def _name(text: str) -> str:
    """A name without the list mark at its head."""
    return bare(re.sub(r"(?i)^\s*(\d{1,2}|[a-z])\s*[.)]+\s*", "", text))


def _raw(value: Any) -> Any:
    """The printed text of a figure, a code or a plain value."""
    return value.get("raw") if isinstance(value, dict) else value


def _level(row: Values) -> Any:
    kode = row.get("kode")
    return kode.get("level") if isinstance(kode, dict) else None

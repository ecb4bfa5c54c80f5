"""Which report is this: kind of document, agency, year and part of the year, from running heads, the first pages and captions.

Where sources differ (a cover names the year of issue, the text the year of the report) the one said most often counts.
"""

from collections import Counter
from itertools import zip_longest

import regex

from extractor.model.body import Body, Grid, GridCell, Line
from extractor.model.laporan import Identitas
from extractor.outline.look import lines_of
from extractor.outline.periode import report_period
from parsers.judul import Kop, agency_names, capital_share, document_kind, read_kop, report_years

_FIRST_LINES = 60
_AGREEMENT = "Perjanjian Kinerja"
_PLAN = regex.compile(r"(?i)\bRenstra\b|Rencana\s+Strategis")
_OFTEN = 5
"""So many times as often as a report of performance a plan must be named in the text to be the document itself."""
_SPAN = regex.compile(r"(?<!\d)20\d\d\s*[-–—/]\s*20\d\d(?!\d)")
_WEIGHT = {"running": 1, "caption": 2, "bab": 1, "subbab": 2}


def identify(body: Body, file_name: str) -> Identitas:
    """What the report says about itself; None where it says nothing."""
    lines = lines_of(body)
    opening = [line for line in lines if line.role != "toc"][:_FIRST_LINES]
    kind = _kind(lines, opening, file_name)
    plan = kind is None and _is_plan(lines)
    year = None if plan else _year(body, lines, opening, file_name)
    agency = _agency(lines) or _unit_of_form(body, opening)
    return Identitas(jenis=kind, instansi=agency, tahun=year, periode=report_period(lines))


def _is_plan(lines: list[Line]) -> bool:
    """Whether captions and headings name spans of years more often than single ones: a Renstra has no year of report."""
    titles = [line.text for line in lines if line.role in _WEIGHT]
    return sum(len(_SPAN.findall(t)) for t in titles) > sum(len(report_years(t)) for t in titles)


def _kind(lines: list[Line], opening: list[Line], file_name: str) -> str | None:
    """The name on the first pages, else in the running heads, else in the text, else in the file's name."""
    heads = [line.text for line in lines if line.role == "running"]
    texts = [line.text for line in lines]
    if sum(bool(_PLAN.search(t)) for t in texts) > _OFTEN * sum(document_kind(t) is not None for t in texts):
        texts = []
    for group in (heads, [line.text for line in opening], texts):
        kinds = Counter(kind for text in group if (kind := document_kind(text)) not in (None, _AGREEMENT))
        if kinds:
            return kinds.most_common(1)[0][0]
    if any(document_kind(text) == _AGREEMENT for text in texts):
        return _AGREEMENT
    return document_kind(regex.sub(r"[_\-.\d]+", " ", file_name))


def _year(body: Body, lines: list[Line], opening: list[Line], file_name: str) -> int | None:
    """The year named most; a running head counts once however often it is printed."""
    votes: Counter[int] = Counter()
    for line in lines:
        if line.role in ("caption", "subbab", "bab"):
            votes.update({year: _WEIGHT[line.role] for year in report_years(line.text)})
    for text in {line.text for line in lines if line.role == "running"}:
        votes.update({year: 3 for year in report_years(text)})
    for line in opening:
        votes.update(report_years(line.text))
    if not votes:
        votes.update(year for line in lines for year in report_years(line.text))
        votes = Counter({year: count for year, count in votes.items() if count > 1})
    if not votes:
        votes.update(year for cell in _title_cells(body) for year in report_years(cell.text))
    if votes:
        most = max(votes.values())
        return max(year for year, count in votes.items() if count == most)
    named = regex.findall(r"(?<!\d)20\d\d(?!\d)", file_name)
    return int(named[0]) if named else None


def _title_cells(body: Body) -> list[GridCell]:
    """Titles that stand inside their tables, over all columns."""
    grids = [item for item in body.items if isinstance(item, Grid)]
    return [cell for grid in grids for cell in grid.cells if cell.row == 0 and cell.col_span == grid.n_cols > 1]


def _unit_of_form(body: Body, opening: list[Line]) -> str | None:
    """The unit in the head of a form (`Unit Organisasi : …`), on the first pages or in a table's title; else the government named there."""
    heads = [read_kop([line.text for line in opening]), *(read_kop(c.lines or (c.text,)) for c in _title_cells(body))]
    found = sorted((kop for kop in heads if kop is not None), key=lambda kop: kop.unit is None)
    area = next((kop.area for kop in found if kop.area), None)
    return (found[0] if found[0].area else Kop(area, None, found[0].unit)).agency if found else None


def _agency(lines: list[Line]) -> str | None:
    """The name found most often (in any case); printed in mixed case where the report does so."""
    text_votes: Counter[str] = Counter()
    spelled: dict[str, Counter[str]] = {}
    seen: set[str] = set()
    for first, second in zip_longest(lines, lines[1:]):
        if first.role == "running" and first.text in seen:
            continue
        seen.add(first.text)
        joined = first.text if second is None or second.role != first.role else f"{first.text} {second.text}"
        for name in agency_names(joined):
            key = regex.sub(r"\W+", "", name.casefold())
            text_votes[key] += 1
            spelled.setdefault(key, Counter())[name] += 1
    if not text_votes:
        return None
    best = text_votes.most_common(1)[0][0]
    return max(spelled[best], key=lambda name: (capital_share(name) < 0.6, spelled[best][name], name))

"""PRED and AVG in sentences: grades and averages that a sentence gives to a capaian. In: claims, scales and tables. Out: findings.

`capaian 71,02 % (kategori Baik)`: by the report's own scale, which must be used in its tables or be the only one that knows the label.
`rata-rata capaian 98,40 %`: some table, group of rows or printed average must give it; which one is meant is not said, so a miss is
information (I), no more.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from fractions import Fraction

from capaian.interval import Figur, figur
from capaian.predikat import Skala, rate
from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks, figure_of
from extractor.audit.nilai_mutu import scales
from extractor.audit.rata_rata import is_mean, printed_averages
from extractor.model.laporan import Indikator, Klaim, KlaimFigure
from extractor.model.temuan import Message, Ref, Temuan

_GRADED = re.compile(
    r"(?:kategori|predikat|kriteria|kualifikasi|interpretasi|dikategorikan|tergolong)\s*(?:penilaian|kinerja|sebagai|dalam|adalah|:|=)*\s*"
    r"[“”\"'(]*\s*(?P<label>[A-Za-z]+(?:\s+[A-Za-z]+){0,2})",
    re.IGNORECASE,
)
_AVERAGE = re.compile(r"rata\s*\W?\s*rata[^.;%\d]{0,80}$", re.IGNORECASE)
_LEAST = 2
_MET = 100


def check(konteks: Konteks, buku: Buku, klaim: Sequence[Klaim], rows: Sequence[Indikator]) -> None:
    """Enter what sentences say of grades and averages."""
    known = scales(konteks)
    means = _Means(konteks, rows)
    for claim in klaim:
        achieved = [item for item in claim.figures if item.role == "capaian" and item.number is not None]
        if len(achieved) != 1:
            continue
        for finding in (_graded(claim, achieved[0], known), _averaged(claim, achieved[0], means)):
            if finding is not None:
                buku.notes(finding, claim.page)


def _graded(claim: Klaim, item: KlaimFigure, known: Iterable[Skala]) -> Temuan | None:
    found = _GRADED.search(claim.text.partition(item.raw)[2])
    if found is None or item.number is None:
        return None
    told = [(skala, label) for skala in known if (label := _label(skala, found["label"])) is not None]
    if len({skala.name for skala, _ in told}) != 1:
        return None
    skala, label = told[0]
    rated = rate(skala, figur(item.raw, item.number))
    if rated.accepts(label):
        return None
    wanted = rated.labels[0]
    message = Message(
        f"Capaian {item.raw} dalam kalimat disebut “{label}”, menurut skala laporan “{wanted}”.",
        f"Capaian {item.raw} in the sentence is called “{label}”; by the report's own scale it is “{wanted}”.",
    )
    here = Ref(page=claim.page, path=claim.path, raw=item.raw)
    return Temuan("", "PRED", "W", message, (here,), label, wanted, witnesses=(skala.source,))


def _label(skala: Skala, printed: str) -> str | None:
    """The longest label of the scale that the words begin with."""
    words = printed.split()
    options = [" ".join(words[:size]) for size in range(len(words), 0, -1)]
    return next((option for option in options if skala.knows(option)), None)


class _Means:
    """What an average may be: the printed averages, and the capaian of a table's rows: all, by sasaran, or those that met their target."""

    def __init__(self, konteks: Konteks, rows: Iterable[Indikator]) -> None:
        groups: dict[tuple[str, int | None, str | None], list[Figur]] = defaultdict(list)
        for row in rows:
            figure = figure_of(row.capaian)
            if figure is not None and row.periode is None:
                groups[row.tabel, row.tahun, None].append(figure)
                groups[row.tabel, row.tahun, row.sasaran or ""].append(figure)
        met = [[figure for figure in members if figure.number >= _MET] for members in groups.values()]
        self.members = [members for members in (*groups.values(), *met) if len(members) >= _LEAST]
        self.printed = printed_averages(konteks)

    def know(self, figure: Figur) -> bool:
        if any(Fraction(other.number) == Fraction(figure.number) for other in self.printed):
            return True
        return any(is_mean(figure, members) for members in self.members)


def _averaged(claim: Klaim, item: KlaimFigure, means: _Means) -> Temuan | None:
    before = claim.text.partition(item.raw)[0]
    if item.number is None or not means.members or not _AVERAGE.search(before):
        return None
    figure = figur(item.raw, item.number)
    if figure.decimals < 1 or means.know(figure):
        return None
    message = Message(
        f"Rata-rata {item.raw} dalam kalimat bukan rata-rata tercetak dan tidak dihasilkan kolom capaian tabel mana pun.",
        f"The average {item.raw} in the sentence is no printed average, and no table's column of capaian gives it.",
    )
    return Temuan("", "AVG", "I", message, (Ref(page=claim.page, path=claim.path, raw=item.raw),), item.raw)

"""Indicators of many reports put into series: reports in order of their years in, series and a row per indicator out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace
from rapidfuzz import fuzz

from extractor.archive.butir import Butir
from extractor.archive.match import Jodoh, match
from extractor.archive.saksi import same_name
from extractor.model.laporan import Laporan
from extractor.model.perbandingan import Padanan, Relasi

_SAME_AGENCY = 85.0
Decide = Callable[[Butir, Butir], bool | None]
"""A person's answer whether two indicators are one; None where nobody was asked."""


GOES_ON: tuple[Relasi, ...] = ("same", "renamed")
ENDS: tuple[Relasi, ...] = ("gone", "split", "merged")
OLDEST = "laporan tertua yang dibandingkan"
CARRIED = "; hanya ada di tabel yang terbawa dari laporan sebelumnya"


@dataclass(slots=True)
class _Baris:
    seri: "Seri"
    butir: Butir
    relasi: Relasi
    alasan: str
    skor: float


@dataclass(slots=True)
class Seri:
    """A series: its indicators in the order of their reports. `opening`: its row in the oldest report, which still waits for what
    became of it; `ended`: said to be gone, split or merged."""

    id: str
    anggota: list[Butir] = field(default_factory=list)
    opening: _Baris | None = None
    ended: bool = False

    @property
    def last(self) -> Butir:
        return self.own[-1] if self.own else self.anggota[-1]

    @property
    def own(self) -> list[Butir]:
        """Its indicators without those that a later report only carried over."""
        return [butir for butir in self.anggota if not butir.carried]


def undecided(left: Butir, right: Butir) -> bool | None:
    """Nobody was asked."""
    del left, right
    return None


def strangers(left: Laporan, right: Laporan, *, mixed: bool = False) -> bool:
    """Are two reports of different agencies, of one year, or one of a year and one of a quarter? Their indicators are then never surely
    one. `mixed`: the reports compared are of several agencies, so that one that names none is nobody's."""
    ours, theirs = left.laporan, right.laporan
    if ours.periode != theirs.periode:
        return True
    if ours.tahun is not None and ours.tahun == theirs.tahun:
        return True
    if not ours.instansi or not theirs.instansi:
        return mixed
    return not _same_agency(ours.instansi, theirs.instansi)


def several_agencies(reports: Iterable[Laporan]) -> bool:
    """Do the reports name more than one agency?"""
    names = list(dict.fromkeys(r.laporan.instansi for r in reports if r.laporan.instansi))
    return any(not _same_agency(names[0], name) for name in names[1:])


def _same_agency(one: str, other: str) -> bool:
    return fuzz.token_sort_ratio(one.lower(), other.lower()) >= _SAME_AGENCY


class Deret:
    """Collects the series, report after report."""

    def __init__(self, decide: Decide = undecided, *, mixed: bool = False) -> None:
        self._mixed = mixed
        self.seri: list[Seri] = []
        self._rows: list[_Baris] = []
        self._decide = decide
        self._reports: dict[str, Laporan] = {}

    def add(self, stem: str, laporan: Laporan, butir: Sequence[Butir]) -> None:
        """The next report: its indicators go on in a series or begin one. A report without indicators ends none."""
        if not butir:
            return
        self._reports[stem] = laporan
        carried, butir = [b for b in butir if b.carried], [b for b in butir if not b.carried]
        waiting = [
            seri for seri in self.seri if not strangers(self._reports[seri.last.laporan], laporan, mixed=self._mixed)
        ]
        others = [seri for seri in self.seri if seri not in waiting]
        sure, never = self._decided(self.seri, butir)
        waiting += [seri for seri in others if any(seri is one for one, _ in sure)]
        others = [seri for seri in others if not any(seri is one for one in waiting)]
        place = {id(seri): n for n, seri in enumerate(waiting)}
        result = [_by_reader(place[id(seri)], j, seri.last, butir[j]) for seri, j in sure]
        decided_left, decided_right = {j.left for j in result}, {j.right for j in result}
        left = [n for n in range(len(waiting)) if n not in decided_left]
        right = [n for n in range(len(butir)) if n not in decided_right]
        forbidden = {(i, j) for i, n in enumerate(left) for j, m in enumerate(right) if (id(waiting[n]), m) in never}
        for jodoh in match([waiting[n].last for n in left], [butir[n] for n in right], forbidden=forbidden):
            result.append(_moved(jodoh, left, right))
        before = [(seri, seri.last) for seri in waiting]
        self._take(result, waiting, butir)
        self._carry(before, carried)
        self._warn(others, butir)

    def _carry(self, before: Sequence[tuple[Seri, Butir]], carried: Sequence[Butir]) -> None:
        """What a report only carried over says nothing of its year: it stands beside the series it comes from."""
        for jodoh in match([last for _, last in before], carried):
            if jodoh.right is None:
                continue
            goes_on = jodoh.left is not None and jodoh.relasi in GOES_ON
            seri = before[jodoh.left][0] if jodoh.left is not None and goes_on else self._begin()
            self._rows.append(_Baris(seri, carried[jodoh.right], jodoh.relasi, jodoh.alasan + CARRIED, jodoh.skor))
            seri.anggota.append(carried[jodoh.right])

    def _decided(
        self, series: Sequence[Seri], butir: Sequence[Butir]
    ) -> tuple[list[tuple[Seri, int]], set[tuple[int, int]]]:
        """What a person said: series with the indicator that goes on in it, each once; series (by identity) that it never is."""
        sure: list[tuple[Seri, int]] = []
        never: set[tuple[int, int]] = set()
        for seri in series:
            for j, item in enumerate(butir):
                answers = {self._decide(member, item) for member in seri.anggota}
                if True in answers and not any(one is seri or m == j for one, m in sure):
                    sure.append((seri, j))
                elif False in answers:
                    never.add((id(seri), j))
        return sure, never

    def _take(self, result: Sequence[Jodoh], waiting: Sequence[Seri], butir: Sequence[Butir]) -> None:
        oldest = not self._rows
        first: dict[int, Jodoh] = {}
        for jodoh in sorted(result, key=lambda j: (j.right is None, j.right or 0, j.left or 0)):
            if jodoh.right is not None:
                first.setdefault(jodoh.right, jodoh)
            if jodoh.left is not None:
                self._became(waiting[jodoh.left], jodoh)
        for right, jodoh in first.items():
            goes_on = jodoh.left is not None and jodoh.relasi in GOES_ON
            seri = waiting[jodoh.left] if jodoh.left is not None and goes_on else self._begin()
            alasan = OLDEST if oldest else jodoh.alasan
            row = _Baris(seri, butir[right], jodoh.relasi, alasan, jodoh.skor)
            self._rows.append(row)
            seri.anggota.append(butir[right])
            seri.ended, seri.opening = False, row if oldest else None

    def _begin(self) -> Seri:
        self.seri.append(Seri(f"s{len(self.seri) + 1:04d}"))
        return self.seri[-1]

    def _became(self, seri: Seri, jodoh: Jodoh) -> None:
        """The row of an oldest indicator says what became of it; a later one gets a row of its own when its series ends."""
        row = seri.opening
        if row is not None:
            row.relasi, row.alasan, row.skor = jodoh.relasi, jodoh.alasan, jodoh.skor
            seri.opening = None
        elif jodoh.relasi in ENDS and not seri.ended:
            self._rows.append(_Baris(seri, seri.last, jodoh.relasi, jodoh.alasan, jodoh.skor))
        seri.ended = seri.ended or jodoh.relasi in ENDS

    def _warn(self, others: Sequence[Seri], butir: Sequence[Butir]) -> None:
        """Likenesses between agencies, or within a year, are said beside the row and join nothing."""
        found = match([seri.last for seri in others], butir, stranger=True) if others else []
        for jodoh in found:
            if jodoh.relasi == "doubtful" and jodoh.right is not None and jodoh.left is not None:
                for row in self._rows:
                    if row.butir is butir[jodoh.right] and row.relasi == "new":
                        other = others[jodoh.left].last
                        row.relasi, row.skor = "doubtful", min(jodoh.skor, 0.5)
                        row.alasan = f"mirip {other.nama!r} di {other.laporan}: {jodoh.alasan}"

    def rows(self) -> tuple[Padanan, ...]:
        """One row per indicator and report, and one for each other wording of that report; one more where a series ended later on."""
        return tuple(row for baris in self._rows for row in _padanan(baris))


def _padanan(row: _Baris) -> list[Padanan]:
    butir = row.butir
    first = Padanan(
        seri=row.seri.id, laporan=butir.laporan, tahun_laporan=butir.tahun, tabel=butir.tabel, page=butir.page,
        indikator=butir.nama, satuan=butir.satuan, relasi=row.relasi, alasan=row.alasan, skor=round(row.skor, 3),
    )  # fmt: skip
    return [
        first,
        *(
            replace(
                first, tabel=other.tabel, page=other.page, indikator=other.nama, satuan=other.satuan,
                alasan=f"nama lain {butir.nama!r} di laporan ini; {row.alasan}",
            )
            for other in butir.lain
        ),
    ]  # fmt: skip


def _by_reader(left: int, right: int, one: Butir, other: Butir) -> Jodoh:
    relasi: Relasi = "same" if same_name(one, other) else "renamed"
    return Jodoh(left, right, relasi, "ditetapkan oleh pembaca", 1.0)


def _moved(jodoh: Jodoh, left: Sequence[int], right: Sequence[int]) -> Jodoh:
    return Jodoh(
        None if jodoh.left is None else left[jodoh.left],
        None if jodoh.right is None else right[jodoh.right],
        jodoh.relasi,
        jodoh.alasan,
        jodoh.skor,
    )

"""What a kind of table looks at when it bids: glued caption, context and header, and which roles and shapes the columns have."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from parsers.tabel.kolom import Kolom
from parsers.tabel.teks import glue


class Pandangan(NamedTuple):
    """`judul`, `konteks`, `kepala`: glued texts. `roles`: roles present. `years`, `periods`: how many different ones head columns;
    `measured_years`: those with a realisasi or capaian.

    `months`: month names among the headers. `counts`: columns of plain figures without a role. `money`: figures are rupiah.
    """

    judul: str
    konteks: str
    kepala: str
    roles: frozenset[str]
    years: int
    measured_years: int
    periods: int
    months: int
    counts: int
    money: bool
    revenue: bool

    def cue(self, pattern: "Cue") -> float:
        """3 when the caption says it, 2 when only the context does, else 0."""
        if self.judul and pattern.search(self.judul):
            return 3.0
        if self.konteks and pattern.search(self.konteks):
            return 2.0 if not self.judul else 1.0
        return 0.0

    def has(self, *roles: str) -> bool:
        return self.roles.issuperset(roles)

    def any(self, *roles: str) -> bool:
        return not self.roles.isdisjoint(roles)


class Cue(Protocol):
    def search(self, string: str, /) -> object: ...


class Jenis(Protocol):
    """One kind of table. `tawar` is its bid: 0 is none, a clear case is 4 and more."""

    NAMA: str

    def tawar(self, p: Pandangan) -> float: ...


def look(
    judul: str, konteks: str, labels: Iterable[str], columns: Iterable[Kolom], counts: int, months: int, revenue: bool
) -> Pandangan:
    """A `Pandangan` from a table that is understood column by column."""
    columns = list(columns)
    return Pandangan(
        judul=glue(judul),
        konteks=glue(konteks),
        kepala=" ".join(glue(label) for label in labels),
        roles=frozenset(c.role for c in columns if c.role and not c.awal),
        years=len({c.tahun for c in columns if c.tahun}),
        measured_years=len(
            {c.tahun for c in columns if c.tahun and c.role in {"realisasi", "capaian_pct"} and not c.akhir}
        ),
        periods=len({c.periode for c in columns if c.periode}),
        months=months,
        counts=counts,
        money=any(c.role in {"pagu", "realisasi_rp"} for c in columns),
        revenue=revenue,
    )

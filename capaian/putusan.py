"""Verdicts for everything that was emitted: rows in, one `Putusan` per row out, and the findings among them."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal, NamedTuple

from capaian import kinerja, serapan
from capaian.baca import Baris, Muatan
from capaian.rumus import REASONS, Hasil

Severity = Literal["E", "W"]


class Putusan(NamedTuple):
    """The verdict on one emitted row. `jenis` is `indikator` or `anggaran`; `printed` the printed capaian or percent."""

    jenis: Literal["indikator", "anggaran"]
    baris: Baris
    printed: str
    hasil: Hasil

    @property
    def severity(self) -> Severity | None:
        """E: a provable contradiction; W: it may be a limit that the report does not state; None: no finding, or digits that are
        not printed may explain the difference."""
        if self.hasil.verdict != "tidak_sesuai" or self.hasil.reason == "sebelum_dibulatkan":
            return None
        return "W" if self.hasil.reason == "mungkin_dibatasi" else "E"

    def message(self) -> dict[str, str]:
        """The finding as a sentence in both languages."""
        what = (
            ("Capaian", "The capaian") if self.jenis == "indikator" else ("Persentase serapan", "The percent absorbed")
        )
        computed = "?" if self.hasil.capaian is None else str(self.hasil.capaian)
        reason = REASONS.get(self.hasil.reason or "")
        return {
            "id": f"{what[0]} tercetak {self.printed}, terhitung {computed}" + (f" ({reason[0]})." if reason else "."),
            "en": f"{what[1]} printed is {self.printed}, computed {computed}" + (f" ({reason[1]})." if reason else "."),
        }


def judge(load: Muatan, *, cap: Decimal | None = None, strict: bool = False) -> list[Putusan]:
    """Verdicts for all rows, indicators first, in the order they were read. Each report is judged by its own limit."""
    found: list[Putusan] = []
    for rows in _by_report(load.kinerja):
        verdicts = kinerja.evaluate([_kinerja(row) for row in rows], cap=cap, strict=strict)
        found += [
            Putusan("indikator", row, row.sel["capaian"].text, hasil)
            for row, hasil in zip(rows, verdicts.hasil, strict=True)
        ]
    for row in load.anggaran:
        figures = (row.sel["pagu"].figure, row.sel["realisasi"].figure, row.sel["persen"].figure)
        found.append(Putusan("anggaran", row, row.sel["persen"].text, serapan.evaluate_line(row.level, *figures)))
    return found


def _by_report(rows: Iterable[Baris]) -> Iterable[list[Baris]]:
    groups: dict[str, list[Baris]] = defaultdict(list)
    for row in rows:
        groups[row.laporan].append(row)
    return groups.values()


def _kinerja(row: Baris) -> kinerja.BarisKinerja:
    target, realisasi, capaian = (row.sel[name] for name in ("target", "realisasi", "capaian"))
    return kinerja.baris(
        row.tabel,
        (target.text, target.figure),
        (realisasi.text, realisasi.figure),
        (capaian.text, capaian.figure),
    )

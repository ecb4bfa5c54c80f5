"""YEAR-TEXT and FORMULA-CONST: what the text says of the report itself. In: mentions, the year of the report. Out: findings (W).

A sentence about the making of this report, or a running head, that gives it another year was carried over from that year's report.
The report's own year must be named more often. A formula for `less is better` printed as R - (R - T) is the target itself: whoever
follows it prints 100 for every row.
"""

from collections import Counter
from collections.abc import Sequence

from extractor.audit.buku import Buku
from extractor.model.temuan import Message, Ref, Temuan
from extractor.model.ucapan import Ucapan


def check(buku: Buku, ucapan: Sequence[Ucapan], tahun: int | None) -> None:
    """Enter a finding for each mention that cannot be right."""
    said = Counter(item.tahun for item in ucapan if item.tahun is not None)
    for item in ucapan:
        if item.kind == "rumus":
            buku.notes(_constant(item), item.page)
        elif tahun is not None and _is_odd(said, item, tahun):
            buku.notes(_other_year(item, tahun), item.page)


def _is_odd(said: Counter[int], item: Ucapan, tahun: int) -> bool:
    """Surely of this report, and another year; the report's own is said more often, so that it is read rightly."""
    return (item.sure or item.kind == "head") and item.tahun is not None and said[item.tahun] < said[tahun]


def _other_year(item: Ucapan, tahun: int) -> Temuan:
    where = (
        ("Kepala halaman", "A running head")
        if item.kind == "head"
        else ("Kalimat tentang laporan ini", "A sentence about this report")
    )
    message = Message(
        f"{where[0]} menyebut “{item.raw}”, padahal tahun laporan {tahun}.",
        f"{where[1]} says “{item.raw}”, but the report is of {tahun}.",
    )
    here = Ref(page=item.page, path=item.path, raw=item.raw)
    return Temuan("", "YEAR-TEXT", "W", message, (here,), str(item.tahun), str(tahun))


def _constant(item: Ucapan) -> Temuan:
    message = Message(
        f"Rumus “{item.raw}” sama dengan targetnya sendiri, sehingga capaian selalu 100; yang dimaksud Target - (Realisasi - Target).",
        f"The formula “{item.raw}” is the target itself, so that capaian always is 100; Target - (Realisasi - Target) is meant.",
    )
    here = Ref(page=item.page, path=item.path, raw=item.raw)
    return Temuan("", "FORMULA-CONST", "W", message, (here,), item.raw)

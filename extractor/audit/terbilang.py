"""TERBILANG: figures against the same figure in words. In: claims and counts of the running text. Out: findings.

`Rp. 15.000.000.000,- (lima belas miliar rupiah)`, `19 (sembilan belas) kegiatan`: the words are a second witness of the digits.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from extractor.audit.buku import Buku
from extractor.audit.konteks import decimal_text, written
from extractor.model.hitungan import Hitungan
from extractor.model.laporan import Klaim
from extractor.model.temuan import Message, Ref, Temuan

_COUNTED = "jumlah_"


def check(buku: Buku, klaim: Iterable[Klaim], counts: Iterable[Hitungan]) -> None:
    """Enter a finding for each figure whose words say another number. Words that are no number say nothing."""
    for claim in klaim:
        for raw, words, told in _worded(claim):
            buku.notes(_finding(raw, words, told, Ref(page=claim.page, path=claim.path, raw=raw)), claim.page)
    for count in counts:
        if count.words is not None and count.words != count.number:
            told = Decimal(count.words)
            buku.notes(
                _finding(count.raw, str(count.words), told, Ref(page=count.page, path=count.path, raw=count.raw)),
                count.page,
            )


def _worded(claim: Klaim) -> Iterator[tuple[str, str, Decimal]]:
    """Amounts with other words behind them: as printed, in words, and the number of the words. Counts come by themselves."""
    for figure, words in zip(claim.figures, claim.figures[1:], strict=False):
        if (
            words.role != "terbilang"
            or words.number is None
            or figure.number is None
            or figure.role.startswith(_COUNTED)
        ):
            continue
        if words.number != figure.number:
            yield figure.raw, words.raw, words.number


def _finding(raw: str, words: str, told: Decimal, here: Ref) -> Temuan:
    message = Message(
        f"Angka {raw} tidak sama dengan tulisannya, “{words}” ({written(told)[0]}).",
        f"The figure {raw} is not what stands in words beside it, “{words}” ({written(told)[1]}).",
    )
    return Temuan("", "TERBILANG", "E", message, (here,), raw, decimal_text(told), witnesses=("words",))

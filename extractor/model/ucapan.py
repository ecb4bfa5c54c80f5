"""What running text says of the report itself, beside its figures: from records to audit, never in `laporan.json`."""

from typing import Literal

import msgspec


class Ucapan(msgspec.Struct, frozen=True):
    """A mention. `kind`: `tahun`, the year that a phrase gives to the report (`sure`: to this report, not to some other one), `head`, that
    of a running head, `rumus`, a formula that can only give 100, or `tanpa`, a topic (`raw`) that the chapter on performance of a whole
    report does not speak of. `raw`: the words as printed."""

    kind: Literal["tahun", "head", "rumus", "tanpa"]
    raw: str
    page: int | None
    path: str | None = None
    tahun: int | None = None
    sure: bool = False

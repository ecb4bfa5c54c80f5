"""What the running text counts, beside what it lists: from records to audit, never in `laporan.json`."""

import msgspec


class Hitungan(msgspec.Struct, frozen=True):
    """A sentence that counts (`10 (sepuluh) kegiatan`). `listed`: numbered items that follow it; `tabel`: id of the table right above
    that the sentence points at (`berdasarkan tabel di atas`); `others`: the other counts of the sentence."""

    text: str
    page: int | None
    path: str | None
    noun: str
    raw: str
    number: int
    words: int | None = None
    listed: int | None = None
    tabel: str | None = None
    others: tuple[int, ...] = ()

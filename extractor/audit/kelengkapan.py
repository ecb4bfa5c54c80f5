"""STRUCT-CONTENT: what a report of performance must hold and this one does not. In: topics that its text lacks, tables, records. Out:
findings (I).

By PermenPAN-RB 53/2014 the chapter on performance compares realisasi with the target, with last year and with the medium-term target,
gives causes, efficiency and the realised budget. A topic is missing where neither its words nor a table of it are there.
"""

from collections.abc import Iterable

from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks
from extractor.model.laporan import Indikator
from extractor.model.temuan import Message, Ref, Temuan
from extractor.model.ucapan import Ucapan

_WORDS = {
    "tahun_lalu": ("perbandingan realisasi dengan tahun lalu", "a comparison of realisasi with last year"),
    "jangka_menengah": (
        "perbandingan realisasi dengan target Renstra/RPJMD",
        "a comparison of realisasi with the medium-term target",
    ),
    "efisiensi": ("analisis efisiensi penggunaan sumber daya", "an analysis of the efficiency of resources"),
    "penyebab": ("analisis penyebab keberhasilan atau kegagalan", "an analysis of the causes of success or failure"),
}
_TABLES = {"tahun_lalu": "perbandingan_tahun", "jangka_menengah": "perbandingan_renstra", "efisiensi": "efisiensi"}


def check(konteks: Konteks, buku: Buku, ucapan: Iterable[Ucapan], rows: Iterable[Indikator]) -> None:
    """Enter a finding for each topic without words and without a table."""
    there = {lembar.tabel.jenis for lembar in konteks.lembar.values()}
    years = {row.tahun for row in rows if row.realisasi is not None and row.realisasi.number is not None}
    if len(years) > 1:
        there.add("perbandingan_tahun")
    for item in ucapan:
        if item.kind != "tanpa" or _TABLES.get(item.raw) in there:
            continue
        words = _WORDS[item.raw]
        message = Message(
            f"BAB III tidak memuat {words[0]}, baik dalam kalimat maupun tabel.",
            f"Chapter III lacks {words[1]}: there is neither a sentence nor a table of it.",
        )
        buku.notes(Temuan("", "STRUCT-CONTENT", "I", message, (Ref(page=item.page, path=item.path),)), item.page)

"""The sheet Ringkasan: which report this is, how complete it was read, what the colours mean, and links to every sheet."""

from collections import Counter
from collections.abc import Iterator, Mapping

from extractor.emit.xlsx.gaya import MEANINGS
from extractor.emit.xlsx.lembar import Lembar
from extractor.emit.xlsx.ragu import Ragu
from extractor.model.laporan import Laporan, Tabel

_STATUS = {"complete": "lengkap / complete", "partial": "sebagian / partial"}
_TABLE_HEAD = ["Tabel", "Judul", "Jenis", "BAB", "Hal.", "Baris", "Kolom"]
_WIDTHS = (26, 66, 22, 7, 9, 8, 8)


def write_ringkasan(sheet: Lembar, laporan: Laporan, sheets: Mapping[str, Lembar]) -> None:
    sheet.text(0, 0, laporan.laporan.instansi or laporan.source.file_name, "judul", fits=False)
    row = 2
    for label, text in _facts(laporan):
        sheet.text(row, 0, label, "label")
        sheet.text(row, 1, text, "isi")
        row += 1
    row = _findings(sheet, row + 1, laporan)
    sheet.text(row, 0, "Tabel / tables", "sub")
    sheet.head(row + 1, _TABLE_HEAD)
    for row_now, tabel in enumerate(laporan.tabel, row + 2):
        _table(sheet, row_now, tabel, sheets[tabel.id])
    sheet.set_widths(dict(enumerate(_WIDTHS)))
    sheet.fit_rows()
    sheet.page()


def _facts(laporan: Laporan) -> Iterator[tuple[str, str]]:
    identity, source = laporan.laporan, laporan.source
    yield "Jenis / kind", identity.jenis or "tidak tercetak / not printed"
    yield "Tahun / year", "tidak tercetak / not printed" if identity.tahun is None else str(identity.tahun)
    if identity.periode is not None:
        yield "Periode / period", identity.periode
    yield "Berkas / file", source.file_name
    yield "SHA-256", source.sha256
    yield "Halaman / pages", "tanpa halaman / none" if source.pages is None else str(source.pages)
    yield "Status", _STATUS[laporan.status]
    listed = laporan.daftar_tabel
    if listed:
        yield "Daftar Tabel", f"{sum(entry.found for entry in listed)} dari {len(listed)} ditemukan / found"
    if laporan.halaman:
        read = Counter(page.source for page in laporan.halaman)
        yield "Halaman khusus / special pages", ", ".join(f"{source} {count}" for source, count in sorted(read.items()))
    counts = Counter(x.evaluasi.verdict for x in laporan.indikator if x.evaluasi is not None)
    counts.update(x.evaluasi.verdict for x in laporan.anggaran if x.evaluasi is not None)
    yield "Putusan / verdicts", ", ".join(f"{name} {counts[name]}" for name in sorted(counts)) or "-"
    yield "Indikator, Anggaran", f"{len(laporan.indikator)}, {len(laporan.anggaran)} baris / rows"


def _findings(sheet: Lembar, row: int, laporan: Laporan) -> int:
    counts = Counter(item.severity for item in laporan.temuan)
    sheet.text(row, 0, "Temuan / findings", "sub")
    for severity, meaning in MEANINGS.items():
        row += 1
        sheet.whole(row, 0, counts[severity])
        sheet.text(row, 1, meaning, "teks", Ragu(severity, ""))
    row += 1
    for col, name in enumerate(("Temuan", "Indikator")):
        sheet.link(row, col, f"{name}!A1", f"→ {name}", "kembali")
    sheet.link(row, 2, "Anggaran!A1", "→ Anggaran", "kembali")
    return row + 2


def _table(sheet: Lembar, row: int, tabel: Tabel, target: Lembar) -> None:
    sheet.link(row, 0, target.place(0, 0), target.name)
    sheet.text(row, 1, tabel.judul)
    sheet.text(row, 2, tabel.jenis)
    sheet.text(row, 3, tabel.bab, "tengah")
    pages = sorted({tabel.pages[0], tabel.pages[-1]}) if tabel.pages else []
    sheet.text(row, 4, "–".join(map(str, pages)), "tengah")
    sheet.whole(row, 5, tabel.n_rows - tabel.header_rows)
    sheet.whole(row, 6, tabel.n_cols)

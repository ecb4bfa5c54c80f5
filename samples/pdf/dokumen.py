"""The whole report as one PDF: element after element onto the page flow.

In: the report and a look. Out: the PDF's bytes and a `Letak`, which says on what pages everything came to stand. The report is
drawn twice: the first time to learn the page numbers that the table of contents prints.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass, field

from reportlab.pdfgen.canvas import Canvas

from samples.daftar import daftar
from samples.kisi import tercetak
from samples.model import (
    Bab,
    Daftar,
    HalamanBaru,
    Laporan,
    Lembar,
    Paragraf,
    Subbab,
    Tabel,
    TandaTangan,
    pecah_tanda,
)
from samples.pdf.alur import KIRI, Alur
from samples.pdf.gaya import Gaya, Potongan
from samples.pdf.huruf import bungkus, daftarkan, panjang
from samples.pdf.tabel import Tata, bagi, potongan, tata


@dataclass
class Letak:
    """Pages by the element's index in the report; `terpotong`: (index, row) of rows that a page end cuts."""

    halaman: dict[int, list[int]] = field(default_factory=dict)
    cetak: dict[int, str] = field(default_factory=dict)
    terpotong: list[tuple[int, int]] = field(default_factory=list)
    jumlah: int = 0


def gambar(laporan: Laporan, gaya: Gaya) -> tuple[bytes, Letak]:
    daftarkan()
    _, first = _sekali(laporan, gaya, {})
    data, second = _sekali(laporan, gaya, first.cetak)
    if first.halaman != second.halaman:
        raise ValueError(f"{gaya.nama}: the page numbers moved the pages")
    return data, second


def _sekali(laporan: Laporan, gaya: Gaya, cetak: dict[int, str]) -> tuple[bytes, Letak]:
    buffer = io.BytesIO()
    # Uncompressed and invariant: the same bytes on every machine, whatever its zlib and clock.
    canvas = Canvas(buffer, invariant=1, pageCompression=0)
    canvas.setTitle(f"Laporan Kinerja {laporan.instansi} Tahun {laporan.tahun}")
    canvas.setAuthor(laporan.instansi)
    flow = Alur(canvas, gaya, laporan.kepala_halaman, laporan.kaki_halaman)
    drawing = _Gambar(laporan, flow, cetak)
    drawing.semua()
    canvas.showPage()
    canvas.save()
    drawing.letak.jumlah = flow.halaman
    return buffer.getvalue(), drawing.letak


class _Gambar:
    """Draws one element after the other and notes their pages."""

    def __init__(self, laporan: Laporan, alur: Alur, cetak: dict[int, str]) -> None:
        self.laporan, self.alur, self.cetak = laporan, alur, cetak
        self.letak = Letak()
        self.di = 0

    def semua(self) -> None:
        self._sampul()
        draw: dict[type, Callable[..., None]] = {
            Bab: self._bab,
            Subbab: self._subbab,
            Paragraf: self._paragraf,
            Tabel: self._tabel,
            Daftar: self._daftar,
            TandaTangan: self._tanda_tangan,
            HalamanBaru: self._halaman_baru,
            Lembar: lambda u: self.alur.halaman_baru(arah=u.arah),
        }
        for i, unsur in enumerate(self.laporan.unsur):
            self.di = i
            draw[type(unsur)](unsur)
        self.alur.tutup()

    def _catat(self) -> None:
        """Note that the element stands on this page."""
        pages = self.letak.halaman.setdefault(self.di, [])
        if self.alur.halaman not in pages:
            pages.append(self.alur.halaman)
        self.letak.cetak.setdefault(self.di, self.alur.cetak)

    def _halaman_baru(self, baru: HalamanBaru) -> None:
        if not self.alur.kosong:
            self.alur.halaman_baru(angka=baru.angka)
        elif baru.angka:
            self.alur.angka, self.alur.nomor = True, 1

    def _sampul(self) -> None:
        flow = self.alur
        split = self.laporan.sampul.index("")
        flow.turun(40)
        for line in self.laporan.sampul[:split]:
            flow.tengah(line, True, flow.gaya.ukuran * 1.7)
        flow.turun(130)
        x, y = KIRI + flow.lebar / 2, flow.tinggi - flow.y
        flow.canvas.setFillColorRGB(0.72, 0.42, 0.16)
        flow.canvas.circle(x, y, 58, stroke=0, fill=1)
        flow.canvas.setFillColorRGB(0.98, 0.9, 0.7)
        flow.canvas.circle(x, y, 46, stroke=0, fill=1)
        flow.canvas.setFillColorRGB(0.16, 0.3, 0.45)
        for side in (-1, 1):
            path = flow.canvas.beginPath()
            path.moveTo(x, y - 20)
            path.lineTo(x + side * 34, y - 10)
            path.lineTo(x + side * 34, y + 22)
            path.lineTo(x, y + 12)
            path.close()
            flow.canvas.drawPath(path, stroke=0, fill=1)
        flow.turun(190)
        for line in self.laporan.sampul[split + 1 :]:
            flow.tengah(line, True, flow.gaya.ukuran * 1.4)
        flow.halaman_baru()

    def _bab(self, bab: Bab) -> None:
        flow, size = self.alur, self.alur.gaya.ukuran * 1.2
        self._catat()
        lines = {
            "satu": (f"BAB {bab.nomor} {bab.judul}",),
            "pecah": (f"BAB {bab.nomor[:1]}", bab.nomor[1:], bab.judul),
        }.get(bab.bentuk, (f"BAB {bab.nomor}", bab.judul))
        if bab.bentuk == "kotak":
            flow.canvas.setFillGray(0.92)
            flow.canvas.setLineWidth(1)
            top = flow.y - 6
            flow.canvas.rect(KIRI + flow.lebar / 2 - 140, flow.tinggi - top - 50, 280, 50, stroke=1, fill=1)
        for line in lines:
            flow.tengah(line, True, size)
        flow.turun(28)

    def _subbab(self, subbab: Subbab) -> None:
        flow, size = self.alur, self.alur.gaya.ukuran
        flow.butuh(size * 6)
        self._catat()
        flow.turun(size * 2)
        flow.tulis(KIRI, flow.y - size * 0.3, subbab.nomor, True)
        flow.tulis(KIRI + 40, flow.y - size * 0.3, subbab.judul, True)
        flow.turun(size * 0.3)

    def _paragraf(self, paragraf: Paragraf) -> None:
        flow = self.alur
        notes = [text for kind, text in pecah_tanda(paragraf.teks) if kind == "note"]
        text = "".join("¹" if kind == "note" else run for kind, run in pecah_tanda(paragraf.teks) if kind != "del")
        if paragraf.gaya in ("judul", "tengah"):
            self._catat()
            flow.tengah(text, True, flow.gaya.ukuran * 1.15)
            flow.turun(16)
        elif paragraf.gaya == "butir":
            flow.paragraf(text, 64 if len(paragraf.tanda) > 2 else 30, paragraf.tanda)
        else:
            if notes:
                flow.butuh(flow.gaya.ukuran * flow.gaya.spasi * 8 + 26)
            flow.paragraf(text)
        for note in notes:
            flow.catat(note)

    def _tanda_tangan(self, tanda: TandaTangan) -> None:
        flow = self.alur
        flow.turun(24)
        for line in tanda.baris:
            flow.turun(flow.gaya.ukuran * 1.3)
            flow.tulis(KIRI + flow.lebar * 0.5, flow.y, line)

    def _daftar(self, isi: Daftar) -> None:
        flow, size = self.alur, self.alur.gaya.ukuran
        self._catat()
        flow.tengah(f"DAFTAR {isi.apa.upper()}", True, size * 1.15)
        flow.turun(14)
        for entry in daftar(self.laporan, isi.apa):
            indent = 58 if entry.tingkat == 0 and entry.label else 58 * entry.tingkat
            hang = 34 if entry.tingkat else 0
            lines = bungkus(entry.judul, flow.lebar - indent - hang - 40, flow.gaya.huruf.biasa, size)
            for i, line in enumerate(lines):
                flow.butuh(size * 1.5)
                flow.turun(size * 1.5)
                if i == 0:
                    flow.tulis(KIRI + (indent if entry.tingkat else 0), flow.y, entry.label)
                flow.tulis(KIRI + indent + hang, flow.y, line)
            self._titik(
                KIRI + indent + hang + panjang(lines[-1], flow.gaya.huruf.biasa, size), self.cetak.get(entry.kunci, "0")
            )

    def _titik(self, x: float, nomor: str) -> None:
        """Dotted leader and page number at the right margin."""
        flow, size = self.alur, self.alur.gaya.ukuran
        face = flow.gaya.huruf.biasa
        right = KIRI + flow.lebar
        room = right - 22 - x - 4
        flow.tulis(x + 4, flow.y, "." * int(room // panjang(".", face, size)))
        flow.tulis(right - panjang(nomor, face, size), flow.y, nomor)

    def _tabel(self, tabel: Tabel) -> None:
        flow = self.alur
        plan = tata(tabel, tercetak(tabel, self.laporan.salah), flow.gaya, flow.lebar)
        caption = self._judul_tabel(tabel)
        above = len(caption) * flow.gaya.ukuran * 1.25 + 20
        first = plan.tinggi_kepala() + min(
            plan.tinggi[min(tabel.kepala + int(tabel.penomoran), plan.kisi.n_rows - 1)], 60
        )
        whole = sum(plan.tinggi) + above
        flow.butuh(whole if tabel.judul_di == "bawah" else above + first)
        flow.turun(flow.gaya.ukuran * 0.8)
        if tabel.judul_di == "atas":
            for line in caption:
                flow.tengah(line, True)
            flow.turun(5)
        self._badan(plan)
        if tabel.sumber:
            flow.turun(flow.gaya.ukuran * 1.2)
            flow.tulis(KIRI, flow.y, tabel.sumber, ukuran=flow.gaya.ukuran * 0.8)
        if tabel.judul_di == "bawah":
            flow.turun(3)
            for line in caption:
                flow.tengah(line, True)
        flow.turun(flow.gaya.ukuran)

    def _judul_tabel(self, tabel: Tabel) -> list[str]:
        if tabel.nomor is None:
            return []
        flow, label = self.alur, tabel.awalan.format(nomor=tabel.nomor)
        face, width = flow.gaya.huruf.tebal, flow.lebar - 40
        if tabel.baris_judul == 2:
            return [label, *bungkus(tabel.judul or "", width, face, flow.gaya.ukuran)]
        return bungkus(f"{label} {tabel.judul}", width, face, flow.gaya.ukuran)

    def _badan(self, plan: Tata) -> None:
        flow = self.alur
        pages = bagi(plan, flow.ruang, flow.ruang_penuh)
        for i, pieces in enumerate(pages):
            if i:
                flow.halaman_baru()
            self._catat()
            self.letak.terpotong += [(self.di, p.row) for p in pieces if p.dari > 0]
            part = potongan(plan, pieces, i > 0, KIRI, flow.y)
            for layer in flow.gaya.lapis:
                layer(flow.canvas, part, flow.tinggi)
            self._teks(part)
            flow.y = part.ys[-1]

    def _teks(self, part: Potongan) -> None:
        flow, size = self.alur, self.alur.gaya.ukuran_tabel
        for box in part.kotak:
            left, right = part.xs[box.col0] + flow.gaya.isi_x, part.xs[box.col1] - flow.gaya.isi_x
            for line, top in zip(box.baris, box.pita, strict=True):
                spare = right - left - panjang(line, flow.gaya.huruf.muka(box.tebal), size)
                x = left + spare * {"l": 0.0, "c": 0.5, "r": 1.0}[box.rata]
                flow.tulis(x, top + size * 0.95, line, box.tebal, size)

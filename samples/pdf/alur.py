"""The page flow: what is drawn goes down the page, a full page is closed and the next one opened.

In: a canvas, a look, the running head and foot. Out: marks on pages, and where the pen is. Origin top-left, points.
"""

from typing import Literal

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from samples.pdf.gaya import Gaya
from samples.pdf.huruf import bungkus, panjang

KIRI, KANAN, ATAS, BAWAH = 82.0, 68.0, 78.0, 76.0
_ROMAWI = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


class Alur:
    """A pen on a page. `halaman` is the 1-based PDF page, `cetak` the number printed in its foot."""

    def __init__(self, canvas: Canvas, gaya: Gaya, kepala: str, kaki: str) -> None:
        self.canvas, self.gaya, self.kepala, self.kaki = canvas, gaya, kepala, kaki
        self.arah: Literal["tegak", "rebah"] = "tegak"
        self.halaman, self.nomor, self.angka = 1, 0, False
        self.y = ATAS
        self.catatan: list[str] = []
        self.kosong = True
        self._buka()

    def _buka(self) -> None:
        """Set the page's size; a turned page is drawn sideways and says by /Rotate how a reader must hold it."""
        width, height = self.ukuran
        self.canvas.setPageSize((width, height))
        if self.gaya.putar:
            # reportlab swaps the sides of the page box itself once the page is turned.
            self.canvas.setPageRotation(90)
            self.canvas.transform(0, 1, -1, 0, height, 0)

    @property
    def ukuran(self) -> tuple[float, float]:
        return (A4[1], A4[0]) if self.arah == "rebah" else A4

    @property
    def lebar(self) -> float:
        return self.ukuran[0] - KIRI - KANAN

    @property
    def tinggi(self) -> float:
        return self.ukuran[1]

    @property
    def dasar(self) -> float:
        """Where the text area ends: above the footnotes."""
        return self.tinggi - BAWAH - len(self.catatan) * 26

    @property
    def ruang(self) -> float:
        return self.dasar - self.y

    @property
    def ruang_penuh(self) -> float:
        return self.tinggi - BAWAH - ATAS

    @property
    def cetak(self) -> str:
        return str(self.nomor) if self.angka else _ROMAWI[self.nomor]

    def turun(self, jarak: float) -> None:
        self.y += jarak

    def butuh(self, tinggi: float) -> None:
        """Go to a new page unless `tinggi` points are left."""
        if tinggi > self.ruang and not self.kosong:
            self.halaman_baru()

    def tulis(self, x: float, y: float, teks: str, tebal: bool = False, ukuran: float | None = None) -> None:
        """A text with its baseline at `y`."""
        self.canvas.setFillGray(0)
        self.canvas.setFont(self.gaya.huruf.muka(tebal), ukuran or self.gaya.ukuran)
        for shift in (0.0, 0.25) if self.gaya.dobel and tebal else (0.0,):
            self.canvas.drawString(x + shift, self.tinggi - y, teks)
        self.kosong = False

    def tengah(self, teks: str, tebal: bool = False, ukuran: float | None = None) -> None:
        """A centred line; goes down by one line."""
        size = ukuran or self.gaya.ukuran
        width = panjang(teks, self.gaya.huruf.muka(tebal), size)
        self.turun(size * 1.25)
        self.tulis(KIRI + (self.lebar - width) / 2, self.y - size * 0.3, teks, tebal, size)

    def paragraf(self, teks: str, inden: float = 0.0, tanda: str = "") -> None:
        """Justified text; `tanda` hangs in the indent. Lines go on to the next page."""
        size, face = self.gaya.ukuran, self.gaya.huruf.biasa
        lines = bungkus(teks, self.lebar - inden, face, size)
        for i, line in enumerate(lines):
            self.butuh(size * self.gaya.spasi)
            self.turun(size * self.gaya.spasi)
            base = self.y - size * 0.4
            if tanda and i == 0:
                self.tulis(KIRI + 12 if inden < 60 else KIRI, base, tanda)
            self._baris(KIRI + inden, base, line, self.lebar - inden, penuh=i < len(lines) - 1)
        self.turun(size * 0.35)

    def _baris(self, x: float, y: float, line: str, lebar: float, penuh: bool) -> None:
        if not penuh:
            self.tulis(x, y, line)
            return
        words, face = line.split(), self.gaya.huruf.biasa
        widths = [panjang(word, face, self.gaya.ukuran) for word in words]
        gap = (lebar - sum(widths)) / max(1, len(words) - 1)
        for word, width in zip(words, widths, strict=True):
            self.tulis(x, y, word)
            x += width + gap

    def catat(self, catatan: str) -> None:
        """A footnote of this page."""
        self.catatan.append(catatan)

    def halaman_baru(self, arah: Literal["tegak", "rebah"] | None = None, angka: bool | None = None) -> None:
        """Close the page and open the next one. `angka`: from there on pages are numbered 1, 2, 3."""
        self.tutup()
        self.canvas.showPage()
        self.halaman += 1
        self.nomor += 1
        if angka:
            self.angka, self.nomor = True, 1
        self.arah = arah or self.arah
        self._buka()
        self.y, self.kosong, self.catatan = ATAS, True, []

    def tutup(self) -> None:
        """Running head, foot and footnotes of the page; the cover has none."""
        if self.nomor:
            size = self.gaya.ukuran * 0.72
            right = KIRI + self.lebar
            self.tulis(right - panjang(self.kepala, self.gaya.huruf.biasa, size), 46, self.kepala, ukuran=size)
            self.canvas.rect(KIRI, self.tinggi - 51.5, self.lebar, 0.5, stroke=0, fill=1)
            base = self.tinggi - 40
            self.tulis(KIRI, base, self.kaki, ukuran=size)
            label = f"Halaman {self.cetak}" if self.gaya.tengah else self.cetak
            self.tulis(right - panjang(label, self.gaya.huruf.biasa, size), base, label, ukuran=size)
        y = self.dasar + 12
        if self.catatan:
            self.canvas.rect(KIRI, self.tinggi - y + 10, 140, 0.5, stroke=0, fill=1)
        for i, text in enumerate(self.catatan, 1):
            for line in bungkus(f"{i} {text}", self.lebar, self.gaya.huruf.biasa, self.gaya.ukuran * 0.75):
                self.tulis(KIRI, y, line, ukuran=self.gaya.ukuran * 0.75)
                y += self.gaya.ukuran * 0.9

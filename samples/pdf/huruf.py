"""Fonts and line breaking: text and a width in, lines out. Widths and sizes in points."""

from dataclasses import dataclass
from pathlib import Path

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont


@dataclass(frozen=True)
class Huruf:
    """A family: regular and bold face."""

    biasa: str
    tebal: str

    def muka(self, tebal: bool) -> str:
        return self.tebal if tebal else self.biasa


ARIAL = Huruf("Helvetica", "Helvetica-Bold")
TIMES = Huruf("Times-Roman", "Times-Bold")
VERA = Huruf("Vera", "VeraBd")


def daftarkan() -> None:
    """Make the embedded family known (it comes with reportlab, so every machine has the same)."""
    folder = Path(reportlab.__file__).parent / "fonts"
    for name in (VERA.biasa, VERA.tebal):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))


def panjang(teks: str, muka: str, ukuran: float) -> float:
    return float(pdfmetrics.stringWidth(teks, muka, ukuran))


def bungkus(teks: str, lebar: float, muka: str, ukuran: float) -> list[str]:
    """Lines no wider than `lebar`; `//` forces a break. Raises ValueError for a word that does not fit.

    A word cut anywhere would make a truth that nobody can read back, so a too narrow column is the description's fault.
    """
    lines = []
    for part in teks.split("//"):
        line = ""
        for word in part.split():
            if panjang(word, muka, ukuran) > lebar:
                raise ValueError(f"{word!r} is wider than its {lebar:.0f} points")
            longer = f"{line} {word}".strip()
            if line and panjang(longer, muka, ukuran) > lebar:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return lines

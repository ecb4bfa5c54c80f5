"""Printed characters, tidied. In: text as stored, with line breaks as newlines. Out: text as the rest of the program expects.

Unicode is composed (NFC); every kind of space is one space; soft hyphens and zero-width signs go; non-breaking hyphens
are hyphens; ligatures are their letters; signs of the Symbol and Wingdings fonts are what is seen.
"""

import unicodedata

from extractor.readers.docx.numformat import BULLETS

PAGE_BREAK = "\f"

_SYMBOL = {
    0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xE5: "∑", 0x53: "Σ", 0x44: "Δ",
    0xD7: "·", 0xB7: "•", 0xA5: "∞", 0xD6: "√", 0xAE: "→", 0xAC: "←", 0xB0: "°", 0xA2: "′",
}  # fmt: skip
_SYMBOL_FONTS = ("symbol", "wingdings", "webdings")

_GONE = [
    *range(0x09), *range(0x0E, 0x1C), 0x7F, 0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F),
    *range(0x2060, 0x206A), 0xFEFF,
]  # fmt: skip
_CHANGED: dict[int, str | None] = {
    **{code: None for code in _GONE},
    **{ord(sign): seen for sign, seen in BULLETS.items()},
    0x2010: "-", 0x2011: "-",
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
}  # fmt: skip


def clean(text: str) -> str:
    """One line, tidied; breaks in it become spaces."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.translate(_CHANGED))
    elif not text.isprintable():
        text = text.translate(_CHANGED)
    return " ".join(text.split())


def lines_of(text: str) -> list[str]:
    """The printed lines of a paragraph in a cell: its line breaks, tidied, without empty ones."""
    return [line for part in text.replace(PAGE_BREAK, "\n").split("\n") if (line := clean(part))]


def symbol(code: str | None, font: str | None) -> str:
    """The sign of a `w:sym`: `code` is hexadecimal, symbol fonts keep it at F000 to F0FF."""
    try:
        value = int(code or "", 16)
    except ValueError:
        return ""
    if not 0x20 <= value <= 0xFFFD or 0xD800 <= value <= 0xDFFF:
        return ""
    name = (font or "").lower()
    if name == "symbol":
        return _SYMBOL.get(value & 0xFF, chr(value))
    if name.startswith(_SYMBOL_FONTS) and value < 0x100:
        value |= 0xF000
    return chr(value)

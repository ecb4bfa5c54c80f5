"""How Word writes a counter. In: an integer and the name of a number format (ST_NumberFormat). Out: its text."""

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip

MAX_ROMAN = 4_000
MAX_LETTER_ROUNDS = 30

_AROUND = {
    "decimalEnclosedParen": "({})",
    "decimalEnclosedFullstop": "{}.",
    "numberInDash": "- {} -",
    "ordinal": "{}.",
}

BULLETS = {
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0a8": "◆", "\uf076": "❖", "\uf0b2": "□",
    "\uf06c": "●", "\uf06e": "■", "\uf0e0": "→", "\uf0f0": "⇨", "\uf02d": "-", "\uf0fe": "☑", "\uf0fb": "✗",
}  # fmt: skip
"""Signs of the fonts Symbol and Wingdings, which Word keeps as private code points, and what is seen."""


def roman(value: int) -> str:
    """Upper-case Roman; outside 1 to 3,999 the decimal figure (Word has no Roman for it either)."""
    if not 0 < value < MAX_ROMAN:
        return str(value)
    out = []
    for amount, letters in _ROMAN:
        times, value = divmod(value, amount)
        out.append(letters * times)
    return "".join(out)


def letter(value: int) -> str:
    """A, B, … Z, AA, BB, …: Word repeats the letter."""
    if not 0 < value <= 26 * MAX_LETTER_ROUNDS:
        return str(value)
    rounds, index = divmod(value - 1, 26)
    return chr(ord("A") + index) * (rounds + 1)


def formatted(value: int, kind: str, custom: str = "") -> str:
    """`value` as the number format `kind` writes it; unknown formats are written as decimal figures.

    `custom` is the pattern of kind `custom` (`001, 002, 003, ...`): its first figure says how many digits to pad to.
    """
    if kind == "none":
        return ""
    if kind == "decimalZero":
        return f"{value:02d}"
    if kind == "custom":
        first = custom.split(",")[0].strip()
        return str(value).zfill(len(first) if first.isdecimal() else 1)
    if kind in ("upperRoman", "lowerRoman"):
        return roman(value) if kind == "upperRoman" else roman(value).lower()
    if kind in ("upperLetter", "lowerLetter"):
        return letter(value) if kind == "upperLetter" else letter(value).lower()
    return _AROUND.get(kind, "{}").format(value)


def bullet(pattern: str) -> str:
    """The sign of a bulleted list; an unknown private code point is a bullet all the same."""
    pattern = pattern.strip()
    return "".join(BULLETS.get(c, "•" if "\ue000" <= c <= "\uf8ff" else c) for c in pattern)

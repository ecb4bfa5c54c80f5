"""Scales that a header or caption prints: figures in thousands, millions … of rupiah. In: its text. Out: the unit, or None.

Figures stay as printed; whoever adds money of several tables has to know the unit. Spellings seen in real reports: `(Rp.000)`,
`Rp (juta)`, `dalam jutaan Rupiah`, `(dalam ribuan)`, `x Rp 1.000`, `(Milyar Rp)`.
"""

import re
from typing import Final

SKALA: Final[dict[str, int]] = {"ribu rupiah": 3, "juta rupiah": 6, "miliar rupiah": 9, "triliun rupiah": 12}
"""Unit -> power of ten in rupiah."""
_WORD = r"(?P<{}>ribu|juta|mil[iy]ar|tril[iy]un)(?:an)?"
_RP = r"(?:rp\b\.?|rupiah\b)"
_ZEROS = r"(?P<{}>(?:[.,]?000)+)"
_FORMS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bdalam\s+{_WORD.format('a')}\b",
        rf"{_RP}\s*\W?\s*{_WORD.format('a')}\b",
        rf"(?<!\d)(?<!\d\s)\b{_WORD.format('a')}\s*\W?\s*{_RP}",
        rf"{_RP}\s*{_ZEROS.format('z')}(?![.,]?\d)",
        rf"[x×]\s*(?:{_RP}\s*)?1{_ZEROS.format('z')}(?![.,]?\d)",
        rf"\(\s*{_ZEROS.format('z')}\s*(?:{_RP}\s*)?\)",
    )
)
_BY_WORD: Final = {"ribu": 3, "juta": 6, "miliar": 9, "milyar": 9, "triliun": 12, "trilyun": 12}
_BY_POWER: Final = {power: unit for unit, power in SKALA.items()}


def read_scale(text: str) -> str | None:
    """`ribu rupiah`, `juta rupiah`, … where the text says that figures are printed in it; an amount (`Rp 5 juta`) is none."""
    plain = " ".join(text.split())
    for form in _FORMS:
        found = form.search(plain)
        if found is None:
            continue
        groups = found.groupdict()
        power = 3 * groups["z"].count("000") if groups.get("z") else _BY_WORD[groups["a"].casefold()]
        return _BY_POWER.get(power)
    return None

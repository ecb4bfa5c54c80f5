"""Figures for spreadsheets: a Decimal as a number and its Indonesian number format, or None where a spreadsheet would change it.

Spreadsheets keep 15 digits and drop leading zeros; such figures stay text.
"""

import re
from decimal import Decimal

from extractor.model.laporan import Nilai

_MAX_DIGITS = 15
_MAX_PLACES = 10
_INDONESIAN = "[$-421]"
_LEADING_ZERO = re.compile(r"[-+(]?\s*0\d")
_SHOWABLE_UNIT = re.compile(r"[A-Za-z%/. ]{1,20}")
FIGURES = ("angka", "rupiah", "persen", "tahun")
"""Types of values that are figures; a kode or a predikat is text even where it looks like a number."""


def as_number(number: Decimal | None, raw: str = "") -> float | None:
    """The number as a spreadsheet keeps it, or None: there is none, it has too many digits, or its zeros in front matter."""
    if number is None or not number.is_finite() or _LEADING_ZERO.match(raw):
        return None
    if len(number.normalize().as_tuple().digits) > _MAX_DIGITS or abs(number.adjusted()) > _MAX_DIGITS:
        return None
    return float(number)


def number_format(number: Decimal, unit: str | None = None) -> str:
    """With as many decimals as printed, `.` for thousands and `,` for decimals, the unit behind it."""
    exponent = number.as_tuple().exponent
    places = min(-exponent, _MAX_PLACES) if isinstance(exponent, int) and exponent < 0 else 0
    digits = f"#,##0.{'0' * places}" if places else "#,##0"
    shown = unit if unit is not None and _SHOWABLE_UNIT.fullmatch(unit) else ""
    gap = "" if shown.startswith("%") else " "
    return f'{_INDONESIAN}{digits}"{gap}{shown}"' if shown else f"{_INDONESIAN}{digits}"


def indonesian(number: Decimal) -> str:
    """`1234.5` as `1.234,5`."""
    return format(number, ",f").translate(str.maketrans(",.", ".,"))


def shown_as_printed(nilai: Nilai) -> bool:
    """Does the formatted number look like the printed text, spaces, Rp and unit aside?"""
    if nilai.number is None:
        return False
    printed = re.sub(r"(?i)rp\.?|\s", "", nilai.raw)
    unit = re.sub(r"\s", "", nilai.unit or "")
    bare = printed.removesuffix(unit) if unit else printed.removesuffix("%")
    plain = format(nilai.number, "f")
    return bare in (indonesian(nilai.number), plain, plain.replace(".", ","))

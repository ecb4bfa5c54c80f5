"""Which part of the year a whole table speaks of, by its title: in comes the title, out comes the period or None for the year.

`TW1` … `TW4`, `S1`, `S2`: that quarter or semester; `sd_09`: from January to the end of a month, where that is no quarter and no
semester. A title that names several quarters, or the year up to its end, speaks of the year.
"""

from typing import Final

import regex

from parsers.tabel.kamus import ROMAWI, SEMESTER, TRIWULAN

_UNTIL = regex.compile(r"(?i)(?:\bs\s*[./]?\s*d\.?|\bsampai(?:\s+dengan)?|\bhingga|\bs/d)\W{0,3}(?:akhir\s+)?$")
"""What stands before the end of a cumulative period."""
_MONTHS: Final = (
    "januari", "pebruari|februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober",
    "nopember|november", "desember",
)  # fmt: skip
_DATE = regex.compile(
    r"(?i)(?:\b(?:s\s*[./]?\s*d\.?|sampai(?:\s+dengan)?|hingga|per|berakhir(?:\s+pada)?))\s*(?:tanggal\s*)?(?:\d{1,2}|akhir|bulan)\s*(?:bulan\s*)?"
    rf"(?P<month>{'|'.join(_MONTHS)})\s*(?:tahun\s*)?20\d\d"
)
"""`sampai dengan 30 Juni 2031`, `per 31 Maret 2031`."""
_ENDS: Final = {3: "TW1", 6: "S1", 12: None}


def table_period(title: str) -> str | None:
    """The period of a table with this title."""
    months = {_month(m["month"]) for m in _DATE.finditer(title)}
    if len(months) == 1:
        return _until(months.pop())
    named = [
        (prefix, ROMAWI.get(m[1].casefold()) or int(m[1]), bool(_UNTIL.search(title[: m.start()])))
        for prefix, pattern in (("TW", TRIWULAN), ("S", SEMESTER))
        for m in pattern.finditer(title)
    ]
    if len(named) != 1 or _goes_on(title):
        return None
    prefix, number, until = named[0]
    return _until(number * (3 if prefix == "TW" else 6)) if until else f"{prefix}{number}"


def up_to_end(period: str) -> str | None:
    """The period from January to the end of this one: `TW3` gives `sd_09`; None for the year."""
    if period.startswith("sd_"):
        return period
    return _until(int(period[-1]) * (3 if period.startswith("TW") else 6))


def _goes_on(title: str) -> bool:
    """Whether the only quarter named begins a span (`Triwulan I s.d. IV`, `Triwulan I - IV`)."""
    found = next((m for pattern in (TRIWULAN, SEMESTER) for m in pattern.finditer(title)), None)
    rest = title[found.end() :] if found else ""
    return (
        regex.match(
            r"(?i)\s*(?:-|–|,|/|dan|s\s*[./]?\s*d\.?|sampai(?:\s+dengan)?|hingga)\s*(?:iv|i{1,3}|[1-4])(?![a-z\d])",
            rest,
        )
        is not None
    )


def _month(name: str) -> int:
    return next(n for n, names in enumerate(_MONTHS, 1) if name.casefold() in names.split("|"))


def _until(month: int) -> str | None:
    return _ENDS.get(month, f"sd_{month:02}")

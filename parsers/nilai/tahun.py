"""Years in headers and cells. In: text. Out: the year it names, or the first and last year of a period."""

from re import compile as pattern

_YEAR = pattern(r"(?<![\d.,])(?:19[89]\d|20\d\d)(?!\d|[.,]\d)")
_SPACED = pattern(r"(?<!\d)(?:2 0 [0-9] [0-9]|1 9 [89] [0-9])(?! ?\d)")
_PERIOD = pattern(
    r"(?<!\d)((?:19|20)\d\d)\s*(?:[-–—/]|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga)\s*(?:tahun\s*)?((?:19|20)\d\d)(?!\d)"
)


def years_in(text: str) -> tuple[int, ...]:
    """Every different year that `text` prints, in order; letter-spaced years (`2 0 1 6`) too."""
    if " 0 " in text or " 9 " in text:
        text = _SPACED.sub(lambda found: found[0].replace(" ", ""), text)
    return tuple(dict.fromkeys(int(year) for year in _YEAR.findall(text)))


def read_year(text: str) -> int | None:
    """The one year that `text` prints; None when there is none, several, or a period (`2018-2023`)."""
    found = years_in(text)
    return found[0] if len(found) == 1 else None


def read_periode_tahun(text: str) -> tuple[int, int] | None:
    """First and last year of the first printed period (`Renstra 2018-2023`); None without one or when it runs backwards."""
    found = _PERIOD.search(text)
    if found is None or int(found[1]) >= int(found[2]):
        return None
    return int(found[1]), int(found[2])

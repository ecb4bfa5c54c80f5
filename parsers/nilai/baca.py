"""A cell's text as a value. In: the printed text and, when known, what its column is about. Out: one `Bacaan`.

The readers below are tried in order; the first that recognises the whole text wins. Spellings are those of real reports.
"""

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from re import IGNORECASE
from re import compile as pattern

from parsers.nilai.angka import Bacaan, Hint, kosong, negate, teks
from parsers.nilai.figur import read_figure, read_misread, read_token
from parsers.nilai.predikat import read_predikat
from parsers.nilai.satuan import is_unit_only, read_unit

_TRANSLATE: dict[int, str | None] = {}
_TRANSLATE |= {ord(c): " " for c in "\u00a0\u2007\u2009\u202f\t\r"} | {ord(c): "-" for c in "−‐‑‒–—―﹣－"}
_TRANSLATE |= {0x200B: None, 0xFEFF: None, 0xAD: None, 0xFF05: "%", 0xFF0E: ".", 0xFF0C: ","}
_TRANSLATE |= {0xFF10 + digit: str(digit) for digit in range(10)}

_DIGIT = pattern(r"[0-9]")
_DASHES = pattern(r"(?:Rp\.?)?[\s\-_.…]*[-_.…][\s\-_.…]*%?", IGNORECASE)
_BLANKS = {
    "NA": ("na", "n/a", "n.a", "n.a.", "na.", "na na na", "n/a n/a", "na na", "#n/a"),
    "DTT": (
        "dtt",
        "data tidak tersedia",
        "tidak tersedia",
        "tidak ada data",
        "data belum tersedia",
        "belum tersedia",
        "data belum ada",
    ),
    "belum rilis": (
        "belum rilis",
        "belum dirilis",
        "belum ada",
        "belum dinilai",
        "belum keluar",
        "belum dilaksanakan",
        "dalam proses",
    ),
    "sda": (
        "sda",
        "s.d.a",
        "s.d.a.",
        "sda.",
        "idem",
        "idem.",
        "〃",
        '"',
        '-"-',
        "''",
        "- sda -",
        "-sda-",
        "- idem -",
        "”",
        "-”-",
    ),
    "nihil": ("nihil", "nil", "kosong"),
    "": ("rp", "rp.", "%", "(%)"),
}
_MARKS = {spelling: mark for mark, spellings in _BLANKS.items() for spelling in spellings}

_MONTH = (
    "jan(?:uari)?|feb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|jun[i]?|jul[i]?|agu(?:stus)?|agt|sep(?:tember)?"
    "|okt(?:ober)?|no[vp](?:ember)?|des(?:ember)?"
)
_DATE = pattern(
    rf"(?:tanggal|tgl\.?)?\s*(?:\d{{1,2}}[\s\-/]+(?:{_MONTH})\.?(?:[\s\-/,]*\d{{4}})?|(?:{_MONTH})\.?[\s\-/,]+\d{{4}}"
    r"|\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)",
    IGNORECASE,
)
_YEAR = pattern(r"(?:(?:tahun|thn\.?|ta|t\.a\.?)\s*(?:anggaran)?\s*)?((?:19|20)\d\d)\s*[*^]*\)?", IGNORECASE)
_RATIO = pattern(r"(\d[\d.,]*)\s*([:/]|per|dari)\s*(\d[\d.,]*)\s*(.*)", IGNORECASE)
_PER_MANY = pattern(r"1(?:0{2,3}|0{1,2}[.,]000|[.,]000(?:[.,]000)?)")
_NUM = r"\d(?:[\d.,]*\d)?"
_RANGE = pattern(
    rf"(?P<low>-?{_NUM})\s*(?P<pct>%?)\s*(?:-|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga|~)\s*"
    rf"(?P<high>{_NUM})\s*(?P<unit>%|[a-z][a-z ./]*)?",
    IGNORECASE,
)
_BOUND = pattern(
    r"(?P<mark>>=|<=|=>|=<|≥|≤|>|<|min(?:imal|\.)?|maks(?:imal|\.)?|lebih dari|kurang dari|di ?atas|di ?bawah)\s*"
    rf"(?P<rest>(?:Rp\.?\s*)?{_NUM}.*)",
    IGNORECASE,
)
_BOUND_MARKS = {
    "=>": ">=", "≥": ">=", "min": ">=", "min.": ">=", "minimal": ">=", "=<": "<=", "≤": "<=", "maks": "<=", "maks.": "<=",
    "maksimal": "<=", "lebih dari": ">", "diatas": ">", "di atas": ">", "kurang dari": "<", "dibawah": "<", "di bawah": "<",
}  # fmt: skip
_OPEN_END = pattern(r"(\d+)\s*-?\s*(?:\+|ke atas|keatas)", IGNORECASE)
_LIST_MARK = pattern(r"(?:\d{1,2}|[ivx]{1,5}|[a-z])\s?[.)]\s*[^\d\s%]", IGNORECASE)
_CODE = pattern(r"\d{1,2}(?:[. ]+\d{1,4}){2,}\.?|[IVX]{1,5}\.\d+(?:\.\d+)*\.?")
_NAMED_CODE = pattern(r"\d{1,2}(?:\.\d{1,2}){1,5}\.(?:\d{1,2}|\d{4})\.?\s*[^\W\d_]{3}.*")
_PLAIN = pattern(r"(?:Rp\.? ?)?\d[\d.,]*%?", IGNORECASE)
_GRADED = pattern(r"(?P<figure>\d[\d.,]*)\s*(?P<grade>[A-D]{1,2})(?P<more>\s*[(/]\s*\d.*)?")
_WORDED = pattern(r"(?P<figure>\d(?:[\d.,]*\d)?)\s*(?P<unit>[^\W\d_][^\W\d_./]*(?:[\s./]+[^\W\d_]+){0,2}\.?)")
_UNIT_FIRST = pattern(r"(?P<unit>%|[^\W\d_]+(?:[\s./]+[^\W\d_]+){0,2}\.?)\s*(?P<figure>\d(?:[\d.,]*\d)?)\s*%?")
_GRADE_FIRST = pattern(r"([A-Za-z][A-Za-z ]{0,24}?)\s*[(/]\s*(\d[\d.,]*)\s*\)?")


def read_value(text: str, hint: Hint | None = None) -> Bacaan:
    """The value of a cell's text; never raises. See `Bacaan` for what comes out.

    Without a hint `1.309` is `ambiguous` and read as thousands; the column (`read_column`) knows better.
    """
    return _read(text, hint)


def read_worded(text: str) -> Bacaan | None:
    """A cell of a figure column that prints a figure and one to three words for its unit, or the unit first (`Orang 100`).

    Only where the column is known to hold figures: elsewhere a figure before words is a list number. None for other texts.
    """
    plain = " ".join((text if text.isascii() else text.translate(_TRANSLATE)).split())
    found = _WORDED.fullmatch(plain)
    words = found["unit"].split() if found is not None else []
    if words and (words[0].endswith("nya") or (len(words) > 1 and found is not None and found["unit"].isupper())):
        return None  # the beginning of a sentence (`3 Meningkatnya kualitas`), a stamp beside the figure
    if found is None:
        found = _UNIT_FIRST.fullmatch(plain)
        if found is None or not is_unit_only(found["unit"]):
            return None
    unit = read_unit(found["unit"])
    value = read_value(found["figure"], "persen" if unit == "%" else None)
    if value.number is None or value.type in {"kode", "rasio"}:
        return None
    kind = "persen" if unit == "%" else "angka"
    # several words that are no known unit may be a neighbour's text that slid in
    sure = value.reading != "clean" or is_unit_only(found["unit"]) or len(found["unit"].split()) == 1
    return value._replace(raw=text, type=kind, unit=unit, reading=value.reading if sure else "mixed")


@lru_cache(maxsize=16384)
def _read(raw: str, hint: Hint | None) -> Bacaan:
    # single spaces only: patterns below allow optional spaces in many places, and long runs of them would cost time
    text = " ".join((raw if raw.isascii() else raw.translate(_TRANSLATE)).split())
    if _DIGIT.search(text) is None:
        return _without_digits(raw, text)
    for reader in _READERS:
        found = reader(raw, text, hint)
        if found is not None:
            return found
    return teks(raw)


def _without_digits(raw: str, text: str) -> Bacaan:
    if not text:
        return kosong(raw, None)
    if len(text) > 40:
        return teks(raw)
    if _DASHES.fullmatch(text):
        return kosong(raw, "-")
    mark = _MARKS.get(" ".join(text.casefold().split()))
    if mark is not None:
        return kosong(raw, mark or None)
    grade = read_predikat(text)
    return teks(raw) if grade is None else Bacaan(raw, "predikat", note=grade.label)


def _plain(raw: str, text: str, hint: Hint | None) -> Bacaan | None:
    """The common case first: digits and marks, perhaps `Rp` before or `%` behind."""
    found = _PLAIN.fullmatch(text) if hint != "kode" else None
    if found is None or (hint is None and _CODE.fullmatch(text)):
        return None
    return read_figure(raw, text, hint)


def _sentence(raw: str, text: str, hint: Hint | None) -> Bacaan | None:
    return (
        teks(raw) if len(text) > 60 and text[0].isalpha() and hint != "kode" and text[:2].casefold() != "rp" else None
    )


def _date(raw: str, text: str, _hint: Hint | None) -> Bacaan | None:
    return Bacaan(raw, "tanggal") if len(text) <= 40 and _DATE.fullmatch(text) else None


def _year(raw: str, text: str, hint: Hint | None) -> Bacaan | None:
    found = _YEAR.fullmatch(text) if len(text) <= 30 and hint in (None, "tahun") else None
    return None if found is None else Bacaan(raw, "tahun", Decimal(found[1]))


def _code(raw: str, text: str, hint: Hint | None) -> Bacaan | None:
    if hint == "kode":
        return Bacaan(raw, "kode")
    if hint is not None or not _CODE.fullmatch(text):
        return None
    sizes = [len(part) for part in text.replace(".", " ").split()]
    looks = len(sizes) >= 3 and 3 not in sizes and "." in text if text[0].isdigit() else True
    return Bacaan(raw, "kode") if looks else None


def _named_code(raw: str, text: str, hint: Hint | None) -> Bacaan | None:
    """`1.03.02 Program …`: a code and what it stands for. No group of three digits: it is no amount with its unit."""
    return teks(raw) if hint != "kode" and _NAMED_CODE.fullmatch(text) else None


def _ratio(raw: str, text: str, hint: Hint | None) -> Bacaan | None:
    found = _RATIO.fullmatch(text) if len(text) <= 60 else None
    if found is None or (found[4] and not found[4][0].isalpha()):
        return None
    if found[2] == ":" or not _PER_MANY.fullmatch(found[3]):
        return Bacaan(raw, "rasio")
    value = read_token(found[1], hint)
    unit = " ".join(f"/{found[3]} {found[4]}".split())
    return Bacaan(raw, "rasio", value.number, value.decimals, unit, value.reading, value.alternatives)


def _range(raw: str, text: str, hint: Hint | None) -> Bacaan | None:
    if len(text) > 60:
        return None
    end = _OPEN_END.fullmatch(text)
    if end is not None:
        return Bacaan(raw, "rentang", alternatives=(Decimal(end[1]),), mark="+")
    found = _RANGE.fullmatch(text)
    if found is not None:
        unit = "%" if found["pct"] or found["unit"] == "%" else found["unit"]
        near: Hint | None = "persen" if unit == "%" else hint
        ends = (read_token(found["low"].lstrip("-"), near).number, read_token(found["high"], near).number)
        if ends[0] is not None and found["low"].startswith("-"):
            ends = (negate(ends[0]), ends[1])
        return Bacaan(raw, "rentang", unit=unit, alternatives=tuple(value for value in ends if value is not None))
    return _bound(raw, text, hint)


def _bound(raw: str, text: str, hint: Hint | None) -> Bacaan | None:
    found = _BOUND.fullmatch(text)
    if found is None:
        return None
    inner = read_figure(raw, found["rest"], hint)
    if inner is None or inner.number is None:
        return None
    mark = " ".join(found["mark"].casefold().split())
    return inner._replace(type="rentang", mark=_BOUND_MARKS.get(mark, mark))


def _list_item(raw: str, text: str, _hint: Hint | None) -> Bacaan | None:
    return teks(raw) if _LIST_MARK.match(text) else None


def _graded(raw: str, text: str, hint: Hint | None) -> Bacaan | None:
    """`71 B`: the figure, with the grade as its note. `71 B (65)` prints two figures and says of neither that it counts."""
    found = _GRADED.fullmatch(text) if len(text) <= 40 else None
    grade = read_predikat(found["grade"]) if found is not None else None
    if found is None or grade is None:
        return None
    if found["more"]:
        return Bacaan(raw, "teks", reading="ambiguous", note=grade.label)
    value = read_token(found["figure"], hint or "indeks")
    return Bacaan(
        raw, "angka", value.number, value.decimals, None, value.reading, value.alternatives, None, grade.label
    )


def _grade_first(raw: str, text: str, hint: Hint | None) -> Bacaan | None:
    """`BB (77,78)`: the figure, with the grade as its note."""
    found = _GRADE_FIRST.fullmatch(text) if len(text) <= 40 else None
    grade = read_predikat(found[1]) if found is not None else None
    if found is None or grade is None:
        return None
    value = read_token(found[2], hint or "indeks")
    kind = "persen" if hint == "persen" else "angka"
    return Bacaan(raw, kind, value.number, value.decimals, None, value.reading, value.alternatives, None, grade.label)


_READERS: tuple[Callable[[str, str, Hint | None], Bacaan | None], ...] = (
    _year, _plain, _sentence, _code, _date, _named_code, _list_item, _range, _ratio, _graded, read_misread, read_figure, _grade_first,
)  # fmt: skip

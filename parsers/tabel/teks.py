"""A table as plain texts: what every module of this room reads.

In: rows of equal length and the spans of merged cells. Out: the text that stands at or over a position, and what a single
cell looks like (a figure, a mark for "nothing", a column number, a total). No meaning of columns here.
"""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from itertools import pairwise

Span = tuple[int, int, int, int]
"""(row, col, row_span, col_span)."""


class TabelTeks:
    """Rows of texts; a merged cell's text stands at its top-left position, the positions it covers are ''. Never changed."""

    __slots__ = ("_owner", "_size", "n_cols", "n_rows", "rows", "spans")

    def __init__(self, rows: tuple[tuple[str, ...], ...], spans: tuple[Span, ...] = ()) -> None:
        self.rows = rows
        self.spans = spans
        self.n_rows = len(rows)
        self.n_cols = len(rows[0]) if rows else 0
        self._owner: dict[tuple[int, int], tuple[int, int]] = {}
        self._size: dict[tuple[int, int], tuple[int, int]] = {}
        for row, col, height, width in spans:
            self._size[row, col] = (height, width)
            for i in range(row, min(row + height, self.n_rows)):
                for j in range(col, min(col + width, self.n_cols)):
                    self._owner.setdefault((i, j), (row, col))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TabelTeks) and (self.rows, self.spans) == (other.rows, other.spans)

    def __hash__(self) -> int:
        return hash((self.rows, self.spans))

    def owner(self, row: int, col: int) -> tuple[int, int]:
        """The top-left position of the cell that stands over a position."""
        return self._owner.get((row, col), (row, col))

    def size(self, row: int, col: int) -> tuple[int, int]:
        """(row_span, col_span) of the cell that begins at a position."""
        return self._size.get((row, col), (1, 1))

    def over(self, row: int, col: int) -> str:
        """The text of the cell that stands over a position."""
        r, c = self.owner(row, col)
        return self.rows[r][c]


SPACE = re.compile(r"\s+")
NUMBERING_FORMULA = re.compile(
    r"\(?\s*=?\s*\(?(?<!\d)(?:100|\d{1,2})(?!\d)\)?\s*[-+/:x*=]\s*[\d\s\-+/:x*=()]*\d\s*%?\)?", re.I
)
FIGURE = re.compile(r"(?i)^\(?[<>≥≤±=]*\s*(rp\.?\s*)?[-+(]?\s*\d[\d.,]*(\s?\d{1,3})?\s*(,-|\.-|%|‰)?\)?")
ENUMERATED = re.compile(r"^\s*\d{1,3}\s*[.)]+\s*[^\W\d_]")
CODED = re.compile(r"^\s*\d{1,2}(?:\.\d{1,2}){2,}(?:\.\d{1,4})*\.?\s+[^\W\d_]{2}")
"""A name behind its code of account or programme: groups of three digits would be a figure."""
MONEY = re.compile(r"(?i)\brp\b\.?|^\W*\d{1,3}([.,]\d{3}){2,}|\d{1,3}([.,]\d{3}){2,}")
NOTHING = re.compile(
    r"(?i)^\W*$|^\W*(n\s?\.?\s?/?\s?a\.?|dtt|nihil|tad|belum( ada| rilis| tersedia| keluar| dirilis)?( data)?"
    r"|data (belum|tidak) (ter|di)\w+|tidak ada( data)?|[vx√✓✔•●])\W*$"
)
COLUMN_NUMBER = re.compile(r"^\(?\s*-?\s*(\d{1,2})\s*[a-z]?\s*\)?\s*(=.*|\(?[=:].*)?$", re.I)
AVERAGE = re.compile(
    r"(?i)\W*((rata\W*rata|rerata|jumlah|total|nilai|skor|(per|pro|pre)sen(tase)?|tingkat|(pen)?capaian|kinerja|realisasi|target|sasaran"
    r"|tujuan|indikator|program|kegiatan|strategis|utama|iku|keseluruhan|seluruh(nya)?|organisasi|opd|skpd|dinas|badan|tahun|ke|anggaran"
    r"|(pe)?n?yerapan|serapan|keuangan|fisik|ef[ei]siensi|[ivx]+|\d+|per|dari|%)(\W+|$))+"
)
"""Words of an average of the table's own figures; `Rata-rata lama sekolah` has others."""
LETTERS = re.compile(r"[^\W\d_]")
LETTER_SPACED = re.compile(r"(?<=\b\w) (?=\w\b)")
TOTAL = re.compile(
    r"(?i)\W*(sub\W*|grand\W*)?(jumlah|total|rata\W*rata)(\W*([ivx]+|\d+|apb[dn]|(seluruh|keseluruh)an?|umum|dana|pagu"
    r"|program|kegiatan|belanja( tidak)?( langsung)?|anggaran|realisasi|capaian\b.*|nilai capaian\b.*|sasaran\b.*))*\W*"
)


@lru_cache(maxsize=16384)
def clean(text: str) -> str:
    """Line breaks and runs of blanks as one space."""
    return SPACE.sub(" ", text).strip()


@lru_cache(maxsize=8192)
def glue(text: str) -> str:
    """Only letters, digits and %, lower case: broken (`Realisa si`) and letter-spaced words read alike."""
    plain = unicodedata.normalize("NFKD", NUMBERING_FORMULA.sub(" ", text)).casefold()
    return "".join(ch for ch in plain if ch.isalnum() or ch == "%")


@lru_cache(maxsize=16384)
def is_nothing(text: str) -> bool:
    """A cell that says "no value": empty, a dash, NA, n/a, DTT, a tick mark."""
    return bool(NOTHING.match(text))


@lru_cache(maxsize=16384)
def is_figure(text: str) -> bool:
    """The cell begins with a printed figure (also `30 LPK`, `Rp. 5.000,-`, `81 (A)`), not with a numbered sentence."""
    text = clean(text)
    match = FIGURE.match(text)
    if not match or ENUMERATED.match(text) or CODED.match(text):
        return False
    rest = text[match.end() :]
    return len(rest) <= 60 and len(LETTERS.findall(rest)) <= 45


def is_money(text: str) -> bool:
    """Two or more groups of three digits, or Rp in front."""
    return bool(MONEY.search(text)) and any(ch.isdigit() for ch in text)


@lru_cache(maxsize=16384)
def is_total(text: str) -> bool:
    """A label of totals or averages (`Jumlah II`, `J U M L A H`, `Rata - rata`), never an indicator `Jumlah …`."""
    plain = LETTER_SPACED.sub("", clean(text))
    return bool(plain) and bool(TOTAL.fullmatch(plain) or is_average(plain))


def is_average(text: str) -> bool:
    """`Rata-rata Persentase Capaian`, `Nilai rata-rata capaian kinerja sasaran 1`."""
    return "rata" in glue(text) and bool(AVERAGE.fullmatch(clean(text)))


def column_numbers(row: Iterable[str]) -> bool:
    """A row that only numbers the columns: `1 2 3 6 7 8 9`, `(1) (2)`, `-1 -2`, `(6) =4/5*100`, `1 2 3 4  5`."""
    printed = [clean(cell) for cell in row]
    filled = [cell for cell in printed if cell]
    if len(filled) < 2 or len(filled) * 2 < len(printed):
        return False
    numbers: list[int] = []
    for cell in filled:
        for part in cell.split(" ") if re.fullmatch(r"[-\d ]+", cell) else [cell]:
            match = COLUMN_NUMBER.match(part)
            if match:
                numbers.extend([] if match[2] else [int(match[1])])
            elif not NUMBERING_FORMULA.fullmatch(part):
                return False
    rising = all(a < b for a, b in pairwise(numbers))
    return len(numbers) >= 2 and rising and numbers[0] <= 2 and numbers[-1] <= len(printed) + 12


@lru_cache(maxsize=16384)
def rough(text: str) -> Decimal | None:
    """A quick reading of a figure, good enough to compare magnitudes; never an output."""
    match = re.search(r"-?\d[\d.,]*", text)
    if not match:
        return None
    digits = match[0].rstrip(".,")
    groups = re.split(r"[.,]", digits)
    if len(groups) > 1 and all(len(g) == 3 for g in groups[1:]) and (len(groups) > 2 or groups[0].strip("-") != "0"):
        digits = "".join(groups)
    elif len(groups) > 1:
        digits = "".join(groups[:-1]) + "." + groups[-1]
    try:
        return Decimal(digits)
    except InvalidOperation:
        return None

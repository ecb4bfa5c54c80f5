"""One figure and what may stand around it: `Rp`, a sign, `,-`, a scale word, a percent sign, a unit, a remark in brackets.

In: a text, already cleaned of odd spaces and dashes. Out: a `Bacaan`, or None when the text is no single figure.
"""

from decimal import Decimal
from re import IGNORECASE, Match
from re import compile as pattern

from parsers.nilai.angka import Bacaan, Hint, Reading, negate, shift, teks
from parsers.nilai.gugus import Gugus, is_clean, is_run_on, read_gugus
from parsers.nilai.satuan import is_known_unit, read_unit

_LONGEST = 400
_FIGURE = pattern(
    r"(?P<open>\()?\s*(?P<rp1>Rp\.?|IDR)?[\s:]*(?P<sign>[-+±(]?)(?P<gap>\s*)(?P<rp2>Rp\.?|IDR)?[\s:.,]*(?P<sign2>[-(]?)\s*"
    r"(?P<num>\d(?:[\d.,\s]*\d)?)(?P<tail>\s?[.,]?\s?[-=]*[.,]?)(?P<rest>[^\d].*)?",
    IGNORECASE,
)
_REST = pattern(
    r"\s*(?P<close>\))?\s*(?:(?P<scale>ribu|rb|juta|jt|miliar|milyar|milyard|triliun|trilyun|[mt](?=[\s.,)]|$))\.?(?![^\W\d_]))?\s*"
    r"(?P<pct>%|(?:persen|prosen)\b)?\s*(?P<close2>\))?(?P<foot>[*^†‡¹²³'’]*\)?)\s*"
    r"(?P<unit>/?[^\W\d_][\w²³/.°-]*(?:\s+[^\W\d_][\w²³/.-]*){0,6}(?:\s+per\s+[\d.]+(?:\s+\w+){1,4})?)?\s*"
    r"(?P<note>[(\[][^()\[\]]*[)\]]?[^\d()]*|[;,][^\d]*)?",
    IGNORECASE,
)
_SCALES = {
    "ribu": 3, "rb": 3, "juta": 6, "jt": 6, "miliar": 9, "milyar": 9, "milyard": 9, "m": 9, "triliun": 12, "trilyun": 12, "t": 12,
}  # fmt: skip
_NUMBER_LABEL = pattern(r"\(\s*\d{1,2}\s*\)")
_PIECES = pattern(r"\s+")
_MISREAD = str.maketrans("OolI|SBZ", "00111582")
_MISREAD_FIGURE = pattern(r"(?:Rp\.?\s*)?([\dOolI|SBZ][\dOolI|SBZ.,]*[\dOolI|SBZ])\s*%?")
_SCORES = frozenset({"poin", "indeks", "nilai"})
_TYPES: dict[Hint | None, str] = {"rupiah": "rupiah", "persen": "persen"}
_COUNT_HINTS: frozenset[Hint | None] = frozenset({"persen", "indeks", "jumlah"})
_NUMERIC_HINTS: frozenset[Hint | None] = _COUNT_HINTS | {"rupiah"}


def read_token(token: str, hint: Hint | None) -> Gugus:
    """Read a token after dropping marks at its end (`3,` and `10.` are whole numbers)."""
    return read_gugus(token.rstrip(".,"), hint)


def join_pieces(text: str) -> str | None:
    """A figure whose digits were broken by a line end (`1.790.000. 000`) as one token; None when they are several figures.

    Pieces that are figures on their own are several; groups of three set apart by spaces (`1 790 000`) are one.
    """
    pieces = _PIECES.split(text)
    if len(pieces) == 1:
        return text
    joined = "".join(pieces)
    if all(len(piece) == 3 and piece.isdigit() for piece in pieces[1:]) and pieces[0].isdigit() and len(pieces[0]) <= 3:
        return ".".join(pieces) if len(pieces) > 2 or pieces[1] == "000" else None
    if all(map(is_clean, pieces)):
        return None
    marked = "." in joined or "," in joined
    return joined if marked and read_gugus(joined).reading not in ("malformed", "unreadable") else None


def read_figure(raw: str, text: str, hint: Hint | None) -> Bacaan | None:
    found = _FIGURE.fullmatch(text) if len(text) <= _LONGEST else None
    rest = None if found is None else _REST.fullmatch(found["rest"] or "")
    if found is None or rest is None or not _fits(found, rest, hint):
        return None
    token = join_pieces(found["num"])
    if token is None:
        return teks(raw)
    if is_run_on(token):
        return Bacaan(raw, "teks", reading="unreadable")
    money = bool(found["rp1"] or found["rp2"])
    scale = _SCALES[rest["scale"].casefold()] if rest["scale"] and _is_scale(rest["scale"], money, hint) else 0
    unit = _unit(rest, scale)
    value = read_token(token, _near(hint, money, rest, scale))
    kind = "rupiah" if money else "persen" if rest["pct"] else "angka" if unit else _TYPES.get(hint, "angka")
    # `61, 15` is most likely one figure that a line end broke, but not as surely as one that goes on with three digits
    broken = token != found["num"] and value.decimals > 0 and value.reading == "clean"
    reading: Reading = "mixed" if broken else value.reading
    figure = Bacaan(raw, kind, value.number, value.decimals, unit, reading, value.alternatives, None, _note(rest))
    return _signed(_scaled(figure, scale), found, unit)


def read_misread(raw: str, text: str, hint: Hint | None) -> Bacaan | None:
    """A figure in which a scan took digits for letters (`1O0`, `l5,3`): no number, the likely one as alternative."""
    found = _MISREAD_FIGURE.fullmatch(text) if hint in _NUMERIC_HINTS and len(text) <= 30 else None
    if found is None or not 2 <= sum(c.isdigit() for c in found[1]) < sum(c.isalnum() or c == "|" for c in found[1]):
        return None
    token = found[1]
    if sum(c.isdigit() for c in token) * 2 < sum(c.isalnum() or c == "|" for c in token):
        return None
    likely = read_token(token.translate(_MISREAD), hint)
    if likely.number is None:
        return None
    return Bacaan(
        raw, _TYPES.get(hint, "angka"), None, reading="malformed", alternatives=(likely.number, *likely.alternatives)
    )


def _fits(found: Match[str], rest: Match[str], hint: Hint | None) -> bool:
    """Is the whole text one figure, and not a list number before words or a column number?"""
    if _NUMBER_LABEL.fullmatch(found.string) and hint is None:
        return False
    words = rest["unit"]
    if not words or found["rp1"] or found["rp2"] or rest["pct"] or hint in _COUNT_HINTS:
        return True
    return is_known_unit(words) or (
        len(words.split()) == 1 and (words.islower() or words.isupper()) and len(words) <= 12
    )


def _is_scale(word: str, money: bool, hint: Hint | None) -> bool:
    """`M` and `T` scale money only; beside anything else `m` is a metre."""
    return len(word) > 1 or money or hint == "rupiah"


def _near(hint: Hint | None, money: bool, rest: Match[str], scale: int) -> Hint | None:
    if scale:
        return "indeks"
    if rest["pct"]:
        return "persen"
    if money:
        return "rupiah"
    return "indeks" if hint is None and read_unit(rest["unit"] or "") in _SCORES else hint


def _unit(rest: Match[str], scale: int) -> str | None:
    words = [rest["scale"] if rest["scale"] and not scale else None, "%" if rest["pct"] else None, rest["unit"]]
    return " ".join(" ".join(filter(None, words)).split()) or None


def _note(rest: Match[str]) -> str | None:
    note = (rest["note"] or "").strip(" ()[];,")
    return note or None


def _scaled(value: Bacaan, scale: int) -> Bacaan:
    if not scale or value.number is None:
        return value
    return _with_number(
        value, shift(value.number, scale), tuple(shift(other, scale) for other in value.alternatives), scale
    )


def _with_number(value: Bacaan, number: Decimal, alternatives: tuple[Decimal, ...], scale: int = 0) -> Bacaan:
    return Bacaan(
        value.raw, value.type, number, value.decimals - scale, value.unit, value.reading, alternatives, value.mark, value.note
    )  # fmt: skip


def _signed(value: Bacaan, found: Match[str], unit: str | None) -> Bacaan:
    signs = (found["open"] or "") + found["sign"] + found["sign2"]
    if value.number is None or not ("-" in signs or "(" in signs):
        return value
    number, alternatives = negate(value.number), tuple(map(negate, value.alternatives))
    if found["sign"] == "-" and found["gap"] and unit and unit[0] != "%":
        # `- 30 orang` is as likely a list item as a negative count
        return Bacaan(
            value.raw, value.type, None, value.decimals, unit, "ambiguous", (value.number, number), None, value.note
        )
    return _with_number(value, number, alternatives)

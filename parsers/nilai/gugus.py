"""Digit groups: what `1.309`, `66.000,000` or `4496.393.500` may stand for.

In: a token of digits, dots and commas that begins and ends with a digit, and what the column is about. Out: the most likely
number, its decimals, how it was read, and what else the same digits may mean. Dots and commas are both used both ways in real
reports, often in one column.
"""

from collections.abc import Iterator
from decimal import Decimal
from re import compile as pattern
from typing import NamedTuple

from parsers.nilai.angka import Hint, Reading

LONGEST_FIGURE = 18
"""More digits than this are no figure of a report (a state budget in rupiah with two decimals has 18)."""
RUN_ON_DIGITS = 13
"""A broken figure with at least so many digits is taken for several figures whose spaces were lost, when they can be told apart."""

_SEPARATOR = pattern(r"[.,]")
_GROUPED = pattern(r"\d{1,3}(?:\.\d{3})+")


class Gugus(NamedTuple):
    """`thousand` and `decimal`: the mark that is taken for each, None when there is none or when marks are mixed."""

    number: Decimal | None
    decimals: int = 0
    reading: Reading = "clean"
    alternatives: tuple[Decimal, ...] = ()
    thousand: str | None = None
    decimal: str | None = None


def read_gugus(token: str, hint: Hint | None = None) -> Gugus:
    """The meaning of a token like `1.234,5`."""
    marks = _SEPARATOR.findall(token)
    if not marks:
        return Gugus(Decimal(token)) if len(token) <= LONGEST_FIGURE else Gugus(None, reading="unreadable")
    groups = _SEPARATOR.split(token)
    if sum(map(len, groups)) > LONGEST_FIGURE:
        return Gugus(None, reading="unreadable")
    if "" in groups:
        return _malformed(groups)
    if len(marks) == 1:
        return _one_mark(groups[0], groups[1], marks[0], hint)
    return _many_marks(groups, marks, hint)


def is_clean(token: str) -> bool:
    """Is this a figure on its own, not a piece of one? (`000` and `174.494.00` are pieces.)"""
    if not token or not token[0].isdigit() or not token[-1].isdigit():
        return False
    if len(token) > 1 and token[0] == "0" and token[1].isdigit():
        return False
    return read_gugus(token).reading in ("clean", "mixed") or len(_SEPARATOR.findall(token)) == 1


def split_run_on(text: str) -> list[str]:
    """Figures printed without a space between them: `13.156.738.0001.096.394.833` gives two; [] when not dot-grouped throughout."""
    found = _GROUPED.findall(text)
    return found if "".join(found) == "".join(text.split()) else []


def is_run_on(token: str) -> bool:
    """Several grouped figures in one token: too long and too oddly grouped for one."""
    groups = _SEPARATOR.split(token)
    broken = any(len(group) > 3 for group in groups)
    return broken and sum(map(len, groups)) >= RUN_ON_DIGITS and len(split_run_on(token)) > 1


def _one_mark(whole: str, rest: str, mark: str, hint: Hint | None) -> Gugus:
    if len(rest) == 3 and len(whole) <= 3 and whole[0] != "0":
        return _thousand_or_decimal(whole, rest, mark, hint)
    value = Gugus(Decimal(f"{whole}.{rest}"), len(rest), decimal=mark)
    if hint not in ("rupiah", "jumlah"):
        return value
    if len(rest) >= 3 and whole.strip("0"):
        # money and counts have no such decimals: a digit too many, or a separator lost
        return Gugus(None, 0, "malformed", (Decimal(whole + rest), *_repairs([whole, rest])))
    if hint == "rupiah" and len(rest) == 2 and len(whole) <= 3 and whole != "0":
        lost_zero = Decimal(whole + rest + "0")
        return Gugus(value.number, 2, "ambiguous", (lost_zero,), decimal=mark)
    return value


def _thousand_or_decimal(whole: str, rest: str, mark: str, hint: Hint | None) -> Gugus:
    thousands, fraction = Decimal(whole + rest), Decimal(f"{whole}.{rest}")
    if hint == "rupiah":
        return Gugus(thousands, thousand=mark)
    if hint == "jumlah":
        return Gugus(thousands, reading="clean" if mark == "." else "mixed", thousand=mark)
    if hint in ("persen", "indeks"):
        return Gugus(fraction, 3, "ambiguous", (thousands,), decimal=mark)
    return Gugus(thousands, 0, "ambiguous", (fraction,), thousand=mark)


def _many_marks(groups: list[str], marks: list[str], hint: Hint | None) -> Gugus:
    first, last = groups[0], groups[-1]
    body_is_grouped = len(first) <= 3 and first[0] != "0" and all(len(group) == 3 for group in groups[1:-1])
    if not body_is_grouped:
        return _malformed(groups)
    own_mark = marks[-1] not in marks[:-1]
    if len(last) == 3:
        return _all_grouped(groups, marks, hint)
    if len(last) <= 2:
        return _grouped_with_decimals(groups, marks)
    if own_mark and len(set(marks[:-1])) == 1 and hint not in ("rupiah", "jumlah"):
        return Gugus(_decimal(groups), len(last), thousand=marks[0], decimal=marks[-1])
    return _malformed(groups)


def _all_grouped(groups: list[str], marks: list[str], hint: Hint | None) -> Gugus:
    number = Decimal("".join(groups))
    if len(set(marks)) == 1:
        return Gugus(number, thousand=marks[0])
    may_be_decimal = marks[-1] not in marks[:-1] and len(set(marks[:-1])) == 1
    if may_be_decimal and hint not in ("rupiah", "jumlah") and groups[-1] != "000":
        return Gugus(number, 0, "ambiguous", (_decimal(groups),))
    return Gugus(number, reading="mixed")


def _grouped_with_decimals(groups: list[str], marks: list[str]) -> Gugus:
    number, decimals = _decimal(groups), len(groups[-1])
    if marks[-1] not in marks[:-1]:
        reading: Reading = "clean" if len(set(marks[:-1])) == 1 else "mixed"
        return Gugus(number, decimals, reading, thousand=marks[0], decimal=marks[-1])
    lost_zeros = Decimal("".join(groups) + "0" * (3 - decimals))
    return Gugus(number, decimals, "ambiguous", (lost_zeros,))


def _decimal(groups: list[str]) -> Decimal:
    return Decimal("".join(groups[:-1]) + "." + groups[-1])


def _malformed(groups: list[str]) -> Gugus:
    filled = [group for group in groups if group]
    tail = filled[-1] if len(filled) > 1 and len(filled[-1]) <= 2 else ""
    body = filled[:-1] if tail else filled
    number = Decimal("".join(body) + ("." + tail if tail else ""))
    found = [*_repairs(body), Decimal("".join(filled))]
    if tail and len(body) > 1 and len(body[-1]) <= 2:
        found.append(Decimal("".join(body[:-1]) + "." + body[-1]))
    unique = dict.fromkeys(value for value in found if value != number)
    return Gugus(number, len(tail), "malformed", tuple(unique))


def _repairs(groups: list[str]) -> Iterator[Decimal]:
    """Values after one edit inside the only badly sized group: a digit too many dropped, a lost zero put back."""
    bad = [i for i, group in enumerate(groups) if len(group) > 3 or (i and len(group) < 3)]
    if len(bad) != 1:
        return
    group = groups[bad[0]]
    if len(group) == 4:
        mended = [group[:i] + group[i + 1 :] for i in range(4)]
    elif len(group) == 2:
        mended = [group + "0", "0" + group, group[0] + "0" + group[1]]
    else:
        return
    for text in dict.fromkeys(mended):
        yield Decimal("".join([*groups[: bad[0]], text, *groups[bad[0] + 1 :]]))

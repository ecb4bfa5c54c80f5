"""Which reading of a doubtful figure do independent witnesses support?

In: a printed figure that an equation contradicts, and witnesses: tests that a value must pass, each with the group it
depends on (two percents of the same row are one group). Out: a proposal, or None. Candidates are what a typist or a reader
does to a figure: one digit lost, doubled, swapped with its neighbour, added or replaced, or a factor of ten. A proposal is
made only when exactly one candidate passes, and only on the word of a witness that the figure as printed fails: an equation
that already holds proves nothing for a change. Two independent groups: `proved`; one: `supported`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias

from capaian.interval import Figur, Selang, plain

Suntingan: TypeAlias = Literal["printed_elsewhere", "lost", "added", "swapped", "replaced", "factor"]

_POWERS = (3, -3, 1, -1, 2, -2)
_DIGITS = "0123456789"


class Kandidat(NamedTuple):
    """A value the printed figure may stand for, and what would have happened to it in print."""

    number: Decimal
    edit: Suntingan


class Saksi(NamedTuple):
    """A witness: `accepts` says whether a value satisfies it. Witnesses of one `group` depend on each other and count once.

    `only`: the one value that it accepts, where it accepts a single one.
    """

    name: str
    group: str
    accepts: Callable[[Decimal], bool]
    only: Decimal | None = None


class Usulan(NamedTuple):
    """A proposal with the witnesses for it. `proof` is `proved` with two independent groups, else `supported`."""

    number: Decimal
    edit: Suntingan
    witnesses: tuple[str, ...]
    proof: Literal["proved", "supported"]


def candidates(figure: Figur, elsewhere: Iterable[Decimal] = ()) -> Iterator[Kandidat]:
    """Every value that one typing error away prints as `figure`, without repetition; `elsewhere` (values printed for the same
    fact in other places) first. Linear in the digits; the sign and the number of decimals stay."""
    seen = {figure.number}
    for number in elsewhere:
        if number not in seen:
            seen.add(number)
            yield Kandidat(number, "printed_elsewhere")
    for text, edit, decimals in _edits(_digits(figure), figure.decimals):
        number = _number(text, figure, decimals)
        if number not in seen:
            seen.add(number)
            yield Kandidat(number, edit)
    for power in _POWERS:
        number = plain(figure.number.scaleb(power))
        if number not in seen:
            seen.add(number)
            yield Kandidat(number, "factor")


def _digits(figure: Figur) -> str:
    return str(abs(int(figure.number.scaleb(figure.decimals)))).zfill(max(0, figure.decimals) + 1)


def _number(text: str, figure: Figur, decimals: int) -> Decimal:
    number = Decimal(int(text or "0"))
    if decimals:
        number = plain(number.scaleb(-decimals))
    return -number if figure.number < 0 else number


def _edits(digits: str, decimals: int) -> Iterator[tuple[str, Suntingan, int]]:
    """Single edits that undo what happened in print: a digit lost is put in again, an added one taken out; each with the number
    of decimals that it may leave: a digit behind the mark changes them, unless the mark moved with it."""
    size = len(digits)
    mark = size - max(0, decimals)
    for i in range(size):
        if i + 1 < size and digits[i] != digits[i + 1]:
            yield digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :], "swapped", decimals
        if size > 1:
            yield from (
                (digits[:i] + digits[i + 1 :], "added", left) for left in sorted({decimals, decimals - (i >= mark)})
            )
        for digit in _DIGITS:
            if digit != digits[i]:
                yield digits[:i] + digit + digits[i + 1 :], "replaced", decimals
    for i in range(size + 1):
        left = (decimals, decimals + 1) if decimals > 0 and i >= mark else (decimals,)
        for digit in _DIGITS:
            yield from ((digits[:i] + digit + digits[i:], "lost", kept) for kept in left)


def reconcile(figure: Figur, options: Iterable[Kandidat], witnesses: Iterable[Saksi]) -> Usulan | None:
    """The one candidate that most independent witnesses support.

    Only witnesses that refuse the printed figure speak for a change; those that accept it must go on accepting. Several
    candidates with equally many groups: none is proposed.
    """
    best = _best(figure, options, list(witnesses))
    if len(best) != 1:
        return None
    groups, option, support = best[0]
    names = tuple(saksi.name for saksi in support)
    return Usulan(option.number, option.edit, names, "proved" if groups >= 2 else "supported")


def is_open(figure: Figur, options: Iterable[Kandidat], witnesses: Iterable[Saksi]) -> bool:
    """Whether several candidates have equal support: the figure may well be the wrong one, but nothing says what it was."""
    return len(_best(figure, options, list(witnesses))) > 1


def _best(
    figure: Figur, options: Iterable[Kandidat], witnesses: Sequence[Saksi]
) -> list[tuple[int, Kandidat, tuple[Saksi, ...]]]:
    """The candidates with the most independent groups for them: how many, which, by whom."""
    refusing = [saksi for saksi in witnesses if not saksi.accepts(figure.number)]
    content = [saksi for saksi in witnesses if saksi.accepts(figure.number)]
    best: list[tuple[int, Kandidat, tuple[Saksi, ...]]] = []
    for option in options if refusing else ():
        support = tuple(saksi for saksi in refusing if saksi.accepts(option.number))
        if not support or not all(saksi.accepts(option.number) for saksi in content):
            continue
        groups = len({saksi.group for saksi in support})
        if best and groups < best[0][0]:
            continue
        if best and groups > best[0][0]:
            best = []
        best.append((groups, option, support))
    return best


def within(name: str, group: str, values: Selang) -> Saksi:
    """A witness that allows all of an interval."""
    return Saksi(name, group, lambda number: values.holds(Fraction(number)))


def equal_to(name: str, group: str, value: Decimal) -> Saksi:
    """A witness that allows one value only."""
    return Saksi(name, group, value.__eq__, value)


def may_be_misprinted(figure: Figur, witnesses: Iterable[Saksi]) -> bool:
    """Is it worth trying the candidates? Not when a witness for the figure accepts nothing else, nor when each witness against it wants
    one value and no typing error leads there."""
    refusing = []
    for saksi in witnesses:
        if not saksi.accepts(figure.number):
            refusing.append(saksi)
        elif saksi.only is not None:
            return False
    return any(saksi.only is None or _is_near(figure.number, saksi.only) for saksi in refusing)


def _is_near(number: Decimal, value: Decimal) -> bool:
    """May one typing error lie between the two? Never False for a candidate: its digits, less the zeros at the end, are alike from both
    ends but for three."""
    if abs(number) < 1 or abs(value) < 1:
        return True
    one, two = _bare(number), _bare(value)
    if abs(len(one) - len(two)) > 1:
        short, long = sorted((one, two), key=len)
        return long.startswith(short) or long.endswith(short)
    least = min(len(one), len(two))
    alike = next((i for i in range(least) if one[i] != two[i]), least)
    ending = next((i for i in range(least) if one[-1 - i] != two[-1 - i]), least)
    return alike + ending >= least - 3


def _bare(number: Decimal) -> str:
    return "".join(map(str, number.as_tuple().digits)).rstrip("0")


def swapped_pair(first: Decimal, second: Decimal, accepts: Callable[[Decimal, Decimal], bool]) -> bool:
    """Two figures stand in each other's place: the equation fails as printed and holds when they change places."""
    return first != second and not accepts(first, second) and accepts(second, first)


SIGNATURES: tuple[tuple[str, str, str], ...] = (
    ("copied", "sama dengan angka di sebelahnya", "equal to its neighbour"),
    ("factor", "kelipatan sepuluh", "a factor of ten"),
    ("swapped", "selisih habis dibagi 9: dua digit tertukar", "difference divisible by 9: two digits swapped"),
    ("digit", "selisih satu digit", "a single digit differs"),
)


def signature(printed: Decimal, expected: Decimal, neighbour: Decimal | None = None) -> str | None:
    """How a wrong figure differs from the right one: a name of `SIGNATURES`, None when it looks like none."""
    if printed == expected or not printed or not expected:
        return None
    if neighbour is not None and printed == neighbour:
        return "copied"
    ratio = Fraction(printed) / Fraction(expected)
    if any(ratio in (Fraction(10) ** k, Fraction(10) ** -k) for k in range(1, 7)):
        return "factor"
    difference = abs(printed - expected)
    if _significant_digits(difference) == 1:
        return "digit"
    return "swapped" if difference == int(difference) and int(difference) % 9 == 0 else None


def _significant_digits(number: Decimal) -> int:
    return len(number.normalize().as_tuple().digits)

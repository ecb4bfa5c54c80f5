"""Names that must differ: wanted names in, the same names out, repeated ones with a number. Case does not make a difference."""

from collections.abc import Iterable, Iterator


def unique(wanted: Iterable[str], pattern: str) -> Iterator[str]:
    """Each wanted name; one that is taken becomes `pattern.format(name, 2)`, 3, … The first comer keeps its name."""
    taken: set[str] = set()
    last: dict[str, int] = {}
    for name in wanted:
        candidate = name
        while candidate.casefold() in taken:
            last[name] = last.get(name, 1) + 1
            candidate = pattern.format(name, last[name])
        taken.add(candidate.casefold())
        yield candidate

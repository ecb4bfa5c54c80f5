"""Names that must differ: wanted names in, the same names out, repeated ones with a number. Case does not make a difference."""

from collections.abc import Iterable, Iterator


class Names:
    """Gives out each name once: one that is taken becomes `pattern.format(name, 2)`, 3, … The first comer keeps its name."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}

    def take(self, wanted: str) -> str:
        candidate = wanted
        while candidate.casefold() in self._taken:
            self._last[wanted] = self._last.get(wanted, 1) + 1
            candidate = self._pattern.format(wanted, self._last[wanted])
        self._taken.add(candidate.casefold())
        return candidate


def unique(wanted: Iterable[str], pattern: str) -> Iterator[str]:
    """The wanted names, made different by `Names`."""
    return map(Names(pattern).take, wanted)

"""A person's decisions about matches, kept in `corrections.csv`: the text of the file in, an answer for every two indicators out.

One decision a line: `laporan_a,indikator_a,laporan_b,indikator_b,putusan` and, if wanted, `oleh,tanggal,catatan`; `putusan` is `sama`
(both are one) or `beda` (they are not). Names count without case, spaces and punctuation. Decisions win over every reckoning.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.archive.butir import Butir
from extractor.archive.kata import glued

FILE_NAME = "corrections.csv"
_NEEDED = ("laporan_a", "indikator_a", "laporan_b", "indikator_b", "putusan")
_ANSWERS = {"sama": True, "same": True, "beda": False, "other": False}
_Key = tuple[str, str]


@dataclass
class Putusan:
    """The decisions. `unused` says which lines met no two indicators so far: perhaps a name was written otherwise."""

    answers: dict[frozenset[_Key], tuple[bool, int]] = field(default_factory=dict)
    met: set[int] = field(default_factory=set)

    def decide(self, left: Butir, right: Butir) -> bool | None:
        """Are they one? None where nobody said anything."""
        if not self.answers:
            return None
        pairs = (frozenset((one, other)) for one in _keys(left) for other in _keys(right))
        found = next((self.answers[pair] for pair in pairs if pair in self.answers), None)
        if found is None:
            return None
        self.met.add(found[1])
        return found[0]

    @property
    def unused(self) -> Sequence[int]:
        return sorted({line for _, line in self.answers.values()} - self.met)


def read_decisions(text: str) -> Putusan:
    """Raises ValueError that names the line where a column lacks, an answer is neither, or two lines contradict each other."""
    reader = csv.DictReader(text.lstrip("\ufeff").splitlines())
    lacking = [name for name in _NEEDED if name not in (reader.fieldnames or ())]
    if lacking:
        raise ValueError(f"1: {', '.join(lacking)}?")
    found = Putusan()
    for row in reader:
        if not any((value or "").strip() for value in row.values() if isinstance(value, str)):
            continue
        answer = _ANSWERS.get((row["putusan"] or "").strip().lower())
        sides = [((row[f"laporan_{s}"] or "").strip(), glued(row[f"indikator_{s}"] or "")) for s in "ab"]
        if answer is None or not all(map(all, sides)):
            raise ValueError(f"{reader.line_num}: {row['putusan']!r}? (sama / beda)")
        key = frozenset(sides)
        if found.answers.get(key, (answer, 0))[0] != answer:
            raise ValueError(f"{reader.line_num}: != {found.answers[key][1]}")
        found.answers[key] = (answer, reader.line_num)
    return found


def _keys(butir: Butir) -> list[_Key]:
    """Every wording that the report has for it."""
    return [(butir.laporan, glued(name)) for name in (butir.nama, *(other.nama for other in butir.lain))]

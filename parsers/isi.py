"""What the chapter on performance must speak of, by PermenPAN-RB 53/2014. Text in, topics out.

Each topic has the words by which it is known; which of them a report has as a table is known elsewhere.
"""

from re import IGNORECASE
from re import compile as pattern

_COMPARES = r"(?:(?:di|mem)banding\w*|perbandingan|terhadap|naik|turun|meningkat|menurun)[^.]{0,160}"
_CUES: dict[str, str] = {
    "tahun_lalu": rf"{_COMPARES}\b(?:tahun\s+(?:lalu|sebelumnya|20\d\d)|(?:beberapa|\w+)\s+tahun\s+terakhir)",
    "jangka_menengah": rf"{_COMPARES}\b(?:renstra|rencana\s+strategis|rpjmd?|jangka\s+menengah|akhir\s+periode)",
    "efisiensi": r"\befi[sc]i?en|\befesien",
    "penyebab": r"\b(?:kendala|hambatan|permasalahan|penyebab|faktor)\b",
}
TOPICS = tuple(_CUES)
_KNOWN = {topic: pattern(rf"(?:{cue})", IGNORECASE) for topic, cue in _CUES.items()}


def topics(text: str) -> frozenset[str]:
    """The topics that a text speaks of."""
    return frozenset(topic for topic, cue in _KNOWN.items() if cue.search(text))

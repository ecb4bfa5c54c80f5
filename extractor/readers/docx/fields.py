"""Fields (page numbers, sequence numbers, references): their results are printed, their instructions are not.

In: the marks of complex fields in document order. Out: whether text is printed now, and what a SEQ field without a
stored result shows. A field may span paragraphs; an unfinished instruction ends with its paragraph, so that a broken
file never swallows the rest of the report.
"""

import msgspec

from extractor.readers.docx.numformat import formatted
from extractor.readers.docx.styles import number

_FORMATS = {
    "arabic": "decimal", "ROMAN": "upperRoman", "Roman": "upperRoman", "roman": "lowerRoman",
    "ALPHABETIC": "upperLetter", "Alphabetic": "upperLetter", "alphabetic": "lowerLetter",
}  # fmt: skip


class _Field(msgspec.Struct):
    instruction: list[str]
    in_result: bool = False
    printed: list[str] = []


class Fields:
    """State of the fields of one document."""

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self._instructions = 0
        self._sequences: list[_Field] = []
        self._counts: dict[str, int] = {}
        self._reset_at: dict[str, int] = {}

    @property
    def printing(self) -> bool:
        """False inside an instruction."""
        return self._instructions == 0

    def begin(self, instruction: str = "") -> None:
        self._open.append(_Field([instruction]))
        self._instructions += 1

    def instruct(self, text: str) -> None:
        if self._open and not self._open[-1].in_result:
            self._open[-1].instruction.append(text)

    def separate(self) -> None:
        if self._open and not self._open[-1].in_result:
            field = self._open[-1]
            field.in_result = True
            self._instructions -= 1
            if _words(field)[:1] == ["SEQ"]:
                self._sequences.append(field)

    def saw(self, text: str) -> None:
        """Printed text: part of the result of the innermost open SEQ field."""
        if self._sequences:
            self._sequences[-1].printed.append(text)

    def end(self) -> str:
        """Close the innermost field; returns what is to be printed for it beyond the result already seen."""
        if not self._open:
            return ""
        field = self._open.pop()
        self._instructions -= not field.in_result
        if self._sequences and self._sequences[-1] is field:
            self._sequences.pop()
        words = _words(field)
        if words[:1] != ["SEQ"] or len(words) < 2:
            return ""
        return self._sequence(words, "".join(field.printed).strip())

    def end_paragraph(self) -> str:
        """Close the fields whose instruction is not finished; returns what is to be printed for them."""
        out = []
        while self._open and not self._open[-1].in_result:
            out.append(self.end())
        return "".join(out)

    def heading(self, level: int) -> None:
        """A heading of this level: sequences that restart after it begin anew."""
        for name, reset in self._reset_at.items():
            if level <= reset:
                self._counts[name] = 0

    def _sequence(self, words: list[str], printed: str) -> str:
        name, switches = words[1], words[2:]
        count = self._counts.get(name, 0)
        after = _switch(switches, "\\s")
        if after is not None:
            self._reset_at[name] = number(after, 0)
        restart = _switch(switches, "\\r")
        if restart is not None:
            count = number(restart, 1)
        elif "\\c" not in switches:
            count += 1
        self._counts[name] = number(printed, count)
        if printed or "\\h" in switches:
            return ""
        return formatted(count, _FORMATS.get(_switch(switches, "\\*") or "", "decimal"))


def _words(field: _Field) -> list[str]:
    """The instruction's words; the name of a field is not case-sensitive."""
    words = "".join(field.instruction).split()
    return [words[0].upper(), *words[1:]] if words else []


def _switch(words: list[str], name: str) -> str | None:
    """The argument of the switch `name`; `\\r1` and `\\r 1` are the same. MERGEFORMAT is no number format."""
    for i, word in enumerate(words):
        if word == name and i + 1 < len(words) and words[i + 1] != "MERGEFORMAT":
            return words[i + 1]
        if word.startswith(name) and len(word) > len(name):
            return word[len(name) :]
    return None

"""Footnotes and endnotes. In: a reference in the text. Out: the note's element, where it stands and its printed number."""

from typing import TYPE_CHECKING

from extractor.readers.docx.inline import NoteRef
from extractor.readers.docx.names import w
from extractor.readers.docx.numformat import formatted
from extractor.readers.docx.package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element

_TAGS = {"footnotes": w("footnote"), "endnotes": w("endnote")}
_FORMATS = {"footnotes": "decimal", "endnotes": "lowerRoman"}


class Notes:
    """The notes of one document; each part is opened when its first note is asked for."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._parts: dict[str, dict[str, tuple[int, _Element]]] = {}
        self._counts: dict[str, int] = dict.fromkeys(_TAGS, 0)

    def find(self, ref: NoteRef) -> tuple["_Element", str, str | None] | None:
        """(element, path, number) of the note; number None when the author typed a mark. None for a dangling reference.

        A note is given once: Word makes one for each reference, and notes that refer to notes would go round, or double, for ever.
        """
        note_number = None
        if ref.counted:
            self._counts[ref.kind] += 1
            note_number = formatted(self._counts[ref.kind], _FORMATS[ref.kind])
        notes = self._notes(ref.kind)
        if ref.id not in notes:
            return None
        index, element = notes.pop(ref.id)
        return element, f"{ref.kind}/{ref.kind[:-1]}[{index}]", note_number

    def _notes(self, kind: str) -> dict[str, tuple[int, "_Element"]]:
        if kind not in self._parts:
            root = self._package.related(kind)
            found = () if root is None else root.iterchildren(_TAGS[kind])
            self._parts[kind] = {e.get(w("id")) or "": (i, e) for i, e in enumerate(found, start=1)}
        return self._parts[kind]

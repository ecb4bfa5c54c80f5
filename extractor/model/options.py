"""What the person who runs the program asks for, as far as it changes how a report is read."""

from pathlib import Path
from typing import Literal, TypeAlias

import msgspec

SecondOpinion: TypeAlias = Literal["off", "doubt", "all"]
"""When other engines are asked: never, where the first reading is in doubt, for every table."""
Ocr: TypeAlias = Literal["auto", "off"]
"""Whether pages that are only images are read: where the engine is installed, or never."""
Lang: TypeAlias = Literal["id", "en"]
PageRange: TypeAlias = tuple[int, int | None]
"""(first, last), 1-based, both included; last None means up to the end of the file."""

PAGES, PAGE_CHARACTERS = 20_000, 200_000
"""Of a document, of a page: several times what the largest real report has (1,000 pages; 15,000 characters of small print on A3)."""


class Bounds(msgspec.Struct, frozen=True):
    """What single steps may take; limits of the same names (`Limits`) set them.

    `ocr_seconds`: processor time of a page that is read from its image. `office_seconds`: of a conversion by LibreOffice, of the clock too.
    `inflated_mb`: what all parts of a Word or ODT file may unpack to. `image_megapixels`: of a page of an image file.
    """

    ocr_seconds: float = 120.0
    office_seconds: float = 120.0
    inflated_mb: int = 200
    image_megapixels: int = 100

    def changed(self) -> dict[str, str | None]:
        """Those that are not the usual ones."""
        usual = Bounds()
        return {
            name: str(getattr(self, name))
            for name in self.__struct_fields__
            if getattr(self, name) != getattr(usual, name)
        }


class Refused(msgspec.Struct, frozen=True):
    """A page that an earlier try could not get through (`reason`: loop, idle, memory, crash), to be left out."""

    page: int
    reason: str


class Options(msgspec.Struct, frozen=True):
    """`pages` None means all pages. `password` is tried after the empty one and is never written anywhere.

    `second_opinion`: when other engines are asked. `ocr_cache`: folder where what OCR read is kept for a second run; None keeps nothing.
    `most_pages`, `most_characters` (of a page): what is beyond them is not read, and said. `bounds`: of single steps.
    `refused` is no wish of a person: pages that killed or stalled the reader before.
    """

    pages: tuple[PageRange, ...] | None = None
    lang: Lang = "id"
    password: str | None = None
    ocr: Ocr = "auto"
    ocr_cache: Path | None = None
    second_opinion: SecondOpinion = "off"
    most_pages: int = PAGES
    most_characters: int = PAGE_CHARACTERS
    bounds: Bounds = Bounds()
    refused: tuple[Refused, ...] = ()

    def wants(self, page: int) -> bool:
        """Is the 1-based `page` asked for?"""
        if self.pages is None:
            return True
        return any(first <= page and (last is None or page <= last) for first, last in self.pages)

    def recorded(self) -> dict[str, str | None]:
        """The options that change the result, as `laporan.json` and the manifest show them; never the password."""
        return {
            "pages": None if self.pages is None else ",".join(_range_text(r) for r in self.pages),
            **({} if self.ocr == "auto" else {"ocr": self.ocr}),
            **({} if self.second_opinion == "off" else {"second_opinion": self.second_opinion}),
            **({} if self.most_pages == PAGES else {"most_pages": str(self.most_pages)}),
            **({} if self.most_characters == PAGE_CHARACTERS else {"most_characters": str(self.most_characters)}),
            **self.bounds.changed(),
        }


def _range_text(pages: PageRange) -> str:
    first, last = pages
    if last is None:
        return f"{first}-"
    return str(first) if first == last else f"{first}-{last}"

"""What a page shows, as its reader saw it: words, thin rules, shading, images. Nothing here is interpreted.

A report has a hundred thousand words and rules: they are structs, which are made and asked several times as fast as named tuples.
"""

from typing import Literal, NamedTuple

import msgspec

from extractor.model.place import BBox


class Word(msgspec.Struct, frozen=True, array_like=True):
    """A run of characters without a space.

    `angle` is 0, 90, 180 or 270: degrees clockwise of the writing direction, seen on the upright page. `size` in points.
    `order` is the place of its first character in the content stream.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool = False
    angle: int = 0
    order: int = 0

    @property
    def bbox(self) -> BBox:
        return (self.x0, self.top, self.x1, self.bottom)


class Rule(msgspec.Struct, frozen=True, array_like=True):
    """A thin straight line, from a stroke or a thin filled rectangle. `pos` is y of a horizontal, x of a vertical one.

    `dark`: seen on white paper. `colour`: 0xRRGGBB.
    """

    horizontal: bool
    pos: float
    start: float
    end: float
    thickness: float
    dark: bool = True
    colour: int = 0


class Fill(msgspec.Struct, frozen=True, array_like=True):
    """Shading: a filled area that is no rule. `white` when it would hide what stands under it."""

    x0: float
    top: float
    x1: float
    bottom: float
    white: bool = False
    colour: int = 0

    @property
    def bbox(self) -> BBox:
        return (self.x0, self.top, self.x1, self.bottom)


LOST = "its content is lost or damaged"
"""Why a page cannot be read whose file is damaged: there is nothing left to read."""


class PageText(msgspec.Struct, frozen=True):
    """The verdict on a page's text layer, with the reason in words."""

    verdict: Literal["good", "absent", "implausible"]
    reason: str = ""


class OtherReading(NamedTuple):
    """A figure that was recognised from an image: the box of its ink, what was taken, what a second engine reads.

    `other` is '' when no second engine reads it. `score`: percent, of the first engine for the whole line. `sure`: both read the same, or
    the only one has no doubt.
    """

    x0: float
    top: float
    x1: float
    bottom: float
    text: str
    other: str
    score: int
    sure: bool = False


class Layer(msgspec.Struct, frozen=True):
    """A text layer that was not taken, and why. `words`, `own`: percent of the longer words of the layer and of what was taken instead
    that look like words; None when there are too few."""

    reason: str
    text: str
    words: int | None = None
    own: int | None = None


class Page(msgspec.Struct, frozen=True):
    """One page. `number` is the 1-based index in the file; `rotation`: degrees clockwise by which the stored page is turned (by /Rotate,
    and to set content upright that lies on its side); already applied to every box. `lost`: words of fonts whose letters have no meaning
    on a page that is otherwise good; they are not among `words`."""

    number: int
    width: float
    height: float
    rotation: int
    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    fills: tuple[Fill, ...]
    images: tuple[BBox, ...]
    text: PageText
    figures: tuple[OtherReading, ...] = ()
    layer: Layer | None = None
    lost: tuple[Word, ...] = ()

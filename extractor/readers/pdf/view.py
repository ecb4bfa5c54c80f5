"""From PDF space (origin bottom-left, unrotated, crop box anywhere) to the page as a reader sees it (origin top-left)."""

from typing import NamedTuple

from extractor.model.place import BBox


class View(NamedTuple):
    """The visible box of a page in PDF space and its rotation in quarter turns clockwise."""

    left: float
    bottom: float
    width: float
    height: float
    turns: int

    @property
    def shown_width(self) -> float:
        return self.height if self.turns % 2 else self.width

    @property
    def shown_height(self) -> float:
        return self.width if self.turns % 2 else self.height

    def box(self, x0: float, y0: float, x1: float, y1: float) -> BBox:
        """The shown box of a PDF-space box given by any two opposite corners."""
        if x0 > x1:
            x0, x1 = x1, x0
        if y0 > y1:
            y0, y1 = y1, y0
        left, bottom = self.left, self.bottom
        if self.turns == 0:
            top = bottom + self.height
            return (x0 - left, top - y1, x1 - left, top - y0)
        if self.turns == 1:
            return (y0 - bottom, x0 - left, y1 - bottom, x1 - left)
        right = left + self.width
        if self.turns == 2:
            return (right - x1, y0 - bottom, right - x0, y1 - bottom)
        top = bottom + self.height
        return (top - y1, right - x1, top - y0, right - x0)

    def angle(self, degrees: int) -> int:
        """A clockwise writing direction of PDF space as the reader sees it."""
        return (degrees + 90 * self.turns) % 360

    def upright(self, angle: int) -> "View":
        """The view that shows text upright which this one shows at `angle`."""
        return self._replace(turns=(self.turns - angle // 90) % 4)

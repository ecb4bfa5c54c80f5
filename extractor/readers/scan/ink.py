"""Which pixels of a picture are ink. In comes a grey image, out comes one of 0 and 255 (ink), robust to shadows and faint print."""

from extractor.readers.scan.engine import Image

WINDOW = 18.0
"""Points: the paper around a pixel by which it is judged."""
DARKER = 14
"""Grey levels that ink is darker than the paper around it."""

SPECK = 2.0
"""Points: smaller pieces of ink are dust."""


def find_ink(pixels: Image, scale: float) -> Image:
    """Ink is 255, paper 0; `scale` in pixels per point."""
    import cv2

    window = max(int(WINDOW * scale) | 1, 3)
    return cv2.adaptiveThreshold(pixels, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, window, DARKER)


def is_bare(ink: Image, scale: float) -> bool:
    """Whether there are at most specks: what a scanner makes of an empty sheet."""
    import cv2

    count, _, stats, _ = cv2.connectedComponentsWithStats(ink)
    return not any(max(width, height) >= SPECK * scale for _, _, width, height, _ in stats[1:count].tolist())

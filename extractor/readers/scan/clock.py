"""How long a page may take. Processor time, so that a busy machine changes no result."""

import time


class TooSlow(Exception):
    """A page took longer than it may."""


class Clock:
    """Runs from when it is made."""

    def __init__(self, seconds: float) -> None:
        self._end = time.process_time() + seconds

    def check(self) -> None:
        """Raises `TooSlow` when the time is over."""
        if time.process_time() > self._end:
            raise TooSlow

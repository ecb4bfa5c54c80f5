"""What the conversion of one document may cost. In: nothing. Out: `OfficeLimits`, every bound with a name and a default."""

import msgspec

from extractor.model.options import Bounds


class OfficeLimits(msgspec.Struct, frozen=True):
    """Bounds on one run of LibreOffice. A real report of 25 pages takes 1.1 CPU seconds and 214 MB.

    `max_seconds` of the clock; `max_cpu_seconds` and `max_memory_bytes` (address space) are set for the process, so that they
    hold even when this program is killed. Bytes of an ODT are counted while they are inflated.
    """

    max_seconds: float = 120.0
    max_cpu_seconds: int = 120
    max_memory_bytes: int = 4_000_000_000
    max_output_bytes: int = 400_000_000
    max_entries: int = 10_000
    max_total_bytes: int = 300_000_000

    @classmethod
    def within(cls, bounds: Bounds) -> "OfficeLimits":
        """The usual ones, within what is asked for."""
        seconds = bounds.office_seconds
        return cls(
            max_seconds=seconds, max_cpu_seconds=max(int(seconds), 1), max_total_bytes=bounds.inflated_mb * 1_500_000
        )

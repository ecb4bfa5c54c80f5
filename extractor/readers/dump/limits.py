"""What a text dump may cost. In: nothing. Out: `DumpLimits`, every bound with a name and a default."""

import msgspec


class DumpLimits(msgspec.Struct, frozen=True):
    """Bounds on one text. The largest real dump seen has 80 kB; a report of a thousand pages would have 5 MB."""

    max_bytes: int = 20_000_000
    max_lines: int = 1_000_000
    max_columns: int = 200
    """Cells of one row; a longer run of tab-separated lines is no table."""

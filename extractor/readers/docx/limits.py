"""What a Word file may cost. In: nothing. Out: `DocxLimits`, every bound with a name and a default.

The defaults are several times what the largest real report needs; a file beyond them is a bomb or a mistake.
"""

import msgspec

from extractor.model.options import Bounds


class DocxLimits(msgspec.Struct, frozen=True):
    """Bounds on one Word file.

    Bytes are counted while they are inflated, never taken from the archive's directory. `max_ratio` (inflated to
    packed) holds for a part only once it has given `ratio_grace` bytes: repeated XML packs well in honest files.
    `max_xml_depth` can be lowered, not raised: the parser itself stops at 256.
    A merged cell that claims more than `max_span` columns is read as one column, and noted.
    """

    max_entries: int = 10_000
    max_part_bytes: int = 80_000_000
    max_total_bytes: int = 200_000_000
    max_ratio: int = 200
    ratio_grace: int = 30_000_000
    max_relationship_files: int = 300
    max_relationships: int = 20_000
    max_xml_tags: int = 3_000_000
    max_xml_depth: int = 256
    max_table_depth: int = 16
    max_span: int = 4_000
    max_grid_positions: int = 2_000_000

    @classmethod
    def within(cls, bounds: Bounds) -> "DocxLimits":
        """The usual ones, within what is asked for: a part may have two fifths of all."""
        return cls(max_part_bytes=bounds.inflated_mb * 400_000, max_total_bytes=bounds.inflated_mb * 1_000_000)

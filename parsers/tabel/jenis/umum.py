"""Every other table: the plain grid, no typed meaning beyond its columns.

Cues: captions of real reports and the headers that such tables must have.
"""

from parsers.tabel.pandangan import Pandangan

NAMA = "umum"


def tawar(p: Pandangan) -> float:
    """Bid for a table."""
    return 1.0 if p.roles else 0.5

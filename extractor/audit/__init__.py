"""Records -> capaian core -> verdicts, findings, and the proof of every figure.

In: the report's tables and records, its claims in sentences, and what the outline noticed. Out: `Audited`: the same tables with
`proof` and `evidence` of every figure, the same records with `evaluasi`, and all findings with ids in reading order.
Printed text is never changed; an ambiguous figure may get the reading that its own row asks for.
"""

from extractor.audit.audit import Audited, audit
from extractor.audit.katalog import KATALOG, Kode

__all__ = ["KATALOG", "Audited", "Kode", "audit"]

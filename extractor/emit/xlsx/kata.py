"""Words of the workbooks: what a value of the contract is called for people."""

from collections.abc import Mapping

from extractor.model.temuan import Proof

BUKTI: Mapping[Proof, str] = {
    "proved": "terbukti",
    "supported": "didukung",
    "unchecked": "tak teruji",
    "contradicted": "bertentangan",
}
"""How well a figure or a proposal is founded."""

"""What is this file? Identify inputs by content, find reports in folders, refuse with advice. Reads bytes, never meaning.

In: paths. Out: `Identified` (kind, hash, size, what is odd about it) or an `InputError`; `Found` (the list of inputs).
"""

from extractor.intake.archives import Input, fingerprint_of, materialised, member_sizes
from extractor.intake.discover import Failure, Found, discover
from extractor.intake.identify import Identified, fingerprint, identify, shown_name
from extractor.intake.remote import length_of

__all__ = [
    "Failure", "Found", "Identified", "Input", "discover", "fingerprint", "fingerprint_of", "identify", "length_of", "materialised",
    "member_sizes", "shown_name",
]  # fmt: skip

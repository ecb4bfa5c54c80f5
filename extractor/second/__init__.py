"""A second opinion where the first reading is in doubt: other engines read the same places, and what they say becomes evidence.

In: the path of a PDF and its tables with proof. Out: `Opinion`: what a second engine reads in the cell of every contradicted
figure (pdfminer), how many cells of a doubted table other table finders see alike (camelot, pdfplumber), and findings where they
differ. Nothing that was read is changed here. Engines are imported when a page is in doubt, not before.
"""

from extractor.second.doubt import contradicted, doubted
from extractor.second.opinion import NO_OPINION, Opinion, ask, with_evidence

__all__ = ["NO_OPINION", "Opinion", "ask", "contradicted", "doubted", "with_evidence"]

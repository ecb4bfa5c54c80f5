"""The catalogue of findings: each code with its severity, title, meaning, reason, example and advice, in both languages.

Whatever room notices something, its code stands here: `extract explain CODE` and the page on findings print it, and the checks take
severity and title from it.
"""

from extractor.audit.entri import Dwibahasa, Kode
from extractor.audit.katalog_bacaan import BACAAN
from extractor.audit.katalog_hitungan import HITUNGAN
from extractor.audit.katalog_mutu import MUTU
from extractor.audit.katalog_nama import NAMA
from extractor.audit.katalog_ragu import RAGU
from extractor.audit.katalog_susunan import SUSUNAN

__all__ = ["KATALOG", "Dwibahasa", "Kode"]

KATALOG: dict[str, Kode] = {kode.code: kode for kode in (*HITUNGAN, *SUSUNAN, *MUTU, *NAMA, *BACAAN, *RAGU)}
"""Every code by its name."""

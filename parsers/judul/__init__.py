"""What printed headings and captions mean: chapters, sections, captions of tables, lists of tables, the report's name.

Text in, values out; where a line stands and how it looks is not known here.
"""

from parsers.judul.bab import (
    JUDUL_BAKU,
    JudulBab,
    chapter_value,
    continue_number,
    parse_bab,
    standard_title,
    title_text,
)
from parsers.judul.daftar import Entri, EntriTabel, has_leader, parse_entry, parse_list_title, parse_table_entry
from parsers.judul.identitas import agency_names, document_kind, report_years
from parsers.judul.kop import Kop, read_kop
from parsers.judul.subbab import JudulSubbab, parse_subbab, readings
from parsers.judul.tabel import JudulTabel, is_mention, parse_caption, parse_named_caption, same_number, table_key
from parsers.judul.teks import capital_share, collapse, roman_value, to_roman, unspace

__all__ = [
    "JUDUL_BAKU",
    "Entri",
    "EntriTabel",
    "JudulBab",
    "JudulSubbab",
    "JudulTabel",
    "Kop",
    "agency_names",
    "capital_share",
    "chapter_value",
    "collapse",
    "continue_number",
    "document_kind",
    "has_leader",
    "is_mention",
    "parse_bab",
    "parse_caption",
    "parse_entry",
    "parse_list_title",
    "parse_named_caption",
    "parse_subbab",
    "parse_table_entry",
    "read_kop",
    "readings",
    "report_years",
    "roman_value",
    "same_number",
    "standard_title",
    "table_key",
    "title_text",
    "to_roman",
    "unspace",
]

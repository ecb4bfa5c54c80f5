"""The lines of a text file. In: a path. Out: its lines without their ends, in whatever encoding they were saved.

Windows saves "Unicode" as UTF-16 and everything else in its own code page; both occur among texts copied out of Word.
"""

import codecs
from pathlib import Path

from extractor.model.errors import DamagedInput, TooLarge
from extractor.readers.dump.limits import DumpLimits

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SPACES = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2007\u202f", " "),
        **dict.fromkeys("\ufeff\u200b\u00ad", None),
        # How Word writes line breaks within a paragraph or cell, hard and soft hyphens into a text.
        **dict.fromkeys("\v\u2028", " "),
        "\x1e": "-",
        "\x1f": None,
    }
)


def read_lines(path: Path, limits: DumpLimits) -> list[str]:
    """The lines of the text at `path`; a form feed (page end) counts as a line end, as every editor shows it."""
    with path.open("rb") as file:
        data = file.read(limits.max_bytes + 1)
    if len(data) > limits.max_bytes:
        raise _too_large("max_bytes", limits.max_bytes)
    text = _decoded(data).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    lines = text.translate(_SPACES).split("\n")
    if len(lines) > limits.max_lines:
        raise _too_large("max_lines", limits.max_lines)
    return lines


def _decoded(data: bytes) -> str:
    encodings = [name for mark, name in _MARKS if data.startswith(mark)] or ["utf-8", "cp1252"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise DamagedInput(
        message_id="Teks ini bukan UTF-8, UTF-16, atau Windows-1252; sebagian isinya rusak.",
        message_en="This text is neither UTF-8, UTF-16 nor Windows-1252; part of it is damaged.",
        advice_id="Simpan ulang teks itu sebagai UTF-8.",
        advice_en="Save the text again as UTF-8.",
    )


def _too_large(name: str, limit: int) -> TooLarge:
    return TooLarge(
        message_id=f"Teks ini melewati batas {name} = {limit}.",
        message_en=f"This text passes the limit {name} = {limit}.",
        advice_id="Bagi teks itu menjadi beberapa berkas.",
        advice_en="Split the text into several files.",
    )

"""Is this line the caption of a table? Text in, printed number and title out.

Seen in real reports: `Tabel 3.1`, `Tabel III.1`, `TABEL 3 . 1`, `Tabel. 9`, `TABEL3.5`, `Tabel 3,1`, `Tabel 3. 1 Title`, `Tabel: 3.3`,
`Tabel 5. Title`, `Tabel 3.1 (lanjutan)`, `Tabel 3.10a`, `T A B E L 3.1`, `Tabel 3-1`. A sentence that begins with a table's number
(`Tabel 3.1 menunjukkan …`, `Tabel 2.2 berikut ini :`) is none.
"""

import re
from typing import NamedTuple

import regex

from parsers.judul.teks import collapse, unspace

_NUMBER = r"(?:\d{1,3}|[IVX]{1,4})(?:\s?[.,\-–]\s?(?:\d{1,3}(?!\d)|[IVX]{1,4}(?!\p{L})))*(?-i:[a-z])?(?![\p{L}\d])"
_CAPTION = regex.compile(
    r"[\W_]{0,2}(?P<awal>(?:Lanjutan|Sambungan)\s+)?T\s?A\s?B\s?E\s?L\s{0,3}(?:No(?:mor)?\b)?[.:]?\s*(?P<nomor>"
    + _NUMBER
    + r")\s*[.:\-–—]*\s*(?P<judul>.*)",
    regex.IGNORECASE,
)
_NAMED = regex.compile(r"(?:TABEL|Tabel)\s*[.:]?\s+(?P<judul>\p{Lu}.*)")
_CONTINUED = re.compile(r"(?i)[(\[]?\s*\b(?:lanjutan|sambungan)\b\s*[)\]]?[.:]?\s*")
_MENTION = re.compile(
    r"(?i)(?:(?:(?:yang\s)?(?:berikut|tersebut|di\s?atas|di\s?bawah|dibawah|diatas|ini|dapat|terlihat|maka|bahwa|diketahui|serta|sampai|s\.d|hingga|dan"
    r"|atau|dengan|untuk|sebagai(?:mana)?|merupakan|adalah|pada|dalam|telah|tampak|nampak|terdapat|memuat|berisi"
    r"|diperoleh|dimaksud|terlampir|sebelumnya|secara|juga)"
    r"|m(?:enunjuk|enggambar|emperlihat|enyaji|enjelas|enerang|engindikasi|erinci|emapar|enyata)\w*|di(?:sampai|saji|jelas|gambar|lihat)\w*)\b|[,;/)&])"
)
_SENTENCE = re.compile(
    r"(?i)\b(?:dapat (?:di)?(?:lihat|ketahui|simpulkan)|menunjukkan bahwa|terlihat bahwa|diketahui bahwa|sebagai berikut"
    r"|(?:di\s?atas|tersebut|berikut)[ ,]+(?:maka|dapat|terlihat|menunjuk\w*|diketahui|bahwa))\b"
)
_MAX_WORDS = 60
_LONGEST = 800
"""Characters: a longer text is a paragraph."""


class JudulTabel(NamedTuple):
    """`nomor` as printed without inner spaces and last dot (`3,1`, `III.1`); `judul` may be '' (it follows on the next lines)."""

    nomor: str
    judul: str
    lanjutan: bool = False


def parse_caption(text: str) -> JudulTabel | None:
    """Number and title when `text` can be (or begin) the caption of a numbered table, else None."""
    found = _CAPTION.fullmatch(collapse(text)) if len(text) <= _LONGEST else None
    if not found:
        return None
    nomor, judul = _plain_number(found["nomor"]), found["judul"]
    lanjutan = bool(found["awal"] or _CONTINUED.match(judul) or _CONTINUED.search(judul[-14:]))
    judul = unspace(_CONTINUED.sub("", judul)) if lanjutan else unspace(judul)
    return None if is_mention(judul) else JudulTabel(nomor, judul, lanjutan)


def _plain_number(printed: str) -> str:
    return str(regex.sub(r"\s", "", printed)).rstrip(".,-–")


def parse_named_caption(text: str) -> str | None:
    """The title of a caption without a number (`Tabel Realisasi Anggaran Tahun 2019`), else None."""
    found = _NAMED.fullmatch(collapse(text)) if len(text) <= _LONGEST else None
    if not found or parse_caption(text) or _SENTENCE.search(found["judul"]) or is_mention(found["judul"]):
        return None
    return unspace(found["judul"])


def is_mention(after: str) -> bool:
    """True when what follows a table's number goes on as a sentence: `menunjukkan …`, `berikut ini :`, `dan Tabel 3.7`."""
    if not after:
        return False
    if len(after.split()) > _MAX_WORDS:
        return True
    return bool(_MENTION.match(after) or _SENTENCE.search(after))


def same_number(a: str, b: str) -> bool:
    """True when two printed numbers name one table: `3.1`, `3,1` and `3-1` do."""
    return table_key(a) == table_key(b)


def table_key(nomor: str) -> str:
    """A printed number in one spelling: small letters, parts joined by dots."""
    return str(regex.sub(r"[^0-9a-z]+", ".", nomor.casefold())).strip(".")

"""What reading one document may cost: every bound with its name, default and unit. In: names and values, out: `Limits`.

The defaults are several times what the largest real report needs on a slow machine; what goes beyond them is a bomb, a
loop or a mistake. Each is an option (`--limit name=value`) and an entry of a profile file (`[limits]`).
"""

from collections.abc import Mapping

import msgspec

from extractor.model.errors import ExitCode, ExtractError
from extractor.model.options import PAGE_CHARACTERS, PAGES, Bounds


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Bounds on one document in its worker process.

    `seconds`: wall time in all. `idle_seconds`: wall time without a sign of progress (a waiting system program, a dead disk).
    `page_cpu_seconds`: processor time without progress (an endless loop). `memory_mb`: memory of the worker and its children.
    `bad_pages`: pages that may be left out, one after the other, before the document is given up.
    `pages`, `page_characters`: pages beyond the first so many, and a page with more text, are not read and named.
    `ocr_seconds`, `office_seconds`, `inflated_mb`, `image_megapixels`: of single steps, see `Bounds`.
    `documents_per_worker`: a worker is replaced after so many, so that no leak grows.
    """

    seconds: float = 7200.0
    idle_seconds: float = 300.0
    page_cpu_seconds: float = 30.0
    memory_mb: int = 1500
    bad_pages: int = 3
    pages: int = PAGES
    page_characters: int = PAGE_CHARACTERS
    ocr_seconds: float = Bounds().ocr_seconds
    office_seconds: float = Bounds().office_seconds
    inflated_mb: int = Bounds().inflated_mb
    image_megapixels: int = Bounds().image_megapixels
    documents_per_worker: int = 200


class WrongLimit(ExtractError):
    """A limit that does not exist, or a value that is no positive number."""

    exit_code = ExitCode.USAGE
    default_code = "limit"


def with_limits(limits: Limits, changes: Mapping[str, object]) -> Limits:
    """`limits` with the named ones changed. Raises `WrongLimit`."""
    for name, value in changes.items():
        if name not in Limits.__struct_fields__:
            known = ", ".join(Limits.__struct_fields__)
            raise WrongLimit(
                message_id=f"Batas {name!r} tidak dikenal.",
                message_en=f"There is no limit {name!r}.",
                advice_id=f"Yang ada: {known}.",
                advice_en=f"There are: {known}.",
            )
        limits = msgspec.structs.replace(limits, **{name: _number(name, value)})
    return limits


def _number(name: str, value: object) -> float | int:
    kind = type(getattr(Limits(), name))
    try:
        number: float | int = kind(value)
    except (TypeError, ValueError):
        number = 0
    if not 0 < number < 1e9 and not (name == "bad_pages" and number == 0):
        raise WrongLimit(
            message_id=f"Nilai batas {name} bukan bilangan positif: {value!r}.",
            message_en=f"The value of the limit {name} is no positive number: {value!r}.",
        )
    return number

"""Mend a damaged PDF with qpdf (through pikepdf): bytes in, bytes of a whole file out, and which pages have lost content.

Loaded only for files whose frame is damaged, and for pages that are empty though they should not be. Nothing is invented: qpdf looks for
objects in the whole file, and what it finds is put into a new page tree, so that no page is hidden by a wrong count.
"""

import io
import re
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, NamedTuple

from extractor.model.errors import EncryptedInput

MOST_PAGES = 100_000
MOST_INFLATED = 20_000_000
"""Bytes of one stream that are inflated to try it."""
MOST_TRIED = 100_000
"""Packed bytes of the content of an empty page that is unpacked wholly."""
_SHOWS = re.compile(rb"\([^)]+\)\s*Tj|<[0-9A-Fa-f]+>\s*Tj|\[[^\]]*[(<][^)>][^\]]*\]\s*TJ|/\S+\s+Do(?![A-Za-z])")
"""Content that shows text, an image or a form."""
_TAIL = b"\nendstream\nendobj\n%%EOF\n"
"""Put after a damaged file: qpdf does not take a last object that ends with the file, or is cut off."""
_DEPTH = 3
"""Forms within forms that are followed."""
_FAILURES = (
    RuntimeError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    OSError,
    OverflowError,
    NotImplementedError,
)
"""What pikepdf raises for objects of the wrong kind; its own errors come on top."""
_FLATE = ("/FlateDecode", "/Fl")


class Mended(NamedTuple):
    """`data`: a whole file. `promised`: pages that the old page tree spoke of, None when it did not. `lost`: numbers of the pages
    that have no content left, `cut` of those of whose content a part cannot be unpacked."""

    data: bytes
    pages: int
    promised: int | None
    lost: tuple[int, ...]
    cut: tuple[int, ...]


@contextmanager
def _opened(file: BinaryIO, password: str | None) -> Iterator[Any]:
    """The file as pikepdf sees it; None when it cannot make anything of it."""
    import pikepdf

    try:
        file.seek(0)
        pdf = pikepdf.open(file, password=password or "", suppress_warnings=True)
    except pikepdf.PasswordError:
        raise EncryptedInput(
            code="pdf-encrypted",
            message_id="PDF ini rusak, dan terkunci dengan kata sandi.",
            message_en="This PDF is damaged, and encrypted: it is locked with a password.",
            advice_id="Jalankan lagi dengan --password KATA_SANDI, atau minta salinan yang utuh.",
            advice_en="Run again with --password PASSWORD, or ask for an intact copy.",
        ) from None
    except (pikepdf.PdfError, *_FAILURES):
        yield None
        return
    with pdf:
        yield pdf


def mend(file: BinaryIO, password: str | None = None) -> Mended | None:
    """The file mended; None when no page can be found. Raises `EncryptedInput`."""
    import pikepdf

    file.seek(0)
    with _opened(io.BytesIO(file.read() + _TAIL), password) as pdf:
        if pdf is None:
            return None
        try:
            pages = list(pdf.pages)
            if not 0 < len(pages) <= MOST_PAGES:
                return None
            promised = _promised(pdf)
            lost = tuple(n for n, page in enumerate(pages, 1) if _is_lost(page))
            cut = tuple(n for n, page in enumerate(pages, 1) if n not in lost and _is_cut(page, None))
            whole = pikepdf.new()
            whole.pages.extend(pages)
            out = io.BytesIO()
            whole.save(out)
        except (pikepdf.PdfError, *_FAILURES):
            return None
    return Mended(out.getvalue(), len(pages), promised, lost, cut)


def _promised(pdf: Any) -> int | None:
    try:
        return int(pdf.Root.Pages.Count)
    except _FAILURES:
        return None


def find_cut(file: BinaryIO, password: str | None, broken: Collection[int]) -> tuple[int, ...]:
    """Numbers of the pages that use one of the objects `broken`."""
    import pikepdf

    with _opened(file, password) as pdf:
        if pdf is None:
            return ()
        try:
            return tuple(n for n, page in enumerate(pdf.pages, 1) if _is_cut(page, broken))
        except (pikepdf.PdfError, *_FAILURES):
            return ()


def has_lost_content(file: BinaryIO, password: str | None, number: int) -> bool:
    """Whether the page with 1-based `number`, on which nothing can be seen, should have content that cannot be had."""
    import pikepdf

    with _opened(file, password) as pdf:
        if pdf is None:
            return False
        try:
            page = pdf.pages[number - 1]
            return any(_should_show(stream) for stream in _parts(page.obj.get("/Contents")))
        except (pikepdf.PdfError, *_FAILURES):
            return False


def _is_lost(page: Any) -> bool:
    """Has a page of a damaged file no content left? qpdf does not tell content that cannot be found from none."""
    return not any(True for _ in _parts(page.obj.get("/Contents")))


def _is_cut(page: Any, broken: Collection[int] | None) -> bool:
    """Is a part of a page's content damaged: one of the objects `broken`, or (None) one that cannot be unpacked?"""
    return any(
        not _is_whole(stream) if broken is None else stream.objgen[0] in broken for stream in _streams(page.obj, _DEPTH)
    )


def _parts(named: Any) -> Iterator[Any]:
    import pikepdf

    for part in named if isinstance(named, pikepdf.Array) else (named,):
        if isinstance(part, pikepdf.Stream):
            yield part


def _streams(holder: Any, depth: int) -> Iterator[Any]:
    """The streams that draw a page or a form: its own, and those of the forms that it may use."""
    import pikepdf

    yield from _parts(holder.get("/Contents"))
    resources = holder.get("/Resources")
    forms = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
    if depth and isinstance(forms, pikepdf.Dictionary):
        for form in forms.as_dict().values():
            if isinstance(form, pikepdf.Stream) and form.get("/Subtype") == "/Form":
                yield form
                yield from _streams(form, depth - 1)


def _is_whole(stream: Any) -> bool:
    """Whether a stream packed with Flate (alone, or under ASCII 85) can be unpacked to its end; other ways of packing are not tried."""
    raw, filters = stream.read_raw_bytes(), _filters(stream)
    if filters[:1] == ["/ASCII85Decode"]:
        import base64

        try:
            raw, filters = base64.a85decode(raw.strip().removeprefix(b"<~").removesuffix(b"~>")), filters[1:]
        except ValueError:
            return False
    if len(filters) != 1 or filters[0] not in _FLATE:
        return True
    inflater = zlib.decompressobj()
    try:
        inflater.decompress(raw, MOST_INFLATED)
    except zlib.error:
        return False
    return inflater.eof or bool(inflater.unconsumed_tail)


def _should_show(stream: Any) -> bool:
    """Whether a stream cannot be read, or shows something."""
    import pikepdf

    if not _is_whole(stream):
        return True
    if len(_filters(stream)) > 1 or len(stream.read_raw_bytes()) > MOST_TRIED:
        return False
    try:
        return _SHOWS.search(stream.read_bytes()) is not None
    except (pikepdf.PdfError, *_FAILURES):
        return True


def _filters(stream: Any) -> list[str]:
    import pikepdf

    named = stream.get("/Filter")
    if named is None:
        return []
    return [str(name) for name in named] if isinstance(named, pikepdf.Array) else [str(named)]

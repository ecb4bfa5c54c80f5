"""The whole way of a report, in order: file, pages, body, tables, records, proof, second opinion. Joins the rooms, decides nothing.

In comes a path with options, out comes a `Laporan` (or, for `inspect`, the outline alone). The only module that knows all stages.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.json import encode
from msgspec.structs import replace

from extractor import audit, grids, intake, outline, records
from extractor.intake.kinds import KindName
from extractor.model.body import Body, Grid, Line
from extractor.model.errors import EmptyInput
from extractor.model.laporan import Laporan, Run, Schema, Source, Teks
from extractor.model.options import Bounds, Options
from extractor.model.outline import Outline
from extractor.model.page import Page
from extractor.model.temuan import Temuan
from extractor.model.version import VERSION
from extractor.readers import scan, triage
from extractor.readers.temuan import (
    beyond_limit,
    damage_notes,
    layer_notes,
    page_notes,
    refuse_unread,
    scanned_pages,
    unread_pages,
    word_notes,
)

if TYPE_CHECKING:
    from extractor.readers.pdf import Document

Turns = dict[int, int]
"""By page number: degrees clockwise by which the stored page was turned; boxes are those of the page as it was read."""
Progress = Callable[[int | None, int, int], None]
"""Told (page that is begun, pages done, pages in all) before each page, and (None, done, in all) before each later stage."""

_PARTIAL = ("FILE-CUT", "PAGE-CUT", "PAGE-LIMIT")
"""Findings that say that something of the file was not read."""


def run(path: Path, options: Options, progress: Progress | None = None, turns: Turns | None = None) -> Laporan:
    """Read a report wholly. Raises `InputError` when nothing of it can be read. `turns` takes up how its pages were turned."""
    source = intake.identify(path)
    body, notes, engine = _read(path, source, options, progress, turns)
    frame = outline.assemble(body, source.file_name)
    figures = {page.number: page.figures for page in body.pages if page.figures}
    tables, doubted = records.mark_unsure(records.build_tables(frame), figures, _scanned(body))
    plan = records.find_plan((item.text for item in body.items if isinstance(item, Line)), frame.laporan.tahun)
    found = records.read_records(tables, frame.laporan, plan, [t.grid for t in frame.tables])
    klaim = records.read_klaim(body)
    counts = records.read_hitungan(body, [(t.id, c.grid) for t, c in zip(tables, frame.tables, strict=True)])
    ucapan = records.read_ucapan(body, frame.bab, frame.laporan.jenis)
    noticed = (*source.temuan, *notes, *frame.temuan, *found.temuan, *doubted)
    judge = partial(
        audit.audit,
        indikator=found.indikator,
        anggaran=found.anggaran,
        klaim=klaim,
        hitungan=counts,
        ucapan=ucapan,
        tahun=frame.laporan.tahun,
    )
    judged = judge(tables, outline_findings=noticed)
    if source.kind == "pdf" and options.second_opinion != "off":
        from extractor import second

        with _as_read(path, options.password, notes) as (file, password):
            opinion = second.ask(file, password, judged.tabel, options.second_opinion)
        if opinion.temuan:
            tables = records.with_readings(tables, opinion.readings)
            judged = judge(tables, outline_findings=(*noticed, *opinion.temuan))
        tabel, temuan = second.with_evidence(judged.tabel, judged.temuan, opinion)
        judged = replace(judged, tabel=tabel, temuan=temuan)
    indikator, anggaran = records.of_report(judged.indikator, judged.anggaran, frame.laporan)
    whole = all(map(triage.is_whole, body.pages)) and not any(t.code in _PARTIAL for t in (*source.temuan, *notes))
    return Laporan(
        schema=Schema(),
        source=Source(source.file_name, source.sha256, source.media_type, source.bytes, len(body.pages) or None),
        run=Run(
            version=VERSION,
            options={**options.recorded()},
            engines={
                "pdf": _pdf_engine() if source.kind == "pdf" else None,
                "ocr": _ocr_engine(body),
                **({"office": engine} if engine else {}),
            },
        ),
        status="complete" if whole else "partial",
        laporan=frame.laporan,
        bab=frame.bab,
        daftar_tabel=frame.daftar_tabel,
        tabel=judged.tabel,
        indikator=indikator,
        anggaran=anggaran,
        klaim=klaim,
        temuan=judged.temuan,
        halaman=page_notes(body.pages),
        teks=tuple(_texts(body)),
    )


def _texts(body: Body) -> Iterator[Teks]:
    """The lines outside of tables, page by page."""
    pages: dict[int | None, list[str]] = {}
    for item in body.items:
        if isinstance(item, Line):
            pages.setdefault(item.place.page, []).append(item.text)
    for page, lines in pages.items():
        yield Teks(page, "\n".join(lines))


def inspect(path: Path, options: Options) -> Outline:
    """Only the frame of a report: chapters, sections, captions and their grids."""
    source = intake.identify(path)
    body = _read(path, source, options, None).body
    return outline.assemble(body, source.file_name)


@contextmanager
def _as_read(path: Path, password: str | None, notes: Iterable[Temuan]) -> Iterator[tuple[Path, str | None]]:
    """The PDF that was read, with its password: of a damaged one a mended copy, so that other engines see the same pages."""
    from extractor.readers.pdf import mended_copy

    if any(temuan.code == "FILE-MENDED" for temuan in notes):
        with mended_copy(path, password) as copy:
            yield (path, password) if copy is None else (copy, None)
    else:
        yield path, password


class _Read(NamedTuple):
    """The body with roles and joined tables, what the reader noticed, and the program that converted the file, if one did."""

    body: Body
    notes: tuple[Temuan, ...]
    office: str | None = None


def _noted(pages: Iterable[Page], turns: Turns) -> Iterator[Page]:
    for page in pages:
        turns[page.number] = page.rotation
        yield page


def _read(
    path: Path, source: intake.Identified, options: Options, progress: Progress | None, turns: Turns | None = None
) -> _Read:
    kind = source.kind
    if kind in ("pdf", "png", "jpeg", "tiff"):
        found: list[Temuan] = []
        pages = partial(_pages, found=found) if kind == "pdf" else _images
        beyond: list[int] = []
        stream = pages(path, options, progress, source.sha256, beyond)
        body = grids.build_body(stream if turns is None else _noted(stream, turns))
        refuse_unread(body.pages)
        notes = (
            *found,
            *beyond_limit(beyond, options.most_pages),
            *unread_pages(body.pages, all(page.readable for page in body.pages) or _can_scan(options)),
            *scanned_pages(body.pages, scan.REASON),
            *layer_notes(body.pages),
        )
        read = _Read(body, notes)
    else:
        read = _read_flow(path, kind, options.bounds)
    body = grids.stitch(_with_doubts(grids.find_unruled(outline.mark_lines(read.body))))
    return read._replace(body=grids.cut_signatures(grids.join_beside(body)))


def _read_flow(path: Path, kind: KindName, bounds: Bounds) -> _Read:
    """A document without pages."""
    if kind == "dump":
        from extractor.readers.dump import read_dump

        return _Read(read_dump(path), ())
    if kind in ("doc", "odt", "rtf"):
        from extractor.readers.office import read_office
        from extractor.readers.office.limits import OfficeLimits

        reading, office = read_office(path, kind, OfficeLimits.within(bounds))
        return _Read(reading.body, word_notes(reading.notes), office)
    from extractor.readers.docx import read_docx
    from extractor.readers.docx.limits import DocxLimits

    reading = read_docx(path, DocxLimits.within(bounds))
    return _Read(reading.body, word_notes(reading.notes))


def _can_scan(options: Options) -> bool:
    return options.ocr == "auto" and scan.available()


def _scanned(body: Body) -> frozenset[int]:
    """Numbers of the pages whose text a program read from an image."""
    return frozenset(page.number for page in body.pages if triage.is_recognised(page.reason))


def _with_doubts(body: Body) -> Body:
    """The body with the doubt that a table stands on a page read by OCR."""
    pages = _scanned(body)
    if not pages:
        return body
    items = [
        replace(item, doubts=(*item.doubts, scan.REASON))
        if isinstance(item, Grid) and not pages.isdisjoint(item.pages)
        else item
        for item in body.items
    ]
    return replace(body, items=tuple(items))


def _ocr_engine(body: Body) -> str | None:
    used = any(page.reason in (scan.REASON, scan.PART) for page in body.pages)
    return scan.engine_names() if used else None


def _pages(
    path: Path,
    options: Options,
    progress: Progress | None,
    sha256: str,
    beyond: list[int],
    found: list[Temuan] | None = None,
) -> Iterator[Page]:
    """The pages that are asked for, one at a time; `sha256` of the file, by which OCR results are kept.

    `beyond` takes up the numbers of those that are more than may be read, `found` what is damaged.
    """
    from extractor.readers.pdf import open_document, read_page, unreadable

    with open_document(path, options.password, options.most_characters) as document:
        numbers = _wanted(document.n_pages, options, beyond)
        scanner, damage = _scanner(options, sha256), document.damage
        if found is not None:
            cut = [number for number in numbers if number in damage.cut]
            found += damage_notes(document.n_pages, damage.table, damage.promised, cut)
        refused = {page.page: page.reason for page in options.refused}
        for done, number in enumerate(numbers):
            if number in refused:
                yield unreadable(number, f"limit: {refused[number]}")
                continue
            if progress is not None:
                progress(number, done, len(numbers))
            page = read_page(document, number)
            if not triage.is_settled(page):
                page = triage.settle(document, number, page, scanner)
            yield page
        if progress is not None:
            progress(None, len(numbers), len(numbers))


def _scanner(options: Options, sha256: str) -> triage.Scanner | None:
    """What reads a page that is an image; None without the packages for it, or where it is not wanted."""
    if not _can_scan(options):
        return None
    cache, same = scan.Cache(options.ocr_cache, sha256), scan.Same()

    def read(document: "Document", number: int, page: Page) -> Page:
        if page.lost:
            return scan.read_part(document, number, page, options.bounds.ocr_seconds)
        return same.take(document, number, lambda: scan.read_scan(document, number, page, options.bounds.ocr_seconds))

    return lambda document, number, page: cache.take(
        number, lambda: read(document, number, page), encode(page) if page.lost else b""
    )


def _images(path: Path, options: Options, progress: Progress | None, sha256: str, beyond: list[int]) -> Iterator[Page]:
    """The same for a file of images."""
    from extractor.readers.image import ImageLimits, open_image, read_image

    cache, can_scan = scan.Cache(options.ocr_cache, sha256), _can_scan(options)
    with open_image(path, ImageLimits.within(options.bounds)) as document:
        numbers = _wanted(document.n_pages, options, beyond)
        for done, number in enumerate(numbers):
            if progress is not None:
                progress(number, done, len(numbers))
            reading = partial(read_image, document, number, can_scan=can_scan, seconds=options.bounds.ocr_seconds)
            yield cache.take(number, reading) if can_scan else reading()
        if progress is not None:
            progress(None, len(numbers), len(numbers))


def _wanted(n_pages: int, options: Options, beyond: list[int]) -> list[int]:
    """The numbers of the pages that are asked for and may be read; at least one. The others are added to `beyond`."""
    numbers = [n for n in range(1, n_pages + 1) if options.wants(n)]
    if not numbers:
        raise EmptyInput(
            code="no_such_page",
            message_id=f"Halaman yang diminta tidak ada; berkas ini memiliki {n_pages} halaman.",
            message_en=f"None of the pages asked for exists; this file has {n_pages} pages.",
            advice_id="Periksa --pages.",
            advice_en="Check --pages.",
        )
    beyond.extend(numbers[options.most_pages :])
    return numbers[: options.most_pages]


def _pdf_engine() -> str:
    from extractor.readers.pdf import engine_version

    return engine_version()

"""What a reader could not read, or read in a way that people should know: findings about pages and about a Word file's marks."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from extractor.model.body import PageInfo
from extractor.model.errors import TooLarge
from extractor.model.laporan import Halaman
from extractor.model.page import LOST, Layer
from extractor.model.temuan import Message, Ref, Severity, Temuan

_REASONS = {
    "image without text": "hanya gambar, tanpa lapisan teks",
    "no text found in the image": "pada gambarnya tidak ditemukan teks",
    LOST: "isinya hilang atau rusak",
    "its letters are not drawn, a font is damaged or missing": "hurufnya tidak tergambar, sebuah fonta rusak atau hilang",
    "page cannot be opened": "halaman tidak dapat dibuka",
    "image damaged": "gambarnya rusak atau terpotong",
    "image too large": "gambarnya melampaui batas max_pixels",
    "limit: loop": "isinya tak berujung, melewati batas waktu",
    "limit: idle": "tidak ada kemajuan, melewati batas waktu",
    "limit: memory": "melewati batas memori",
    "limit: crash": "proses pembacanya berhenti mendadak (rusak, atau melewati batas memori)",
    "image over its text": "gambar menutupi teksnya",
    "hidden under the image": "tersembunyi di bawah gambar",
    "hidden text layer": "lapisan teks tersembunyi",
}
_REASON_PATTERNS = (
    (re.compile(r"(\d+) of (\d+) characters have no meaning"), r"\1 dari \2 karakter tidak bermakna"),
    (re.compile(r"only (\S+) of its words look like words"), r"hanya \1 katanya menyerupai kata"),
    (
        re.compile(r"only (\S+) of its letters stand where letters do"),
        r"hanya \1 hurufnya berurutan seperti dalam kata",
    ),
    (re.compile(r"text in the image is hardly legible \(.*"), r"teks pada gambarnya hampir tak terbaca"),
    (
        re.compile(r"limit: (\d+) characters, more than (\d+)"),
        r"\1 karakter pada satu halaman melampaui batas page_characters (\2)",
    ),
    (
        re.compile(r"limit: (\d+) characters in one piece"),
        r"sebuah teks melampaui batas panjang: \1 karakter dalam satu potong, sisanya terpotong",
    ),
    (re.compile(r"reading its image took longer than (\d+) s"), r"pembacaan gambarnya lebih lama dari \1 detik"),
)
"""The same for reasons with figures in them."""
_SHOWN = 3
"""Different reasons that are told at once."""
_PART, _PART_UNREAD = "ocr of a part", "a part of its text has no meaning"
_SOURCES: dict[str, Literal["ocr", "hidden", "part"]] = {
    "ocr": "ocr",
    "hidden text layer": "hidden",
    _PART: "part",
    _PART_UNREAD: "part",
}
"""Reasons of good pages whose text does not come from their text layer, and where it comes from."""
_BROKEN = (
    "page cannot be opened",
    "image damaged",
    "image too large",
    "limit: ",
)
"""How reasons begin that OCR would not help against."""
_BY_HAND = Message("Bacalah halaman ini dari berkas aslinya.", "Read this page in the file itself.")
_COPY = Message("Mintalah salinan berkas yang utuh.", "Ask for an intact copy of the file.")
_INSTALL = Message(
    'Agar dibaca dengan OCR, jalankan: pip install "lkip-extractor[scan]"',
    'To have it read by OCR, run: pip install "lkip-extractor[scan]"',
)
_NOTES: dict[str, tuple[Severity, str, str]] = {
    "inserted": ("I", "{} sisipan terlacak dibaca sebagai diterima.", "{} tracked insertions are read as accepted."),
    "deleted": ("I", "{} penghapusan terlacak dibaca sebagai diterima.", "{} tracked deletions are read as accepted."),
    "hidden": ("I", "{} bagian teks tersembunyi tidak dibaca.", "{} pieces of hidden text are left out."),
    "nested_too_deep": (
        "W",
        "{} tabel bersarang terlalu dalam dan dibaca sebagai baris teks.",
        "{} tables are nested too deeply and are read as lines.",
    ),
    "bad_span": ("W", "{} sel menyatakan lebar yang mustahil.", "{} cells state an impossible span."),
    "merge_without_start": ("W", "{} sel gabungan tanpa awal.", "{} merged cells have no first cell."),
    "covered_text": (
        "W",
        "{} sel tertutup gabungan berisi teks yang tidak tercetak.",
        "{} cells covered by a merge hold text that is not printed.",
    ),
    "alt_chunk": ("W", "{} potongan dokumen sisipan tidak dibaca.", "{} embedded document chunks are not read."),
    "chart": ("I", "{} grafik tidak dibaca.", "{} charts are not read."),
    "diagram": ("I", "{} diagram tidak dibaca.", "{} diagrams are not read."),
}
"""Notes of the Word reader that people should know, by code: severity and sentence with the count."""


def unread_pages(pages: Iterable[PageInfo], can_scan: bool = True) -> tuple[Temuan, ...]:
    """One finding for each page whose text could not be used; `can_scan`: pages that are images were given to the OCR engine."""
    found = []
    for page in pages:
        if not page.readable:
            in_vain = can_scan or page.reason.startswith(_BROKEN)
            advice = _COPY if page.reason == LOST else _BY_HAND if in_vain else _INSTALL
            message = Message(
                f"Halaman {page.number} tidak terbaca: {_reason_id(page.reason)}. {advice.id}",
                f"Page {page.number} could not be read: {page.reason}. {advice.en}",
            )
            found.append(Temuan("", "PAGE-UNREAD", "W", message, (Ref(page=page.number),)))
    return tuple(found)


def refuse_unread(pages: Sequence[PageInfo]) -> None:
    """Raises `TooLarge` when not one page could be read, and limits alone are why: a report without a page is none."""
    if not pages or any(page.readable or not page.reason.startswith("limit: ") for page in pages):
        return
    reasons = list(dict.fromkeys(page.reason for page in pages))[:_SHOWN]
    raise TooLarge(
        message_id=f"Tidak satu halaman pun terbaca: {', '.join(map(_reason_id, reasons))}.",
        message_en=f"Not one page could be read: {', '.join(reasons)}.",
        advice_id="Periksa asal berkas itu; bila memang laporan, naikkan batasnya dengan --limit (daftarnya di docs/commands.md).",
        advice_en="Check where the file comes from; if it is a report, raise the limit with --limit (docs/commands.md lists them).",
    )


def beyond_limit(numbers: Sequence[int], most: int) -> tuple[Temuan, ...]:
    """One finding for the pages that were not read because a document may have no more than `most`."""
    if not numbers:
        return ()
    first, last = numbers[0], numbers[-1]
    message = Message(
        f"{len(numbers)} halaman tidak dibaca (hal. {first} sampai {last}): dokumen ini melampaui batas pages, yaitu {most} halaman. "
        "Bila memang sebesar itu, naikkan dengan --limit pages=…, atau pilih dengan --pages.",
        f"{len(numbers)} pages were not read (p. {first} to {last}): the document exceeds the limit pages, which is {most} pages. "
        "If it really is that large, raise it with --limit pages=…, or choose with --pages.",
    )
    return (Temuan("", "PAGE-LIMIT", "W", message, (Ref(page=first),)),)


def damage_notes(n_pages: int, table: bool, promised: int | None, cut: Iterable[int]) -> tuple[Temuan, ...]:
    """Findings about a damaged file: `table` when its objects had to be searched for, pages `promised` when these are not `n_pages`,
    numbers of the pages that lack a part of their content."""
    found = []
    if table or promised is not None:
        said_id = "" if promised is None else f" (menurut daftar halamannya {promised})"
        said_en = "" if promised is None else f" (its page tree says {promised})"
        message = Message(
            f"Berkas ini rusak dan diperbaiki lebih dulu; {n_pages} halaman ditemukan{said_id}. Bandingkan hasilnya dengan berkas aslinya.",
            f"This file is damaged and was mended first; {n_pages} pages were found{said_en}. Compare the result with the file itself.",
        )
        found.append(Temuan("", "FILE-MENDED", "W", message))
    if promised is not None and promised > n_pages:
        message = Message(
            f"PDF ini menjanjikan {promised} halaman, tetapi hanya {n_pages} yang ada. {_COPY.id}",
            f"This PDF promises {promised} pages, but only {n_pages} are there. {_COPY.en}",
        )
        found.append(Temuan("", "FILE-CUT", "W", message))
    for number in cut:
        message = Message(
            f"Halaman {number}: sebagian isinya rusak dan tidak terbaca. {_COPY.id}",
            f"Page {number}: a part of its content is damaged and could not be read. {_COPY.en}",
        )
        found.append(Temuan("", "PAGE-CUT", "W", message, (Ref(page=number),)))
    return tuple(found)


def _spans(numbers: Sequence[int]) -> str:
    """Numbers of pages in rising order as people write them: `1–10, 12, 14`. Two in a row are no span."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][-1] + 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    return ", ".join(f"{s[0]}–{s[-1]}" if len(s) > 2 else ", ".join(map(str, s)) for s in spans)


def scanned_pages(pages: Iterable[PageInfo], reason: str) -> tuple[Temuan, ...]:
    """One finding that names the pages read by OCR: the readable ones with that reason."""
    numbers = [page.number for page in pages if page.readable and page.reason == reason]
    if not numbers:
        return ()
    listed, pages_en = _spans(numbers), "page" if len(numbers) == 1 else "pages"
    message = Message(
        f"Dibaca dengan OCR dari gambar: halaman {listed}. Bandingkan angka-angkanya dengan berkas aslinya.",
        f"Read by OCR from images: {pages_en} {listed}. Compare their figures with the file itself.",
    )
    return (Temuan("", "PAGE-OCR", "I", message, tuple(Ref(page=number) for number in numbers)),)


def _reason_id(reason: str) -> str:
    """A reason, or several after semicolons, in Indonesian."""
    if "; " in reason:
        return "; ".join(map(_reason_id, reason.split("; ")))
    for pattern, sentence in _REASON_PATTERNS:
        if pattern.fullmatch(reason):
            return pattern.sub(sentence, reason)
    return _REASONS.get(reason, reason)


def layer_notes(pages: Iterable[PageInfo]) -> tuple[Temuan, ...]:
    """One finding for each page with two readings: which one is not taken, and what both are worth."""
    found = []
    for page in pages:
        layer = page.layer
        if layer is None:
            continue
        if page.reason in (_PART, _PART_UNREAD):
            found.append(_part_note(page, layer))
            continue
        worth = "?" if layer.words is None else f"{layer.words} %"
        own = "?" if layer.own is None else f"{layer.own} %"
        taken_id, taken_en = ("gambarnya dibaca sendiri", "its image was read instead")
        if not page.readable:
            taken_id, taken_en = ("tidak ada bacaan lain", "there is no other reading")
        elif page.reason != "ocr":
            taken_id, taken_en = ("lapisan teks di bawah gambar dipakai", "the text layer under the image was taken")
        message = Message(
            f"Halaman {page.number}: satu bacaan tidak dipakai ({_reason_id(layer.reason)}; menyerupai kata {worth}), {taken_id} ({own}).",
            f"Page {page.number}: one reading was not taken ({layer.reason}; {worth} like words), {taken_en} ({own}).",
        )
        found.append(Temuan("", "PAGE-LAYER", "I" if page.readable else "W", message, (Ref(page=page.number),)))
    return tuple(found)


def _part_note(page: PageInfo, layer: Layer) -> Temuan:
    if page.reason == _PART:
        done_id = "bagian itu dibaca dari gambarnya dengan OCR. Bandingkan dengan berkas aslinya."
        done_en = "that part was read from its image by OCR. Compare it with the file itself."
    else:
        done_id, done_en = "bagian itu tidak terbaca dan tidak ada di hasil ini.", "that part is unread and left out."
    message = Message(
        f"Halaman {page.number}: satu huruf cetaknya tidak dapat dipercaya ({_reason_id(layer.reason)}); {done_id}",
        f"Page {page.number}: one of its fonts is not to be believed ({layer.reason}); {done_en}",
    )
    return Temuan("", "PAGE-LAYER", "I" if page.reason == _PART else "W", message, (Ref(page=page.number),))


def page_notes(pages: Iterable[PageInfo]) -> tuple[Halaman, ...]:
    """The pages that were not simply read from their text layer, with the layer that was not taken."""
    return tuple(_page_note(page) for page in pages if not page.readable or page.reason in _SOURCES)


def _page_note(page: PageInfo) -> Halaman:
    source = _SOURCES[page.reason] if page.readable else "none"
    layer = page.layer
    if layer is not None:
        return Halaman(page.number, source, layer.reason, layer.text, layer.words, layer.own)
    return Halaman(page.number, source, page.reason if source == "none" else "image without text")


def word_notes(notes: Mapping[str, int]) -> tuple[Temuan, ...]:
    """Findings of the counts that the Word reader gives."""
    found = []
    for code, count in notes.items():
        if code in _NOTES:
            severity, text_id, text_en = _NOTES[code]
            found.append(Temuan("", "FILE-NOTE", severity, Message(text_id.format(count), text_en.format(count))))
    return tuple(found)

"""What a reader could not read, or read in a way that people should know: findings about pages and about a Word file's marks."""

from collections.abc import Iterable, Mapping

from extractor.model.body import PageInfo
from extractor.model.temuan import Message, Ref, Severity, Temuan

_REASONS = {
    "image without text": "hanya gambar, tanpa lapisan teks",
    "no text found in the image": "pada gambarnya tidak ditemukan teks",
    "page cannot be opened": "halaman tidak dapat dibuka",
}
_BROKEN = ("page cannot be opened",)
"""Reasons that OCR would not help against."""
_BY_HAND = Message("Bacalah halaman ini dari berkas aslinya.", "Read this page in the file itself.")
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
            advice = _BY_HAND if can_scan or page.reason in _BROKEN else _INSTALL
            message = Message(
                f"Halaman {page.number} tidak terbaca: {_REASONS.get(page.reason, page.reason)}. {advice.id}",
                f"Page {page.number} could not be read: {page.reason}. {advice.en}",
            )
            found.append(Temuan("", "PAGE-UNREAD", "W", message, (Ref(page=page.number),)))
    return tuple(found)


def scanned_pages(pages: Iterable[PageInfo], reason: str) -> tuple[Temuan, ...]:
    """One finding that names the pages read by OCR: the readable ones with that reason."""
    numbers = [page.number for page in pages if page.readable and page.reason == reason]
    if not numbers:
        return ()
    listed = ", ".join(map(str, numbers))
    message = Message(
        f"Dibaca dengan OCR dari gambar: halaman {listed}. Bandingkan angka-angkanya dengan berkas aslinya.",
        f"Read by OCR from images: page {listed}. Compare their figures with the file itself.",
    )
    return (Temuan("", "PAGE-OCR", "I", message, tuple(Ref(page=number) for number in numbers)),)


def word_notes(notes: Mapping[str, int]) -> tuple[Temuan, ...]:
    """Findings of the counts that the Word reader gives."""
    found = []
    for code, count in notes.items():
        if code in _NOTES:
            severity, text_id, text_en = _NOTES[code]
            found.append(Temuan("", "FILE-NOTE", severity, Message(text_id.format(count), text_en.format(count))))
    return tuple(found)

"""Why a worker was ended, as a word and as sentences for people. A reason and the limits in, a `Problem` out."""

from enum import StrEnum

from extractor.model.errors import ExitCode, Problem
from extractor.model.limits import Limits
from extractor.model.temuan import Message


class Reason(StrEnum):
    """`of_page`: the page that was being read may be to blame, and the rest of the document is worth another try."""

    TIME = "time"
    IDLE = "idle"
    LOOP = "loop"
    MEMORY = "memory"
    CRASH = "crash"
    START = "start"

    @property
    def of_page(self) -> bool:
        return self not in (Reason.TIME, Reason.START)


_SENTENCES: dict[Reason, tuple[str, str]] = {
    Reason.TIME: (
        "Melewati batas waktu {seconds:g} detik untuk satu dokumen.",
        "Exceeded the time limit of {seconds:g} seconds for one document.",
    ),
    Reason.IDLE: (
        "Tidak ada kemajuan selama {idle_seconds:g} detik (batas waktu).",
        "No progress for {idle_seconds:g} seconds (time limit).",
    ),
    Reason.LOOP: (
        "Tidak ada kemajuan selama {page_cpu_seconds:g} detik kerja prosesor (batas waktu): isinya tak berujung.",
        "No progress in {page_cpu_seconds:g} seconds of processor time (time limit): its content has no end.",
    ),
    Reason.MEMORY: (
        "Melewati batas memori {memory_mb} MB.",
        "Exceeded the memory limit of {memory_mb} MB.",
    ),
    Reason.CRASH: (
        "Proses pembacanya berhenti mendadak: isi berkas rusak, atau melampaui batas memori {memory_mb} MB.",
        "The process that read it ended abruptly: the content is damaged, or exceeds the memory limit of {memory_mb} MB.",
    ),
}
_NOT_STARTED = Problem(
    "worker_start",
    int(ExitCode.INTERNAL),
    Message(
        "Proses pembaca tidak bisa dimulai, sehingga berkas ini belum dibaca.",
        "The process that reads could not be started, so that this file was not read.",
    ),
    Message(
        "Jalankan lagi dengan -vv untuk melihat sebabnya (pemasangan rusak, memori habis, atau program keamanan yang melarangnya).",
        "Run again with -vv to see why (a broken installation, no memory left, or a security program that forbids it).",
    ),
)
_NAMES = {Reason.TIME: "seconds", Reason.IDLE: "idle_seconds", Reason.LOOP: "page_cpu_seconds"}


def problem_of(reason: Reason, limits: Limits) -> Problem:
    """What to tell about a document that was given up for `reason`."""
    if reason is Reason.START:
        return _NOT_STARTED
    values = {name: getattr(limits, name) for name in limits.__struct_fields__}
    sentence_id, sentence_en = (text.format(**values) for text in _SENTENCES[reason])
    name = _NAMES.get(reason, "memory_mb")
    advice = Message(
        f"Periksa berkasnya; bila memang sebesar itu, naikkan batasnya dengan --limit {name}=…, atau batasi dengan --pages.",
        f"Check the file; if it really is that large, raise the limit with --limit {name}=…, or use --pages.",
    )
    return Problem(f"limit_{reason.value}", 3, Message(sentence_id, sentence_en), advice)

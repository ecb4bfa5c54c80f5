"""The catalogue of findings as text: for the terminal (`extract explain`) and as the page docs/temuan.md. One source, two forms."""

from collections.abc import Iterator

from extractor.audit.katalog import KATALOG, Kode
from extractor.model.options import Lang
from extractor.model.temuan import Severity

_SEVERITY: dict[Severity, tuple[str, str]] = {
    "E": ("pertentangan yang terbukti", "a provable contradiction"),
    "W": ("kecurigaan kuat", "a strong suspicion"),
    "I": ("keterangan", "information"),
}
_LABELS: dict[Lang, tuple[str, str, str, str]] = {
    "id": ("Apa", "Mengapa penting", "Contoh", "Yang dilakukan"),
    "en": ("What", "Why it matters", "Example", "What to do"),
}
_INTRO = """# Temuan / Findings

Dibuat dari katalog program (`python tools/make_temuan.py`); `extract explain KODE` menampilkan hal yang sama.
Made from the program's catalogue (`python tools/make_temuan.py`); `extract explain CODE` prints the same.

**E** pertentangan yang terbukti / a provable contradiction · **W** kecurigaan kuat / a strong suspicion · **I** keterangan / information.
Sebuah temuan dapat lebih ringan daripada tingkat kodenya. A finding may be less severe than its code.

| Kode | | Arti | Meaning |
| --- | --- | --- | --- |
"""


def entry_text(kode: Kode, lang: Lang) -> str:
    """A code explained in one language."""
    what, why, example, todo = _LABELS[lang]
    severity = _SEVERITY[kode.severity][lang == "en"]
    lines = [f"{kode.code} ({kode.severity}, {severity}): {getattr(kode.title, lang)}", ""]
    for label, text in ((what, kode.what), (why, kode.why), (example, kode.example), (todo, kode.todo)):
        lines += [f"{label}: {getattr(text, lang)}"]
    return "\n".join(lines) + "\n"


def list_text(lang: Lang) -> str:
    """All codes with severity and title, in the order of the catalogue."""
    width = max(map(len, KATALOG))
    return "".join(f"{k.code.ljust(width)}  {k.severity}  {getattr(k.title, lang)}\n" for k in KATALOG.values())


def page_text() -> str:
    """The page docs/temuan.md: the list, then every code in both languages."""
    rows = (
        f"| [{k.code}](#{k.code.lower()}) | {k.severity} | {k.title.id} | {k.title.en} |\n" for k in KATALOG.values()
    )
    return _INTRO + "".join(rows) + "".join(part for kode in KATALOG.values() for part in _section(kode))


def _section(kode: Kode) -> Iterator[str]:
    yield f"\n## {kode.code}\n"
    for lang, title in (("id", kode.title.id), ("en", kode.title.en)):
        labels = _LABELS["id" if lang == "id" else "en"]
        yield f"\n**{title}** ({kode.severity})\n\n"
        for label, text in zip(labels, (kode.what, kode.why, kode.example, kode.todo), strict=True):
            yield f"- {label}: {text.id if lang == 'id' else text.en}\n"

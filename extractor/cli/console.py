"""What people see: sentences on stderr in the chosen language. Errors are said in both languages, the chosen one first."""

import os
import sys

from extractor.model.errors import ExtractError, Problem
from extractor.model.options import Lang

_WORDS = {"id": "galat", "en": "error"}
_RED, _RESET = "\033[31m", "\033[0m"


def printable(text: str) -> str:
    """Text of a report or a file name as one line that no terminal takes for a command."""
    text = text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


class Console:
    """Writes to stderr. `quiet` keeps errors only; `verbose` 1 adds findings, 2 the program's own log."""

    def __init__(self, lang: Lang = "id", *, quiet: bool = False, verbose: int = 0) -> None:
        self.lang = lang
        self.quiet = quiet
        self.verbose = verbose
        self.is_terminal = sys.stderr.isatty()
        self._coloured = self.is_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def say(self, text_id: str, text_en: str) -> None:
        """A sentence in the chosen language."""
        if not self.quiet:
            self.line(text_id if self.lang == "id" else text_en)

    def line(self, text: str) -> None:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()

    def error(self, error: ExtractError) -> None:
        """What is wrong with the run as a whole, and what to do."""
        self.problem(None, Problem.of(error))

    def problem(self, name: str | None, problem: Problem) -> None:
        """What is wrong, with which input, and what to do."""
        texts = {
            "id": f"{problem.message.id} {problem.advice.id}".strip(),
            "en": f"{problem.message.en} {problem.advice.en}".strip(),
        }
        place = "" if name is None else f"{printable(name)}: "
        for lang in ("id", "en") if self.lang == "id" else ("en", "id"):
            word = f"{_RED}{_WORDS[lang]}{_RESET}" if self._coloured else _WORDS[lang]
            self.line(f"{place}{word}: {printable(texts[lang])}")

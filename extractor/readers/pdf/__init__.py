"""Read a PDF's pages once, through PDFium: in goes a file, out come `Page` values with words, rules, fills and images.

Nothing is interpreted here. Boxes are those of the page as a reader sees it (rotation and crop box applied). Text that a
reader cannot see (invisible, outside of the page or of its clip path, smaller than a point) is left out.
"""

from importlib.util import find_spec
from pathlib import Path

import msgspec

from extractor.readers.pdf.document import Document, mended_copy, open_document
from extractor.readers.pdf.letters import share_of_words
from extractor.readers.pdf.page import read_hidden, read_page, unreadable

__all__ = [
    "Document",
    "engine_version",
    "mended_copy",
    "open_document",
    "read_hidden",
    "read_page",
    "share_of_words",
    "unreadable",
]


def engine_version() -> str:
    """The PDF engine as `laporan.json` names it."""
    return f"pypdfium2 {_version()}"


def _version() -> str:
    """Of pypdfium2, from the file that it reads it from itself, which costs less than importing it."""
    spec = find_spec("pypdfium2")
    try:
        told = msgspec.json.decode(Path(str(spec and spec.origin)).with_name("version.json").read_bytes())
        if not told["n_commits"] and told["beta"] is None:
            return f"{told['major']}.{told['minor']}.{told['patch']}"
    except (OSError, msgspec.DecodeError, KeyError):
        pass
    import pypdfium2

    return str(pypdfium2.PYPDFIUM_INFO.version)

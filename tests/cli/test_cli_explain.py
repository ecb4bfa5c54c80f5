"""`extract explain`: every code in both languages, near matches for an unknown one, and the page made from the same catalogue."""

from pathlib import Path

import pytest

from extractor.audit import KATALOG
from extractor.cli.explain import _near
from extractor.cli.temuan_text import entry_text, list_text, page_text

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_code_is_explained(extract, lang):
    done = extract("explain", "parent", "--lang", lang)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == entry_text(KATALOG["PARENT"], lang)


def test_without_a_code_all_are_listed(extract):
    done = extract("explain")
    assert done.returncode == 0
    assert [line.split()[0] for line in done.stdout.splitlines()] == list(KATALOG)


def test_an_unknown_code_is_wrong_usage(extract):
    done = extract("explain", "PARENTS", "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert "PARENT" in done.stderr


@pytest.mark.parametrize(
    ("code", "near"), [("COLSUMS", "COLSUM"), ("struct", "STRUCT-BAB"), ("READ_DIFF", "READ-DIFF")]
)
def test_near_codes(code, near):
    assert near in _near(code, list(KATALOG))


def test_nothing_is_near_nonsense():
    assert _near("QQQQ", list(KATALOG)) == []


@pytest.mark.parametrize("code", KATALOG)
def test_every_part_of_an_entry_is_shown(code):
    entry = KATALOG[code]
    for lang in ("id", "en"):
        shown = entry_text(entry, lang)
        assert all(getattr(t, lang) in shown for t in (entry.title, entry.what, entry.why, entry.example, entry.todo))
        assert code in list_text(lang)


def test_the_page_is_what_the_catalogue_says():
    """When this fails after a wanted change: `python tools/make_temuan.py`."""
    assert (ROOT / "docs" / "temuan.md").read_text(encoding="utf-8") == page_text()

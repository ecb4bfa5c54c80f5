"""The catalogue holds every code that any room gives out, and no other; its texts are complete in both languages."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.audit import KATALOG

ROOT = Path(__file__).parents[2]
MAKERS = {"Temuan", "_finding", "temuan", "broken_rows", "broken_sums"}
"""Calls that make findings; one of their arguments is the code."""


def is_code(text: str) -> bool:
    return len(text) > 1 and text.isascii() and text.replace("-", "").isalpha() and text.isupper()


def emitted() -> Iterator[tuple[str, str]]:
    """(code, file) of every upper-case literal handed to a maker of findings, used as a key of the sums by code, or named in
    the table of leftovers."""
    for path in sorted((ROOT / "extractor").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            literals: list[ast.expr] = []
            if isinstance(node, ast.Call) and _name(node.func) in MAKERS:
                literals = [*node.args, *(k.value for k in node.keywords if k.arg == "code")]
            elif isinstance(node, ast.Dict) and path.parent.name == "audit":
                literals = [key for key in node.keys if key is not None]
            elif isinstance(node, ast.Tuple) and path.name == "leftovers.py":
                literals = node.elts
            for item in literals:
                if isinstance(item, ast.Constant) and isinstance(item.value, str) and is_code(item.value):
                    yield item.value, str(path.relative_to(ROOT))


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def test_every_code_given_out_is_in_the_catalogue() -> None:
    assert {(code, file) for code, file in emitted() if code not in KATALOG} == set()


def test_every_code_of_the_catalogue_is_given_out() -> None:
    assert set(KATALOG) - {code for code, _ in emitted()} == set()


@pytest.mark.parametrize("code", KATALOG)
def test_entries_are_complete(code: str) -> None:
    entry = KATALOG[code]
    assert entry.code == code
    for text in (entry.title, entry.what, entry.why, entry.example, entry.todo):
        assert text.id.strip() and text.en.strip()
        assert text.id != text.en


@pytest.mark.parametrize("code", KATALOG)
def test_sentences_end_and_titles_do_not(code: str) -> None:
    entry = KATALOG[code]
    assert not any(text.endswith(".") for text in entry.title)
    assert all(text.endswith(".") for item in (entry.what, entry.why, entry.todo) for text in item)

"""The typing errors of the invented agency are found in every look, and nothing else is called an error."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.golden.compare import bare

ROOT = Path(__file__).parents[2]
ERRORS: list[dict[str, Any]] = json.loads((ROOT / "golden" / "lkip.temuan.json").read_text(encoding="utf-8"))["temuan"]
STEMS = sorted(
    p.stem for p in (ROOT / "samples").iterdir() if p.suffix in (".pdf", ".docx", ".txt") and "pindai" not in p.stem
)
Reports = dict[str, dict[str, Any]]


def points_at(finding: dict[str, Any], error: dict[str, Any]) -> bool:
    """One place of the finding is the error's table and printed text. Rows shift where a look gives other grids: `test_truth`."""
    return any(ref["tabel"] == error["tabel"] and bare(ref["raw"]) == bare(error["printed"]) for ref in finding["refs"])


@pytest.mark.parametrize("error", ERRORS, ids=[e["id"] for e in ERRORS])
@pytest.mark.parametrize("stem", STEMS)
def test_every_typing_error_is_found(stem: str, error: dict[str, Any], reports: Reports) -> None:
    found = [f for f in reports[stem]["temuan"] if f["severity"] in "EW" and points_at(f, error)]
    assert error["check"] in {f["code"] for f in found}, f"{error['what']}; found {[f['message']['en'] for f in found]}"


@pytest.mark.parametrize("stem", STEMS)
def test_nothing_else_is_an_error(stem: str, reports: Reports) -> None:
    findings = [f for f in reports[stem]["temuan"] if f["severity"] == "E"]
    false = [f["message"]["en"] for f in findings if not any(points_at(f, error) for error in ERRORS)]
    assert not false


@pytest.mark.parametrize("stem", STEMS)
def test_suspicions_are_about_the_errors_too(stem: str, reports: Reports) -> None:
    findings = [f for f in reports[stem]["temuan"] if f["severity"] == "W"]
    false = [f["message"]["en"] for f in findings if not any(points_at(f, error) for error in ERRORS)]
    assert not false


@pytest.mark.parametrize("stem", STEMS)
def test_what_is_proposed_is_right(stem: str, reports: Reports) -> None:
    """A better value may be missing; a wrong one may not be given out."""
    right = {Decimal(e["right"].rstrip("%").replace(".", "").replace(",", ".")) for e in ERRORS}
    proposals = {Decimal(f["proposal"]) for f in reports[stem]["temuan"] if f["proposal"] is not None}
    assert proposals
    assert proposals <= right

"""Every sample, in every look, against the truth about it: all cells, headings, numbers and records right."""

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.golden import compare

ROOT = Path(__file__).parents[2]
SAMPLES = sorted(
    p for p in (ROOT / "samples").iterdir() if p.suffix in (".pdf", ".docx", ".txt") and "pindai" not in p.stem
)
STEMS = [p.stem for p in SAMPLES]
Reports = dict[str, dict[str, Any]]


@cache
def truth_of(stem: str) -> dict[str, Any]:
    path = ROOT / "golden" / f"{stem}.truth.json"
    assert path.exists(), (
        f"samples/ holds {stem}, but golden/{path.name} is missing: write the truth about it (golden/README.md)"
    )
    label: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return label


def say(differences: list[str]) -> str:
    shown = "\n".join(differences[:40])
    return f"{len(differences)} differences\n{shown}"


TABLES = [
    (stem, key)
    for stem in STEMS
    if (ROOT / "golden" / f"{stem}.truth.json").exists()
    for key in truth_of(stem)["cells"]
]


@pytest.mark.parametrize("stem", STEMS)
def test_every_sample_has_truth(stem: str) -> None:
    assert truth_of(stem)["kind"] == "truth"


def test_every_truth_has_its_sample() -> None:
    named = {json.loads(p.read_text(encoding="utf-8"))["file"] for p in (ROOT / "golden").glob("*.truth.json")}
    assert named == {p.name for p in SAMPLES}


@pytest.mark.parametrize("stem", STEMS)
def test_identity(stem: str, reports: Reports) -> None:
    want, got = truth_of(stem)["laporan"], reports[stem]["laporan"]
    assert {key: got[key] for key in want} == want


@pytest.mark.parametrize("stem", STEMS)
def test_page_count(stem: str, reports: Reports) -> None:
    assert reports[stem]["source"]["pages"] == truth_of(stem)["pages"]


@pytest.mark.parametrize("kind", ["bab", "subbab"])
@pytest.mark.parametrize("stem", STEMS)
def test_headings(stem: str, kind: str, reports: Reports) -> None:
    found = compare.headings(truth_of(stem), reports[stem], kind)
    assert not found, say(found)


@pytest.mark.parametrize("stem", STEMS)
def test_numbered_tables(stem: str, reports: Reports) -> None:
    found = compare.captions(truth_of(stem), reports[stem])
    assert not found, say(found)


@pytest.mark.parametrize("stem", STEMS)
def test_kinds_of_tables(stem: str, reports: Reports) -> None:
    want = {t["nomor"]: t["kind"] for t in truth_of(stem)["tabel"]}
    assert {t["nomor"]: t["jenis"] for t in reports[stem]["tabel"]} == want


@pytest.mark.parametrize(("stem", "key"), TABLES)
def test_cells(stem: str, key: str, reports: Reports) -> None:
    found = compare.cells(truth_of(stem), reports[stem], key)
    assert not found, say(found)


@pytest.mark.parametrize("kind", ["indikator", "anggaran"])
@pytest.mark.parametrize("stem", STEMS)
def test_records(stem: str, kind: str, reports: Reports) -> None:
    found = compare.records(truth_of(stem), reports[stem], kind)
    assert not found, say(found)


@pytest.mark.parametrize("kind", ["indikator", "anggaran"])
@pytest.mark.parametrize("stem", STEMS)
def test_records_with_their_context(stem: str, kind: str, reports: Reports) -> None:
    found = compare.records(truth_of(stem), reports[stem], kind, context=True)
    assert not found, say(found)


@pytest.mark.parametrize("stem", STEMS)
def test_daftar_tabel_is_a_check_list(stem: str, reports: Reports) -> None:
    entries = reports[stem]["daftar_tabel"]
    assert [e["nomor"] for e in entries] == [t["nomor"] for t in truth_of(stem)["tabel"] if t["nomor"]]
    assert all(e["found"] for e in entries)


def test_looks_give_the_same_cells(reports: Reports) -> None:
    """PDF in any look and DOCX: one report, one set of grids."""

    def grids(stem: str) -> list[tuple[str | None, list[tuple[int, int, str]]]]:
        return [
            (t["nomor"], [(c["row"], c["col"], compare.bare(c["text"])) for c in t["cells"] if c["text"]])
            for t in reports[stem]["tabel"]
        ]

    different = [stem for stem in STEMS if grids(stem) != grids("lkip")]
    assert not different


def test_truth_is_not_made_by_the_program() -> None:
    """No switch may turn what the program reads into truth."""
    switches = [name for name in os.environ if "REGEN" in name.upper() or "UPDATE_GOLDEN" in name.upper()]
    assert not switches, (
        f"unset {switches}: truth comes from the description (python -m samples.make), never from a run"
    )

"""The comparison itself: it must see every kind of difference, or the truth tests prove nothing."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.golden import compare

TRUTH: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "golden" / "lkip.truth.json").read_text(encoding="utf-8")
)


def perfect() -> dict[str, Any]:
    """A report that says exactly what the truth says."""
    tables = []
    for i, want in enumerate(TRUTH["cells"].values()):
        spans = {(r, c): (rs, cs) for r, c, rs, cs in want["spans"]}
        cells = [
            {
                "row": r,
                "col": c,
                "row_span": spans.get((r, c), (1, 1))[0],
                "col_span": spans.get((r, c), (1, 1))[1],
                "text": text,
            }
            for r, row in enumerate(want["grid"])
            for c, text in enumerate(row)
            if text
        ]
        size = {"n_rows": len(want["grid"]), "n_cols": len(want["grid"][0]), "header_rows": want["header_rows"]}
        entry = TRUTH["tabel"][i]
        tables.append(
            {"id": f"t{i}", "nomor": entry["nomor"], "judul": entry["judul"], "pages": [], "cells": cells, **size}
        )
    ids = {key: f"t{i}" for i, key in enumerate(TRUTH["cells"])}
    chapters = [{**b, "inferred": False, "subbab": []} for b in TRUTH["bab"]]
    for section in TRUTH["subbab"]:
        chapters[int(section["nomor"][0]) - 1]["subbab"].append(section)
    rows = {kind: [{**r, "tabel": ids[r["tabel"]]} for r in TRUTH[kind]] for kind in ("indikator", "anggaran")}
    return copy.deepcopy({"bab": chapters, "tabel": tables, **rows})


def all_differences(report: dict[str, Any]) -> list[str]:
    found = (
        compare.headings(TRUTH, report, "bab")
        + compare.headings(TRUTH, report, "subbab")
        + compare.captions(TRUTH, report)
    )
    for key in TRUTH["cells"]:
        found += compare.cells(TRUTH, report, key)
    for kind in ("indikator", "anggaran"):
        found += compare.records(TRUTH, report, kind, context=True)
    return found


def test_a_perfect_report_has_no_differences() -> None:
    assert all_differences(perfect()) == []


SPOILERS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "a chapter on another page": lambda r: r["bab"][1].update(page=3),
    "a chapter left out": lambda r: r["bab"].pop(0),
    "a section's title": lambda r: r["bab"][0]["subbab"][0].update(judul="Lain"),
    "a table without its number": lambda r: r["tabel"][3].update(nomor=None),
    "a caption's title": lambda r: r["tabel"][3].update(judul="Lain"),
    "a text": lambda r: r["tabel"][2]["cells"][20].update(text="62,41"),
    "a cell moved": lambda r: r["tabel"][2]["cells"][20].update(col=11),
    "a cell left out": lambda r: r["tabel"][2]["cells"].pop(20),
    "a cell too many": lambda r: r["tabel"][0]["cells"].append(
        {"row": 9, "col": 0, "row_span": 1, "col_span": 1, "text": "x"}
    ),
    "a span": lambda r: r["tabel"][2]["cells"][0].update(row_span=1),
    "the header rows": lambda r: r["tabel"][2].update(header_rows=1),
    "the number of rows": lambda r: r["tabel"][2].update(n_rows=12),
    "a figure of an indicator": lambda r: r["indikator"][0].update(realisasi="62,41"),
    "a year of an indicator": lambda r: r["indikator"][0].update(tahun=2020),
    "a sasaran": lambda r: r["indikator"][0].update(sasaran="Lain"),
    "an indicator left out": lambda r: r["indikator"].pop(5),
    "an indicator twice": lambda r: r["indikator"].append(r["indikator"][5]),
    "a pagu": lambda r: r["anggaran"][7].update(pagu="1"),
    "a kode": lambda r: r["anggaran"][7].update(kode="1.01"),
}


@pytest.mark.parametrize("what", SPOILERS)
def test_one_spoiled_value_is_seen(what: str) -> None:
    report = perfect()
    SPOILERS[what](report)
    assert all_differences(report)


def test_the_message_names_table_row_column_and_both_texts() -> None:
    report = perfect()
    cell = next(c for c in report["tabel"][0]["cells"] if c["text"] == "16")
    cell["text"] = "14"
    assert compare.cells(TRUTH, report, "1.1") == ["Tabel 1.1 row 4 col 5: '14' instead of '16'"]

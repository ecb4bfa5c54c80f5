"""`extract compare` over the invented years finds exactly what the truth says: every relation, every re-stated figure, nothing else."""

import csv
import json
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
TRUTH: dict[str, Any] = json.loads((ROOT / "golden" / "tahunan.banding.json").read_text(encoding="utf-8"))
Row = dict[str, str]


@pytest.fixture(scope="module")
def banding(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Row]]:
    """The CSV files of the comparison by name."""
    folder = tmp_path_factory.mktemp("banding")
    for command in (
        ["-q", str(ROOT / "samples" / "tahunan"), "-o", str(folder / "out")],
        ["compare", str(folder / "out"), "-o", str(folder / "banding"), "-q"],
    ):
        done = subprocess.run(
            [sys.executable, "-m", "extractor.cli", *command], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
    return {
        path.stem: list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
        for path in (folder / "banding").glob("*.csv")
    }


def number(printed: str) -> Decimal:
    return Decimal(printed.replace(".", "").replace(",", "."))


def test_every_indicator_is_what_the_truth_says(banding: dict[str, list[Row]]) -> None:
    """Rows of the later report (or of the earlier one, where an indicator ends) with what they are."""
    rows = {
        (r["laporan"], r["indikator"]): r for r in banding["padanan"] if r["relasi"] not in ("gone", "split", "merged")
    }
    parts = {(r["laporan"], r["indikator"]): r for r in banding["padanan"] if r["relasi"] in ("split", "merged")}
    ended = {(r["laporan"], r["indikator"]) for r in banding["padanan"] if r["relasi"] == "gone"}
    for link in TRUTH["padanan"]:
        of, to = (link["laporan_dari"], link["dari"]), (link["laporan_ke"], link["ke"])
        if link["relasi"] == "gone":
            assert of in ended, link
        elif link["relasi"] in ("split", "merged"):
            assert {parts[of]["relasi"], parts[to]["relasi"]} == {link["relasi"]}, link
        else:
            assert rows[to]["relasi"] == link["relasi"], link
            assert link["dari"] is None or rows[to]["seri"] == _series(banding, of), link
    assert not [row for row in banding["padanan"] if row["relasi"] == "doubtful"]
    said = Counter(row["laporan"] for row in banding["padanan"] if row["relasi"] in ("new", "gone"))
    want = Counter(
        link["laporan_ke"] if link["relasi"] == "new" else link["laporan_dari"]
        for link in TRUTH["padanan"]
        if link["relasi"] in ("new", "gone")
    )
    assert said == want


def _series(banding: dict[str, list[Row]], of: tuple[str, str]) -> str:
    return next(r["seri"] for r in banding["padanan"] if (r["laporan"], r["indikator"]) == of)


def test_exactly_the_restated_figures_are_told(banding: dict[str, list[Row]]) -> None:
    want = {
        (e["tahun"], e["peran"], e["laporan_a"], number(e["nilai_a"]), e["laporan_b"], number(e["nilai_b"]), e["jenis"])
        for e in TRUTH["beda"]
    }
    found = [
        (
            int(r["tahun"]),
            r["peran"],
            r["laporan_a"],
            Decimal(r["nilai_a"]),
            r["laporan_b"],
            Decimal(r["nilai_b"]),
            r["jenis"],
        )
        for r in banding["beda"]
    ]
    assert sorted(found) == sorted(want)


def test_lines_of_the_budget_go_on_under_their_codes(banding: dict[str, list[Row]]) -> None:
    groups: dict[str, dict[str, Row]] = {}
    last = ""
    for row in banding["anggaran_tahun"]:
        last = row["uraian"] + row["tahun"] if row["alasan"] == "baris baru" else last
        groups.setdefault(last, {})[row["tahun"]] = row
    found = [
        ({year: r["uraian"] for year, r in g.items()}, {year: r["kode"] for year, r in g.items()})
        for g in groups.values()
    ]
    want = [(entry["uraian"], entry["kode"]) for entry in TRUTH["anggaran"]]
    for group in want:
        assert group in found
    assert sum(uraian != "Jumlah" for names, _ in found for uraian in set(names.values())) == sum(
        len(set(names.values())) for names, _ in want
    )


def test_breaks_are_the_changed_units(banding: dict[str, list[Row]]) -> None:
    changed = [link["ke"] for link in TRUTH["padanan"] if link["satuan_berubah"]]
    assert [r["jenis"] for r in banding["catatan"]] == ["satuan"] * len(changed)


def test_growth_stops_where_the_unit_changes(banding: dict[str, list[Row]]) -> None:
    rows = [r for r in banding["perkembangan"] if r["indikator"] == "Jumlah cadangan pangan pemerintah kota"]
    assert {r["tahun"]: r["pertumbuhan"] for r in rows} == {"2020": "", "2021": "9.54", "2022": "", "2023": "-1.12"}

"""The four years to compare are read as they were described; what a comparison must find is there to be found, and nothing else."""

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
TRUTH: dict[str, Any] = json.loads((ROOT / "golden" / "tahunan.banding.json").read_text(encoding="utf-8"))
YEARS = {entry["stem"]: entry["tahun"] for entry in TRUTH["laporan"]}
Reports = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def yearly(tmp_path_factory: pytest.TempPathFactory) -> Reports:
    out = tmp_path_factory.mktemp("tahunan")
    command = [sys.executable, "-m", "extractor.cli", "-q", str(ROOT / "samples" / "tahunan"), "-o", str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {p.parent.name: json.loads(p.read_text(encoding="utf-8")) for p in sorted(out.glob("*/laporan.json"))}


def of_kind(report: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """The indicator rows of the tables of a kind."""
    ids = {t["id"] for t in report["tabel"] if t["jenis"] == kind}
    return [row for row in report["indikator"] if row["tabel"] in ids]


def number(printed: str) -> Decimal:
    return Decimal(printed.replace(".", "").replace(",", "."))


def test_every_year_is_read_without_a_doubt(yearly: Reports) -> None:
    assert {name: report["laporan"]["tahun"] for name, report in yearly.items()} == YEARS
    assert {report["laporan"]["instansi"] for report in yearly.values()} == {"Dinas Ketahanan Pangan Kota Lembayung"}
    assert [f["message"]["en"] for r in yearly.values() for f in r["temuan"] if f["severity"] in "EW"] == []


@pytest.mark.parametrize("stem", YEARS)
def test_figures_of_a_year(stem: str, yearly: Reports) -> None:
    fields = ("target", "realisasi", "capaian")
    want = [(e["indikator"], e["satuan"], *(e[f] for f in fields)) for e in TRUTH["nilai"] if e["laporan"] == stem]
    rows = of_kind(yearly[stem], "capaian")
    assert sorted((r["indikator"], r["satuan"], *(r[f]["raw"] for f in fields)) for r in rows) == sorted(want)


def told_again(yearly: Reports) -> list[tuple[str, str, int, Decimal, Decimal]]:
    """Realisasi of a year that the next year's report prints otherwise, found by the names of the truth."""
    own = {(e["laporan"], e["indikator"]): number(e["realisasi"]) for e in TRUTH["nilai"]}
    before = {(link["laporan_ke"], link["ke"]): link for link in TRUTH["padanan"] if link["ke"] and link["dari"]}
    found = []
    for stem, report in yearly.items():
        for row in of_kind(report, "perbandingan_tahun"):
            if row["tahun"] != YEARS[stem]:
                link = before[stem, row["indikator"]]
                if link["relasi"] in ("split", "merged"):
                    continue
                first, second = own[link["laporan_dari"], link["dari"]], Decimal(row["realisasi"]["number"])
                if first != second:
                    found.append((link["laporan_dari"], row["indikator"], row["tahun"], first, second))
    return found


def test_exactly_the_restated_figures_differ(yearly: Reports) -> None:
    want = [
        (e["laporan_a"], e["indikator"], e["tahun"], number(e["nilai_a"]), number(e["nilai_b"])) for e in TRUTH["beda"]
    ]
    assert sorted(told_again(yearly)) == sorted(want)
    assert len(want) == 3


def test_what_happens_to_indicators_is_all_there() -> None:
    relations = [link["relasi"] for link in TRUTH["padanan"]]
    assert {name: relations.count(name) for name in set(relations)} == {
        "same": 20,
        "merged": 2,
        "renamed": 1,
        "split": 2,
        "new": 1,
        "gone": 1,
    }
    assert [link["ke"] for link in TRUTH["padanan"] if link["satuan_berubah"]] == [
        "Jumlah cadangan pangan pemerintah kota"
    ]


@pytest.mark.parametrize("stem", YEARS)
def test_codes_of_the_budget(stem: str, yearly: Reports) -> None:
    year = str(YEARS[stem])
    want = {entry["uraian"][year]: entry["kode"][year] for entry in TRUTH["anggaran"] if year in entry["kode"]}
    found = {row["uraian"]: row["kode"]["canonical"] for row in yearly[stem]["anggaran"] if row["kode"]}
    assert found == want

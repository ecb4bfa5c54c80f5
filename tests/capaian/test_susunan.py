"""Sums of emitted budget rows: found where the table was understood, silent everywhere else."""

import csv
import json
from pathlib import Path

import pytest

from capaian import broken_sums
from capaian.cli import main

ROWS = [
    ("1", "", "program", "Program A", "300", "250"),
    ("2", "1", "kegiatan", "Rapat", "100", "90"),
    ("3", "1", "kegiatan", "Cetak", "200", "160"),
    ("4", "", "program", "Program B", "500", "410"),
    ("5", "4", "kegiatan", "Las", "50", "40"),
    ("6", "4", "kegiatan", "Jahit", "450", "370"),
    ("7", "", "total", "Jumlah", "800", "660"),
]


def changed(**figures: str) -> list[tuple[str, ...]]:
    """`r4=`: another realisasi in row 4, `p4=` another pagu."""
    new = {(name[1:], 4 if name[0] == "p" else 5): text for name, text in figures.items()}
    return [tuple(new.get((row[0], i), text) for i, text in enumerate(row)) for row in ROWS]


def write(folder: Path, rows: list[tuple[str, ...]]) -> Path:
    def angka(text: str) -> dict[str, str] | None:
        return {"raw": text, "number": text} if text else None

    anggaran = [
        {
            "tabel": "t1", "row": int(row), "induk": int(induk) if induk else None, "level": level, "uraian": nama, "tahun": 2020,
            "pagu": angka(pagu), "realisasi": angka(realisasi), "persen": None,
        }
        for row, induk, level, nama, pagu, realisasi in rows
    ]  # fmt: skip
    path = folder / "laporan.json"
    path.write_text(json.dumps({"indikator": [], "anggaran": anggaran}), encoding="utf-8")
    return path


def write_csv(folder: Path, rows: list[tuple[str, ...]]) -> Path:
    path = folder / "anggaran.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["laporan", "tabel", "row", "uraian", "level", "tahun", "induk", "pagu", "realisasi", "persen"])
        for row, induk, level, nama, pagu, realisasi in rows:
            writer.writerow(["contoh", "t1", row, nama, level, "2020", induk, pagu, realisasi, ""])
    return path


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (ROWS, []),
        (changed(r5="45"), [("4", "realisasi", "415")]),
        (changed(p7="900"), [("7", "pagu", "800")]),
        (changed(p4="600", p7="900"), [("4", "pagu", "500")]),
        (changed(p1="", r1=""), []),
        (changed(p4="5000", r4="4100", p7="5300", r7="4350"), []),
    ],
)
def test_sums_of_json_and_csv_alike(
    tmp_path: Path, rows: list[tuple[str, ...]], found: list[tuple[str, str, str]]
) -> None:
    for path in (write(tmp_path, rows), write_csv(tmp_path, rows)):
        assert [(item.induk.row, item.kolom, str(item.terhitung)) for item in broken_sums(path)] == found


def test_a_broken_sum_is_told_and_stops_a_script(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, changed(r5="45"))
    assert main([str(path), "--fail-on", "E"]) == 7
    assert "bukan jumlah 2 bagiannya, 415" in capsys.readouterr().err
    assert main([str(path), "--json"]) == 0
    (item,) = json.loads(capsys.readouterr().out)["jumlah"]
    assert (item["row"], item["bagian"], item["tercetak"]) == ("4", ["5", "6"], "410")

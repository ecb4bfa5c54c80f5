"""The command `capaian`: emitted JSON and CSV in, verdicts and exit codes out, never a traceback."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from capaian.cli import main

INDIKATOR = [
    ("61,15", "61.15", "100%", "100", "100%", "100"),
    ("42,5 %", "42.5", "56,12 %", "56.12", "132,05 %", "132.05"),
    ("5-6%", "", "11,45%", "11.45", "190,83%", "190.83"),
    ("BB", "", "B", "", "", ""),
]
ANGGARAN = [
    ("150.000.000", "150000000", "83.250.000", "83250000", "68,25", "68.25"),
    ("20.000.000", "20000000", "19.925.000", "19925000", "99.63", "99.63"),
]
EXPECTED = ["tidak_sesuai", "sesuai", "sesuai", "tak_terhitung", "tidak_sesuai", "sesuai"]


def _figures(names: tuple[str, ...], values: tuple[str, ...]) -> dict[str, Any]:
    pairs = zip(names, zip(values[::2], values[1::2], strict=True), strict=True)
    return {name: {"raw": raw, "number": number or None} if raw else None for name, (raw, number) in pairs}


def write_json(folder: Path) -> Path:
    path = folder / "contoh" / "laporan.json"
    path.parent.mkdir()
    indikator = [
        {"tabel": "t1", "row": i, "indikator": f"indikator {i}", **_figures(("target", "realisasi", "capaian"), values)}
        for i, values in enumerate(INDIKATOR)
    ]
    anggaran = [
        {"tabel": "t2", "row": i, "uraian": f"kegiatan {i}", **_figures(("pagu", "realisasi", "persen"), values)}
        for i, values in enumerate(ANGGARAN)
    ]
    path.write_text(json.dumps({"indikator": indikator, "anggaran": anggaran}), encoding="utf-8")
    return path


def write_csv(folder: Path, kind: str, name: str, columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> Path:
    path = folder / f"{kind}.csv"
    header = ["laporan", "page", "tabel", "row", name, *(c for column in columns for c in (column, f"{column}_raw"))]
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        for i, values in enumerate(rows):
            cells = [value for raw, number in zip(values[::2], values[1::2], strict=True) for value in (number, raw)]
            writer.writerow(["contoh", "1", "t1", str(i), f"nama {i}", *cells])
    return path


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    return {
        "json": write_json(tmp_path),
        "indikator": write_csv(tmp_path, "indikator", "indikator", ("target", "realisasi", "capaian"), INDIKATOR),
        "anggaran": write_csv(tmp_path, "anggaran", "uraian", ("pagu", "realisasi", "persen"), ANGGARAN),
    }


def _verdicts(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [item["verdict"] for item in json.loads(capsys.readouterr().out)["putusan"]]


def test_json_and_csv_give_the_same_verdicts(files: dict[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(files["json"]), "--json"]) == 0
    assert _verdicts(capsys) == EXPECTED
    assert main([str(files["indikator"]), str(files["anggaran"]), "--json"]) == 0
    assert _verdicts(capsys) == EXPECTED


def test_people_read_stderr_and_stdout_stays_empty(files: dict[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(files["json"])]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "163.53" in err
    assert "tidak_sesuai 2" in err


def test_a_stated_limit_is_applied(files: dict[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    main([str(files["json"]), "--json", "--batas", "100"])
    assert _verdicts(capsys)[0] == "sesuai"


@pytest.mark.parametrize(("level", "code"), [("E", 7), ("W", 7)])
def test_fail_on(files: dict[str, Path], level: str, code: int) -> None:
    assert main([str(files["anggaran"]), "-q", "--fail-on", level]) == code


def test_a_possible_limit_is_only_a_suspicion(files: dict[str, Path]) -> None:
    assert main([str(files["indikator"]), "-q", "--fail-on", "E"]) == 0
    assert main([str(files["indikator"]), "-q", "--fail-on", "W"]) == 7


def test_write(files: dict[str, Path], tmp_path: Path) -> None:
    target = tmp_path / "putusan.json"
    assert main([str(files["json"]), "-q", "--write", str(target)]) == 0
    assert json.loads(target.read_text(encoding="utf-8"))["ringkasan"]["tidak_sesuai"] == 2
    assert main([str(files["json"]), "-q", "--write", str(tmp_path / "tiada" / "x.json")]) == 6


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("tiada.json", None),
        ("rusak.json", b"{"),
        ("lain.json", b"[1, 2]"),
        ("lain2.json", b'{"indikator": [1], "anggaran": []}'),
        ("biner.json", b"\xff\xfe\x00"),
        ("dalam.json", b"[" * 100_000),
        ("kolom.csv", b"a,b\n1,2\n"),
        ("kosong.csv", b""),
    ],
)
def test_unreadable_input(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes | None) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    assert main([str(path)]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert str(path) in err
    assert " / " in err


@pytest.mark.parametrize(
    "arguments", [[], ["--batas", "x", "a.json"], ["--fail-on", "I", "a.json"], ["--apa", "a.json"]]
)
def test_wrong_usage(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


@pytest.mark.parametrize("cells", [("12abc", "x"), ("", "NaN"), ("", "Infinity"), ("1e5", "1e5")])
def test_odd_numbers_never_stop_the_command(tmp_path: Path, cells: tuple[str, str]) -> None:
    rows = [(*cells, *cells, *cells)]
    path = write_csv(tmp_path, "anggaran", "uraian", ("pagu", "realisasi", "persen"), rows)
    assert main([str(path), "-q"]) == 0

"""Frictionless accepts every data package that a command writes: of a run, a run that adds to it, a comparison, an export."""

from pathlib import Path

import frictionless
import pytest

from extractor.cli import main

SAMPLES = Path(__file__).parents[2] / "samples"
TAHUNAN = sorted((SAMPLES / "tahunan").glob("*.docx"))


def call(*words: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*words, "-q"])
    assert ended.value.code == 0, words


def resources(folder: Path) -> list[str]:
    """Names of the resources, all of them valid to the last row."""
    package = frictionless.Package(str(folder / "datapackage.json"))
    report = package.validate()
    assert report.flatten(["title", "rowNumber", "fieldName", "message"]) == []
    assert sum(task.stats.get("rows", 0) for task in report.tasks) > 0
    return [str(resource.name) for resource in package.resources]


def test_every_package_is_valid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    call(str(TAHUNAN[0]), str(SAMPLES / "lkip.docx"), "-o", "out")
    first = resources(tmp_path / "out")
    call(*map(str, TAHUNAN[1:]), str(SAMPLES / "lkip-salinan.txt"), "-o", "out")
    assert len(resources(tmp_path / "out")) > len(first) > 5
    call("archive", "add", "out", "--make-current")
    for options in ([], ["--safe-csv"]):
        call("archive", "export", "-o", "ekspor", "--overwrite", *options)
        assert {"laporan", "tabel", "indikator", "anggaran", "temuan"} < {*resources(tmp_path / "ekspor")}
    for number, source in enumerate((["out"], ["--db", "arsip.db", "--instansi", "ketahanan pangan"])):
        call("compare", *source, "-o", f"banding{number}", *(["--safe-csv"] if number else []))
        names = resources(tmp_path / f"banding{number}")
        assert sorted(names) == sorted(path.stem for path in (tmp_path / f"banding{number}").glob("*.csv"))

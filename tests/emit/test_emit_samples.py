"""Frictionless accepts the package of real output: samples of every kind in one folder, every table and row of them."""

from pathlib import Path

import frictionless

from extractor import extract
from extractor.emit.combined import write_combined
from extractor.emit.report_folder import write_report

SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = ("lkip-word.pdf", "lkip-tanpagaris.pdf", "lkip.docx", "lkip-salinan.txt")


def test_frictionless_accepts_the_package_of_the_samples(tmp_path: Path) -> None:
    stems = []
    inputs = [*(SAMPLES / name for name in NAMES), *sorted((SAMPLES / "tahunan").glob("*.docx"))]
    for number, path in enumerate(inputs):
        stems.append(f"{number}-{path.stem}")
        write_report(tmp_path / stems[-1], extract(path))
    write_combined(tmp_path, stems)
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert report.flatten(["title", "rowNumber", "fieldName", "message"]) == []
    assert report.stats["tasks"] > 5 + 3 * len(NAMES)

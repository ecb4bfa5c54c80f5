"""Frictionless accepts the package of real output: samples of every kind in one folder, every table and row of them."""

from pathlib import Path

import frictionless

from extractor import extract
from extractor.emit.combined import write_combined
from extractor.emit.report_folder import write_report

SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = ("lkip-word.pdf", "lkip-tanpagaris.pdf", "lkip.docx", "lkip-salinan.txt", "tahunan/lkip-pangan-2022.docx")


def test_frictionless_accepts_the_package_of_the_samples(tmp_path: Path) -> None:
    stems = []
    for number, name in enumerate(NAMES):
        stems.append(f"{number}-{Path(name).stem}")
        write_report(tmp_path / stems[-1], extract(SAMPLES / name))
    write_combined(tmp_path, stems)
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert report.flatten(["title", "rowNumber", "fieldName", "message"]) == []
    assert report.stats["tasks"] > 5 + 3 * len(NAMES)

"""Random tables drawn in every look, read back, compared cell by cell: `python -m benchmarks.roundtrip [--tables 500] [--keep DIR]`.

Prints per look how many tables came back exactly, and the first difference of each that did not; `--keep` writes the documents of
failures with their truth; `--libreoffice` adds tables that LibreOffice draws from DOCX (their pages are not compared).
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import msgspec

from extractor import extract
from tests.generator.kasus import Kasus, kasus_docx, kasus_pdf
from tests.generator.rupa import RUPA
from tests.golden import compare

PER_DOCUMENT = 6


def read(path: Path) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(msgspec.json.encode(extract(path)))
    return report


def differences(case: Kasus, report: dict[str, Any]) -> dict[str, list[str]]:
    """By table; an empty list: the table came back exactly."""
    return {key: compare.cells(case.truth, report, key) for key in case.truth["cells"]}


def through_libreoffice(case: Kasus, folder: Path) -> Path:
    """The DOCX of a case as LibreOffice draws it."""
    source = folder / case.berkas
    source.write_bytes(case.data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return source.with_suffix(".pdf")


def run(case: Kasus, path: Path, keep: Path | None) -> tuple[int, int, list[str]]:
    """Exact tables, all tables, and a line for each failure."""
    found = differences(case, read(path))
    wrong = [f"   {case.nama} {messages[0]} (of {len(messages)})" for messages in found.values() if messages]
    if wrong and keep:
        keep.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, keep / path.name)
        (keep / f"{path.stem}.truth.json").write_text(
            json.dumps(case.truth, ensure_ascii=False, indent=1), encoding="utf-8"
        )
    return len(found) - len(wrong), len(found), wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tables", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--look", help="only this look")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--libreoffice", action="store_true")
    chosen = parser.parse_args()
    looks = [r for r in RUPA if chosen.look in (None, r.gaya.nama)]
    rounds = max(1, round(chosen.tables / (len(looks) * PER_DOCUMENT)))
    started, all_exact, all_tables = time.process_time(), 0, 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for rupa in looks:
            exact, tables = 0, 0
            wrong: list[str] = []
            for seed in range(chosen.seed, chosen.seed + rounds):
                case = kasus_pdf(rupa, seed, PER_DOCUMENT)
                path = folder / case.berkas
                path.write_bytes(case.data)
                a, b, lines = run(case, path, chosen.keep)
                exact, tables, wrong = exact + a, tables + b, wrong + lines
            print(f"{rupa.gaya.nama:18} {exact:4} of {tables:4} exact", *wrong, sep="\n")
            all_exact, all_tables = all_exact + exact, all_tables + tables
        for seed in range(chosen.seed, chosen.seed + rounds) if chosen.libreoffice else ():
            case = kasus_docx(seed, PER_DOCUMENT)
            a, b, wrong = run(case, through_libreoffice(case, folder), chosen.keep)
            print(f"{case.nama:18} {a:4} of {b:4} exact (LibreOffice)", *wrong, sep="\n")
            all_exact, all_tables = all_exact + a, all_tables + b
    share = all_exact / all_tables
    print(
        f"all                {all_exact:4} of {all_tables:4} exact, {share:.1%}, {time.process_time() - started:.0f} s CPU with drawing"
    )
    return 0 if share >= 0.98 else 1


if __name__ == "__main__":
    sys.exit(main())

"""One run of the program over all samples for the whole session, as a user would start it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """Extracted reports by stem. Fails with the program's own words when it does not finish well."""
    out = tmp_path_factory.mktemp("golden")
    files = [
        str(p)
        for p in sorted((ROOT / "samples").iterdir())
        if p.suffix in (".pdf", ".docx", ".txt") and "pindai" not in p.stem
    ]
    command = [sys.executable, "-m", "extractor.cli", *files, "-o", str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"exit code {done.returncode}\n{done.stderr}"
    return {p.parent.name: json.loads(p.read_text(encoding="utf-8")) for p in sorted(out.glob("*/laporan.json"))}

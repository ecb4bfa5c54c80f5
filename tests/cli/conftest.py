"""Run the command as a process, as people and scripts do."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FAKE = Path(__file__).with_name("fake_extract.py")
Run = Callable[..., subprocess.CompletedProcess[str]]


def _runner(folder: Path, program: list[str]) -> Run:
    def run(*arguments: Any, env: dict[str, str] | None = None, **options: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *program, *map(str, arguments)],
            cwd=folder,
            env=os.environ | {"PYTHONWARNINGS": "error"} | (env or {}),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
            **options,
        )

    return run


@pytest.fixture
def extract(tmp_path: Path) -> Run:
    """The real command, run in the test's folder."""
    return _runner(tmp_path, ["-m", "extractor.cli"])


@pytest.fixture
def fake(tmp_path: Path) -> Run:
    """The command with a pipeline that does what the input says (see `fake_extract`)."""
    return _runner(tmp_path, [str(FAKE)])


@pytest.fixture
def report(tmp_path: Path) -> Callable[[str, str], Path]:
    """Makes an input for `fake`: `report("a.pdf", "partial")`."""

    def make(name: str, words: str = "complete") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(f"%PDF-1.7\n% {words}\n% {name}\n%%EOF\n".encode())
        return path

    return make

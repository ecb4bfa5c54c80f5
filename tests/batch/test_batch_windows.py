"""What Windows has not got is not needed: without it the same command gives the same bytes."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from extractor.emit import atomic

ROOT = Path(__file__).parents[2]
COMMAND = Path(__file__).with_name("windows_like.py")


def extract(folder: Path, out: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    temporary = folder / f"tmp-{out}"
    temporary.mkdir(exist_ok=True)
    command = [sys.executable, "-X", "warn_default_encoding", COMMAND, "in", "-o", out, "--jobs", "2", "--ocr", "off"]
    done = subprocess.run(
        [*command, "--limit", "page_cpu_seconds=1", "--log", f"{out}.log"],
        cwd=folder,
        env=os.environ
        | {"TMPDIR": str(temporary), "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "cp1252"}
        | environment,
        capture_output=True,
        encoding="cp1252",
        timeout=120,
        check=False,
    )
    assert done.returncode == 4, done.stderr
    assert "Traceback" not in done.stderr
    assert list(temporary.iterdir()) == []
    return done


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.skipif(sys.platform != "linux", reason="what is open is looked up in /proc")
def test_the_same_bytes_without_fork_signals_and_proc(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    whole = (ROOT / "samples" / "lkip-tipis.pdf").read_bytes()
    with zipfile.ZipFile(tmp_path / "in" / "arsip.zip", "w") as archive:
        archive.writestr("2024/con.pdf", whole[:-100])
    (tmp_path / "in" / "salinan – ✓.txt").write_bytes((ROOT / "samples" / "lkip-salinan.txt").read_bytes())
    for name in ("mogok.pdf", "putar.pdf"):
        (tmp_path / "in" / name).write_bytes(whole + f"\n% {name}\n".encode())
    extract(tmp_path, "out")
    done = extract(tmp_path, "win", LIKE_WINDOWS="1")
    assert "salinan – \\u2713.txt" in done.stderr
    (ours, theirs) = (outcome(tmp_path / out) for out in ("out", "win"))
    assert theirs == ours
    assert [(x["stem"], x["status"], (x["reason"] or {}).get("code")) for x in theirs[0]] == [
        ("_con", "partial", None),
        (None, "failed", "limit_crash"),
        (None, "failed", "limit_loop"),
        ("salinan – ✓", "complete", None),
    ]


def outcome(out: Path) -> tuple[list[dict[str, Any]], dict[str, bytes]]:
    """The manifest without its seconds, and all other files."""
    files = tree(out)
    lines = map(json.loads, files.pop("manifest.jsonl").decode().splitlines())
    return [line | {"seconds": None} for line in lines], files


def test_a_file_that_is_held_for_a_moment_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Os:
        name = "nt"

        def __getattr__(self, name: str) -> object:
            return getattr(os, name)

    held = [True, True, False]
    replace = Path.replace

    def careful(source: Path, target: Path) -> Path:
        if held.pop(0):
            raise PermissionError(13, "in use")
        return replace(source, target)

    monkeypatch.setattr(atomic, "os", Os())
    monkeypatch.setattr(atomic, "_PAUSES", (0.0, 0.0))
    monkeypatch.setattr(atomic.Path, "replace", careful)
    atomic.write_file(tmp_path / "a.csv", b"1\n")
    assert (tmp_path / "a.csv").read_bytes() == b"1\n"
    held.extend([True] * 3)
    with pytest.raises(atomic.OutputError) as caught:
        atomic.write_file(tmp_path / "a.csv", b"2\n")
    assert (caught.value.code, "Excel" in caught.value.message_id) == (atomic.DENIED, True)
    assert tree(tmp_path) == {"a.csv": b"1\n"}

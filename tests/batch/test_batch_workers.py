"""Workers that misbehave: each costs its own document only, is named with its reason, and leaves nothing behind."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from random import Random

import psutil
import pytest

FAKE = Path(__file__).parents[1] / "cli" / "fake_extract.py"
QUICK = ("--limit", "page_cpu_seconds=0.5", "--limit", "memory_mb=400", "--limit", "bad_pages=1")


def make(folder, name, words="complete"):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(f"%PDF-1.7\n% {words}\n% {name}\n%%EOF\n".encode())
    return path


def extract(folder, *arguments, env=None):
    return subprocess.run(
        [sys.executable, str(FAKE), *map(str, arguments)],
        cwd=folder,
        env=os.environ | {"TMPDIR": str(folder / "tmp")} | (env or {}),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def manifest(out):
    return {Path(x["path"]).name: x for x in map(json.loads, (out / "manifest.jsonl").read_text().splitlines())}


@pytest.fixture
def room(tmp_path):
    (tmp_path / "tmp").mkdir()
    yield tmp_path
    assert not list((tmp_path / "tmp").iterdir()), "temporary files were left behind"
    assert not [p for p in (tmp_path / "out").iterdir() if p.name.startswith(".")]


@pytest.mark.parametrize("fresh", [{}, {"FAKE_FRESH": "1"}], ids=["copies", "fresh interpreters"])
@pytest.mark.parametrize(
    ("words", "code"), [("killed", "limit_crash"), ("hungry", "limit_memory"), ("busy", "limit_loop")]
)
def test_a_worker_that_dies_or_is_ended_costs_its_document_only(room, words, code, fresh):
    inputs = [make(room, "a.pdf"), make(room, "b.pdf", words), make(room, "c.pdf")]
    done = extract(room, *inputs, "-o", "out", "--jobs", "1", *QUICK, env=fresh)
    assert done.returncode == 4, done.stderr
    lines = manifest(room / "out")
    assert [lines[n]["status"] for n in ("a.pdf", "b.pdf", "c.pdf")] == ["complete", "failed", "complete"]
    assert lines["b.pdf"]["reason"]["code"] in (code, "memory" if words == "hungry" else code)
    assert "b.pdf: galat: " in done.stderr
    assert "Traceback" not in done.stderr
    assert not (room / "out" / "b").exists()


@pytest.mark.parametrize("words", ["killed", "busy"])
def test_a_page_that_ends_its_worker_is_left_out_and_the_rest_is_read(room, words):
    done = extract(room, make(room, "a.pdf", f"{words} on page 2"), "-o", "out", *QUICK)
    assert done.returncode == 4, done.stderr
    assert manifest(room / "out")["a.pdf"]["status"] == "partial"
    assert (room / "out" / "a" / "laporan.json").is_file()


def test_what_a_killed_run_left_is_removed(room):
    make(room, "in/a.pdf")
    dead = 2**22 + 1  # beyond the largest process number of Linux
    for folder in (room / "out", room / "out" / ".ocr", room / "tmp"):
        folder.mkdir(exist_ok=True)
        (folder / f".lkip-{dead}-a").write_text("x")
    assert extract(room, "in", "-o", "out").returncode == 0
    assert not list((room / "out" / ".ocr").iterdir())
    (room / "out" / ".ocr").rmdir()


def test_a_second_run_reads_what_is_missing_only(room):
    good, bad = make(room, "a.pdf"), make(room, "b.pdf", "killed")
    extract(room, good, bad, "-o", "out")
    before = (room / "out" / "a" / "laporan.json").stat().st_mtime_ns
    make(room, "c.pdf")
    done = extract(room, good, bad, room / "c.pdf", "-o", "out", "--json")
    assert {Path(x["path"]).name: x["kept"] for x in json.loads(done.stdout)["inputs"]} == {
        "a.pdf": True,
        "b.pdf": False,
        "c.pdf": False,
    }
    assert (room / "out" / "a" / "laporan.json").stat().st_mtime_ns == before
    assert (room / "out" / "laporan.csv").read_text().count("\n") == 3
    again = extract(room, good, "-o", "out", "--overwrite", "--json")
    assert json.loads(again.stdout)["inputs"][0]["kept"] is False


@pytest.mark.parametrize(("words", "kept"), [("deep", True), ("killed", False), ("program", False)])
def test_failures_of_the_content_are_kept_others_are_tried_again(room, words, kept):
    inputs = [make(room, "a.pdf"), make(room, "b.pdf", words)]
    extract(room, *inputs, "-o", "out")
    done = extract(room, *inputs, "-o", "out", "--json")
    assert [x["kept"] for x in json.loads(done.stdout)["inputs"]] == [True, kept]
    assert done.returncode == (5 if words == "program" else 4)


@pytest.mark.parametrize("change", ["content", "options", "safe", "folder"])
def test_what_changed_is_read_again(room, change):
    path, other = make(room, "a.pdf"), make(room, "b.pdf")
    extract(room, path, other, "-o", "out")
    options = []
    if change == "content":
        path.write_bytes(path.read_bytes() + b"%%EOF\n")
    elif change == "options":
        options = ["--pages", "1-"]
    elif change == "safe":
        options = ["--safe-csv"]
    else:
        (room / "out" / "a" / "laporan.json").unlink()
    done = extract(room, path, other, "-o", "out", "--json", *options)
    assert [x["kept"] for x in json.loads(done.stdout)["inputs"]] == [False, not options]
    again = extract(room, path, other, "-o", "out", "--json", *options)
    assert [x["kept"] for x in json.loads(again.stdout)["inputs"]] == [True, True]


def test_doubles_are_read_once_and_said(room):
    make(room, "in/a.pdf")
    (room / "in" / "z.pdf").write_bytes((room / "in" / "a.pdf").read_bytes())
    done = extract(room, "in", "-o", "out")
    assert done.returncode == 0, done.stderr
    line = manifest(room / "out")["z.pdf"]
    assert (line["stem"], line["same_as"]) == ("a", "../in/a.pdf")
    assert not (room / "out" / "z").exists()
    assert (room / "out" / "laporan.csv").read_text().count("\n") == 2
    assert "lengkap (= a.pdf)" in done.stderr
    assert "2 lengkap, 9 halaman, 1 isinya sama dengan yang lain" in done.stderr


def test_a_double_inside_an_archive_is_one(room):
    content = make(room, "in/a.pdf").read_bytes()
    with zipfile.ZipFile(room / "in" / "z.zip", "w") as archive:
        archive.writestr("b.pdf", content)
    extract(room, "in", "-o", "out")
    assert manifest(room / "out")["b.pdf"]["same_as"] == "../in/a.pdf"


def test_links_inside_a_folder_are_said_and_not_followed(room):
    make(room, "in/a.pdf")
    (room / "in" / "tautan.pdf").symlink_to(make(room, "luar/b.pdf"))
    (room / "in" / "keluar").symlink_to(room / "luar")
    done = extract(room, "in", "-o", "out")
    assert list(manifest(room / "out")) == ["a.pdf"]
    assert "2 tautan (symlink) di dalam folder tidak diikuti: in/keluar, in/tautan.pdf." in done.stderr


def test_the_end_names_what_to_look_at_by_reason(room):
    for name, words in (("a", "partial"), ("b", "killed"), ("c", "complete"), ("d", "killed")):
        make(room, f"in/{name}.pdf", words)
    for _ in range(2):
        lines = extract(room, "in", "-o", "out").stderr.splitlines()
        assert lines[-4:-1] == [
            "1 lengkap, 1 sebagian, 2 gagal, 18 halaman",
            "  sebagian, PAGE-TEXT (1): in/a.pdf",
            "  gagal, limit_crash (2): in/b.pdf, in/d.pdf",
        ]


def test_an_input_that_changes_while_it_is_read_is_tried_again(room):
    for name, words in (("a", "changes"), ("b", "complete")):
        make(room, f"{name}.pdf", words)
    extract(room, "a.pdf", "b.pdf", "-o", "out")
    assert manifest(room / "out")["a.pdf"]["reason"]["code"] == "changed_while_read"
    assert not (room / "out" / "a").exists()
    extract(room, "a.pdf", "b.pdf", "-o", "out")
    assert manifest(room / "out")["a.pdf"]["status"] == "complete"


def test_a_cut_last_line_of_the_manifest_is_nothing_lost(room):
    inputs = [make(room, f"{name}.pdf") for name in "abc"]
    extract(room, *inputs, "-o", "out")
    whole = (room / "out" / "manifest.jsonl").read_bytes()
    (room / "out" / "manifest.jsonl").write_bytes(whole[:-20])
    assert extract(room, *inputs, "-o", "out").returncode == 0
    assert (room / "out" / "manifest.jsonl").read_bytes() == whole


def test_a_second_run_waits_for_the_first(room):
    slow = subprocess.Popen(
        [
            sys.executable,
            str(FAKE),
            str(make(room, "a.pdf", "slow")),
            str(make(room, "b.pdf")),
            "-o",
            "out",
            "--jobs",
            "1",
        ],
        cwd=room,
        env=os.environ | {"FAKE_STARTED": str(room / "mulai"), "TMPDIR": str(room / "tmp")},
        stderr=subprocess.DEVNULL,
    )
    while not (room / "mulai").exists():
        time.sleep(0.02)
    second = subprocess.Popen(
        [sys.executable, str(FAKE), str(make(room, "c.pdf")), "-o", "out"], cwd=room, stderr=subprocess.PIPE, text=True,
        env=os.environ | {"TMPDIR": str(room / "tmp")},
    )  # fmt: skip
    assert "menunggu" in second.stderr.readline()
    slow.terminate()
    slow.wait(30)
    assert second.wait(60) == 0
    second.stderr.close()
    assert (room / "out" / "c" / "laporan.json").is_file()


def test_the_log_holds_one_line_per_event(room):
    extract(room, make(room, "a.pdf"), make(room, "b.pdf", "crash"), "-o", "out", "--log", "log.jsonl")
    events = [json.loads(line) for line in (room / "log.jsonl").read_text().splitlines()]
    assert (events[0]["event"], events[-1]["event"]) == ("start", "end")
    finished = {Path(e["shown"]).name: e for e in events if e["event"] == "finished"}
    assert {name: e["status"] for name, e in finished.items()} == {"a.pdf": "complete", "b.pdf": "failed"}
    assert finished["a.pdf"]["counts"]["tabel"] == 2
    assert finished["b.pdf"]["problem"]["code"] == "internal"


WHO = ("parent", "worker", "both")
MOMENTS = [(WHO[n % 3], Random(n).uniform(0.02, 0.7)) for n in range(10)]
STEPS = [(WHO[n % 3], Random(n).randint(1, 9 if n % 3 == 1 else 23)) for n in range(12)]
"""Steps of writing: a worker takes nine for a report here, a parent one for each line and then twenty-one for the combined files."""


@pytest.fixture
def wanted(room):
    for number in range(4):
        make(room, f"in/{number}.pdf", "findings" if number % 2 else "complete")
    extract(room, "in/0.pdf", "in/1.pdf", "-o", "half")
    extract(room, "in", "-o", "ref")
    return tree(room / "ref")


def start_over(room, number):
    """Every other run goes on where an earlier one ended."""
    shutil.rmtree(room / "out", ignore_errors=True)
    if number % 2:
        shutil.copytree(room / "half", room / "out")


def check(room, wanted):
    assert extract(room, "in", "-o", "out").returncode == 0
    assert tree(room / "out") == wanted


@pytest.mark.skipif(sys.platform != "linux", reason="kills by process group")
def test_after_a_kill_the_next_run_gives_the_bytes_of_an_undisturbed_one(room, wanted):
    for number, (who, delay) in enumerate(MOMENTS):
        start_over(room, number)
        run = subprocess.Popen(
            [sys.executable, str(FAKE), "in", "-o", "out"], cwd=room, stderr=subprocess.DEVNULL,
            env=os.environ | {"TMPDIR": str(room / "tmp")},
        )  # fmt: skip
        time.sleep(delay)
        family = psutil.Process(run.pid).children(recursive=True) if run.poll() is None else []
        if who != "parent" and family:
            kill(Random(number).choice(family))
        if who != "worker" or not family:
            run.kill()
        run.wait()
        assert not psutil.wait_procs(family, timeout=10)[1], "a worker outlives the run"
        check(room, wanted)


@pytest.mark.skipif(sys.platform != "linux", reason="kills itself")
def test_a_kill_while_something_is_written_leaves_nothing_half(room, wanted):
    for number, (who, step) in enumerate(STEPS):
        start_over(room, number)
        done = extract(room, "in", "-o", "out", env={"FAKE_KILL": f"{who}:{step}"})
        assert (done.returncode == -signal.SIGKILL) == (who != "worker"), (who, step, done.stderr)
        check(room, wanted)


def kill(process):
    with contextlib.suppress(psutil.NoSuchProcess):
        process.kill()


def tree(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}

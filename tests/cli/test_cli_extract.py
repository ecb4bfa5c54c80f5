"""`extract` as a process: streams, exit codes, files, policies. The pipeline is a fake that does what the input says."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest


def files(folder):
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def manifest(out):
    return [json.loads(line) for line in (out / "manifest.jsonl").read_text().splitlines()]


def test_one_report(fake, report, tmp_path):
    done = fake(report("lkip.pdf"), "-o", "out")
    assert (done.returncode, done.stdout) == (0, "")
    assert {"manifest.jsonl", "datapackage.json", "indikator.csv", "lkip/laporan.json"} <= files(tmp_path / "out")
    lines = done.stderr.splitlines()
    assert lines[0].split() == ["berkas", "hal.", "BAB", "tabel", "daftar", "indikator", "anggaran", "temuan", "status"]
    assert lines[2].split() == ["lkip.pdf", "9", "1", "2", "1/2", "1", "1", "0", "E,", "0", "W", "lengkap"]
    assert lines[-1] == f"Buka: {Path('out/indikator.csv')}"
    assert "\x1b" not in done.stderr


def test_the_manifest_line_tells_all(fake, report, tmp_path):
    fake(report("lkip.pdf"), "-o", "out", "--pages", "1-3,7,9-", "--password", "sangat-rahasia")
    (line,) = manifest(tmp_path / "out")
    assert (line["path"], line["stem"], line["status"], line["reason"]) == (
        "../lkip.pdf",
        "lkip",
        "complete",
        None,
    )
    assert line["options"] == {"pages": "1-3,7,9-"}
    assert set(line["versions"]) == {"lkip-extractor", "pdf"}
    assert len(line["sha256"]) == 64
    assert all(b"sangat-rahasia" not in (tmp_path / "out" / n).read_bytes() for n in files(tmp_path / "out"))


def test_json_summary_is_all_there_is_on_stdout(fake, report):
    done = fake(report("lkip.pdf", "noisy"), "-o", "out", "--json")
    summary = json.loads(done.stdout)
    assert (summary["output"], summary["exit_code"]) == ("out", 0)
    entry = summary["inputs"][0]
    assert (entry["status"], entry["stem"], entry["tabel"], entry["temuan"]) == (
        "complete",
        "lkip",
        2,
        {"E": 0, "W": 0, "I": 0},
    )
    assert "kotoran" not in done.stderr


def test_dash_gives_the_report_on_stdout_and_writes_nothing(fake, report, tmp_path):
    path = report("lkip.pdf", "noisy")
    done = fake(path, "-o", "-")
    assert json.loads(done.stdout)["source"]["file_name"] == "lkip.pdf"
    assert files(tmp_path) == {"lkip.pdf"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["a.pdf", "b.pdf", "-o", "-"],
        ["a.pdf", "-o", "-", "--json"],
        [".", "-o", "-"],
        ["a.pdf", "--pages", "3-1"],
        ["a.pdf", "--pages", "0"],
        ["a.pdf", "--pages", "satu"],
        ["a.pdf", "--lang", "jw"],
        ["a.pdf", "--tidak-ada"],
        [],
    ],
)
def test_wrong_usage_is_exit_code_2_and_writes_nothing(fake, report, tmp_path, arguments):
    report("a.pdf")
    report("b.pdf")
    done = fake(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Usage: extract" in done.stderr
    assert files(tmp_path) == {"a.pdf", "b.pdf"}


def test_one_bad_input_never_stops_the_rest(fake, report, tmp_path):
    inputs = [report("a.pdf", "crash"), report("b.pdf"), report("c.pdf", "deep"), report("d.pdf")]
    done = fake(*inputs, tmp_path / "tidak_ada.pdf", "-o", "out")
    assert done.returncode == 4
    assert {line["path"].rsplit("/")[-1]: line["status"] for line in manifest(tmp_path / "out")} == {
        "a.pdf": "failed",
        "b.pdf": "complete",
        "c.pdf": "failed",
        "d.pdf": "complete",
        "tidak_ada.pdf": "failed",
    }
    assert {"b/laporan.json", "d/laporan.json"} <= files(tmp_path / "out")
    assert not (tmp_path / "out" / "a").exists()
    assert "a.pdf: galat: Galat tak terduga" in done.stderr
    assert "a.pdf: error: Unexpected error" in done.stderr
    assert "-vv" in done.stderr
    for word in ("Traceback", "RecursionError", "fake_extract.py"):
        assert word not in done.stderr
    reason = manifest(tmp_path / "out")[0]["reason"]
    assert (reason["code"], "ZeroDivisionError: pembagi nol" in reason["message"]["en"]) == ("internal", True)


def test_double_v_shows_the_log(fake, report):
    assert "Traceback" in fake(report("a.pdf", "crash"), "-o", "out", "-vv").stderr


@pytest.mark.parametrize(
    ("words", "code"), [("complete", 0), ("partial", 4), ("crash", 1), ("deep", 3), ("program", 5)]
)
def test_exit_code_of_a_single_input(fake, report, tmp_path, words, code):
    assert fake(report("a.pdf", words), "-o", "out").returncode == code
    assert (tmp_path / "out").exists() == (code in (0, 4)), "nothing at all is written for a single unread input"


def test_partial_says_why_without_being_asked(fake, report):
    done = fake(report("a.pdf", "partial"), "-o", "out")
    assert "W PAGE-TEXT, hal. 2: Tanpa teks." in done.stderr
    assert "sebagian" in done.stderr


def test_several_inputs_that_all_fail_leave_a_manifest_only(fake, report, tmp_path):
    done = fake(report("a.pdf", "crash"), report("b.pdf", "deep"), "-o", "out")
    assert done.returncode == 3
    assert files(tmp_path / "out") == {"manifest.jsonl"}


@pytest.mark.parametrize(("level", "words", "code"), [("E", "findings", 7), ("W", "findings", 7), ("E", "complete", 0)])
def test_fail_on(fake, report, tmp_path, level, words, code):
    assert fake(report("a.pdf", words), "-o", "out", "--fail-on", level).returncode == code
    assert (tmp_path / "out" / "a" / "laporan.json").exists()


def test_findings_are_counted_listed_with_v_and_opened_next(fake, report):
    path = report("a.pdf", "findings")
    done = fake(path, "-o", "out", "-v")
    assert "a.pdf: E PCT, hal. 5, Tabel 3.1: Persen tidak cocok." in done.stderr
    assert "1 E, 0 W" in done.stderr
    assert done.stderr.splitlines()[-1] == f"Buka: {Path('out/temuan.csv')}"
    assert "Persen tidak cocok" not in fake(path, "-o", "out").stderr


def test_english(fake, report, tmp_path):
    done = fake(report("a.pdf"), tmp_path / "x.pdf", "-o", "out", "--lang", "en")
    assert done.stderr.splitlines()[0].startswith(f"{tmp_path / 'x.pdf'}: error: File not found.")
    assert "findings" in done.stderr
    assert done.stderr.splitlines()[-1].startswith("Open next: ")


def test_quiet_says_errors_only(fake, report, tmp_path):
    path = report("a.pdf")
    assert fake(path, "-o", "out", "-q").stderr == ""
    assert len(fake(path, tmp_path / "x.pdf", "-o", "out", "-q").stderr.splitlines()) == 2


def test_a_folder_with_equal_names(fake, report, tmp_path):
    for name in ("b/lkip.pdf", "a/lkip.pdf", "c/LKIP.docx", "a/lain.pdf"):
        report(f"masuk/{name}")
    assert fake("masuk", "-o", "out").returncode == 0
    names = {line["path"]: line["stem"] for line in manifest(tmp_path / "out")}
    assert names == {
        "../masuk/a/lain.pdf": "lain",
        "../masuk/a/lkip.pdf": "lkip",
        "../masuk/b/lkip.pdf": "lkip-2",
        "../masuk/c/LKIP.docx": "LKIP-3",
    }
    rows = (tmp_path / "out" / "laporan.csv").read_text().splitlines()
    assert len(rows) == 5


def test_a_second_run_adds_and_repeats_nothing(fake, report, tmp_path):
    first, second = report("a.pdf"), report("b.pdf")
    assert fake(first, "-o", "out").returncode == 0
    assert fake(second, "-o", "out").returncode == 0
    once = (tmp_path / "out" / "indikator.csv").read_bytes()
    assert fake(second, "-o", "out").returncode == 0
    assert (tmp_path / "out" / "indikator.csv").read_bytes() == once
    assert [line["stem"] for line in manifest(tmp_path / "out")] == ["a", "b"]
    assert once.count(b"\n") == 3


def test_two_runs_give_the_same_bytes(fake, report, tmp_path):
    path = report("a.pdf", "findings")
    fake(path, "-o", "satu", env={"PYTHONHASHSEED": "1", "TZ": "Asia/Jayapura"})
    fake(path, "-o", "dua", env={"PYTHONHASHSEED": "2", "LC_ALL": "C"})
    assert files(tmp_path / "satu") == files(tmp_path / "dua")
    for name in files(tmp_path / "satu"):
        assert (tmp_path / "satu" / name).read_bytes() == (tmp_path / "dua" / name).read_bytes(), name


def test_reports_of_one_name_get_folders_of_their_own_in_later_runs_too(fake, report, tmp_path):
    one, two = report("satu/lkip.pdf"), report("dua/lkip.pdf", "findings")
    for path in (one, two, one):
        assert fake(path, "-o", "out").returncode == 0
    assert {line["path"]: line["stem"] for line in manifest(tmp_path / "out")} == {
        "../dua/lkip.pdf": "lkip-2",
        "../satu/lkip.pdf": "lkip",
    }
    assert fake(two, "-o", "lain").returncode == 0
    assert fake(one, "-o", "lain", "--overwrite").returncode == 0
    assert {line["path"]: line["stem"] for line in manifest(tmp_path / "lain")} == {"../satu/lkip.pdf": "lkip"}


def test_a_report_that_was_moved_keeps_its_folder(fake, report, tmp_path):
    path = report("lama/lkip.pdf")
    fake(path, "-o", "out")
    (tmp_path / "baru").mkdir()
    moved = path.rename(tmp_path / "baru" / "lkip.pdf")
    fake(moved, "-o", "out")
    assert [(line["path"], line["stem"]) for line in manifest(tmp_path / "out")] == [("../baru/lkip.pdf", "lkip")]


def test_a_report_that_changed_replaces_its_own_result(fake, report):
    path = report("lkip.pdf")
    fake(path, "-o", "out")
    path.write_bytes(path.read_bytes() + b"% edisi kedua\n%%EOF\n")
    assert fake(path, "-o", "out").returncode == 0


def test_a_folder_of_other_things_is_not_replaced(fake, report, tmp_path):
    (tmp_path / "out" / "lkip").mkdir(parents=True)
    (tmp_path / "out" / "lkip" / "catatan.txt").write_text("penting")
    assert fake(report("lkip.pdf"), "-o", "out").returncode == 6
    assert files(tmp_path / "out") == {"lkip/catatan.txt"}


def test_a_report_that_fails_now_leaves_its_old_rows_out_of_the_combined_files(fake, report, tmp_path):
    one, two = report("a.pdf"), report("b.pdf")
    fake(one, two, "-o", "out")
    report("a.pdf", "crash")
    assert fake(one, two, "-o", "out").returncode == 4
    assert b"a,5,t001" not in (tmp_path / "out" / "indikator.csv").read_bytes()
    assert [line["status"] for line in manifest(tmp_path / "out")] == ["failed", "complete"]


def test_output_that_cannot_be_written_is_exit_code_6(fake, report, tmp_path):
    path = report("a.pdf")
    (tmp_path / "out").write_text("sebuah berkas")
    done = fake(path, "-o", "out")
    assert done.returncode == 6
    assert "galat: Keluaran tidak bisa ditulis" in done.stderr
    assert "error: Cannot write the output" in done.stderr
    assert (tmp_path / "out").read_text() == "sebuah berkas"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_stdout_is_exit_code_6(report, tmp_path):
    path = report("a.pdf")
    with Path("/dev/full").open("wb") as full:
        done = _start(tmp_path, path, "-o", "-", stdout=full)
        assert done.wait(60) == 6
    assert b"No space left" in done.stderr.read()
    done.stderr.close()


def test_a_reader_that_has_gone_away_is_no_error(report, tmp_path):
    reading, writing = os.pipe()
    os.close(reading)
    done = _start(tmp_path, report("a.pdf"), "-o", "-", stdout=writing)
    os.close(writing)
    assert done.wait(60) == 0
    assert b"Broken" not in done.stderr.read()
    done.stderr.close()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupt_keeps_what_was_finished(report, tmp_path, number, code):
    inputs = [report("a.pdf"), report("b.pdf", "slow"), report("c.pdf")]
    started = tmp_path / "mulai"
    done = _start(tmp_path, *inputs, "-o", "out", "--jobs", "1", env={"FAKE_STARTED": str(started)})
    while not started.exists() and done.poll() is None:
        time.sleep(0.02)
    done.send_signal(number)
    assert done.wait(60) == code
    said = done.stderr.read().decode()
    done.stderr.close()
    assert "Dihentikan" in said
    assert "Traceback" not in said
    assert [line["stem"] for line in manifest(tmp_path / "out")] == ["a"]
    assert {"indikator.csv", "a/laporan.json"} <= files(tmp_path / "out")
    assert not [p for p in (tmp_path / "out").iterdir() if p.name.startswith(".")]


def _start(folder, *arguments, env=None, stdout=subprocess.DEVNULL):
    fake = Path(__file__).with_name("fake_extract.py")
    return subprocess.Popen(
        [sys.executable, str(fake), *map(str, arguments)],
        cwd=folder,
        env=os.environ | (env or {}),
        stdout=stdout,
        stderr=subprocess.PIPE,
    )


@pytest.mark.parametrize(
    "name", ["-o.pdf", "a\x1b[31mb\n.pdf", "..pdf", "...pdf", "a" * 251 + ".pdf", "indikator.csv.pdf"]
)
def test_odd_file_names(fake, report, tmp_path, name):
    report(name)
    done = fake("-o", "out", "--", name)
    assert done.returncode == 0, done.stderr
    assert "\x1b" not in done.stderr
    (line,) = manifest(tmp_path / "out")
    folder = tmp_path / "out" / line["stem"]
    assert (folder / "laporan.json").is_file()
    assert folder.parent == tmp_path / "out"
    assert files(tmp_path) - {name} == {f"out/{n}" for n in files(tmp_path / "out")}


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no text exist on Linux")
def test_a_file_name_that_is_no_text(fake, report, tmp_path):
    path = report("biasa.pdf").rename(tmp_path / os.fsdecode(b"a\xffb.pdf"))
    done = fake(path, "-o", "out", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["inputs"][0]["path"].endswith("a\\xffb.pdf")

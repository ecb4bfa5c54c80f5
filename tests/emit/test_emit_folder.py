"""The output folder: whole or not at all, a data package that holds, a manifest that is kept."""

import json
import os
import stat
import subprocess
import sys

import frictionless
import msgspec
import pytest

from extractor.emit import atomic
from extractor.emit.combined import write_combined
from extractor.emit.manifest import Line, append_manifest, is_current, manifest_bytes, read_manifest, write_manifest
from extractor.emit.report_folder import report_files, write_report
from extractor.model.errors import ExitCode, OutputError


def tree(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture
def out(tmp_path, make):
    """An output folder with two reports; the second has odd values everywhere."""
    odd = make.make_laporan(
        source=msgspec.structs.replace(make.make_laporan().source, file_name="Laporan é.docx", pages=None),
        tabel=(make.make_tabel([["No", "%", "%"], ["1", "=A1", ""]], page=None), make.make_tabel([["", ""]], page=3)),
        indikator=(
            make.make_indikator(tahun=None, target=None, evaluasi=None),
            make.make_indikator(tahun=None, target=None, evaluasi=None),
        ),
        anggaran=(),
        temuan=(),
        bab=(),
        laporan=msgspec.structs.replace(make.make_laporan().laporan, tahun=None, instansi=None),
    )
    write_report(tmp_path / "satu", make.make_laporan())
    write_report(tmp_path / "Dua é", msgspec.structs.replace(odd, tabel=(odd.tabel[0],)))
    write_combined(tmp_path, ["satu", "Dua é"])
    return tmp_path


def test_the_files_of_the_contract_are_there(out):
    assert set(tree(out)) == {
        *("datapackage.json", "laporan.csv", "tabel.csv", "indikator.csv", "anggaran.csv", "temuan.csv"),
        *(
            "satu/laporan.json",
            "satu/tabel/3.1.csv",
            "satu/tabel/p6-1.csv",
            "Dua é/laporan.json",
            "Dua é/tabel/3.1.csv",
        ),
    }


def test_the_data_package_is_valid(out):
    report = frictionless.Package(str(out / "datapackage.json")).validate()
    assert report.flatten(["title", "rowNumber", "fieldName", "message"]) == []
    assert report.stats["tasks"] == 8
    assert sum(task.stats.get("rows", 0) for task in report.tasks) == 2 + 3 + 3 + 1 + 1 + 1 + 1 + 1


def test_the_data_package_notices_a_changed_file(out):
    path = out / "indikator.csv"
    path.write_bytes(path.read_bytes().replace(b"t001", b"t009"))
    report = frictionless.Package(str(out / "datapackage.json")).validate()
    assert {"hash-count", "foreign-key"} <= {row[0] for row in report.flatten(["type"])}


def test_keys_are_declared_where_they_hold(out):
    package = json.loads((out / "datapackage.json").read_bytes())
    keys = {r["name"]: r["schema"].get("primaryKey") for r in package["resources"]}
    assert keys["anggaran"] == ["laporan", "tabel", "row", "tahun"]
    assert keys["temuan"] == ["laporan", "id"]
    assert keys["indikator"] is None, "the second report tells one row twice"


def test_paths_and_sources_of_the_package(out):
    package = json.loads((out / "datapackage.json").read_bytes())
    tables = {r["path"]: r for r in package["resources"] if "/" in r["path"]}
    assert set(tables) == {"satu/tabel/3.1.csv", "satu/tabel/p6-1.csv", "Dua é/tabel/3.1.csv"}
    assert tables["Dua é/tabel/3.1.csv"]["sources"][0]["title"] == "Laporan é.docx"
    assert [s["title"] for s in package["sources"]] == ["Laporan é.docx", "laporan.pdf"]


def test_the_same_reports_give_the_same_bytes(tmp_path, out):
    again = tmp_path / "again"
    again.mkdir()
    for stem in ("satu", "Dua é"):
        (out / stem).rename(again / stem)
    write_combined(again, ["Dua é", "satu"])
    for name, content in tree(again).items():
        assert "/" in name or content == (out / name).read_bytes()


def test_csv_end_with_a_line_feed_and_have_no_carriage_return(out):
    for name, content in tree(out).items():
        if name.endswith(".csv"):
            assert content.endswith(b"\n"), name
            assert b"\r" not in content, name


def test_a_report_replaces_its_own_earlier_folder_whole(tmp_path, make):
    folder = tmp_path / "satu"
    write_report(folder, make.make_laporan())
    write_report(folder, make.make_laporan(tabel=()))
    assert set(tree(folder)) == {"laporan.json"}
    assert [p.name for p in tmp_path.iterdir()] == ["satu"]


def test_files_are_as_readable_as_the_umask_allows(tmp_path, make):
    write_report(tmp_path / "satu", make.make_laporan())
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE((tmp_path / "satu").stat().st_mode) == 0o777 & ~mask
    assert stat.S_IMODE((tmp_path / "satu" / "laporan.json").stat().st_mode) == 0o666 & ~mask


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_an_error_on_the_way_leaves_the_old_and_no_rest(tmp_path, make, monkeypatch, failing):
    folder = tmp_path / "satu"
    write_report(folder, make.make_laporan())
    before = tree(tmp_path)
    if failing == "fsync":
        monkeypatch.setattr(atomic.os, "fsync", _full)
    else:
        monkeypatch.setattr(atomic.Path, "replace", _full)
    with pytest.raises(OutputError) as caught:
        write_report(folder, make.make_laporan(tabel=()))
    assert "No space left" in caught.value.message_en
    assert caught.value.exit_code == ExitCode.OUTPUT
    assert tree(tmp_path) == before


def _full(*_):
    raise OSError(28, "No space left on device")


def test_a_file_is_whole_or_as_before(tmp_path, monkeypatch):
    path = tmp_path / "a.csv"
    atomic.write_file(path, b"lama\n")
    monkeypatch.setattr(atomic.os, "fsync", _full)
    with pytest.raises(OutputError):
        atomic.write_file(path, b"baru\n")
    assert tree(tmp_path) == {"a.csv": b"lama\n"}


def test_links_in_the_output_are_replaced_and_not_followed(tmp_path, make):
    victim = tmp_path / "victim"
    victim.mkdir()
    (victim / "asli.txt").write_text("asli")
    out = tmp_path / "out"
    out.mkdir()
    (out / "satu").symlink_to(victim)
    (out / "indikator.csv").symlink_to(victim / "asli.txt")
    write_report(out / "satu", make.make_laporan())
    write_combined(out, ["satu"])
    assert tree(victim) == {"asli.txt": b"asli"}
    assert not (out / "satu").is_symlink()
    assert not (out / "indikator.csv").is_symlink()


def test_rests_of_dead_runs_are_removed_and_of_living_ones_kept(tmp_path):
    dead = 2**22 + 1  # beyond the largest process number of Linux
    (tmp_path / f".lkip-{dead}-0").mkdir()
    (tmp_path / f".lkip-{dead}-1").write_text("x")
    living = tmp_path / f".lkip-{os.getpid()}-0"
    living.mkdir()
    (tmp_path / ".lkip-lain").write_text("not ours")
    atomic.remove_leftovers(tmp_path)
    assert {p.name for p in tmp_path.iterdir()} == {living.name, ".lkip-lain"}


@pytest.mark.skipif(sys.platform != "linux", reason="known on Linux only")
def test_a_process_that_has_ended_unasked_is_dead(tmp_path):
    process = subprocess.Popen([sys.executable, "-c", ""])
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    (tmp_path / f".lkip-{process.pid}-0").mkdir()
    atomic.remove_leftovers(tmp_path)
    process.wait()
    assert not list(tmp_path.iterdir())


def test_a_file_in_the_place_of_the_output_folder_is_an_output_error(tmp_path):
    (tmp_path / "out").write_text("x")
    for act in (atomic.check_writable, atomic.make_folder):
        with pytest.raises(OutputError):
            act(tmp_path / "out" / "dalam")
    atomic.check_writable(tmp_path / "belum" / "ada")
    assert not (tmp_path / "belum").exists()


def test_a_changed_earlier_result_is_said_and_not_passed_over(out):
    (out / "satu" / "laporan.json").write_text("{}")
    with pytest.raises(OutputError) as caught:
        write_combined(out, ["satu", "Dua é"])
    assert caught.value.code == "output_changed"


def test_the_manifest_is_read_back_sorted_and_a_torn_line_left_out(tmp_path):
    lines = [
        Line(path, None, None, "failed", None, 0.1, {"lkip-extractor": "0"}, {"pages": None}) for path in ("b", "a")
    ]
    write_manifest(tmp_path, manifest_bytes(lines))
    assert is_current(tmp_path, manifest_bytes(lines))
    path = tmp_path / "manifest.jsonl"
    assert [json.loads(line)["path"] for line in path.read_text().splitlines()] == ["a", "b"]
    path.write_bytes(path.read_bytes()[:-20])
    assert list(read_manifest(tmp_path)) == ["a"]
    assert read_manifest(tmp_path / "nowhere") == {}
    append_manifest(tmp_path, lines[0])
    assert list(read_manifest(tmp_path)) == ["a", "b"], "a line after a torn one is whole"


def test_a_report_is_written_as_safe_csv_only_when_asked(make):
    laporan = make.make_laporan(tabel=(make.make_tabel([["a"], ["=1+1"]]),))
    assert b"".join(report_files(laporan)["tabel/3.1.csv"]) == b"a\n=1+1\n"
    safe = {name: b"".join(parts) for name, parts in report_files(laporan, safe_csv=True).items()}
    assert safe["tabel/3.1.csv"] == b"a\n'=1+1\n"
    assert b'"=1+1"' in safe["laporan.json"]

"""`extract archive` as people call it: what it says, where, and with which exit code."""

import csv
import io
import json
from pathlib import Path

import pytest

from benchmarks.archive import reports
from extractor.cli import main
from extractor.emit.report_folder import write_report


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An output folder with four reports; the test runs beside it."""
    folder = tmp_path / "out"
    folder.mkdir()
    for name, laporan in reports(4):
        write_report(folder / name, laporan)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    return folder


def call(capfd: pytest.CaptureFixture[str], *words: str) -> tuple[int | str | None, str, str]:
    """Exit code, stdout, stderr."""
    capfd.readouterr()
    with pytest.raises(SystemExit) as ended:
        main(["archive", *words])
    shown = capfd.readouterr()
    return (ended.value.code, shown.out, shown.err)


@pytest.mark.usefixtures("out")
def test_add_list_query(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert call(capfd, "add", "out") == (0, "", "4 baru: arsip.db\n")
    assert call(capfd, "add", "out", "--lang", "en") == (0, "", "4 unchanged: arsip.db\n")
    metadata = json.loads((tmp_path / "arsip.metadata.json").read_bytes())
    assert list(metadata["databases"]) == ["arsip"]
    code, shown, _ = call(capfd, "list")
    assert code == 0
    assert [line.split()[0] for line in shown.splitlines()[2:]] == [f"lkip-0000-{year}" for year in range(2015, 2019)]
    code, shown, _ = call(capfd, "query", "anggaran", "--kode", "1", "--tahun", "2016-2017", "--csv")
    rows = list(csv.DictReader(io.StringIO(shown)))
    assert {row["tahun"] for row in rows} == {"2016", "2017"}
    assert all(row["kode"].startswith("1.") for row in rows)
    code, shown, _ = call(capfd, "query", "laporan", "--json", "--limit", "2")
    assert [row["laporan"] for row in json.loads(shown)] == ["lkip-0000-2015", "lkip-0000-2016"]
    code, shown, said = call(capfd, "query", "--sql", "SELECT 1.50 AS a, NULL AS b UNION ALL SELECT 'x', NULL", "--csv")
    assert (code, shown, said) == (0, "a,b\n1.5,\nx,\n", "")


@pytest.mark.usefixtures("out")
def test_a_table_is_as_wide_as_the_terminal(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    call(capfd, "add", "out")
    _, wide, said = call(capfd, "query", "anggaran", "--limit", "3")
    assert "…" not in wide
    assert said == "… dan 109 baris lagi: --limit 0, atau --csv.\n"
    monkeypatch.setenv("COLUMNS", "120")
    _, narrow, _ = call(capfd, "query", "anggaran", "--limit", "3")
    assert max(map(len, narrow.splitlines())) <= 120
    above = ("instansi: Dinas 0 Kabupaten Contoh 0", "satuan: rupiah")
    assert set(above) <= set(narrow.splitlines())
    table = [line for line in narrow.splitlines() if ": " not in line]
    assert {"realisasi", "berkas"} <= set(table[0].split())
    figures = [word for line in wide.splitlines()[2:] for word in line.split() if word.isdigit() and len(word) > 6]
    assert figures and [w for line in table for w in line.split() if w.isdigit() and len(w) > 6] == figures
    assert len(table) == len(wide.splitlines()) == 5


@pytest.mark.usefixtures("out")
def test_words_that_nothing_has_whole_are_taken_for_beginnings(capfd: pytest.CaptureFixture[str]) -> None:
    call(capfd, "add", "out")
    _, whole, said = call(capfd, "query", "anggaran", "kegiatan", "--csv")
    assert (len(whole.splitlines()), said) == (97, "")
    assert call(capfd, "query", "anggaran", "Kegiat", "--csv") == (
        *(0, whole),
        "Tidak ada yang memuat kata itu utuh; dicari Kegiat*.\n",
    )
    code, shown, said = call(capfd, "query", "anggaran", "tidakada", "--lang", "en")
    assert (code, shown, said) == (0, "", "Nothing fits.\n")


@pytest.mark.usefixtures("out")
def test_every_figure_of_an_answer_has_its_file_and_page(capfd: pytest.CaptureFixture[str]) -> None:
    call(capfd, "add", "out")
    for question in ("indikator", "anggaran", "angka", "angka_anggaran", "temuan"):
        _, shown, _ = call(capfd, "query", question, "--json")
        rows = json.loads(shown)
        assert {row["berkas"] for row in rows} <= {f"lkip-0000-{year}.pdf" for year in range(2015, 2019)}, question
        assert all(row["page"] == 12 or question != "anggaran" for row in rows)
        _, table, _ = call(capfd, "query", question)
        head = table.split("\n", 1)[0].split()
        assert "berkas" in head and "laporan" not in head and "page" in head


def test_a_damaged_report_is_named_and_the_others_go_in(out: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (out / "lkip-0000-2016" / "laporan.json").write_text("{}")
    code, _, said = call(capfd, "add", "out")
    assert code == 4
    assert "lkip-0000-2016" in said
    assert said.endswith("3 baru: arsip.db\n")


def test_a_replaced_report_is_said(out: Path, capfd: pytest.CaptureFixture[str]) -> None:
    call(capfd, "add", "out")
    place = out / "lkip-0000-2016" / "laporan.json"
    place.write_bytes(place.read_bytes().replace(b"Meningkatnya", b"Menurunnya"))
    _, _, said = call(capfd, "add", "out")
    assert said == (
        "lkip-0000-2016 (versi 2): versi baru, berkas yang sama, dibaca ulang\n1 versi baru, 3 tidak berubah: arsip.db\n"
    )
    _, shown, _ = call(capfd, "list", "--versi", "--csv", "--tahun", "2016")
    assert [(row["versi"], row["berlaku"]) for row in csv.DictReader(io.StringIO(shown))] == [("1", "0"), ("2", "1")]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["add", "tidak-ada"], 3),
        (["add", "out", "--db", "out/lkip-0000-2015/laporan.json"], 3),
        (["add", "out", "--db", "out/lkip-0000-2015/laporan.json/a.db"], 6),
        (["list", "--db", "tidak-ada.db"], 3),
        (["list", "--tahun", "kapan"], 2),
        (["query"], 2),
        (["query", "laporan", "--sql", "SELECT 1"], 2),
        (["query", "--sql", "SELECT 1", "--tahun", "2020"], 2),
        (["query", "--sql", "DELETE FROM versi"], 2),
        (["query", "tidak-ada"], 2),
        (["query", "indikator", "--kode", "1"], 2),
        (["tidak-ada"], 2),
        ([], 2),
    ],
)
@pytest.mark.usefixtures("out")
def test_what_cannot_be_done_is_said_on_stderr(words: list[str], code: int, capfd: pytest.CaptureFixture[str]) -> None:
    call(capfd, "add", "out")
    found, shown, said = call(capfd, *words)
    assert (found, shown) == (code, "")
    assert said


@pytest.mark.usefixtures("out")
def test_the_comparison_reads_the_archive_as_it_reads_the_folders(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    call(capfd, "add", "out")
    for source, target in ((["out"], "a"), (["--db", "arsip.db", "--instansi", "dinas 0"], "b")):
        with pytest.raises(SystemExit) as ended:
            main(["compare", *source, "-o", target, "-q"])
        assert ended.value.code == 0
    written = {path.name for path in (tmp_path / "a").glob("*.csv")}
    assert len(written) > 3
    for name in written:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    for source in (["--db", "arsip.db", "--tahun", "1999"], ["--db", "tidak-ada.db"]):
        with pytest.raises(SystemExit) as ended:
            main(["compare", *source])
        assert ended.value.code == 3
    for source in ([], ["out", "--db", "arsip.db"], ["out", "--tahun", "2016"]):
        with pytest.raises(SystemExit) as ended:
            main(["compare", *source])
        assert ended.value.code == 2

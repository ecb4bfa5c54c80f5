"""What an archive holds after reports were added: every figure with where it comes from, versions, nothing twice, no halves."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
import zlib
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from benchmarks.archive import report, reports, whole
from extractor.archive.store import skema
from extractor.archive.store.arsip import Arsip, Masuk
from extractor.archive.store.buka import ArchiveError, NotAnArchive, NotWhole, open_for_writing, speaking
from extractor.archive.store.syarat import Pilihan
from extractor.model.errors import MissingInput
from extractor.model.laporan import Laporan, Run

OLD = report(1, 2020)


def changed(laporan: Laporan = OLD, *, sha256: str | None = None, names: str = "", pages: str | None = None) -> Laporan:
    """The report with another first indicator, in another file, with other names, read from some pages."""
    first = msgspec.structs.replace(laporan.indikator[0], predikat="Baik")
    rows = (first, *laporan.indikator[1:])
    if names:
        rows = tuple(msgspec.structs.replace(row, indikator=f"{row.indikator} {names}") for row in rows)
        lines = tuple(msgspec.structs.replace(row, uraian=f"{row.uraian} {names}") for row in laporan.anggaran)
        laporan = msgspec.structs.replace(laporan, anggaran=lines)
    source = msgspec.structs.replace(laporan.source, sha256=sha256 or laporan.source.sha256)
    run = msgspec.structs.replace(laporan.run, options={"pages": pages})
    return msgspec.structs.replace(laporan, indikator=rows, source=source, run=run)


def of_quarter(laporan: Laporan, periode: str = "TW2") -> Laporan:
    """The same report, as one of a part of its year."""
    return msgspec.structs.replace(laporan, laporan=msgspec.structs.replace(laporan.laporan, periode=periode))


def add(db: Path, *named: tuple[str, Laporan], make_current: bool = False) -> list[Masuk]:
    with Arsip(db, writable=True) as arsip:
        return [arsip.add(name, laporan, make_current=make_current) for name, laporan in named]


def dump(db: Path) -> list[str]:
    with closing(sqlite3.connect(db)) as found:
        return list(found.iterdump())


def rows(db: Path, sql: str) -> list[tuple[object, ...]]:
    with Arsip(db) as arsip:
        return [*arsip.ask_sql(sql).rows]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "arsip.db"


def test_adding_twice_changes_nothing(db: Path) -> None:
    add(db, *reports(12))
    before = dump(db)
    again = add(db, *reports(12))
    assert {found.apa for found in again} == {"sama"}
    assert dump(db) == before
    assert [p.name for p in db.parent.iterdir()] == ["arsip.db"], "one file, and nothing beside it"


def test_what_an_earlier_program_added_is_known(db: Path) -> None:
    """Its laporan.json lacks what is null today, so that its hash is another; a report that differs is a new version."""
    add(db, ("a", OLD))
    with closing(sqlite3.connect(db)) as other:
        old = msgspec.json.decode(msgspec.json.encode(OLD))
        del old["laporan"]["periode"]
        other.execute("UPDATE dokumen SET json_zlib = ?", (zlib.compress(msgspec.json.encode(old)),))
        other.execute("UPDATE versi SET isi_sha256 = 'dahulu'")
        other.commit()
    assert [found.apa for found in add(db, ("a", OLD), ("a", changed()), ("a", OLD))] == ["sama", "versi", "lama"]


def test_the_run_and_the_name_of_the_file_are_no_content(db: Path) -> None:
    other = msgspec.structs.replace(
        OLD,
        run=msgspec.structs.replace(OLD.run, version="9"),
        source=msgspec.structs.replace(OLD.source, file_name="salinan.pdf"),
    )
    assert [found.apa for found in add(db, ("a", OLD), ("b", other))] == ["baru", "sama"]


@pytest.mark.parametrize(
    ("incoming", "apa", "nama", "berlaku"),
    [
        (changed(), "versi", "a", True),
        (changed(sha256="f" * 64), "versi", "a", True),
        (changed(sha256="f" * 64, names="lain sama sekali"), "baru", "b", True),
        (changed(pages="1-3"), "versi", "a", False),
        (msgspec.structs.replace(changed(sha256="f" * 64), status="partial"), "versi", "a", False),
        (msgspec.structs.replace(changed(sha256="f" * 64), anggaran=()), "versi", "a", False),
        (msgspec.structs.replace(changed(), run=Run("0.0.9", {})), "versi", "a", False),
        (msgspec.structs.replace(changed(), run=Run("0.10", {}), status="partial"), "versi", "a", True),
        (report(1, 2021), "baru", "b", True),
        (report(2, 2020), "baru", "b", True),
    ],
    ids=[
        "read again",
        "issued again",
        "another of the agency",
        "some pages",
        "a file cut off",
        "a chapter of it",
        "an older program",
        "a newer program",
        "next year",
        "another agency",
    ],
)
def test_which_report_an_incoming_one_is(db: Path, incoming: Laporan, apa: str, nama: str, berlaku: bool) -> None:
    found = add(db, ("a", OLD), ("b", incoming))[1]
    assert (found.apa, found.nama, found.berlaku) == (apa, nama, berlaku)
    current = rows(db, "SELECT laporan, versi FROM laporan_berlaku ORDER BY laporan")
    assert current == ([("a", 1 + berlaku)] if nama == "a" else [("a", 1), ("b", 1)])


def test_reports_of_a_year_and_of_its_quarters_are_no_versions_of_one_another(db: Path) -> None:
    quarters = [of_quarter(changed(sha256=c * 64), f"TW{n}") for n, c in ((1, "a"), (2, "b"))]
    again = of_quarter(changed(sha256="c" * 64, pages="x"), "TW2")
    found = add(db, ("setahun", OLD), ("tw1", quarters[0]), ("tw2", quarters[1]), ("lagi", again))
    assert [(one.apa, one.nama) for one in found] == [
        *(("baru", "setahun"), ("baru", "tw1"), ("baru", "tw2")),
        ("versi", "tw2"),
    ]
    current = rows(db, "SELECT laporan, periode FROM laporan_berlaku ORDER BY laporan")
    assert current == [("setahun", None), ("tw1", "TW1"), ("tw2", "TW2")]


def test_a_corrected_report_replaces_its_predecessor_and_both_are_known(db: Path) -> None:
    add(db, ("a", OLD), ("a", changed()))
    assert rows(db, "SELECT nomor, berlaku FROM versi ORDER BY nomor") == [(1, 0), (2, 1)]
    assert rows(db, "SELECT predikat FROM indikator_berlaku WHERE predikat IS NOT NULL") == [("Baik",)]
    assert rows(db, "SELECT count(*) FROM indikator") == [(2 * len(OLD.indikator),)]
    with Arsip(db) as arsip:
        assert [laporan for _, laporan in arsip.reports()] == [changed()]
        assert [row[:3] for row in arsip.ask("versi", Pilihan()).rows] == [("a", 1, 0), ("a", 2, 1)]


def test_an_earlier_version_counts_again_only_when_it_is_said(db: Path) -> None:
    add(db, ("a", OLD), ("a", changed()))
    (found,) = add(db, ("a", OLD))
    assert (found.apa, found.nomor, found.berlaku) == ("lama", 1, False)
    assert rows(db, "SELECT nomor FROM versi WHERE berlaku") == [(2,)]
    (found,) = add(db, ("a", OLD), make_current=True)
    assert rows(db, "SELECT nomor FROM versi WHERE berlaku") == [(1,)]


def test_reports_without_year_or_agency_are_told_apart_by_their_files(db: Path) -> None:
    nameless = msgspec.structs.replace(OLD, laporan=msgspec.structs.replace(OLD.laporan, instansi=None, tahun=None))
    other = changed(nameless, sha256="f" * 64)
    assert [found.nama for found in add(db, ("a", nameless), ("A", other))] == ["a", "A-2"]


def test_a_report_comes_out_as_it_went_in(db: Path) -> None:
    named = dict(reports(3))
    add(db, *named.items())
    with Arsip(db) as arsip:
        assert dict(arsip.reports()) == named
        assert [name for name, _ in arsip.reports(Pilihan(tahun="2016-"))] == sorted(named)[1:]
        assert not list(arsip.reports(Pilihan(instansi="tidak ada")))


def test_every_figure_says_where_it_comes_from(db: Path) -> None:
    add(db, *((name, laporan) for name, laporan in reports(40) if laporan.temuan))
    with Arsip(db) as arsip:
        expected = {
            (name, cell.row, cell.col): (cell.text, value.proof, 12, list(cell.prov[0].bbox or ()))
            for name, laporan in arsip.reports()
            for cell in laporan.tabel[0].cells
            if (value := cell.value) is not None
        }
        answer = arsip.ask_sql(
            "SELECT laporan, \"row\", col, raw, proof, page, bbox FROM angka_berlaku WHERE tabel = 't001'"
        )
        proved = arsip.ask_sql(
            "SELECT DISTINCT f.code, g.proof FROM bukti b JOIN temuan f ON f.id = b.temuan_id JOIN angka g ON g.id = b.angka_id"
        )
    found = {row[:3]: (*row[3:6], msgspec.json.decode(str(row[6]))) for row in answer.rows}
    assert found == expected
    assert len(expected) > 200
    assert proved.rows == [("CAPAIAN", "contradicted")]


KILLED = """
import os, signal, sqlite3, sys
from pathlib import Path
from benchmarks.archive import reports
from extractor.archive.store.arsip import Arsip
left = [int(sys.argv[2])]
real = sqlite3.connect
def connect(*arguments, **options):
    db = real(*arguments, **options)
    def count(statement):
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
    db.set_trace_callback(count)
    return db
sqlite3.connect = connect
with Arsip(Path(sys.argv[1]), writable=True) as arsip:
    for name, laporan in reports(6):
        arsip.add(name, laporan)
"""


def killed(db: Path, statement: int) -> int:
    """Add in a process that is killed before its n-th statement."""
    command = [sys.executable, "-c", KILLED, str(db), str(statement)]
    return subprocess.run(command, env=os.environ | {"PYTHONPATH": str(Path.cwd())}, check=False).returncode


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_a_killed_add_leaves_every_report_whole_or_out(db: Path) -> None:
    chance = random.Random(7)
    moments = [9, 40, *(chance.randint(60, 900) for _ in range(6))]
    counts = []
    for moment in moments:
        assert killed(db, moment) == -signal.SIGKILL
        counts.append(whole(db))
    assert counts == sorted(counts)
    assert 0 in counts
    add(db, *reports(6))
    assert whole(db) == 6
    fresh = db.with_name("fresh.db")
    add(fresh, *reports(6))
    sql = "SELECT * FROM angka ORDER BY id"
    assert rows(db, sql) == rows(fresh, sql)


def test_several_programs_add_at_once(db: Path) -> None:
    """A new file, four writers, the same ten reports: each is in once."""
    code = (
        "import sys; from pathlib import Path; from benchmarks.archive import reports\n"
        "from extractor.archive.store.arsip import Arsip\n"
        "with Arsip(Path(sys.argv[1]), writable=True) as arsip:\n"
        "    for name, laporan in reports(10): arsip.add(name, laporan)"
    )
    env = os.environ | {"PYTHONPATH": str(Path.cwd())}
    writers = [subprocess.Popen([sys.executable, "-c", code, str(db)], env=env) for _ in range(4)]
    assert [writer.wait() for writer in writers] == [0] * 4
    assert whole(db) == 10


def test_a_busy_archive_is_said(db: Path) -> None:
    add(db, ("a", OLD))
    with closing(sqlite3.connect(db, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Arsip(db, writable=True, busy_seconds=0.05) as arsip:
            with pytest.raises(ArchiveError) as caught:
                arsip.add("b", report(2, 2020))
            other.execute("ROLLBACK")
            assert arsip.add("b", report(2, 2020)).apa == "baru", "the archive can still be used"
    assert caught.value.code == "archive_busy"


def test_a_full_disk_is_said_and_the_archive_stays_whole(db: Path) -> None:
    add(db, ("a", OLD))
    before = dump(db)
    with closing(open_for_writing(db)) as other:
        pages = other.execute("PRAGMA page_count").fetchone()[0]
        other.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(ArchiveError, match="no space"), speaking(db):
            other.execute("CREATE TABLE lain (a)")
    assert dump(db) == before


def test_a_failed_report_leaves_no_trace(db: Path) -> None:
    add(db, ("a", OLD))
    before = dump(db)
    twice = msgspec.structs.replace(report(2, 2020), tabel=report(2, 2020).tabel * 2)
    with Arsip(db, writable=True) as arsip, pytest.raises(NotWhole):
        arsip.add("b", twice)
    assert dump(db) == before


def test_the_period_of_a_budget_line_is_kept(db: Path) -> None:
    lines = [msgspec.structs.replace(row, periode="sd_09") for row in OLD.anggaran[:1]]
    add(db, ("a", msgspec.structs.replace(OLD, anggaran=(*lines, *OLD.anggaran[1:]))))
    assert {row[0] for row in rows(db, "SELECT periode FROM anggaran_berlaku")} == {"sd_09", None}


@pytest.mark.parametrize("done", range(len(skema.MIGRATIONS)))
def test_every_earlier_form_is_brought_up_to_date(db: Path, done: int, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(skema, "MIGRATIONS", skema.MIGRATIONS[:done])
        patch.setattr(skema, "VERSION", done)
        old = sqlite3.connect(db, isolation_level=None)
        skema.migrate(old, 0)
        old.close()
    add(db, ("a", OLD))
    fresh = db.with_name("fresh.db")
    add(fresh, ("a", OLD))
    form = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2"
    assert rows(db, form) == rows(fresh, form)


def test_what_is_no_archive_of_ours_is_refused_and_left_alone(db: Path) -> None:
    with pytest.raises(MissingInput):
        Arsip(db)
    db.write_text("bukan basis data")
    for writable in (False, True):
        with pytest.raises(NotAnArchive):
            Arsip(db, writable=writable)
    assert db.read_text() == "bukan basis data"
    db.unlink()
    db.mkdir()
    for writable in (False, True):
        with pytest.raises(NotAnArchive, match="folder"):
            Arsip(db, writable=writable)
    db.rmdir()
    for statement in ("CREATE TABLE lain (a)", f"PRAGMA application_id = {skema.APPLICATION_ID}"):
        other = sqlite3.connect(db, isolation_level=None)
        other.execute(statement)
        other.execute(f"PRAGMA user_version = {skema.VERSION + 1}")
        other.close()
        for writable in (False, True):
            with pytest.raises(NotAnArchive):
                Arsip(db, writable=writable)


def test_a_damaged_archive_is_said(db: Path) -> None:
    add(db, *reports(3))
    content = bytearray(db.read_bytes())
    content[4096:8192] = bytes(4096)
    content[20480:] = os.urandom(len(content) - 20480)
    db.write_bytes(content)
    with pytest.raises((NotAnArchive, ArchiveError)), Arsip(db) as arsip:
        arsip.ask("indikator", Pilihan())


def test_readers_do_not_wait_for_a_writer(db: Path) -> None:
    add(db, ("a", OLD))
    writer = open_for_writing(db)
    writer.execute("BEGIN IMMEDIATE")
    begun = time.monotonic()
    assert rows(db, "SELECT count(*) FROM laporan") == [(1,)]
    assert time.monotonic() - begun < 30
    writer.execute("ROLLBACK")
    writer.close()


def test_figures_are_counted_from_an_index_alone(db: Path) -> None:
    """Datasette counts the figures on every page; reading each row for it takes more than its second in large archives."""
    add(db, ("a", OLD))
    plan = rows(db, "EXPLAIN QUERY PLAN SELECT count(*) FROM angka_berlaku")
    steps = [str(step[-1]) for step in plan]
    assert any("COVERING INDEX angka_versi" in step for step in steps), steps
    assert len(steps) == 3, steps

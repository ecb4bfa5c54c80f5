"""Open an archive: a path in, a connection out, or an error that says what is wrong with the file and what to do.

Writers share the file through WAL: readers never wait, a second writer waits `BUSY_SECONDS` for the first one's report. Readers get
a connection that cannot change anything, not by SQL and not by ATTACH.
"""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from extractor.archive.store.skema import APPLICATION_ID, VERSION, migrate
from extractor.model.errors import InputError, MissingInput, OutputError

BUSY_SECONDS = 60.0
_RETRY_SECONDS = 0.05
_WAL_PAGES = 8000
_CACHE_KB = 64 * 1024
"""Indices of many reports are touched all over: with the usual 4 MB between two write-outs most time went into waiting for the disk."""
_HEADER = b"SQLite format 3\0"
_READS = frozenset(
    {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
    | {sqlite3.SQLITE_TRANSACTION}
)
_HARMLESS_PRAGMAS = frozenset({"table_info", "table_list", "index_list", "foreign_key_list", "data_version"})
"""What full-text search asks of its own tables, and what a person asks to see the columns."""
_REASONS: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_FULL: ("tempat penyimpanan penuh", "no space is left"),
    sqlite3.SQLITE_READONLY: ("berkas atau foldernya tidak boleh ditulis", "the file or its folder may not be written"),
    sqlite3.SQLITE_CANTOPEN: (
        "berkasnya tidak bisa dibuka atau dibuat di folder itu",
        "its file cannot be opened or made in that folder",
    ),
}
"""What went wrong, by SQLite's code."""


class NotAnArchive(InputError):
    """Something else than an archive of ours stands there, or one of a newer program."""

    default_code = "not_an_archive"
    default_advice_id = "Berikan berkas yang dibuat `extract archive add`."
    default_advice_en = "Give a file made by `extract archive add`."


class NotWhole(InputError):
    """A report that contradicts the form of reports: two tables with one id, a finding of no known severity."""

    default_code = "not_whole"
    default_advice_id = "Ekstrak laporan itu lagi dengan --overwrite, lalu tambahkan lagi."
    default_advice_en = "Extract that report again with --overwrite and add it again."


class ArchiveError(OutputError):
    """The archive cannot be written or read at the moment: busy, no space, no permission."""

    default_code = "archive"
    default_advice_id = "Periksa izin dan ruang penyimpanannya, lalu ulangi."
    default_advice_en = "Check its permissions and free space, then try again."


def open_for_writing(path: Path, *, busy_seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    """The archive at `path`, made or brought to today's form where needed. Raises `NotAnArchive`, `ArchiveError`."""
    if path.is_dir() or (path.exists() and path.stat().st_size):
        _check_header(path)
    with speaking(path), ExitStack() as on_error:
        db = sqlite3.connect(path, timeout=busy_seconds, isolation_level=None)
        on_error.callback(db.close)
        _use_wal(db, busy_seconds)
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute(f"PRAGMA wal_autocheckpoint = {_WAL_PAGES}")
        db.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
        if _form(db, path) != VERSION:
            db.execute("BEGIN IMMEDIATE")
            migrate(db, _form(db, path))
            db.execute("COMMIT")
        on_error.pop_all()
        return db


def open_for_reading(path: Path) -> sqlite3.Connection:
    """The archive at `path`, for questions only. Raises `MissingInput`, `NotAnArchive`, `ArchiveError`."""
    if not path.exists():
        raise MissingInput(
            message_id=f"Tidak ada arsip di {path}.",
            message_en=f"There is no archive at {path}.",
            advice_id="Buat dengan `extract archive add OUT --db arsip.db`.",
            advice_en="Make it with `extract archive add OUT --db arsip.db`.",
        )
    _check_header(path)
    with speaking(path), ExitStack() as on_error:
        db = sqlite3.connect(_read_uri(path), uri=True, timeout=BUSY_SECONDS, isolation_level=None)
        on_error.callback(db.close)
        db.execute("PRAGMA query_only = ON")
        form = _form(db, path)
        if form != VERSION:
            raise NotAnArchive(
                message_id=f"Arsip {path} berbentuk versi {form}, program ini membaca versi {VERSION}.",
                message_en=f"The archive {path} has form {form}, this program reads form {VERSION}.",
                advice_id=f"Perbarui dengan `extract archive add --db {path}`.",
                advice_en=f"Bring it up to date with `extract archive add --db {path}`.",
            )
        db.set_authorizer(_may)
        on_error.pop_all()
        return db


@contextmanager
def speaking(path: Path) -> Iterator[None]:
    """Errors of SQLite as sentences. Mistakes in a person's own SQL are not among them (see `tanya`)."""
    try:
        yield
    except sqlite3.OperationalError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_INTERRUPT:
            raise KeyboardInterrupt from error
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise ArchiveError(
                code="archive_busy",
                message_id=f"Arsip {path} sedang ditulis proses lain.",
                message_en=f"The archive {path} is being written by another process.",
                advice_id="Tunggu sampai proses itu selesai, lalu ulangi; yang sudah masuk tidak dibaca dua kali.",
                advice_en="Wait until that process has ended and try again; what is in already is not added twice.",
            ) from error
        told_id, told_en = _REASONS.get(code, (str(error), str(error)))
        raise ArchiveError(
            message_id=f"Arsip {path} tidak bisa dipakai: {told_id}.",
            message_en=f"Cannot use the archive {path}: {told_en}.",
        ) from error
    except sqlite3.IntegrityError as error:
        raise NotWhole(
            message_id=f"Laporan ini tidak utuh, tidak ditambahkan: {error}.",
            message_en=f"This report is not whole, it is not added: {error}.",
        ) from error
    except sqlite3.DatabaseError as error:
        raise NotAnArchive(
            code="archive_damaged",
            message_id=f"Arsip {path} rusak: {error}.",
            message_en=f"The archive {path} is damaged: {error}.",
            advice_id="Pulihkan dari salinan, atau buat lagi dari folder keluaran dengan `extract archive add`.",
            advice_en="Restore it from a copy, or make it again from the output folders with `extract archive add`.",
        ) from error


def _check_header(path: Path) -> None:
    if path.is_dir():
        raise NotAnArchive(
            message_id=f"{path} adalah folder, bukan arsip.", message_en=f"{path} is a folder, not an archive."
        )
    try:
        with path.open("rb") as file:
            head = file.read(len(_HEADER))
    except OSError as error:
        raise ArchiveError(
            message_id=f"Arsip {path} tidak bisa dibuka: {error.strerror}.",
            message_en=f"Cannot open the archive {path}: {error.strerror}.",
        ) from error
    if head != _HEADER:
        raise NotAnArchive(message_id=f"{path} bukan arsip.", message_en=f"{path} is no archive.")


def _use_wal(db: sqlite3.Connection, seconds: float) -> None:
    """Two programs that make one new file at once: SQLite refuses the second at once here, without its own waiting."""
    end = time.monotonic() + seconds
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(_RETRY_SECONDS)
        else:
            return


def _form(db: sqlite3.Connection, path: Path) -> int:
    """The form the file has, 0 for an empty one. Read at one moment: another program may be making the file just now."""
    alone = not db.in_transaction
    if alone:
        db.execute("BEGIN")
    application: int = db.execute("PRAGMA application_id").fetchone()[0]
    form: int = db.execute("PRAGMA user_version").fetchone()[0]
    tables: int = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if alone:
        db.execute("COMMIT")
    if application != APPLICATION_ID and tables:
        raise NotAnArchive(
            message_id=f"{path} adalah basis data lain.", message_en=f"{path} is a database of something else."
        )
    if form > VERSION:
        raise NotAnArchive(
            message_id=f"Arsip {path} dibuat oleh program yang lebih baru.",
            message_en=f"The archive {path} was made by a newer program.",
            advice_id="Perbarui lkip-extractor.",
            advice_en="Update lkip-extractor.",
        )
    return form


def _read_uri(path: Path) -> str:
    """Where the file can be written it is opened so that the last reader tidies up the files of WAL; `query_only` keeps it as it is.
    On a medium that cannot be written SQLite could not make these files, and none is needed there."""
    folder = os.access(path.parent, os.W_OK)
    frozen = not folder and not path.with_name(f"{path.name}-wal").exists()
    mode = "immutable=1" if frozen else "mode=rw" if folder and os.access(path, os.W_OK) else "mode=ro"
    return f"{path.absolute().as_uri()}?{mode}"


def _may(action: int, first: str | None, second: str | None, database: str | None, trigger: str | None) -> int:
    del database, trigger
    if action == sqlite3.SQLITE_PRAGMA:
        harmless = first in _HARMLESS_PRAGMAS or (second is None and first in {"user_version", "application_id"})
        return sqlite3.SQLITE_OK if harmless else sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_FUNCTION and second == "load_extension":
        return sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_UPDATE and first == "sqlite_master":
        # Said when a full-text table is opened; nothing is written, and `query_only` would refuse it.
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_OK if action in _READS else sqlite3.SQLITE_DENY

"""Which report is this? An incoming `Laporan` and the archive in, a `Keputusan` out; nothing is written here.

- The same content is in already: nothing to do. What is compared is the report itself; the run that made it and the name
  of the file do not count.
- The same file (SHA-256), read again, by a newer program or with a reader's corrections: a new version of its report.
- Another file of the same agency, year, part of the year and kind of document: a new version when at least half of the names in
  both (indicators, budget lines, table titles) are alike. Else it is another report of that agency (a branch office, a misread cover),
  and a report that would hide another one's figures would be worse than one too many.

The newest version counts, except when figures would be missing or older ones come back: it was read from some pages only and the one before
from all; it is another file with far fewer names, or one that could not be read wholly; or an older program read the same file.
"""

import hashlib
import re
import sqlite3
import zlib
from collections.abc import Callable
from typing import Literal, NamedTuple

import msgspec

from extractor.model.laporan import Identitas, Laporan, Run
from extractor.model.temuan import Message

ENOUGH = 0.5
"""Share of names alike (Dice) from which two files of one agency and year are one report."""
FEWER = 0.7
"""Share of the names of the version that counts, below which another file is but a part of the report (a chapter of it)."""
_OTHER_KINDS = frozenset({"Perjanjian Kinerja"})
Apa = Literal["baru", "versi", "sama", "lama"]
_NAMES = """
SELECT indikator FROM indikator WHERE versi_id = :v UNION SELECT uraian FROM anggaran WHERE versi_id = :v
UNION SELECT judul FROM tabel WHERE versi_id = :v AND judul IS NOT NULL
"""


class Keputusan(NamedTuple):
    """`apa`: `baru` a report of its own, `versi` a new version of `laporan_id`, `sama` nothing new, `lama` an earlier version.

    `versi_id`: the version that it is (`sama`, `lama`). `berlaku`: does it count from now on?
    `mirip`: new although there is a report of the same agency and year.
    """

    apa: Apa
    alasan: Message
    laporan_id: int | None = None
    versi_id: int | None = None
    berlaku: bool = True
    mirip: bool = False


class _Berlaku(NamedTuple):
    """The version that counts of a report that another one is a version of."""

    db: sqlite3.Connection
    id: int
    options: str
    status: str
    program: str


def content_hash(laporan: Laporan) -> str:
    """SHA-256 of the report without its run and file name."""
    source = msgspec.structs.replace(laporan.source, file_name="")
    bare = msgspec.structs.replace(laporan, run=Run("", {}), source=source)
    return hashlib.sha256(msgspec.json.encode(bare)).hexdigest()


def agency_key(name: str) -> str:
    """Spellings of one agency's name that differ in case, spaces and punctuation only have one key."""
    return "".join(c for c in name.casefold() if c.isalnum())


def decide(db: sqlite3.Connection, laporan: Laporan, isi_sha256: str) -> Keputusan:
    """Call inside the transaction that will write, so that nobody else decides in between."""
    known = db.execute("SELECT id, laporan_id, berlaku FROM versi WHERE isi_sha256 = ?", (isi_sha256,)).fetchone()
    if known is not None:
        return _known(*known)
    same_file = db.execute(
        "SELECT id, laporan_id, berlaku FROM versi WHERE berkas_sha256 = ? ORDER BY berlaku DESC, id DESC",
        (laporan.source.sha256,),
    ).fetchall()
    for version in same_file:
        if _reads(db, version[0], laporan):
            return _known(*version)
    if same_file:
        why = Message("berkas yang sama, dibaca ulang", "the same file, read again")
        return _version(db, laporan, same_file[0][1], why, _older_program)
    return _by_identity(db, laporan)


def _reads(db: sqlite3.Connection, versi_id: int, laporan: Laporan) -> bool:
    """Is that version this report, written in an earlier form of laporan.json, which has another hash?"""
    (packed,) = db.execute("SELECT json_zlib FROM dokumen WHERE versi_id = ?", (versi_id,)).fetchone()
    try:
        stored = msgspec.json.decode(zlib.decompress(packed), type=Laporan)
    except (zlib.error, msgspec.DecodeError):
        return False
    source = msgspec.structs.replace(stored.source, file_name=laporan.source.file_name)
    return msgspec.structs.replace(stored, run=laporan.run, source=source) == laporan


def _known(versi_id: int, laporan_id: int, berlaku: int) -> Keputusan:
    if berlaku:
        return Keputusan("sama", Message("isinya sudah ada", "its content is there already"), laporan_id, versi_id)
    why = Message(
        "yang lebih baru tetap berlaku (--make-current memberlakukan yang ini)",
        "the newer one still counts (--make-current makes this one count)",
    )
    return Keputusan("lama", why, laporan_id, versi_id, berlaku=False)


def _by_identity(db: sqlite3.Connection, laporan: Laporan) -> Keputusan:
    likest: tuple[float, int, str] | None = None
    ours = _names_of(laporan)
    for laporan_id, nama, versi_id in _namesakes(db, laporan.laporan):
        theirs = _names_in(db, versi_id)
        share = 2 * len(ours & theirs) / (len(ours) + len(theirs) or 1)
        likest = max(likest or (share, laporan_id, nama), (share, laporan_id, nama))
    if likest is None:
        return Keputusan("baru", Message("laporan baru", "a new report"))
    share, laporan_id, nama = likest
    percent = f"{share:.0%}"
    if share >= ENOUGH:
        why = Message(
            f"berkas lain, instansi dan tahun sama, {percent} nama sama",
            f"another file, agency and year are the same, {percent} of the names are",
        )
        return _version(db, laporan, laporan_id, why, _part)
    why = Message(
        f"instansi dan tahun sama dengan {nama}, tetapi hanya {percent} nama sama: laporan tersendiri",
        f"agency and year are those of {nama}, but only {percent} of the names are: a report of its own",
    )
    return Keputusan("baru", why, mirip=True)


def _version(
    db: sqlite3.Connection,
    laporan: Laporan,
    laporan_id: int,
    why: Message,
    lesser: Callable[[_Berlaku, Laporan], Message | None],
) -> Keputusan:
    """A version of that report. `lesser` says why it does not count, where it does not."""
    now = _Berlaku(
        db,
        *db.execute(
            "SELECT id, options, status, program FROM versi WHERE laporan_id = ? AND berlaku", (laporan_id,)
        ).fetchone(),
    )
    reason = _some_pages(now, laporan) or lesser(now, laporan)
    if reason is None:
        return Keputusan("versi", why, laporan_id)
    why = Message(
        f"{why.id}, tetapi {reason.id}: versi sebelumnya tetap berlaku",
        f"{why.en}, but {reason.en}: the version before still counts",
    )
    return Keputusan("versi", why, laporan_id, berlaku=False)


def _some_pages(now: _Berlaku, laporan: Laporan) -> Message | None:
    if laporan.run.options.get("pages") is None or msgspec.json.decode(now.options).get("pages") is not None:
        return None
    return Message("hanya sebagian halaman", "only some pages")


def _older_program(now: _Berlaku, laporan: Laporan) -> Message | None:
    if _release(laporan.run.version) >= _release(now.program):
        return None
    return Message(
        f"oleh program yang lebih lama ({laporan.run.version})", f"by an older program ({laporan.run.version})"
    )


def _part(now: _Berlaku, laporan: Laporan) -> Message | None:
    """Is another file of the report less of it than what is in?"""
    if laporan.status == "partial" and now.status == "complete":
        return Message("berkasnya tidak terbaca seluruhnya", "its file could not be read wholly")
    ours, theirs = len(_names_of(laporan)), len(_names_in(now.db, now.id))
    if ours >= FEWER * theirs:
        return None
    return Message(f"hanya {ours} nama, bukan {theirs}", f"only {ours} names, not {theirs}")


def _release(version: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", version)]


def _namesakes(db: sqlite3.Connection, identity: Identitas) -> list[tuple[int, str, int]]:
    """Reports of the same agency, year, part of the year and kind, with the version that counts; none when one is not known.

    A report of a quarter is no version of the report of its year, however alike their names are.
    """
    if identity.instansi is None or identity.tahun is None or identity.jenis is None:
        return []
    rows = db.execute(
        """SELECT l.id, l.nama, v.id, l.jenis FROM laporan l JOIN instansi n ON n.id = l.instansi_id
        JOIN versi v ON v.laporan_id = l.id AND v.berlaku WHERE n.kunci = ? AND l.tahun = ? AND l.periode IS ?""",
        (agency_key(identity.instansi), identity.tahun, identity.periode),
    )
    return [
        (i, nama, versi)
        for i, nama, versi, jenis in rows
        if jenis is not None and _kind(jenis) == _kind(identity.jenis)
    ]


def _kind(jenis: str) -> str:
    """LKIP, LAKIP, LKjIP and LKj are names of one kind of document."""
    return jenis if jenis in _OTHER_KINDS else "LKIP"


def _names_of(laporan: Laporan) -> set[str]:
    names = [
        *(item.indikator for item in laporan.indikator),
        *(item.uraian for item in laporan.anggaran),
        *(tabel.judul for tabel in laporan.tabel if tabel.judul is not None),
    ]
    return {key for name in names if (key := agency_key(name))}


def _names_in(db: sqlite3.Connection, versi_id: int) -> set[str]:
    return {key for (name,) in db.execute(_NAMES, {"v": versi_id}) if (key := agency_key(name))}

"""An archive of 10,000 made-up reports: how long adding takes, how large the file gets, how long the questions take.

python -m benchmarks.archive [REPORTS] [--db FILE]      1,000 agencies, ten years each, fixed seed
python -m benchmarks.archive --kill                     `extract archive add` killed at 30 random moments, the file looked at each time

Reports are made as values, without documents: small ones, with tables, places, indicators of two years, budget lines, claims and findings.
"""

import argparse
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path

from extractor.archive.store.arsip import Arsip
from extractor.archive.store.syarat import Pilihan
from extractor.emit.report_folder import write_report
from extractor.model.laporan import (
    Anggaran,
    Angka,
    Cell,
    Column,
    EvaluasiIndikator,
    Identitas,
    Indikator,
    Klaim,
    KlaimFigure,
    Kode,
    Laporan,
    Nilai,
    Run,
    Schema,
    Source,
    Tabel,
)
from extractor.model.place import Place
from extractor.model.temuan import Message, Ref, Temuan

SEED = 20251124
LAST_YEAR = 2024
YEARS = 10
KINDS = (
    ("Persentase", "%"),
    ("Jumlah", "orang"),
    ("Angka", "%"),
    ("Indeks", "indeks"),
    ("Cakupan", "%"),
    ("Jumlah", "unit"),
)
THINGS = (
    "kemiskinan", "pengangguran terbuka", "putus sekolah", "jalan mantap", "rumah layak huni", "balita stunting", "imunisasi dasar",
    "arsip tertata", "pengunjung perpustakaan", "koperasi aktif", "izin terbit tepat waktu", "sampah terkelola", "air minum layak",
    "desa mandiri", "kepuasan masyarakat", "temuan ditindaklanjuti", "pegawai bersertifikat", "wisatawan", "produksi padi", "ikan tangkap",
)  # fmt: skip
PLACES = ("", "di perkotaan", "di perdesaan", "menurut kecamatan", "tingkat kabupaten")
REGIONS = ("Kabupaten", "Kota")
QUESTIONS: tuple[tuple[str, str, Pilihan], ...] = (
    ("all values of an indicator over the years", "indikator", Pilihan(kata="angka kemiskinan perkotaan")),
    ("the same, one agency", "indikator", Pilihan(kata="angka kemiskinan", instansi="Dinas 17 ")),
    ("the same, three years", "indikator", Pilihan(kata="angka kemiskinan perkotaan", tahun="2018-2020")),
    ("where the figures of an indicator come from", "angka", Pilihan(kata="angka kemiskinan perdesaan", tahun="2020")),
    ("reports that contradict themselves", "bertentangan", Pilihan()),
    ("figures that arithmetic contradicts, with their places", "angka", Pilihan(proof="contradicted")),
    ("all findings of one year", "temuan", Pilihan(severity="E", tahun="2020")),
    ("all budget lines of a code", "anggaran", Pilihan(kode="1.02.01")),
    ("one budget line in every report", "anggaran", Pilihan(kode="1.02.03.2.05")),
    ("budget lines by name", "anggaran", Pilihan(kata="kegiatan koperasi aktif", tahun="2020")),
    ("list of all reports", "laporan", Pilihan()),
)


def reports(count: int, seed: int = SEED) -> Iterator[tuple[str, Laporan]]:
    """`count` reports, agency by agency, each with `YEARS` years; the same for the same seed."""
    for number in range(count):
        agency, year = divmod(number, YEARS)
        yield f"lkip-{agency:04}-{LAST_YEAR - YEARS + 1 + year}", report(agency, LAST_YEAR - YEARS + 1 + year, seed)


def report(agency: int, year: int, seed: int = SEED) -> Laporan:
    """One agency's report of one year. Indicators and budget lines stay the agency's own over the years."""
    own = random.Random(f"{seed} {agency}")
    kinds = own.sample([(k, t, p) for k in KINDS for t in THINGS for p in PLACES], 12)
    names = [(" ".join(f"{kind} {thing} {place}".split()), unit) for (kind, unit), thing, place in kinds]
    chance = random.Random(f"{seed} {agency} {year}")
    wrong = chance.random() < 0.3
    kinerja, indikator = _kinerja(chance, names, year, wrong)
    belanja, anggaran = _belanja(chance, own.randint(1, 8), year)
    name = f"Dinas {agency} {REGIONS[agency % 2]} Contoh {agency // 40}"
    claim = Klaim(
        9,
        "Realisasi anggaran Rp 240.000.000,- atau 66,92%.",
        None,
        (KlaimFigure("persen", "66,92%", Decimal("66.92")),),
    )
    return Laporan(
        Schema(), Source(f"lkip-{agency:04}-{year}.pdf", f"{agency:032x}{year:032x}", "application/pdf", 200_000, 40),
        Run("0.1.0", {"pages": None}), "complete", Identitas("LKIP", name, year), (), (), (kinerja, belanja),
        indikator, anggaran, (claim,), _findings(kinerja) if wrong else (),
    )  # fmt: skip


def _kinerja(
    chance: random.Random, names: list[tuple[str, str]], year: int, wrong: bool
) -> tuple[Tabel, tuple[Indikator, ...]]:
    rows: list[Indikator] = []
    cells: list[Cell] = []
    for number, (name, unit) in enumerate(names, 1):
        bad = wrong and number == 1
        for col, of_year in ((3, year - 1), (6, year)):
            target = Decimal(chance.randint(1000, 9000)) / 100
            realisasi = (target * chance.randint(80, 115) / 100).quantize(Decimal("0.01"))
            capaian = (realisasi / target * 100).quantize(Decimal("0.01")) + (10 if bad else 0)
            figures = [_angka(value, number, col + n) for n, value in enumerate((target, realisasi, capaian))]
            proof: tuple[str, ...] = ("f001",) if bad else ()
            cells += [_cell(angka, proof) for angka in figures]
            verdict = EvaluasiIndikator("tidak_sesuai" if bad else "sesuai", capaian, "F1")
            aim, reached, share = figures
            goal = "Meningkatnya kesejahteraan"
            rows.append(Indikator("t001", number, goal, name, unit, of_year, None, aim, reached, share, None, verdict))
    labels = ("No", "Indikator", "Satuan", "Target", "Realisasi", "Capaian", "Target", "Realisasi", "Capaian")
    title = f"Capaian Kinerja Tahun {year}"
    return _table("t001", "3.1", title, "pengukuran_kinerja", len(names) + 1, labels, cells), tuple(rows)


def _belanja(chance: random.Random, urusan: int, year: int) -> tuple[Tabel, tuple[Anggaran, ...]]:
    rows: list[Anggaran] = []
    cells: list[Cell] = []
    codes = [(f"1.{urusan:02}.{p:02}", "program") for p in range(1, 5)]
    codes += [(f"{code}.2.{k:02}", "kegiatan") for code, _ in codes for k in range(1, 7)]
    for number, (code, level) in enumerate(sorted(codes), 1):
        pagu = Decimal(chance.randint(10_000, 9_000_000) * 1000)
        realisasi = Decimal(int(pagu * chance.randint(700, 1000) / 1000))
        persen = (realisasi / pagu * 100).quantize(Decimal("0.01"))
        figures = [_angka(value, number, 2 + n) for n, value in enumerate((pagu, realisasi, persen))]
        cells += [_cell(angka, ()) for angka in figures]
        name = f"{level.capitalize()} {THINGS[int(code[-2:]) * urusan % len(THINGS)]} {number % 7}"
        rows.append(
            Anggaran(
                "t002",
                number,
                Kode(code, code, "90", level),
                name,
                year,
                figures[0],
                figures[1],
                figures[2],
                level=level,
            )
        )
    labels = ("Kode", "Uraian", "Pagu", "Realisasi", "%")
    title = f"Realisasi Anggaran Tahun {year}"
    return _table("t002", "3.2", title, "realisasi_anggaran", len(codes) + 1, labels, cells), tuple(rows)


def _table(
    name: str, nomor: str, title: str, jenis: str, n_rows: int, labels: tuple[str, ...], cells: list[Cell]
) -> Tabel:
    columns = tuple(Column(label) for label in labels)
    return Tabel(name, nomor, title, "III", jenis, (12,), n_rows, len(labels), 1, columns, tuple(cells))


def _angka(value: Decimal, row: int, col: int) -> Angka:
    return Angka(f"{value:,}".translate(str.maketrans(",.", ".,")), value, (row, col))


def _cell(angka: Angka, evidence: tuple[str, ...]) -> Cell:
    row, col = angka.cell or (0, 0)
    place = Place(12, (40.0 + 60 * col, 80.0 + 14 * row, 98.0 + 60 * col, 93.0 + 14 * row))
    value = Nilai(
        "angka", angka.raw, angka.number, proof="contradicted" if evidence else "unchecked", evidence=evidence
    )
    return Cell(row, col, 1, 1, angka.raw, False, (place,), value)


def _findings(kinerja: Tabel) -> tuple[Temuan, ...]:
    cell = next(c for c in kinerja.cells if (c.row, c.col) == (1, 5))
    ref = Ref(kinerja.nomor, cell.row, cell.col, 12, cell.prov[0].bbox, None, cell.text)
    message = Message(f"Capaian {cell.text} tidak cocok.", f"The capaian {cell.text} does not fit.")
    return (Temuan("f001", "CAPAIAN", "E", message, (ref,), cell.text, None, None, ("target",), "contradicted"),)


def measure(count: int, db: Path) -> None:
    """Print seconds and bytes of one run."""
    made = added = 0.0
    with Arsip(db, writable=True) as arsip:
        begun = time.perf_counter()
        for name, laporan in reports(count):
            ready = time.perf_counter()
            made += ready - begun
            arsip.add(name, laporan)
            begun = time.perf_counter()
            added += begun - ready
    print(f"{count} reports: made {made:.1f} s, added {added:.1f} s ({added / count * 1000:.2f} ms each)")
    print(f"file: {db.stat().st_size / 1e6:.0f} MB, {db.stat().st_size / count / 1000:.1f} kB a report")
    with Arsip(db) as arsip:
        for what, question, pilihan in QUESTIONS:
            cold = _seconds(arsip, question, pilihan)
            warm = min(_seconds(arsip, question, pilihan) for _ in range(3))
            rows = len(arsip.ask(question, pilihan).rows)
            print(f"{what}: {rows} rows, first {cold:.3f} s, again {warm:.3f} s")


def _seconds(arsip: Arsip, question: str, pilihan: Pilihan) -> float:
    begun = time.perf_counter()
    arsip.ask(question, pilihan)
    return time.perf_counter() - begun


def kill(moments: int = 30, count: int = 200) -> None:
    """Kill the command again and again at random moments; after each the file must be whole, and in the end complete."""
    chance = random.Random(SEED)
    with tempfile.TemporaryDirectory() as name:
        out, db = Path(name) / "out", Path(name) / "arsip.db"
        out.mkdir()
        for stem, laporan in reports(count):
            write_report(out / stem, laporan)
        command = [sys.executable, "-m", "extractor.cli", "archive", "add", str(out), "--db", str(db), "-q"]
        for _ in range(moments):
            process = subprocess.Popen(command)
            time.sleep(chance.uniform(0.15, 1.2))
            process.send_signal(signal.SIGKILL)
            process.wait()
            print(whole(db), end=" ", flush=True)
        subprocess.run(command, check=True)
        print(whole(db), "of", count)


def whole(db: Path) -> int:
    """The number of reports in the file. Raises `AssertionError` when it is not whole: its pages, its keys, the rows of a report."""
    if not db.exists():
        return 0
    with closing(sqlite3.connect(db, isolation_level=None)) as found:
        if not found.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            return 0
        checks = [
            found.execute("PRAGMA integrity_check").fetchall(),
            found.execute("PRAGMA foreign_key_check").fetchall(),
        ]
        found.execute("INSERT INTO indikator_fts (indikator_fts) VALUES ('integrity-check')")
        halves = found.execute(
            """SELECT count(*) FROM versi v LEFT JOIN dokumen d ON d.versi_id = v.id WHERE d.versi_id IS NULL
            OR (SELECT count(*) FROM indikator i WHERE i.versi_id = v.id) <> 24
            OR (SELECT count(*) FROM angka g WHERE g.versi_id = v.id) <> 24 * 3 + 28 * 3 + 1"""
        ).fetchone()[0]
        lost = found.execute(
            "SELECT count(*) FROM laporan WHERE id NOT IN (SELECT laporan_id FROM versi WHERE berlaku)"
        ).fetchone()[0]
        if checks != [[("ok",)], []] or halves or lost:
            raise AssertionError(f"{checks}, {halves} reports are not whole, {lost} without a version")
        count: int = found.execute("SELECT count(*) FROM versi").fetchone()[0]
        return count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=int, nargs="?", default=10_000)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--kill", action="store_true")
    arguments = parser.parse_args()
    if arguments.kill:
        kill()
        return
    with tempfile.TemporaryDirectory() as name:
        measure(arguments.reports, arguments.db or Path(name) / "arsip.db")


if __name__ == "__main__":
    main()

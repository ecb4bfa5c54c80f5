"""The command `capaian`: judge again what `extract` wrote, without the document.

In: `laporan.json` files, folders with them, or `indikator.csv` and `anggaran.csv` (also after a person mended a figure). Out: a table for
people on stderr, or with `--json` data on stdout. Exit codes: 0 done, 1 internal error, 2 wrong usage, 3 an input cannot be
read, 6 the output cannot be written, 7 `--fail-on` reached.
"""

import argparse
import contextlib
import json
import os
import sys
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from capaian.baca import TidakTerbaca, read
from capaian.putusan import Putusan, judge
from capaian.rumus import REASONS, Verdict
from capaian.susunan import Jumlah, broken_sums

EXIT_DONE, EXIT_UNREADABLE, EXIT_NOT_WRITTEN, EXIT_FAIL_ON = 0, 3, 6, 7
VERDICTS: tuple[Verdict, ...] = ("sesuai", "beda_pembulatan", "tidak_sesuai", "tak_terhitung")
_RANK = {None: 0, "W": 1, "E": 2}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; the exit code is returned, and used by the console script."""
    options = _parser().parse_args(argv)
    try:
        load = read(options.files)
        found = judge(load, cap=options.batas, strict=options.strict)
    except TidakTerbaca as problem:
        print(f"capaian: {problem.path}: {problem.indonesian} / {problem.english}", file=sys.stderr)
        return EXIT_UNREADABLE
    sums = broken_sums(load.anggaran)
    if options.write and not _write(options.write, data(found, sums)):
        return EXIT_NOT_WRITTEN
    if options.json:
        _print_data(data(found, sums))
    elif not options.quiet:
        _print_table(found, sums)
    worst = max((_RANK[item.severity] for item in found), default=0)
    worst = max(worst, _RANK["E"] if sums else 0)
    return EXIT_FAIL_ON if options.fail_on and worst >= _RANK[options.fail_on] else EXIT_DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="capaian",
        description="Hitung ulang capaian dan serapan dari hasil `extract`, tanpa dokumennya. / "
        "Judge capaian and absorption again from what `extract` wrote, without the document.",
        epilog="Contoh / example: capaian out/lkip/laporan.json --fail-on E",
    )
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="laporan.json, folder, indikator.csv, anggaran.csv"
    )
    parser.add_argument("--json", action="store_true", help="JSON ke stdout / JSON on stdout")
    parser.add_argument("--write", type=Path, metavar="FILE", help="tulis JSON ke berkas / write the JSON to a file")
    parser.add_argument(
        "--fail-on",
        choices=("E", "W"),
        help="kode keluar 7 bila ada temuan setingkat ini / exit code 7 when there is a finding of this severity",
    )
    parser.add_argument(
        "--batas",
        type=_limit,
        metavar="PERSEN",
        help="batas atas capaian yang dinyatakan laporan, mis. 100 / the limit of capaian that the report states",
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help="hitung hanya dengan digit yang tercetak / compute with the printed digits only",
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="tanpa tabel / no table")
    return parser


def _limit(text: str) -> Decimal:
    try:
        limit = Decimal(text.replace(",", "."))
    except InvalidOperation:
        raise argparse.ArgumentTypeError(f"bukan angka / not a number: {text}") from None
    if not limit.is_finite() or limit <= 0:
        raise argparse.ArgumentTypeError(f"harus lebih dari nol / must be above zero: {text}")
    return limit


def data(found: Sequence[Putusan], sums: Sequence[Jumlah] = ()) -> dict[str, Any]:
    """The verdicts as plain data: one entry per row with its finding, the sums that do not hold, and the count of each verdict."""
    return {
        "ringkasan": _counts(found),
        "jumlah": [
            {
                "laporan": item.induk.laporan,
                "tabel": item.induk.tabel,
                "row": item.induk.row,
                "nama": item.induk.nama,
                "kolom": item.kolom,
                "bagian": [part.row for part in item.bagian],
                "tercetak": str(item.tercetak),
                "terhitung": str(item.terhitung),
                "severity": "E",
                "message": item.message(),
            }
            for item in sums
        ],
        "putusan": [
            {
                "jenis": item.jenis,
                "laporan": item.baris.laporan,
                "tabel": item.baris.tabel,
                "row": item.baris.row,
                "nama": item.baris.nama,
                "tercetak": item.printed or None,
                "terhitung": None if item.hasil.capaian is None else str(item.hasil.capaian),
                "rumus": item.hasil.rumus,
                "verdict": item.hasil.verdict,
                "reason": item.hasil.reason,
                "severity": item.severity,
                "message": item.message() if item.severity else None,
            }
            for item in found
        ],
    }


def _counts(found: Sequence[Putusan]) -> dict[str, int]:
    counts = Counter(item.hasil.verdict for item in found)
    return {verdict: counts[verdict] for verdict in VERDICTS}


def _print_data(content: dict[str, Any]) -> None:
    """A reader that closes the pipe early (`| head`) is no error."""
    try:
        print(json.dumps(content, ensure_ascii=False, indent=1))
        sys.stdout.flush()
    except BrokenPipeError:
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write(path: Path, content: dict[str, Any]) -> bool:
    """Write beside and rename, so that a half-written file never stands there."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        print(f"capaian: {path}: tidak dapat ditulis ({reason}) / cannot be written ({reason})", file=sys.stderr)
        return False
    return True


def _print_table(found: Sequence[Putusan], sums: Sequence[Jumlah]) -> None:
    header: tuple[str, ...] = ("laporan", "tabel", "baris", "nama", "tercetak", "terhitung", "rumus", "verdict")
    rows = [header, *(_row(item) for item in found)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(header))]
    for row in rows:
        print("  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip(), file=sys.stderr)
    _print_sums(sums)
    print("  ".join(f"{verdict} {count}" for verdict, count in _counts(found).items()), file=sys.stderr)


def _print_sums(sums: Sequence[Jumlah]) -> None:
    for item in sums:
        place = f"{item.induk.laporan} {item.induk.tabel} baris {item.induk.row}"
        print(f"{place} “{_short(item.induk.nama)}”: {item.message()['id']}", file=sys.stderr)


def _short(name: str) -> str:
    plain = " ".join(name.split())
    return plain if len(plain) <= 40 else plain[:39] + "…"


def _row(item: Putusan) -> tuple[str, ...]:
    hasil, baris = item.hasil, item.baris
    reason = REASONS[hasil.reason][0] if hasil.reason in REASONS else ""
    return (
        baris.laporan,
        baris.tabel,
        baris.row,
        _short(baris.nama),
        " ".join(item.printed.split()),
        "" if hasil.capaian is None else str(hasil.capaian),
        hasil.rumus or "",
        hasil.verdict + (f" ({reason})" if reason else ""),
    )


if __name__ == "__main__":
    sys.exit(main())

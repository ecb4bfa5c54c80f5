"""Random tables: the generator tells the truth, and what it draws comes back exactly.

A small part only; benchmarks/roundtrip.py draws and reads hundreds.
"""

import io
import json
from collections import Counter
from pathlib import Path
from random import Random

import msgspec
import pdfplumber
import pytest

from extractor import extract
from samples.kisi import baca_kisi
from tests.generator.acak import Izin, tabel_acak
from tests.generator.kasus import Kasus, kasus_docx, kasus_pdf
from tests.generator.rupa import RUPA, Rupa
from tests.golden import compare

# Looks whose random tables must all come back; the benchmark measures the others too.
READY = (
    "lkip-word",
    "lkip-tipis",
    "lkip-ganda",
    "putus",
    "mendatar-utuh",
    "kotak-lepas",
    "arsir-word",
    "dalam-kotak",
    "lembar-kerja",
    "tebal-tipis",
    "tebal-palsu",
    "putar",
)


def name(rupa: Rupa) -> str:
    return rupa.gaya.nama


def test_the_same_seed_gives_the_same_document() -> None:
    assert kasus_pdf(RUPA[0], 3, 2) == kasus_pdf(RUPA[0], 3, 2)
    assert kasus_docx(3, 2) == kasus_docx(3, 2)


def test_another_seed_gives_another_document() -> None:
    assert kasus_pdf(RUPA[0], 3, 2).data != kasus_pdf(RUPA[0], 4, 2).data


@pytest.mark.parametrize("rupa", RUPA, ids=name)
def test_every_cell_of_the_truth_is_printed(rupa: Rupa) -> None:
    case = kasus_pdf(rupa, 5, 3)
    with pdfplumber.open(io.BytesIO(case.data)) as pdf:
        words = Counter(
            word for page in pdf.pages for word in (page.dedupe_chars().extract_text(use_text_flow=True) or "").split()
        )
    grids = [table["grid"] for table in case.truth["cells"].values()]
    wanted = Counter(word for grid in grids for row in grid for text in row for word in text.split())
    assert not wanted - words


@pytest.mark.parametrize("seed", range(40))
def test_random_tables_keep_to_what_the_look_can_show(seed: int) -> None:
    plain = baca_kisi(tabel_acak(Random(seed), "1.1", Izin(gabung=False, potong=False, lebar_penuh=False)).isi)
    heads = tabel_acak(Random(seed), "1.1", Izin(gabung=False, potong=False, lebar_penuh=False)).kepala
    assert all(sel.row < heads or (sel.row_span, sel.col_span) == (1, 1) for sel in plain.sel)
    full = baca_kisi(tabel_acak(Random(seed), "1.1", Izin()).isi)
    assert sum(s.row_span * s.col_span for s in full.sel) == full.n_rows * full.n_cols


def round_trip(case: Kasus, folder: Path) -> list[str]:
    """Differences of every table of a case; the document stays in `folder` to look at."""
    path = folder / case.berkas
    path.write_bytes(case.data)
    report = json.loads(msgspec.json.encode(extract(path)))
    return [message for key in case.truth["cells"] for message in compare.cells(case.truth, report, key)]


@pytest.mark.parametrize("rupa", [r for r in RUPA if r.gaya.nama in READY], ids=name)
def test_round_trip(rupa: Rupa, tmp_path: Path) -> None:
    found = round_trip(kasus_pdf(rupa, 11, 3), tmp_path)
    assert not found, f"{tmp_path}: {len(found)} differences, first {found[:5]}"


def test_round_trip_through_docx(tmp_path: Path) -> None:
    found = round_trip(kasus_docx(11, 6), tmp_path)
    assert not found, f"{tmp_path}: {len(found)} differences, first {found[:5]}"

"""docs/traits.md says what is so: its pictures exist and are small, its rules exist, and the program reads what the pictures show."""

import importlib
import re
from pathlib import Path

import pytest

from extractor.model.body import dense
from tools.make_traits import TARGET, as_pdf, read
from tools.trait_pages import TEXTS, TRAITS, Trait

TEXT = (Path(__file__).parents[2] / "docs" / "traits.md").read_text(encoding="utf-8")
NAMES = sorted(set(re.findall(r"`((?:extractor|parsers)\.[a-z_.]+)`", TEXT)))
WHOLE = [list(row) for row in TEXTS]
OTHERS: dict[str, list[list[list[str]]]] = {
    "hidden-rules": [[*WHOLE[:2], ["2", "", "75,00", "70,25"], WHOLE[3]]],
    "frames": [],
    "gap-rows": [
        [
            ["Uraian", "2019", "2020", "2021", "2022"],
            ["Jalan kota yang mantap", "10", "20", "30", "40"],
            ["Jembatan", "11", "21", "31", "41"],
        ]
    ],
    "titles": [[["No", "Indikator", "Capaian Tahun", ""], ["", "", "2023", "2024"], *WHOLE[1:3]]],
    "stacked": [[["Program", "Pagu", "Realisasi"], ["Perpustakaan Kearsipan Sarana", "120 80 45", "118 80 40"]]],
    "group-row": [[WHOLE[0], ["Sasaran: meningkatnya mutu", "", "", ""], *WHOLE[1:3]]],
    "repeated-header": [WHOLE],
    "cut-row": [[*WHOLE[:2], ["2", "Nilai kinerja pegawai dinas", "75,00", "70,25"], WHOLE[3]]],
    "merged-over-pages": [[*WHOLE[:3], ["", "", "75,10", "74,00"], ["", "", "75,20", "74,90"]]],
    "other-shading": [
        [
            *WHOLE[:2],
            ["", "Nilai kinerja", "75,00", "70,25"],
            ["", "Luas taman", "75,10", "74,00"],
            ["", "", "75,20", "74,90"],
        ]
    ],
    "wide-sheet": [
        [
            [*WHOLE[0], "Selisih", "Keterangan"],
            ["1", "2", "3", "4", "5", "6"],
            [*WHOLE[1], "-0,50", "hujan"],
            [*WHOLE[2], "4,75", ""],
        ]
    ],
    "unruled": [[["No", "Uraian", "Tahun", "Nilai"], *WHOLE[1:]]],
    "spacing": [],
    "footnote": [[["Indeks layanan", "91,5 1)"]]],
    "invisible": [],
    "turned-text": [[["Triwulan I", "Target", "25"], ["", "Realisasi", "24,5"]]],
}


@pytest.mark.parametrize("trait", TRAITS, ids=lambda t: t.name)
def test_what_a_picture_shows_is_read(trait: Trait) -> None:
    _, grids = read(as_pdf(trait))
    assert [dense(grid) for grid in grids] == OTHERS.get(trait.name, [WHOLE])


def test_every_picture_is_drawn_shown_and_small() -> None:
    """When one is missing: `python -m tools.make_traits`."""
    drawn = {path.stem: path.stat().st_size for path in TARGET.glob("*.png")}
    assert set(drawn) == {trait.name for trait in TRAITS}
    assert set(drawn) == set(re.findall(r"\(img/traits/([a-z-]+)\.png\)", TEXT))
    assert max(drawn.values()) < 15_000
    assert sum(drawn.values()) < 400_000


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_named_is_a_function(name: str) -> None:
    module, _, function = name.rpartition(".")
    assert callable(getattr(importlib.import_module(module), function))

"""Money in thousands or millions: the unit on the value, a finding, never a multiplied figure."""

import pytest

from extractor.model.temuan import Temuan
from tests.records.pabrik_tabel import captioned, grid, records, tables

ROWS = ("Program A|1.250,5|1.200,0", "Program B|350|340")


def findings(*rows: str, judul: str | None = None) -> list[Temuan]:
    return [item for item in records(grid(*rows), judul).temuan if item.code == "UNIT-SCALE"]


@pytest.mark.parametrize(
    ("header", "judul"),
    [
        ("Program|Pagu (Rp juta)|Realisasi (Rp juta)", None),
        ("Program|Pagu|Realisasi Anggaran", "Realisasi Anggaran (dalam jutaan rupiah)"),
    ],
)
def test_the_unit_stands_on_the_value_and_figures_stay_as_printed(header: str, judul: str | None) -> None:
    (table,) = tables(captioned(grid(header, *ROWS), judul))
    found = {c.value.unit for c in table.cells if c.value is not None and c.value.number is not None}
    assert found == {"juta rupiah"}
    record = records(grid(header, *ROWS), judul).anggaran[0]
    assert record.pagu is not None
    assert str(record.pagu.number) == "1250.5"
    assert [(item.severity, len(item.refs)) for item in findings(header, *ROWS, judul=judul)] == [("I", 2)]


def test_a_header_that_cannot_be_right_is_doubted_and_gives_no_unit() -> None:
    rows = ("Program|Pagu (dalam jutaan rupiah)", "Program A|347.500.000", "Program B|1.810.000.000")
    (table,) = tables(captioned(grid(*rows)))
    assert {c.value.unit for c in table.cells if c.value is not None} == {None}
    assert [item.severity for item in findings(*rows)] == ["W"]


def test_whole_rupiah_needs_no_word() -> None:
    assert findings("Program|Pagu (Rp)|Realisasi (Rp)", "Program A|347.500.000|340.000.000") == []


def test_a_remark_under_the_header_names_no_column() -> None:
    rows = ("Program|Target Kinerja dan Pendanaan 2020|<", "^|Target|Rp", "^|dalam jutaan Rupiah|<", "Program A|12|350")
    assert [column.role for column in tables(captioned(grid(*rows)))[0].columns] == [
        "program_kegiatan",
        "target",
        "pagu",
    ]

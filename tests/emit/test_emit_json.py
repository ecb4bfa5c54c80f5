"""laporan.json: figures and boxes as promised, the same bytes twice, valid by the published schema, read back whole."""

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.emit.json_file import laporan_bytes, plain_decimal, read_laporan
from extractor.model.place import Place

ROOT = Path(__file__).parents[2]
SCHEMA_FILE = ROOT / "docs" / "laporan.schema.json"


def test_figures_are_plain_decimals_and_never_floats(make):
    data = json.loads(laporan_bytes(make.make_laporan()))
    assert data["indikator"][0]["capaian"]["number"] == "110"
    assert data["anggaran"][0]["realisasi"]["number"] == "900000"
    value = next(c["value"] for c in data["tabel"][0]["cells"] if c["value"])
    assert (value["number"], value["alternatives"]) == ("60.5", ["600"])


def test_boxes_have_one_decimal_and_no_negative_zero(make):
    place = Place(5, (-0.01, 12.3456, 99.97, 100.04))
    laporan = make.make_laporan(tabel=(make.make_tabel([["a"], ["1"]], caption=place),))
    content = laporan_bytes(laporan)
    assert json.loads(content)["tabel"][0]["caption"] == {"page": 5, "bbox": [0.0, 12.3, 100.0, 100.0]}
    assert b"-0.0" not in content


def test_a_place_without_pages_keeps_its_null_page(make):
    laporan = make.make_laporan(tabel=(make.make_tabel([["a"], ["1"]], page=None),))
    assert json.loads(laporan_bytes(laporan))["tabel"][0]["cells"][0]["prov"] == [
        {"page": None, "path": "body/table[1]"}
    ]


def test_it_is_read_back_as_the_same_report(make):
    laporan = make.make_laporan(temuan=())
    assert read_laporan(laporan_bytes(laporan)) == laporan


def test_only_the_run_block_differs_between_two_runs(make):
    first, second = (laporan_bytes(make.make_laporan()).splitlines() for _ in range(2))
    assert len(first) == len(second)
    assert {a.split(b":")[0] for a, b in zip(first, second, strict=True) if a != b} == {b'"run"'}


def test_every_cell_stands_on_a_line_of_its_own(make):
    laporan = make.make_laporan()
    lines = laporan_bytes(laporan).decode().splitlines()
    assert sum(line.startswith('{"row":') for line in lines) == sum(len(t.cells) for t in laporan.tabel)


def test_the_published_schema_is_what_the_types_say():
    assert subprocess.run([sys.executable, ROOT / "tools" / "make_schema.py", "--check"], check=False).returncode == 0


def test_the_schema_accepts_what_is_written(make):
    schema = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for laporan in (
        make.make_laporan(),
        make.make_laporan(status="partial", tabel=(make.make_tabel([["a"], ["1"]], nomor=None, page=None),)),
        make.make_laporan(bab=(), tabel=(), indikator=(), anggaran=(), klaim=(), temuan=(), daftar_tabel=()),
    ):
        validator.validate(json.loads(laporan_bytes(laporan)))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.pop("temuan"),
        lambda data: data.update(status="failed"),
        lambda data: data.update(tambahan=1),
        lambda data: data["tabel"][0]["cells"][0].update(row="0"),
        lambda data: data["tabel"][0]["cells"][0]["prov"][0].update(bbox=[1, 2, 3]),
        lambda data: data["indikator"][0]["target"].update(number=60.5),
    ],
)
def test_the_schema_refuses_what_breaks_the_contract(make, spoil):
    schema = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    data = json.loads(laporan_bytes(make.make_laporan()))
    spoil(data)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate(data)


@settings(derandomize=True, max_examples=200)
@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_plain_decimal_has_the_same_value_and_no_exponent(number):
    text = plain_decimal(number)
    assert Decimal(text) == number
    assert set(text) <= set("-0123456789.")

"""Folder names and exit codes as values."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.batch.outcome import Counts, Outcome, exit_code
from extractor.batch.stems import folder_names, safe_stem
from extractor.cli.progress import page_ranges
from extractor.model.errors import DamagedInput, ExtractError, MissingProgram, OutputError, Problem


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("lkip2020.pdf", "lkip2020"),
        ("LKIP Dinas é 2020.v2.pdf", "LKIP Dinas é 2020.v2"),
        ("tanpa_akhiran", "tanpa_akhiran"),
        (".pdf", "_pdf"),
        ("...pdf", "_"),
        ("-o.pdf", "_o"),
        ("a:b?.pdf", "a_b_"),
        ("con.pdf", "_con"),
        ("a\u202efdp.exe.pdf", "a_fdp.exe"),
        ("a\x1b\n.pdf", "a__"),
        ("spasi .pdf", "spasi_"),
    ],
)
def test_a_stem_is_the_name_without_its_last_extension_made_safe(name, stem):
    assert safe_stem(Path(name)) == stem


def test_equal_names_are_numbered_in_sorted_order_and_reserved_ones_avoided():
    paths = [Path(p) for p in ("b/x.pdf", "a/x.pdf", "a/X.docx", "x-2.pdf", "tabel.csv.pdf")]
    assert {str(k): v for k, v in folder_names(paths, ["tabel.csv"]).items()} == {
        "a/X.docx": "X",
        "a/x.pdf": "x-2",
        "b/x.pdf": "x-3",
        "tabel.csv.pdf": "tabel.csv-2",
        "x-2.pdf": "x-2-2",
    }


@settings(derandomize=True, max_examples=300)
@given(
    st.lists(st.text(min_size=1).filter(lambda t: "/" not in t and "\0" not in t and t not in (".", "..")), max_size=6)
)
def test_any_names_give_different_folders_inside_the_output(names):
    paths = [Path(str(number)) / name for number, name in enumerate(names)]
    stems = folder_names(paths, ["indikator.csv"])
    assert len({stem.casefold() for stem in stems.values()}) == len(paths)
    for stem in stems.values():
        assert stem.casefold() != "indikator.csv"
        assert Path(stem).name == stem
        assert not stem.startswith((".", "-", "~"))
        assert len(stem.encode()) <= 210


def outcome(error=None, status="complete", findings=""):
    severities = {s: findings.count(s) for s in "EWI"}
    counts = None if error else Counts(1, 1, 1, 0, 0, 0, 0, severities)
    return Outcome("a", "failed" if error else status, counts=counts, problem=Problem.of(error) if error else None)


def error(kind):
    return kind(message_id="x", message_en="x")


@pytest.mark.parametrize(
    ("outcomes", "fail_on", "code"),
    [
        ([outcome()], None, 0),
        ([outcome(findings="EEW")], None, 0),
        ([outcome(findings="W")], "E", 0),
        ([outcome(findings="W")], "W", 7),
        ([outcome(findings="E")], "W", 7),
        ([outcome(findings="I")], "W", 0),
        ([outcome(status="partial", findings="E")], "E", 4),
        ([outcome(), outcome(error(DamagedInput))], None, 4),
        ([outcome(error(DamagedInput)), outcome(error(DamagedInput))], None, 3),
        ([outcome(error(MissingProgram))], None, 5),
        ([outcome(error(MissingProgram)), outcome(error(DamagedInput))], None, 3),
        ([outcome(), outcome(error(MissingProgram)), outcome(error(DamagedInput))], None, 5),
        ([outcome(error(ExtractError))], None, 1),
        ([outcome(), outcome(error(OutputError))], None, 6),
        ([], None, 0),
    ],
)
def test_exit_codes(outcomes, fail_on, code):
    assert exit_code(outcomes, fail_on) == code


def test_page_ranges():
    assert page_ranges([7, 2, 3, 4, 3, 9]) == "2-4, 7, 9"
    assert page_ranges([]) == ""

"""Questions to an archive: the right rows, exact figures, nothing written, no person's text as SQL."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.archive import reports
from extractor.archive.store.arsip import Arsip
from extractor.archive.store.syarat import Pilihan, WrongQuestion
from extractor.archive.store.tanya import SOAL
from extractor.model.laporan import Laporan


@pytest.fixture(scope="module")
def named() -> dict[str, Laporan]:
    return dict(reports(60))


@pytest.fixture(scope="module")
def arsip(named: dict[str, Laporan], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Arsip]:
    db = tmp_path_factory.mktemp("arsip") / "arsip.db"
    with Arsip(db, writable=True) as made:
        for name, laporan in named.items():
            made.add(name, laporan)
    with Arsip(db) as found:
        yield found


def records(arsip: Arsip, question: str, **chosen: str) -> list[dict[str, object]]:
    answer = arsip.ask(question, Pilihan(**chosen))
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def test_all_values_of_an_indicator_over_the_years(arsip: Arsip, named: dict[str, Laporan]) -> None:
    laporan = next(iter(named.values()))
    name = laporan.indikator[0].indikator
    expected = {
        (key, item.tahun, item.target.number, item.capaian.raw)
        for key, laporan in named.items()
        for item in laporan.indikator
        if item.indikator == name and item.target and item.capaian
    }
    found = records(arsip, "indikator", kata=name.upper())
    exact = {
        (r["laporan"], r["tahun"], Decimal(str(r["target"])), r["capaian"]) for r in found if r["indikator"] == name
    }
    assert {row[:3] for row in exact} == {row[:3] for row in expected}
    assert {str(row[3]).replace(".", ",") for row in exact} == {row[3] for row in expected}, "digit for digit"
    years = [r["tahun"] for r in found if r["laporan"] == found[0]["laporan"]]
    assert years == sorted(years)


def test_budget_lines_of_a_code_are_it_and_what_is_under_it(arsip: Arsip, named: dict[str, Laporan]) -> None:
    codes = {item.kode.canonical for laporan in named.values() for item in laporan.anggaran if item.kode}
    code = sorted(c for c in codes if c and c.count(".") == 2)[0]
    expected = sorted(
        (name, item.kode.canonical)
        for name, laporan in named.items()
        for item in laporan.anggaran
        if item.kode and item.kode.canonical and f"{item.kode.canonical}.".startswith(f"{code}.")
    )
    for text in (code, f"{code}.", code.replace(".", " ")):
        assert sorted((str(r["laporan"]), str(r["kode"])) for r in records(arsip, "anggaran", kode=text)) == expected
    assert not records(arsip, "anggaran", kode=code[:-1]), "half a number is no code"


def test_reports_that_contradict_themselves(arsip: Arsip, named: dict[str, Laporan]) -> None:
    expected = {name for name, laporan in named.items() if laporan.temuan}
    assert 0 < len(expected) < len(named)
    assert {r["laporan"] for r in records(arsip, "bertentangan")} == expected
    assert {r["laporan"] for r in records(arsip, "temuan", severity="E,W", code="CAPAIAN")} == expected
    assert not records(arsip, "temuan", severity="I")
    figures = records(arsip, "angka", kata="a* OR", proof="contradicted") + records(
        arsip, "angka", proof="contradicted"
    )
    assert {r["laporan"] for r in figures} == expected


def test_doubted_figures_and_printed_words_are_shown(tmp_path: Path, named: dict[str, Laporan]) -> None:
    """A grade in place of a figure is no empty cell, and a text that only looks like a number is not taken for one."""
    laporan = next(one for one in named.values() if one.temuan)
    first, second, *others = laporan.indikator
    assert first.target and second.target
    words = msgspec.structs.replace(first, target=msgspec.structs.replace(first.target, raw="WTP", number=None))
    odd = msgspec.structs.replace(second, target=msgspec.structs.replace(second.target, raw="1.2.3", number=None))
    with Arsip(tmp_path / "a.db", writable=True) as made:
        made.add("a", msgspec.structs.replace(laporan, indikator=(words, odd, *others)))
    with Arsip(tmp_path / "a.db") as found:
        rows = records(found, "indikator")
    assert {"“WTP”", "“1.2.3”"} <= {row["target"] for row in rows}
    assert {row["ragu"] for row in rows} == {None, "capaian, realisasi, target"}
    assert {row["berkas"] for row in rows} == {laporan.source.file_name}


@pytest.mark.parametrize("question", ["indikator", "anggaran"])
def test_the_doubts_of_a_row_are_looked_up_by_its_own_figures(arsip: Arsip, question: str) -> None:
    """By the index of all contradicted figures it took minutes with 10,000 reports."""
    soal = SOAL[question]
    plan = arsip.ask_sql(f"EXPLAIN QUERY PLAN SELECT {soal.columns['ragu']} FROM {soal.source}")
    steps = [str(row[-1]) for row in plan.rows]
    assert any(f"SEARCH angka USING INDEX angka_{question}" in step for step in steps), steps
    assert not any("angka_bertentangan" in step for step in steps), steps


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("kemis", "kemis*"),
        ("Kemis* ang-", "Kemis* ang*"),
        ('"kemis"', "kemis*"),
        ("100%", "100*"),
        ("-", None),
        ("", None),
    ],
)
def test_words_as_beginnings(text: str, words: str | None) -> None:
    assert Pilihan(kata=text, tahun="2020").as_beginnings() == Pilihan(kata=words, tahun="2020")


@pytest.mark.parametrize(
    "text", ["kemiskinan", "KEMISKINAN", "kemískinan", '"kemiskinan"', "kemis*", "%kemiskinan%", "-kemiskinan"]
)
def test_words_as_people_type_them(arsip: Arsip, named: dict[str, Laporan], text: str) -> None:
    expected = {r.indikator for one in named.values() for r in one.indikator if "kemiskinan" in r.indikator}
    assert {row["indikator"] for row in records(arsip, "indikator", kata=text)} == expected != set()


@pytest.mark.parametrize(
    ("text", "years"),
    [("2016", {2016}), ("2016-2018", {2016, 2017, 2018}), ("2023-", {2023, 2024}), ("-2015, 2020", {2015, 2020})],
)
def test_years(arsip: Arsip, text: str, years: set[int]) -> None:
    assert {r["tahun"] for r in records(arsip, "laporan", tahun=text)} == years


@pytest.mark.parametrize("text", ["20", "2020-20", "dua", "", ",", "2020--2021", "2020; DROP TABLE versi"])
def test_what_is_no_year_is_said(arsip: Arsip, text: str) -> None:
    with pytest.raises(WrongQuestion):
        arsip.ask("laporan", Pilihan(tahun=text))


@pytest.mark.parametrize("question", SOAL)
def test_every_question_answers_with_all_its_options(arsip: Arsip, question: str) -> None:
    options = SOAL[question].options
    assert records(arsip, question), "without a choice: everything"
    chosen = {name: "2020" if name == "tahun" else "x" for name in options}
    assert records(arsip, question, **chosen) == []
    with pytest.raises(WrongQuestion):
        arsip.ask(question, Pilihan(**{"severity" if "severity" not in options else "kode": "1"}))


def test_an_unknown_question_names_the_known_ones(arsip: Arsip) -> None:
    with pytest.raises(WrongQuestion) as caught:
        arsip.ask("apa", Pilihan())
    assert "indikator" in caught.value.advice_id


@settings(derandomize=True, max_examples=80, deadline=None)
@given(st.text(max_size=20), st.sampled_from(("kata", "instansi", "laporan", "kode")))
def test_no_text_of_a_person_breaks_a_question(arsip: Arsip, text: str, option: str) -> None:
    try:
        arsip.ask("anggaran", Pilihan(**{option: text}))
    except WrongQuestion:
        assert option == "kata"


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM versi", "UPDATE laporan SET nama = 'x'", "DROP TABLE versi", "ATTACH 'lain.db' AS lain", "VACUUM INTO 'lain.db'",
        "PRAGMA query_only = OFF", "PRAGMA writable_schema = ON", "SELECT load_extension('x')", "UPDATE sqlite_master SET sql = ''",
        "SELECT 1; DELETE FROM versi", "SELECT tidak_ada", "", "CREATE TEMP TABLE a (b)",
        "INSERT INTO indikator_fts (indikator_fts) VALUES ('delete-all')",
    ],
)  # fmt: skip
def test_own_sql_only_reads(arsip: Arsip, sql: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    before = arsip.path.read_bytes()
    try:
        assert arsip.ask_sql(sql).rows == []
    except WrongQuestion as error:
        assert error.advice_id
    assert arsip.path.read_bytes() == before
    assert list(tmp_path.iterdir()) == []
    assert records(arsip, "laporan")


def test_own_sql_answers(arsip: Arsip, named: dict[str, Laporan]) -> None:
    answer = arsip.ask_sql("SELECT count(*) AS n, 'a' FROM laporan_berlaku")
    assert (answer.columns, answer.rows) == (("n", "'a'"), [(len(named), "a")])
    assert arsip.ask_sql("SELECT count(*) FROM indikator_fts WHERE indikator_fts MATCH 'kemiskinan'").rows[0][0]

"""Quarters in columns against the year of their row: known ways are silent, an odd row among them is doubted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.audit import Audited, audit
from extractor.model.laporan import Indikator
from tests.audit.pabrik import angka, codes, only, tabel

ROLES = ("no", "indikator", "target", None, None, None, None)
PERIODS = (None, "TW1", "TW2", "TW3", "TW4")
KNOWN = ["100|25|25|25|25", "80|60|65|70|80", "6|6|6|6|6", "4|4|3|2|1", "50|40|45|55|60"]
"""Increments, a path, the same each quarter, a highest level, a mean."""


def judged(*rows: str) -> Audited:
    """The audit over a table of targets: the year and its four quarters in each row."""
    table = tabel([[str(n), f"Indikator {n}", *row.split("|")] for n, row in enumerate(rows, 1)], ROLES)
    records = [
        Indikator(table.id, row, None, f"Indikator {row}", None, 2031, periode, angka(table, row, 2 + i), None, None)
        for row in range(1, table.n_rows)
        for i, periode in enumerate(PERIODS)
    ]
    return audit([table], records, [])


def test_known_ways_are_silent() -> None:
    assert codes(judged(*KNOWN)) == []


def test_an_odd_row_is_doubted_where_the_others_are_known() -> None:
    finding = only(judged(*KNOWN, "2.400|600|700|800|500"), "TW")
    assert (finding.severity, finding.reported, finding.recomputed) == ("W", "2.400", "2600")
    assert [ref.col for ref in finding.refs] == [2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    "rows",
    [
        ["2.400|600|700|800|500"],
        ["2.400|600|700|800|500", "100|25|25|25|25"],
        ["2.400|600|700|800|500", "90|10|20|40|70", "100|25|25|25|25", "6|6|6|6|6"],
        [*KNOWN, "2.400|600|700|800|-"],
    ],
)
def test_too_few_known_rows_or_a_missing_quarter_say_nothing(rows: list[str]) -> None:
    assert codes(judged(*rows)) == []


@settings(max_examples=100, derandomize=True, deadline=None)
@given(st.lists(st.tuples(*[st.integers(0, 999)] * 4), min_size=3, max_size=6))
def test_increments_never_raise_an_alarm(rows: list[tuple[int, ...]]) -> None:
    assert codes(judged(*("|".join(map(str, (sum(row), *row))) for row in rows))) == []

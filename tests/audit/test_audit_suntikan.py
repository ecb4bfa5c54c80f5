"""Injected errors, fixed seed: right tables are silent; one wrong figure is found, never trusted, and mended by two witnesses.

`python -m benchmarks.injected` does the same over 10,000 tables.
"""

import pytest

from tests.audit.suntikan import Hasil, trial


@pytest.fixture(scope="module")
def hasil() -> Hasil:
    return trial(300, seed=41)


def test_right_tables_are_silent(hasil: Hasil) -> None:
    assert hasil.alarms == []


def test_broken_equations_are_found(hasil: Hasil) -> None:
    assert hasil.broken > 200
    assert hasil.found >= 0.99 * hasil.broken, hasil.missed


def test_two_witnesses_give_back_the_figure(hasil: Hasil) -> None:
    assert hasil.twice > 80
    assert hasil.mended >= 0.95 * hasil.twice, hasil.unmended


def test_no_wrong_figure_is_trusted_and_no_right_one_condemned(hasil: Hasil) -> None:
    assert hasil.wrong == []

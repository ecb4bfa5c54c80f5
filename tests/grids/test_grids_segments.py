"""Pieces of rules: what is one line, what are two, and where a line restarts."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.grids.segments import join_pieces
from extractor.model.page import Rule
from tests.grids.kisi import across, up

CASES: list[tuple[str, list[Rule], list[tuple[Any, ...]]]] = [
    ("one piece", [across(10, 0, 50)], [(True, 10, 0, 50, ())]),
    ("pieces that touch", [across(10, 0, 50), across(10, 50, 90)], [(True, 10, 0, 90, (50,))]),
    ("that stop short of each other", [across(10, 0, 49), across(10, 51, 90)], [(True, 10, 0, 90, (50,))]),
    ("that overlap", [across(10, 0, 51), across(10, 49, 90)], [(True, 10, 0, 90, (50,))]),
    ("up", [up(10, 0, 50), up(10, 50, 90)], [(False, 10, 0, 90, (50,))]),
    ("far apart", [across(10, 0, 50), across(10, 60, 90)], [(True, 10, 0, 50, ()), (True, 10, 60, 90, ())]),
    ("a hair off", [across(10, 0, 50), across(10.6, 50, 100)], [(True, 10.3, 0, 100, (50,))]),
    ("double rule", [across(10, 0, 50), across(11.5, 0, 50)], [(True, 10, 0, 50, ()), (True, 11.5, 0, 50, ())]),
    ("drawn twice", [across(10, 0, 50), across(10, 0, 50)], [(True, 10, 0, 50, ())]),
    ("piece inside another", [across(10, 0, 50), across(10, 20, 30)], [(True, 10, 0, 50, ())]),
    ("rules before columns", [up(5, 0, 20), across(10, 0, 50)], [(True, 10, 0, 50, ()), (False, 5, 0, 20, ())]),
    ("nothing", [], []),
]


@pytest.mark.parametrize("pieces, wanted", [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_join_pieces(pieces: list[Rule], wanted: list[tuple[Any, ...]]) -> None:
    found = join_pieces(pieces)
    assert [(s.horizontal, pytest.approx(s.pos), s.start, s.end, s.ticks) for s in found] == wanted


def test_a_segment_is_as_thick_as_its_thickest_piece() -> None:
    assert [s.thickness for s in join_pieces([across(10, 0, 50, 0.4), across(10, 50, 90, 1.2)])] == [1.2]


pieces = st.lists(
    st.tuples(st.sampled_from([10.0, 40.0, 70.0]), st.integers(0, 300), st.integers(3, 80)).map(
        lambda p: across(p[0], p[1], p[1] + p[2])
    ),
    max_size=12,
)


@settings(max_examples=150, derandomize=True, deadline=None)
@given(pieces, st.randoms(use_true_random=False))
def test_order_does_not_matter_and_nothing_is_lost(rules: list[Rule], random: Any) -> None:
    found = join_pieces(rules)
    shuffled = list(rules)
    random.shuffle(shuffled)
    assert join_pieces(shuffled) == found
    for rule in rules:
        assert any(s.pos == rule.pos and s.start <= rule.start and rule.end <= s.end for s in found)
    for s in found:
        assert all(s.start < tick < s.end for tick in s.ticks)
        assert list(s.ticks) == sorted(s.ticks)

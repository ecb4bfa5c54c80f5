"""A proposal needs an independent witness that the printed figure fails."""

import random
from decimal import Decimal
from fractions import Fraction

import pytest

from capaian.interval import Figur, Selang
from capaian.rekonsiliasi import candidates, equal_to, may_be_misprinted, reconcile, signature, swapped_pair, within


def money(number: int) -> Figur:
    return Figur(Decimal(number))


def by_percent(pagu: int, percent: str, step: str = "0.01") -> Selang:
    low, width = Fraction(Decimal(percent)), Fraction(Decimal(step))
    return Selang((low - width / 2) * pagu / 100, (low + width / 2) * pagu / 100)


@pytest.mark.parametrize(
    ("printed", "pagu", "percent", "expected"),
    [
        (251381529, 2753367080, "92.30", 2541381529),  # a digit lost
        (1541381529, 2753367080, "92.30", 2541381529),  # a digit replaced
        (45650000, 50000000, "85.30", 42650000),
        (1477540000, 1477920, "99.97", 1477540),  # a factor of ten
    ],
)
def test_one_witness_supports(printed: int, pagu: int, percent: str, expected: int) -> None:
    found = reconcile(money(printed), candidates(money(printed)), [within("persen", "row", by_percent(pagu, percent))])
    assert found is not None
    assert (found.number, found.proof) == (expected, "supported")


def test_two_groups_prove_and_one_group_does_not() -> None:
    percent = within("persen", "row", by_percent(50000000, "85.30"))
    total = equal_to("jumlah", "column", Decimal(42650000))
    figure = money(45650000)
    proved = reconcile(figure, candidates(figure), [percent, total])
    assert proved is not None
    assert (proved.number, proved.proof, proved.witnesses) == (42650000, "proved", ("persen", "jumlah"))
    twice = reconcile(figure, candidates(figure), [percent, equal_to("persen lagi", "row", Decimal(42650000))])
    assert twice is not None
    assert twice.proof == "supported"


def test_no_proposal_without_a_refusing_witness() -> None:
    figure = money(42650000)
    assert reconcile(figure, candidates(figure), [within("persen", "row", by_percent(50000000, "85.30"))]) is None
    assert reconcile(figure, candidates(figure), []) is None


def test_no_proposal_against_a_witness_that_holds() -> None:
    figure = money(45650000)
    witnesses = [
        within("persen", "row", by_percent(50000000, "85.30")),
        equal_to("jumlah", "column", Decimal(45650000)),
    ]
    assert reconcile(figure, candidates(figure), witnesses) is None


def test_several_candidates_give_none() -> None:
    figure = money(500)
    assert (
        reconcile(figure, candidates(figure), [within("persen", "row", Selang(Fraction(600), Fraction(900)))]) is None
    )


def test_what_is_printed_elsewhere_comes_first() -> None:
    first = next(iter(candidates(money(45650000), [Decimal(42650000)])))
    assert (first.number, first.edit) == (42650000, "printed_elsewhere")


def test_every_typing_error_is_undone() -> None:
    """Whatever single error is made, the original is among the candidates."""
    rng = random.Random(5)
    for _ in range(300):
        digits = str(rng.randint(10**5, 10**10))
        i = rng.randrange(1, len(digits))
        wrong = rng.choice(
            (
                digits[:i] + digits[i + 1 :],
                digits[:i] + digits[i - 1] + digits[i:],
                digits[: i - 1] + digits[i] + digits[i - 1] + digits[i + 1 :],
                digits[:i] + str(rng.randint(0, 9)) + digits[i + 1 :],
                digits + "000",
            )
        )
        if wrong == digits:
            continue
        figure = Figur(Decimal(wrong) / 100, 2)
        assert Decimal(digits) / 100 in {option.number for option in candidates(figure)}


def test_swapped_pair() -> None:
    def below(realisasi: Decimal, pagu: Decimal) -> bool:
        return realisasi <= pagu

    assert swapped_pair(Decimal(20), Decimal(19), below)
    assert not swapped_pair(Decimal(19), Decimal(20), below)


@pytest.mark.parametrize(
    ("printed", "expected", "neighbour", "name"),
    [
        ("50258230", "50528230", None, "swapped"),
        ("1541381529", "2541381529", None, "digit"),
        ("1477540000", "1477540", None, "factor"),
        ("500", "430", "500", "copied"),
        ("221928", "221872", None, None),
    ],
)
def test_signature(printed: str, expected: str, neighbour: str | None, name: str | None) -> None:
    beside = None if neighbour is None else Decimal(neighbour)
    assert signature(Decimal(printed), Decimal(expected), beside) == name


@pytest.mark.parametrize("decimals", [0, 2])
def test_no_candidate_is_left_untried(decimals: int) -> None:
    chance = random.Random(decimals)
    for _ in range(300):
        digits = chance.choice(["12", "1050", "99", "1234567", "5000000"]) + "".join(
            chance.choices("0012589", k=chance.randint(0, 7))
        )
        figure = Figur(Decimal(digits).scaleb(-decimals), decimals)
        for option in candidates(figure):
            assert may_be_misprinted(figure, [equal_to("jumlah", "kolom", option.number)]), (figure, option)


def test_far_values_are_not_worth_trying() -> None:
    assert not may_be_misprinted(money(123456789), [equal_to("jumlah", "kolom", Decimal(987654321))])
    assert not may_be_misprinted(money(123456789), [equal_to("jumlah", "kolom", Decimal(123456789))])
    assert may_be_misprinted(money(123456789), [within("persen", "baris", by_percent(50000000, "85.30"))])

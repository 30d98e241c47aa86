"""Numbers as they were written, and rounding once."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.errors import InvalidValueError
from workshopcore.evaluation.statistics import adding_up, rounded
from workshopcore.evaluation.statistics.exact import confidence, exact, exact_or_none
from workshopcore.evaluation.statistics.rounding import in_words, p_in_words
from workshopcore.language import speaking


def test_figures_are_printed_as_the_language_writes_them():
    with speaking("de"):
        assert in_words(Fraction(-38, 9)) == "−4,22"
        assert (in_words(4.0), in_words(1234.5)) == ("4", "1.234,5")
        assert p_in_words(Fraction(3, 32)) == "0,094"
        assert p_in_words(1e-9).endswith(" 0,001")


def test_floats_are_the_decimals_that_were_written():
    assert exact([0.1, 3, Decimal("2.50"), Fraction(1, 3), True]) == [
        Fraction(1, 10),
        3,
        Fraction(5, 2),
        Fraction(1, 3),
        1,
    ]


def test_everything_that_is_no_number_is_named_at_once():
    values = ["often", 3, float("nan"), float("inf"), Decimal("NaN"), [4]]
    with pytest.raises(
        InvalidValueError, match=r"'often', nan, inf, Decimal\('NaN'\), a list of 1"
    ) as caught:
        exact(values)
    assert "no answer is None" in str(caught.value)


def test_many_wrong_answers_are_counted():
    with pytest.raises(InvalidValueError, match="and 2 more"):
        exact(["x"] * 10)


def test_no_answer_stays_none():
    assert exact_or_none([None, 2, None]) == [None, 2, None]


@pytest.mark.parametrize("level", [0, 1, 95])
def test_level_of_confidence_is_between_0_and_1(level):
    with pytest.raises(InvalidValueError, match=r"such as 0\.95"):
        confidence(level)


@given(st.decimals(-1000, 1000, places=6), st.integers(0, 4))
def test_rounding_is_that_of_decimal(value, places):
    expected = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert rounded(value, places) == expected


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [(2.675, 2, "2.68"), (0.125, 2, "0.13"), (-12.5, 0, "-13"), (Fraction(2, 3), 3, "0.667")],
)
def test_halves_go_away_from_zero(value, places, expected):
    assert rounded(value, places) == Decimal(expected)


@pytest.mark.parametrize(
    ("value", "text"),
    [(100, "100"), (4.10, "4.1"), (-0.001, "0"), (-4, "−4"), (Fraction(1, 3), "0.33")],
)
def test_figure_in_words_has_no_idle_zeros(value, text):
    assert in_words(value) == text


@pytest.mark.parametrize(
    ("p", "text"), [(1, "1"), (0.05, "0.05"), (0.0004, "below 0.001"), (0.001, "0.001")]
)
def test_probability_in_words(p, text):
    assert p_in_words(p) == text


@given(st.lists(st.integers(0, 50), min_size=1, max_size=8).filter(any), st.integers(0, 2))
def test_percentages_that_add_up_do_and_stay_within_one_unit(counts, places):
    found = adding_up(counts, places)
    assert sum(found) == 100
    for percent, count in zip(found, counts, strict=True):
        true = Fraction(100 * count, sum(counts))
        assert abs(Fraction(percent) - true) < Fraction(1, 10**places)


@given(st.permutations([7, 5, 2, 1]))
def test_percentages_that_add_up_do_not_depend_on_the_order(counts):
    # 7/15 = 46.67, 5/15 = 33.33, 2/15 = 13.33, 1/15 = 6.67: the two large remainders go up.
    expected = {7: 47, 5: 33, 2: 13, 1: 7}
    assert adding_up(counts) == tuple(expected[count] for count in counts)


@pytest.mark.parametrize("counts", [[], [0, 0], [3, -1]])
def test_percentages_of_nothing_are_refused(counts):
    with pytest.raises(InvalidValueError, match="counts of 0 or more"):
        adding_up(counts)

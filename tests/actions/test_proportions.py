from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.actions import Days, Proportion
from workshopcore.errors import InvalidValueError


@pytest.mark.parametrize(
    ("numerator", "denominator", "percent"),
    [(29, 91, "31.9"), (42, 91, "46.2"), (15, 91, "16.5"), (1, 8, "12.5"), (1, 16, "6.3")],
)
def test_percent_is_rounded_once_and_halves_go_up(numerator, denominator, percent):
    assert Proportion(numerator, denominator).percent() == Decimal(percent)


def test_percent_takes_any_number_of_places():
    third = Proportion(1, 3)
    assert [str(third.percent(places)) for places in (0, 1, 3)] == ["33", "33.3", "33.333"]


def test_proportion_of_nothing_has_no_share():
    nothing = Proportion(0, 0)
    assert (nothing.share(), nothing.percent(), str(nothing)) == (None, None, "0 of 0")


@pytest.mark.parametrize(("numerator", "denominator"), [(3, 2), (-1, 2), (0, -1)])
def test_proportion_is_a_part_of_a_whole(numerator, denominator):
    with pytest.raises(InvalidValueError, match=f"{numerator} of {denominator}"):
        Proportion(numerator, denominator)


@given(st.integers(0, 500), st.integers(1, 500))
def test_percent_is_within_half_a_place_of_the_share(part, rest):
    found = Proportion(part, part + rest)
    assert abs(Fraction(found.percent()) - 100 * found.share()) <= Fraction(1, 20)


@pytest.mark.parametrize(
    ("values", "mean", "median"),
    [([], None, None), ([5], 5, 5), ([9, 2], Fraction(11, 2), Fraction(11, 2)), ([9, 0, 3], 4, 3)],
)
def test_days_have_a_mean_and_a_median(values, mean, median):
    days = Days(values)
    assert (days.mean(), days.median(), days.count) == (mean, median, len(values))


def test_days_are_in_order():
    assert Days([3, -1, 2]).values == (-1, 2, 3)

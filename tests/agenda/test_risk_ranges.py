"""Distributions on whole minutes, against integrals and published facts of the continuous one."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.agenda.risk import Distribution, even_gaps, triangular
from workshopcore.errors import InvalidValueError

RANGES = st.tuples(*[st.integers(0, 60)] * 3).map(sorted)
DISTRIBUTIONS = st.builds(
    Distribution,
    st.integers(-20, 20),
    st.lists(st.integers(0, 9), min_size=1, max_size=6).filter(any),
)


def probabilities(found):
    return {minutes: Fraction(weight, found.total) for minutes, weight in found.weighted()}


def density(lo, mode, hi, side, at):
    """The triangular density at a moment; at the mode, as seen from a side."""
    if side == "left":
        return Fraction(2 * (at - lo), (hi - lo) * (mode - lo))
    return Fraction(2 * (hi - at), (hi - lo) * (hi - mode))


def integrated(lo, mode, hi):
    """Integrate density x share of a minute over each cell: Simpson is exact for a square."""
    found = dict.fromkeys(range(lo, hi + 1), Fraction(0))
    for start in range(lo, hi):
        side = "left" if start < mode else "right"
        ends = [density(lo, mode, hi, side, start + x) for x in (0, Fraction(1, 2), 1)]
        found[start] += (ends[0] + 4 * ends[1] / 2) / 6
        found[start + 1] += (4 * ends[1] / 2 + ends[2]) / 6
    return found


@given(RANGES)
def test_triangular_is_the_integral_of_the_density(bounds):
    lo, mode, hi = bounds
    wanted = integrated(lo, mode, hi) if lo < hi else {lo: 1}
    assert probabilities(triangular(lo, mode, hi)) == wanted


@given(RANGES)
def test_triangular_keeps_the_mean(bounds):
    assert triangular(*bounds).mean == Fraction(sum(bounds), 3)


@given(RANGES.filter(lambda bounds: bounds[0] < bounds[2]))
def test_triangular_variance_exceeds_the_continuous_one_by_a_sixth(bounds):
    lo, mode, hi = bounds
    continuous = Fraction(lo**2 + mode**2 + hi**2 - lo * mode - lo * hi - mode * hi, 18)
    assert triangular(lo, mode, hi).variance == continuous + Fraction(1, 6)


def test_triangular_of_one_length_is_certain():
    assert triangular(15, 15, 15) == Distribution.certain(15)


@pytest.mark.parametrize(
    ("bounds", "weights"), [((5, 5, 6), (2, 1)), ((5, 6, 6), (1, 2)), ((5, 5, 7), (5, 6, 1))]
)
def test_triangular_with_its_mode_at_a_bound(bounds, weights):
    assert triangular(*bounds).weights == weights


@pytest.mark.parametrize("bounds", [(5, 4, 6), (5, 7, 6)])
def test_triangular_refuses_minutes_out_of_order(bounds):
    with pytest.raises(InvalidValueError, match="rising order: shortest, usual, longest"):
        triangular(*bounds)


@given(st.lists(st.integers(0, 60), min_size=1, max_size=8), RANGES)
def test_even_gaps_gives_every_gap_the_same_share(seen, bounds):
    found = even_gaps(seen, bounds[0], bounds[2])
    edges = [min(bounds[0], *seen), *sorted(seen), max(bounds[2], *seen)]
    wanted = dict.fromkeys(range(edges[0], edges[-1] + 1), Fraction(0))
    for start, end in pairwise(edges):
        share = Fraction(1, len(seen) + 1)
        if start == end:
            wanted[start] += share
        for minutes in range(start, end):
            wanted[minutes] += share / (end - start) / 2
            wanted[minutes + 1] += share / (end - start) / 2
    assert probabilities(found) == {m: share for m, share in wanted.items() if share}


@given(st.lists(st.integers(0, 60), min_size=1, max_size=8), RANGES)
def test_even_gaps_stays_within_what_was_seen_or_thought_possible(seen, bounds):
    found = even_gaps(seen, bounds[0], bounds[2])
    assert (found.first, found.last) == (min(bounds[0], *seen), max(bounds[2], *seen))


def test_even_gaps_in_any_order_of_runs():
    assert even_gaps([50, 40, 45], 30, 60) == even_gaps([40, 45, 50], 30, 60)


def test_even_gaps_refuses_no_run_at_all():
    with pytest.raises(InvalidValueError, match="the minutes of one run or more"):
        even_gaps([], 30, 60)


@given(DISTRIBUTIONS, DISTRIBUTIONS)
def test_plus_adds_every_pair(one, other):
    wanted = {}
    for a, p in probabilities(one).items():
        for b, q in probabilities(other).items():
            wanted[a + b] = wanted.get(a + b, 0) + p * q
    assert probabilities(one.plus(other)) == wanted


@given(st.lists(DISTRIBUTIONS, min_size=1, max_size=3))
def test_latest_is_as_early_as_all_of_them_together(several):
    found = Distribution.latest(several)
    together = {minutes: Fraction(1) for minutes in range(-25, 30)}
    for one in several:
        for minutes in together:
            together[minutes] *= sum(p for m, p in probabilities(one).items() if m <= minutes)
    assert {minutes: found.at_most(minutes) for minutes in together} == together


@given(DISTRIBUTIONS)
def test_weights_share_out_the_whole(one):
    assert sum(probabilities(one).values()) == 1 == one.at_most(one.last)


@given(DISTRIBUTIONS)
def test_reduced_keeps_the_probabilities(one):
    assert probabilities(one.reduced()) == probabilities(one)


@given(DISTRIBUTIONS, st.integers(2, 9))
def test_reduced_makes_equal_distributions_equal(one, factor):
    other = Distribution(one.first - 1, [0, *(weight * factor for weight in one.weights), 0])
    assert one.reduced() == other.reduced()


@given(DISTRIBUTIONS, st.fractions(0, 1, max_denominator=50).filter(bool))
def test_quantile_is_the_fewest_minutes_that_suffice(one, share):
    found = one.quantile(share)
    assert one.at_most(found) >= share > one.at_most(found - 1)


def test_quantile_takes_nine_tenths_as_nine_tenths():
    assert Distribution(0, [9, 1]).quantile(0.9) == 0


@pytest.mark.parametrize("share", [0, -0.1, 1.1, float("nan"), float("inf"), "most"])
def test_quantile_refuses_what_is_no_probability(share):
    with pytest.raises(InvalidValueError, match="a probability above 0 and no more than 1"):
        Distribution(0, [9, 1]).quantile(share)


@pytest.mark.parametrize("weights", [(), (0, 0), (1, -1)])
def test_distribution_refuses_weights_that_are_none(weights):
    with pytest.raises(InvalidValueError, match="weights of 0 or more, one of them above 0"):
        Distribution(0, weights)

"""Student's t, the beta distribution and Stirling's error, against other people's digits."""

import json
from itertools import combinations, product
from math import comb, exp, lgamma, log, pi
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.evaluation.statistics.distributions.beta import beta_below, beta_quantile
from workshopcore.evaluation.statistics.distributions.gamma import stirling_error
from workshopcore.evaluation.statistics.distributions.rank_sums import any_ranks, so_many_ranks
from workshopcore.evaluation.statistics.distributions.student import student_quantile

DATA = Path(__file__).parents[1] / "data"
QUANTILES = json.loads((DATA / "student-quantiles.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", QUANTILES)
def test_student_quantile_to_twelve_digits(case):
    level, freedom = map(float, case.split("/"))
    assert student_quantile(level, freedom) == pytest.approx(float(QUANTILES[case]), rel=1e-12)


# The table of the t distribution that statistics books print: two-sided 80, 90, 95, 98, 99 %.
@pytest.mark.parametrize(
    ("freedom", "printed"),
    [
        (1, (3.078, 6.314, 12.706, 31.821, 63.657)),
        (5, (1.476, 2.015, 2.571, 3.365, 4.032)),
        (8, (1.397, 1.860, 2.306, 2.896, 3.355)),
        (19, (1.328, 1.729, 2.093, 2.539, 2.861)),
        (30, (1.310, 1.697, 2.042, 2.457, 2.750)),
        (120, (1.289, 1.658, 1.980, 2.358, 2.617)),
    ],
)
def test_student_quantile_as_in_printed_tables(freedom, printed):
    levels = (0.8, 0.9, 0.95, 0.98, 0.99)
    assert tuple(round(student_quantile(level, freedom), 3) for level in levels) == printed


@pytest.mark.parametrize(("x", "expected"), [(-0.1, 0), (0, 0), (1, 1), (1.5, 1)])
def test_beta_ends(x, expected):
    assert beta_below(x, 2, 3) == expected


@given(st.integers(1, 40), st.integers(1, 40), st.floats(0.001, 0.999))
def test_beta_of_whole_parameters_is_a_binomial_sum(a, b, x):
    # DLMF 8.17.5: I_x(a, n − a + 1) is the chance of a successes or more in n.
    n = a + b - 1
    expected = sum(comb(n, k) * x**k * (1 - x) ** (n - k) for k in range(a, n + 1))
    assert beta_below(x, a, b) == pytest.approx(expected, rel=1e-10, abs=1e-300)


@given(st.floats(0.01, 0.99), st.floats(0.5, 50), st.floats(0.5, 50))
def test_beta_quantile_is_the_inverse(p, a, b):
    assert beta_below(beta_quantile(p, a, b), a, b) == pytest.approx(p, rel=1e-9)


@given(st.floats(0.1, 200))
def test_stirling_error_makes_the_gamma_function_whole(x):
    whole = (x - 0.5) * log(x) - x + log(2 * pi) / 2 + stirling_error(x)
    assert exp(whole - lgamma(x)) == pytest.approx(1, rel=1e-12)


def test_stirling_error_at_the_change_of_formula():
    # 1/(12·15) − 1/(360·15³) + 1/(1260·15⁵), the first terms of the series.
    assert stirling_error(15) == pytest.approx(0.005554733551962801, rel=1e-9)
    assert stirling_error(14.999999) == pytest.approx(stirling_error(15), rel=1e-6)


RANKS = st.lists(st.integers(1, 20), min_size=1, max_size=9)


@given(RANKS)
def test_sums_of_any_ranks_are_those_of_all_sign_flips(ranks):
    found = any_ranks(ranks)
    ways = [0] * (sum(ranks) + 1)
    for signs in product((0, 1), repeat=len(ranks)):
        ways[sum(sign * rank for sign, rank in zip(signs, ranks, strict=True))] += 1
    assert found.ways == tuple(ways)


@given(RANKS, st.data())
def test_sums_of_so_many_ranks_are_those_of_all_choices(ranks, data):
    size = data.draw(st.integers(0, len(ranks)))
    ways = [0] * (sum(ranks) + 1)
    for chosen in combinations(ranks, size):
        ways[sum(chosen)] += 1
    assert so_many_ranks(ranks, size).ways == tuple(ways)


def test_sums_of_a_hundred_ranks_are_all_counted():
    assert sum(so_many_ranks(range(1, 101), 50).ways) == comb(100, 50)
    assert sum(any_ranks(range(1, 51)).ways) == 2**50


# Critical values of the signed-rank statistic, two-sided 5 %, as printed since F. Wilcoxon and
# R. A. Wilcox, Some Rapid Approximate Statistical Procedures, 1964: the largest T with
# 2·P(V ≤ T) ≤ 0.05.
@pytest.mark.parametrize(
    ("count", "critical"),
    [(6, 0), (7, 2), (8, 3), (9, 5), (10, 8), (12, 13), (15, 25), (20, 52), (25, 89)],
)
def test_signed_rank_critical_values_as_printed(count, critical):
    sums = any_ranks(range(1, count + 1))
    assert 2 * sums.at_most(critical) <= 0.05 < 2 * sums.at_most(critical + 1)


# Critical values of U, two-sided 5 %: H. B. Mann and D. R. Whitney, 1947, as tables print them.
@pytest.mark.parametrize(
    ("first", "second", "critical"),
    [(4, 4, 0), (5, 5, 2), (5, 8, 6), (7, 7, 8), (8, 10, 17), (10, 10, 23), (20, 20, 127)],
)
def test_rank_sum_critical_values_as_printed(first, second, critical):
    sums = so_many_ranks(range(1, first + second + 1), second)
    lowest = second * (second + 1) // 2
    assert 2 * sums.at_most(lowest + critical) <= 0.05
    assert 2 * sums.at_most(lowest + critical + 1) > 0.05

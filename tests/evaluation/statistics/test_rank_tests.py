"""Signed ranks and rank sums, against R, scipy, published examples and counting by hand."""

import json
import re
from fractions import Fraction
from itertools import combinations, product
from pathlib import Path
from statistics import median

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from workshopcore.errors import InvalidValueError, UnknownKeyError
from workshopcore.evaluation.statistics import rank_sum, shift, shift_between, signed_rank

DATA = Path(__file__).parents[1] / "data"
SMALL = json.loads((DATA / "small-groups.json").read_text(encoding="utf-8"))

# Hamilton depression factor at the first and the second visit, and permeability of the human
# chorioamnion at term and before: M. Hollander and D. A. Wolfe, Nonparametric Statistical
# Methods, 1973, pages 29 and 69; the examples of wilcox.test in R.
FIRST = (1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30)
SECOND = (0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29)
AT_TERM = (0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46)
EARLIER = (1.15, 0.88, 0.90, 0.74, 1.21)
# Ozone in New York in May and in August 1973, the days measured: J. M. Chambers and others,
# Graphical Methods for Data Analysis, 1983; `airquality` of R.
MAY = (
    *(41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18),
    *(14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115, 37),
)
AUGUST = (
    *(39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22),
    *(59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118, 84, 85),
)
NOTHING = [0] * 15
TIED = [1, 1, 0, 2, 1, -1, 1, 0, 2, 1, 3, -2, 0, 1, 2]
LOW, HIGH = (1, 2, 2, 3, 3, 3, 4), (2, 3, 4, 4, 4, 5, 5, 5)


def test_signed_rank_of_the_depression_scores_as_in_r():
    found = signed_rank(SECOND, FIRST, alternative="greater")
    assert (found.value, found.part("V")) == (Fraction(5, 256), 40)  # 0.01953125
    assert signed_rank(FIRST, SECOND, alternative="less").value == Fraction(5, 256)
    assert signed_rank(FIRST, SECOND).value == Fraction(5, 128)


def test_signed_rank_of_the_depression_scores_by_the_normal_curve_as_in_r():
    # R: wilcox.test(y - x, alternative = "less", exact = FALSE, correct = FALSE).
    found = signed_rank(FIRST, SECOND, alternative="less", exact=False, continuity=False)
    assert (round(found.value, 5), found.part("V")) == (0.01908, 5)
    assert "normal curve with tie correction" in found.method.name


@pytest.mark.parametrize("zeros", ["wilcoxon", "pratt"])
def test_signed_rank_with_ties_as_computed_elsewhere(zeros):
    changes = SMALL["wilcoxon"]["d"]
    found = signed_rank([0] * len(changes), changes, zeros=zeros)
    assert float(found.value) == SMALL["wilcoxon"]["exact_conditional_two_sided_p"]
    assert (found.asked, found.answered, found.used) == (9, 9, 7)


# scipy 1.17.1, stats.wilcoxon(method=PermutationMethod(inf)): all sign flips, counted.
@pytest.mark.parametrize(("zeros", "p"), [("wilcoxon", 0.04736328125), ("pratt", 0.0302734375)])
def test_signed_rank_with_ties_as_scipy_permutes(zeros, p):
    assert float(signed_rank(NOTHING, TIED, zeros=zeros).value) == p


# scipy 1.17.1, stats.wilcoxon(method="approx"): (zeros, continuity, alternative).
@pytest.mark.parametrize(
    ("zeros", "continuity", "alternative", "p"),
    [
        ("wilcoxon", True, "two-sided", 0.04412260366501527),
        ("wilcoxon", True, "greater", 0.022061301832507634),
        ("wilcoxon", True, "less", 0.9818451049122967),
        ("wilcoxon", False, "two-sided", 0.04005486261580206),
        ("wilcoxon", False, "less", 0.9799725686920989),
        ("pratt", True, "two-sided", 0.032156969751172916),
        ("pratt", True, "greater", 0.016078484875586458),
        ("pratt", True, "less", 0.9861092516677478),
        ("pratt", False, "greater", 0.014950246366491815),
    ],
)
def test_signed_rank_by_the_normal_curve_as_scipy_has_it(zeros, continuity, alternative, p):
    found = signed_rank(
        NOTHING, TIED, zeros=zeros, exact=False, continuity=continuity, alternative=alternative
    )
    assert found.value == pytest.approx(p, rel=1e-12)


CHANGES = st.lists(st.integers(-4, 4), min_size=6, max_size=9)


def twice_mid_ranks(values):
    return [2 * sum(other < v for other in values) + values.count(v) + 1 for v in values]


@given(CHANGES, st.sampled_from(["wilcoxon", "pratt"]))
def test_signed_rank_is_what_all_sign_flips_give(changes, zeros):
    kept = [step for step in changes if step or zeros == "pratt"]
    ranked = zip(kept, twice_mid_ranks([abs(step) for step in kept]), strict=True)
    pairs = [(step, rank) for step, rank in ranked if step]
    found = signed_rank([0] * len(changes), changes, zeros=zeros)
    if len(pairs) <= 5:
        assert found.value is None
        return
    total = sum(rank for step, rank in pairs if step > 0)
    sums = [
        sum(rank for sign, (_, rank) in zip(signs, pairs, strict=True) if sign)
        for signs in product((0, 1), repeat=len(pairs))
    ]
    low = sum(each <= total for each in sums)
    high = sum(each >= total for each in sums)
    assert found.value == min(Fraction(2 * min(low, high), len(sums)), 1)
    assert found.part("smallest reachable p") == Fraction(2, len(sums))


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ([0, 0, 0], "nobody who answered both times changed"),
        ([1, 0, 0], "only 1 person changed, and even if all did in the same way, chance alone"),
        ([1, 1, 2, 2, 1], "only 5 people changed.* as much once in 16 times"),
    ],
)
def test_signed_rank_of_five_changes_or_fewer_gives_no_p_and_says_why(changes, why):
    found = signed_rank([0] * len(changes), changes)
    assert found.value is None
    assert re.match(why, found.why)


def test_signed_rank_of_six_changes_can_be_small():
    assert signed_rank([1] * 6, [2] * 6).value == Fraction(1, 32)


def test_signed_rank_of_many_goes_over_to_the_normal_curve():
    few, many = (
        signed_rank([0] * n, [step if step % 3 else -step for step in range(1, n + 1)])
        for n in (100, 101)
    )
    assert isinstance(few.value, Fraction)
    assert isinstance(many.value, float)
    changes = [step if step % 5 < 3 else -step for step in range(1, 102)]
    exact, normal = (signed_rank([0] * 101, changes, exact=exact).value for exact in (True, False))
    assert normal == pytest.approx(float(exact), rel=0.01)


@pytest.mark.parametrize("option", [{"zeros": "split"}, {"alternative": "two.sided"}])
def test_signed_rank_refuses_options_that_do_not_exist(option):
    with pytest.raises(UnknownKeyError, match=r"Known|Did you mean"):
        signed_rank([0] * 6, [1] * 6, **option)


def test_pairs_of_different_length_are_refused_with_the_cure():
    with pytest.raises(InvalidValueError, match=r"2 answers before and 3 after.*rank_sum"):
        signed_rank([1, 2], [1, 2, 3])


def test_rank_sum_of_the_permeability_as_in_r():
    found = rank_sum(EARLIER, AT_TERM, alternative="greater")
    assert (round(float(found.value), 4), found.part("W")) == (0.1272, 35)
    # scipy 1.17.1, stats.mannwhitneyu(method="exact").
    assert float(found.value) == pytest.approx(0.1272061272061272, rel=1e-14)
    assert float(rank_sum(EARLIER, AT_TERM).value) == pytest.approx(0.2544122544122544, rel=1e-14)
    less = rank_sum(EARLIER, AT_TERM, alternative="less")
    assert float(less.value) == pytest.approx(0.8967698967698967, rel=1e-14)


def test_rank_sum_of_the_ozone_with_ties_as_in_r():
    # R: wilcox.test(Ozone ~ Month, data = airquality, subset = Month %in% c(5, 8)).
    found = rank_sum(AUGUST, MAY, exact=False)
    assert (found.part("W"), round(found.value, 7)) == (Fraction(255, 2), 0.0001208)


# scipy 1.17.1, stats.mannwhitneyu(method="asymptotic").
@pytest.mark.parametrize(
    ("continuity", "alternative", "p"),
    [
        (True, "two-sided", 0.028050629822992446),
        (True, "greater", 0.014025314911496223),
        (True, "less", 0.9897020542855394),
        (False, "two-sided", 0.024074105380168236),
        (False, "less", 0.9879629473099159),
    ],
)
def test_rank_sum_by_the_normal_curve_as_scipy_has_it(continuity, alternative, p):
    found = rank_sum(LOW, HIGH, exact=False, continuity=continuity, alternative=alternative)
    assert found.value == pytest.approx(p, rel=1e-12)


def test_rank_sum_of_many_goes_over_to_the_normal_curve():
    # scipy 1.17.1, stats.mannwhitneyu(method="asymptotic") of the same counts.
    first = {1: 9, 2: 9, 3: 15, 4: 10, 5: 17}
    second = {1: 7, 2: 14, 3: 13, 4: 19, 5: 17}
    found = rank_sum(first, second)
    assert isinstance(found.value, float)
    assert found.value == pytest.approx(0.8147291546742687, rel=1e-12)
    assert found.part("W") == Fraction(4299, 2)


GROUP = st.lists(st.integers(1, 5), min_size=1, max_size=5)


@given(GROUP, GROUP)
def test_rank_sum_is_what_all_choices_of_people_give(before, after):
    found = rank_sum(before, after)
    everybody = before + after
    if len(set(everybody)) == 1:
        assert found.why == "all gave the same answer"
        return
    ranks = twice_mid_ranks(everybody)
    total = sum(ranks[len(before) :])
    sums = [sum(some) for some in combinations(ranks, len(after))]
    low, high = (
        Fraction(count, len(sums))
        for count in (sum(s <= total for s in sums), sum(s >= total for s in sums))
    )
    ends = (sums.count(min(sums)), sums.count(max(sums)))
    least = min(Fraction(2 * min(ends), len(sums)), 1)
    assert found.part("smallest reachable p") == least
    assert found.value == (min(2 * min(low, high), 1) if least <= Fraction(1, 20) else None)
    higher = sum((new > old) + Fraction(new == old, 2) for new in after for old in before)
    assert found.part("W") == higher


def test_rank_sum_of_three_and_three_gives_no_p_and_says_why():
    found = rank_sum([1, 2, 3], [4, 5, 6])
    assert (found.value, found.part("smallest reachable p")) == (None, Fraction(1, 10))
    assert found.why == (
        "the smallest two-sided p that could come out of so few answers is 0.1, "
        "so it could not tell change from chance"
    )


def test_rank_sum_without_answers_says_why():
    assert rank_sum([], [1, 2]).why == "nobody answered in one of the groups"


def test_shift_of_the_depression_scores_as_published():
    # M. Hollander and D. A. Wolfe, 1973, example 3.3: the estimate is −0.46.
    found = shift(FIRST, SECOND)
    assert found.value == Fraction(-46, 100)
    assert found.says == "typical change −0.46 among 9"


def test_shift_between_as_in_r():
    # R: wilcox.test(x, y, conf.int = TRUE) of the permeability data, difference in location.
    assert float(shift_between(EARLIER, AT_TERM).value) == pytest.approx(0.305)


@given(st.lists(st.integers(-4, 4), min_size=1, max_size=12))
def test_shift_is_the_median_of_all_means_of_two(changes):
    means = [
        Fraction(changes[i] + changes[j], 2)
        for i in range(len(changes))
        for j in range(i, len(changes))
    ]
    assert shift([0] * len(changes), changes).value == median(means)


@given(GROUP, GROUP)
def test_shift_between_is_the_median_of_all_differences(before, after):
    differences = [Fraction(new - old) for new in after for old in before]
    assert shift_between(before, after).value == median(differences)


@given(st.lists(st.integers(-9999, 9999), min_size=6, max_size=10, unique_by=abs))
def test_shift_interval_holds_what_the_test_does_not_reject(changes):
    means = sorted(
        Fraction(changes[i] + changes[j], 2)
        for i in range(len(changes))
        for j in range(i, len(changes))
    )
    assume(len(set(means)) == len(means))
    interval = shift([0] * len(changes), changes).interval
    tiny = Fraction(1, 1000)
    for value, inside in (
        (interval.low - tiny, False),
        (interval.low + tiny, True),
        (interval.high - tiny, True),
        (interval.high + tiny, False),
    ):
        p = signed_rank([0] * len(changes), [step - value for step in changes]).value
        assert (p > Fraction(1, 20)) == inside


def test_shift_between_interval_holds_what_the_test_does_not_reject():
    interval = shift_between(EARLIER, AT_TERM).interval
    tiny = Fraction(1, 10_000)
    for value, inside in (
        (interval.low - tiny, False),
        (interval.low + tiny, True),
        (interval.high - tiny, True),
        (interval.high + tiny, False),
    ):
        moved = [Fraction(str(each)) - value for each in AT_TERM]
        assert (rank_sum(EARLIER, moved).value > Fraction(1, 20)) == inside
    assert 0.95 <= interval.coverage < 0.97


def test_shift_of_few_or_of_many_has_no_interval_and_says_why():
    assert "so few answers" in shift([1, 2, 3], [2, 3, 5]).notes[0]
    assert "up to 50 answers only" in shift([0] * 51, [1] * 51).notes[0]
    assert "up to 50 answers only" in shift_between([1] * 51, [2]).notes[0]


def test_shift_of_nobody_says_why():
    assert shift([1, None], [None, 2]).why == "nobody answered both times"
    assert shift_between([None], [2]).why == "nobody answered in one of the groups"

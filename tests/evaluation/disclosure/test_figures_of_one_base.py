"""Means, standard deviations and bands: what figures of one base say of the answers."""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from itertools import combinations_with_replacement, product
from statistics import stdev

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from workshopcore.errors import InvalidValueError
from workshopcore.evaluation.disclosure import (
    Rule,
    Table,
    answers_behind,
    band,
    band_width,
    mean_says_sum,
    sums_behind,
    withheld_kinds,
)

SCALE = range(1, 6)


def rounded(value, decimals, rounding=ROUND_HALF_UP):
    return str(value.quantize(Decimal(1).scaleb(-decimals), rounding))


def test_nine_people_and_eight_managers_leave_the_ninth():
    everybody, managers = sums_behind("4.1", 9, 1, 5), sums_behind("4.1", 8, 1, 5)
    assert (everybody, managers) == ((37,), (33,))
    assert everybody[0] - managers[0] == 4


@pytest.mark.parametrize("decimals", [0, 1, 2])
def test_a_mean_says_its_sum_for_up_to_ten_to_the_decimals(decimals):
    largest = 10**decimals
    for n in {1, max(1, largest - 1), largest, largest + 1}:
        means = {rounded(Decimal(total) / n, decimals): None for total in range(3 * n + 1)}
        alone = all(len(sums_behind(mean, n, -100, 100)) == 1 for mean in means)
        assert (n, alone) == (n, mean_says_sum(n, decimals))


@given(
    st.integers(1, 30),
    st.integers(0, 2),
    st.data(),
    st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN]),
)
def test_sums_behind_a_mean_are_those_that_round_to_it(n, decimals, data, rounding):
    total = data.draw(st.integers(n, 5 * n))
    mean = rounded(Decimal(total) / n, decimals, rounding)
    expected = {
        other
        for other in range(n, 5 * n + 1)
        for way in (ROUND_HALF_UP, ROUND_HALF_EVEN)
        if rounded(Decimal(other) / n, decimals, way) == mean
    }
    found = set(sums_behind(mean, n, 1, 5))
    assert total in found
    assert expected <= found
    # An exact half counts as either way, whichever rule was used.
    assert all(
        abs(Decimal(each) / n - Decimal(mean)) * 2 <= Decimal(1).scaleb(-decimals) for each in found
    )


def test_sums_stay_within_the_scale():
    assert sums_behind("5.0", 12, 1, 5) == (60,)


# Worked out for this project beforehand, independently of the library: the share of all sets of
# n answers from 1 to 5 that their mean and standard deviation to two decimals pin down.
PINNED = {5: 0.627, 6: 0.481, 8: 0.285, 9: 0.225, 12: 0.121}


@pytest.mark.parametrize("n", [5, 6])
def test_mean_and_deviation_pin_down_as_many_sets_as_was_found(n):
    sets = [
        tuple(answers.count(point) for point in SCALE)
        for answers in combinations_with_replacement(SCALE, n)
    ]
    pinned = 0
    for counts in sets:
        answers = [Decimal(p) for p, count in zip(SCALE, counts, strict=True) for _ in range(count)]
        mean, deviation = rounded(sum(answers) / n, 2), rounded(stdev(answers), 2)
        found = answers_behind(mean, deviation, n, SCALE)
        assert counts in found
        pinned += found == (counts,)
    assert round(pinned / len(sets), 3) == PINNED[n]


def test_answers_behind_refuse_too_many_sets():
    with pytest.raises(InvalidValueError, match="answers with no more than 200000 possible sets"):
        answers_behind("3.10", "0.90", 60, SCALE)


def test_answers_behind_need_two_answers():
    with pytest.raises(InvalidValueError, match="2 answers or more"):
        answers_behind("3.00", "0.00", 1, SCALE)


@pytest.mark.parametrize("mean", ["about 4", None])
def test_sums_behind_refuse_what_is_no_number(mean):
    with pytest.raises(InvalidValueError, match="a number"):
        sums_behind(mean, 9, 1, 5)


@pytest.mark.parametrize(
    ("kinds", "n", "rule", "expected"),
    [
        (["counts", "mean", "median"], 9, Rule(), {}),
        (["counts"], 4, Rule(), {"counts": "fewer than 5 answered"}),
        (["counts"], 9, Rule(10), {"counts": "fewer than 10 answered"}),
        (["standard deviation"], 9, Rule(), {}),
        (
            ["mean", "standard deviation"],
            9,
            Rule(),
            {"standard deviation": "with the mean it can say every answer"},
        ),
        (
            ["bands", "mean"],
            9,
            Rule(strict=True),
            {"mean": "answers are shown in bands only"},
        ),
    ],
)
def test_kinds_of_figures_that_are_withheld(kinds, n, rule, expected):
    assert withheld_kinds(kinds, n, rule) == expected


def test_kinds_of_figures_are_known():
    with pytest.raises(InvalidValueError, match="Did you mean 'counts'"):
        withheld_kinds(["count"], 9)
    with pytest.raises(InvalidValueError, match="one of bands, counts"):
        withheld_kinds(["zzz"], 9)


@given(st.lists(st.integers(0, 12), min_size=2, max_size=4), st.integers(2, 6))
def test_bands_pin_down_no_count_of_a_team(counts, k):
    assume(sum(counts) >= k and sum(1 for count in counts if count) > 1)
    table = Table(["Team"], list("abcd")[: len(counts)], [counts], columns_are="answers")
    width = band_width(table, [0], k)
    bands = [range(count // width * width, count // width * width + width) for count in counts]
    fitting = [each for each in product(*bands) if sum(each) == sum(counts)]
    assert all(len(set(column)) > 1 for column in zip(*fitting, strict=True))


@given(st.integers(0, 100), st.integers(2, 10))
def test_band_holds_its_count(count, width):
    words = band(count, width)
    if count < width:
        assert words == f"fewer than {width}"
    else:
        first, last = map(int, words.split(" to "))
        assert first <= count <= last
        assert (last - first + 1, first % width) == (width, 0)


def test_bands_of_groups_and_of_their_total_are_looked_at_together():
    # Each row by itself could be told in bands of 5, but both totals would be 10 or more of 20.
    counts = [[4, 6], [6, 4]]
    table = Table(["North", "South"], ["Yes", "No"], counts, columns_are="answers")
    assert band_width(table, [0, 1], 5) == 5
    assert band_width(table, [0, 1], 5, total=True) == 15


def test_bands_of_an_empty_row_leave_nothing_open():
    table = Table(["Team"], ["Yes", "No"], [[0, 0]], columns_are="answers")
    assert band_width(table, [0], 5) is None

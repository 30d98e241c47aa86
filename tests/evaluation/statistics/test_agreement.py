"""Krippendorff's alpha, Cohen's kappa and the jackknife."""

import json
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.errors import InvalidValueError, UnknownKeyError
from workshopcore.evaluation.statistics import (
    cohen_kappa,
    jackknife,
    krippendorff_alpha,
    mean,
    strength,
)

DATA = Path(__file__).parents[1] / "data"
SMALL = json.loads((DATA / "small-groups.json").read_text(encoding="utf-8"))["krippendorff"]
THREE = [SMALL[coder] for coder in "ABC"]

# Four observers, twelve units: K. Krippendorff, Computing Krippendorff's Alpha-Reliability,
# 2011, who gives 0.743 nominal, 0.815 ordinal and 0.849 interval.
_ = None
FOUR = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
    [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
]


@pytest.mark.parametrize(
    ("measurement", "published"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)]
)
def test_alpha_as_published(measurement, published):
    found = krippendorff_alpha(FOUR, measurement)
    assert round(float(found.value), 3) == published
    assert (found.asked, found.answered, found.used, found.part("values")) == (12, 12, 11, 40)


# krippendorff 0.9.0 (PyPI).
@pytest.mark.parametrize(
    ("measurement", "value"),
    [
        ("nominal", 0.691358024691358),
        ("ordinal", 0.8067214199413153),
        ("interval", 0.8108448928121059),
    ],
)
def test_alpha_with_missing_values_as_another_library_has_it(measurement, value):
    found = krippendorff_alpha(THREE, measurement)
    assert float(found.value) == pytest.approx(value, rel=1e-12)
    if measurement in SMALL:
        assert round(float(found.value), 6) == SMALL[measurement]


@given(st.lists(st.tuples(*[st.sampled_from("abc")] * 3), min_size=2, max_size=8))
def test_nominal_alpha_by_counting_pairs(units):
    coders = list(zip(*units, strict=True))
    values = [value for unit in units for value in unit]
    alike = [a != b for a, b in combinations(values, 2)]
    found = krippendorff_alpha(coders)
    if not any(alike):
        assert found.value is None
        return
    observed = [a != b for unit in units for a, b in combinations(unit, 2)]
    expected = Fraction(sum(alike), len(alike))
    assert found.value == 1 - Fraction(sum(observed), len(observed)) / expected


def test_alpha_interval_is_a_jackknife_over_units():
    found = krippendorff_alpha(THREE)
    units = [[v for v in unit if v is not None] for unit in zip(*THREE, strict=True)]
    units = [unit for unit in units if len(unit) > 1]

    def alpha(some):
        width = max(map(len, some))
        filled = [[*unit, *[None] * (width - len(unit))] for unit in some]
        return krippendorff_alpha(list(zip(*filled, strict=True))).value

    without = [float(alpha(units[:i] + units[i + 1 :])) for i in range(len(units))]
    centre, count = sum(without) / len(without), len(without)
    error = ((count - 1) / count * sum((each - centre) ** 2 for each in without)) ** 0.5
    # t of 11 degrees of freedom is 2.201 in every table.
    low = float(found.value) - 2.200985160082949 * error
    assert found.interval.low == pytest.approx(low, rel=1e-9)
    assert found.interval.high == 1


@pytest.mark.parametrize(
    ("coders", "why"),
    [
        ([[1, None], [None, 2]], "no unit was coded by two people"),
        ([[1, 1], [1, 1]], "all units were given the same value"),
    ],
)
def test_alpha_that_means_nothing_says_why(coders, why):
    found = krippendorff_alpha(coders)
    assert found.value is None
    assert found.why.startswith(why)


def test_alpha_that_hangs_on_one_unit_has_no_interval():
    found = krippendorff_alpha([[1, 1, 1, 2], [1, 1, 1, 2]])
    assert (found.value, found.interval) == (1, None)
    assert found.notes == ("No interval: it hangs on a single unit.",)


@pytest.mark.parametrize("coders", [[[1, 2]], [[1, 2], [1, 2, 3]], []])
def test_alpha_needs_coders_with_the_same_units(coders):
    with pytest.raises(InvalidValueError, match="two coders or more, each with a value"):
        krippendorff_alpha(coders)


def test_alpha_of_words_cannot_be_ordinal():
    with pytest.raises(InvalidValueError, match="values that are numbers"):
        krippendorff_alpha([["low", "high"], ["low", "low"]], "ordinal")


def test_unknown_measurement_is_an_error():
    with pytest.raises(UnknownKeyError, match="Known: interval, nominal, ordinal"):
        krippendorff_alpha(FOUR, "ratio")


@pytest.mark.parametrize(
    ("alpha", "words"),
    [
        (0.8, "firm agreement"),
        (Fraction(2, 3), "tentative agreement"),
        (0.66, "too little agreement to rely on"),
    ],
)
def test_strength_of_agreement(alpha, words):
    assert strength(alpha) == words


def coded(table):
    """Return two coders' values from a table of how often each pair came."""
    pairs = [
        (row, column)
        for row, counts in enumerate(table)
        for column, times in enumerate(counts)
        for _ in range(times)
    ]
    return [row for row, _ in pairs], [column for _, column in pairs]


# statsmodels 0.15.0, stats.inter_rater.cohens_kappa; the second is the table of J. Cohen, 1960.
@pytest.mark.parametrize(
    ("table", "kappa"),
    [
        ([[20, 5], [10, 15]], 0.4),
        ([[88, 14, 18], [10, 40, 10], [2, 6, 12]], 0.49152542372881347),
    ],
)
def test_kappa_as_published(table, kappa):
    assert float(cohen_kappa(*coded(table)).value) == pytest.approx(kappa, rel=1e-12)


def test_kappa_uses_what_both_coded():
    found = cohen_kappa(["a", "b", None, "a", None], ["a", "b", "b", "b", None])
    assert str(found) == "kappa 0.4: the same for 2 of 3 units; 5 were asked"
    assert (found.asked, found.answered, found.used) == (5, 4, 3)


@pytest.mark.parametrize(
    ("second", "why"),
    [(["a", "a"], "both gave one value throughout"), ([None, None], "no unit was coded by both")],
)
def test_kappa_that_means_nothing_says_why(second, why):
    assert cohen_kappa(["a", "a"], second).why.startswith(why)


def test_kappa_interval_ends_at_1():
    found = cohen_kappa(*coded([[20, 1], [0, 15]]))
    assert found.interval.low < found.value < found.interval.high == 1
    assert cohen_kappa(["a", "b", "b"], ["a", "b", "b"]).interval is None


def test_jackknife_of_a_mean_is_its_t_interval():
    answers = [5, 4, 4, 2, 5, 4, 5, 3, 4]
    found = jackknife(lambda some: Fraction(sum(some), len(some)), answers)
    student = mean(answers).interval
    assert (found.low, found.high) == pytest.approx((student.low, student.high))


@pytest.mark.parametrize(
    ("figure", "units"),
    [(len, []), (len, [1]), (lambda some: 4, [1, 2, 3]), (lambda some: None, [1, 2, 3])],
)
def test_jackknife_of_what_cannot_move_is_none(figure, units):
    assert jackknife(figure, units) is None

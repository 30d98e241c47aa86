"""Change of the same people, its size, and retrospective answers kept apart."""

import json
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.errors import InvalidValueError
from workshopcore.evaluation.statistics import (
    change,
    d_av,
    d_between,
    d_rm,
    hedges_correction,
    mean_change,
    retrospective,
)

DATA = Path(__file__).parents[1] / "data"
SMALL = json.loads((DATA / "small-groups.json").read_text(encoding="utf-8"))
BEFORE, AFTER = [2, 3, 3, 4, 2, 3, 4, 3, 2], [4, 3, 5, 3, 4, 4, 5, 4, 3]
MAYBE = st.lists(st.tuples(*[st.one_of(st.none(), st.integers(1, 5))] * 2), max_size=12)


def test_change_counts_each_person_once():
    found = change([*BEFORE, 3, None], [*AFTER, None, 4])
    assert str(found) == "7 of 9 improved, 1 stayed the same and 1 got worse; 11 were asked"
    assert found.denominator == "those who answered both times"


def test_change_downwards_is_an_improvement_where_low_is_good():
    assert change([5, 4], [3, 5], higher_is_better=False).parts == (
        ("improved", 1),
        ("same", 0),
        ("worse", 1),
    )


@given(MAYBE)
def test_change_loses_nobody_who_answered_twice(pairs):
    before, after = [old for old, _ in pairs], [new for _, new in pairs]
    found = change(before, after)
    both = sum(None not in pair for pair in pairs)
    assert (found.asked, found.used) == (len(pairs), both)
    if both:
        assert sum(part.value for part in found.parts) == both
    else:
        assert found.why == "nobody answered both times"


def test_mean_change_is_the_paired_t_interval():
    found = mean_change(BEFORE, AFTER)
    assert found.value == 1
    assert found.says == "mean change +1 among 9"
    # The differences have variance 1, and t of 8 degrees of freedom is 2.306004: ±2.306004/3.
    assert found.interval.high == pytest.approx(1 + 2.306004135204 / 3, rel=1e-10)


def test_mean_change_of_nobody_says_why():
    assert mean_change([None], [3]).why == "nobody answered both times"


@pytest.mark.parametrize("freedom", [5, 7, 9, 11, 19])
def test_hedges_correction_as_computed_elsewhere(freedom):
    assert round(hedges_correction(freedom), 4) == SMALL["hedges_J"]["exact"][str(freedom)]


def test_hedges_correction_keeps_its_digits_for_many():
    # J → 1 − 3/(4ν − 1), with an error of the order of 1/ν².
    freedom = 1_000_000
    assert 1 - hedges_correction(freedom) == pytest.approx(3 / (4 * freedom - 1), rel=1e-6)


def test_hedges_correction_needs_two_degrees_of_freedom():
    with pytest.raises(InvalidValueError, match="more than 1 degree of freedom"):
        hedges_correction(1)


# numpy 2.4.6 and scipy.special.gammaln 1.17.1, from the formulas of Lakens (2013).
@pytest.mark.parametrize(
    ("effect", "before", "after", "d", "g"),
    [
        (d_av, BEFORE, AFTER, 1.2792042981336624, 1.1547419843784492),
        (d_rm, BEFORE, AFTER, 1.2792042981336627, 1.1547419843784494),
        (d_av, [2, 3, 3, 4], [4, 3, 5, 3], 0.8455831609716725, 0.6118650361124478),
        (d_rm, [2, 3, 3, 4], [4, 3, 5, 3], 0.8445121173527413, 0.6110900276061025),
        (d_between, [1, 2, 2, 3], [3, 4, 4, 5, 5], 2.6567524034680643, 2.359735209726905),
    ],
)
def test_effects_as_numpy_has_them(effect, before, after, d, g):
    found = effect(before, after)
    assert (found.part("d"), found.value) == pytest.approx((d, g), rel=1e-12)
    assert found.part("d") * found.part("J") == pytest.approx(found.value)


def test_paired_effects_record_their_convention():
    found = d_av(BEFORE, AFTER)
    assert found.part("degrees of freedom") == 8
    assert found.notes == ("n − 1 degrees of freedom for paired answers are a convention.",)
    assert d_between(BEFORE, AFTER).notes == ()


@pytest.mark.parametrize(
    ("effect", "before", "after", "why"),
    [
        (d_av, [1, 2], [2, 4], "it takes three people"),
        (d_rm, [1, 2], [2, 4], "it takes three people"),
        (d_av, [3, 3, 3], [4, 4, 4], "people do not differ"),
        (d_rm, [3, 3, 3], [4, 5, 4], "people do not differ"),
        (d_rm, [1, 2, 3], [2, 3, 4], "people changed in step"),
        (d_rm, [1, 2, 3], [2, 4, 6], "people changed in step"),
        (d_between, [1, 2], [3], "it takes two groups"),
        (d_between, [], [3, 4, 5, 5], "it takes two groups"),
        (d_between, [1, 1], [3, 3], "people do not differ"),
    ],
)
def test_effects_that_cannot_be_measured_say_why(effect, before, after, why):
    found = effect(before, after)
    assert found.value is None
    assert found.why.startswith(why)


def test_three_changes_are_kept_apart():
    found = retrospective(then=[2, 2, 3, 1], after=[4, 4, 4, 3], before=[3, 3, 3, 3])
    values = (found.conventional.value, found.retrospective.value, found.response_shift.value)
    assert values == (Fraction(3, 4), Fraction(7, 4), -1)
    assert [each.name for each in (found.conventional, found.retrospective)] == [
        "conventional change",
        "retrospective change",
    ]
    for each in (found.conventional, found.retrospective, found.response_shift):
        assert "call neither the more accurate" in each.notes[-1]
        assert "G. S. Howard" in each.method.source
    assert found.explain().count("Method: ") == 3


def test_without_a_baseline_there_is_only_the_retrospective_change():
    found = retrospective(then=[2, 2, 3], after=[4, 4, 4], asked=5)
    assert found.retrospective.value == Fraction(5, 3)
    assert found.conventional.why == "nobody was asked before"
    assert str(found.response_shift) == ("No response shift: nobody was asked before; 5 were asked")


@given(st.lists(st.tuples(*[st.integers(1, 5)] * 3), min_size=1, max_size=12))
def test_conventional_change_is_retrospective_change_and_response_shift(people):
    before, then, after = (list(each) for each in zip(*people, strict=True))
    found = retrospective(then, after, before)
    assert found.conventional.value == found.retrospective.value + found.response_shift.value

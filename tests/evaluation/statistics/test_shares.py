"""Counts, shares, percentages and their intervals."""

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.errors import InvalidValueError, UnknownKeyError
from workshopcore.evaluation.statistics import (
    counts,
    finite_factor,
    jeffreys,
    mean,
    percentage,
    several_choice,
    share,
    top_box,
    wilson,
    worst_case_mean,
    worst_case_share,
)

DATA = Path(__file__).parents[1] / "data"
SMALL = json.loads((DATA / "small-groups.json").read_text(encoding="utf-8"))
WAVES = json.loads((DATA / "carpentries-2020-counts.json").read_text(encoding="utf-8"))
EVERYBODY = (
    "No interval: everybody the figure is about answered, so about them there is no sampling error."
)
USEFUL = [5, 4, 4, 2, 5, 4, 5, 3, 4]


def ends(interval, places=4):
    return [round(interval.low, places), round(interval.high, places)]


@pytest.mark.parametrize("case", ["7/9", "9/9", "6/8"])
def test_wilson_as_computed_elsewhere(case):
    assert ends(wilson(*map(int, case.split("/")))) == SMALL["wilson"][case]


@pytest.mark.parametrize("case", ["7/9", "9/9", "6/8"])
def test_jeffreys_as_computed_elsewhere(case):
    assert ends(jeffreys(*map(int, case.split("/")))) == SMALL["jeffreys"][case]


# statsmodels 0.15.0 on scipy 1.17.1, stats.proportion.proportion_confint.
@pytest.mark.parametrize(
    ("count", "used", "level", "low", "high"),
    [
        (7, 9, 0.95, 0.45258896910698887, 0.9367748928821533),
        (9, 9, 0.95, 0.7008549515804559, 1.0),
        (0, 6, 0.9, 0.0, 0.3107839813059144),
        (13, 20, 0.99, 0.3716618210473128, 0.853606558623061),
        (67000, 100000, 0.95, 0.6670791633634969, 0.672907776178225),
    ],
)
def test_wilson_as_statsmodels_has_it(count, used, level, low, high):
    found = wilson(count, used, level=level)
    assert (found.low, found.high) == pytest.approx((low, high), rel=1e-12)


@pytest.mark.parametrize(
    ("count", "used", "level", "low", "high"),
    [
        (7, 9, 0.95, 0.4561755668806525, 0.9506980770234059),
        (9, 9, 0.95, 0.762389901367097, 0.9999469359465815),
        (0, 6, 0.9, 0.00031427091514710123, 0.26417285432218457),
        (13, 20, 0.99, 0.36657040648292716, 0.8703989687041418),
        (67000, 100000, 0.95, 0.6670807574958761, 0.6729094020255806),
    ],
)
def test_jeffreys_as_statsmodels_has_it(count, used, level, low, high):
    found = jeffreys(count, used, level=level)
    assert (found.low, found.high) == pytest.approx((low, high), rel=1e-11)


@given(st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_intervals_are_mirrored_when_the_others_are_counted(case):
    count, used = case
    for interval in (wilson, jeffreys):
        one, other = interval(count, used), interval(used - count, used)
        assert (one.low, one.high) == pytest.approx((1 - other.high, 1 - other.low), abs=1e-12)
        assert 0 <= one.low <= one.high <= 1
        if 0 < count < used:
            assert one.low <= count / used <= one.high


def test_interval_of_nobody_is_none():
    assert wilson(0, 0) is None


@pytest.mark.parametrize("interval", [wilson, jeffreys])
def test_interval_narrows_as_few_are_left_to_ask_and_goes_when_nobody_is(interval):
    infinite, large, small = (interval(7, 9, population=size) for size in (None, 10**9, 12))
    assert ends(infinite) == ends(large)
    assert infinite.low < small.low < small.high < infinite.high
    assert "finite population correction" in small.method.name
    assert interval(7, 9, population=9) is None


def test_interval_of_a_finite_population_is_that_of_the_effective_number():
    # 9 of 12: the factor is √(3/11), so 9 answers count as much as 33.
    assert ends(wilson(6, 9, population=12)) == ends(wilson(22, 33))


@pytest.mark.parametrize("case", [(3, 2), (-1, 2)])
def test_interval_of_more_than_all_is_refused(case):
    with pytest.raises(InvalidValueError, match="a part of a whole"):
        wilson(*case)


def test_finite_factor_as_in_the_textbook():
    # W. G. Cochran, Sampling Techniques: √((N − n)/(N − 1)); here √(300/399).
    assert finite_factor(100, 400) == pytest.approx(0.8671099695, abs=1e-9)
    assert finite_factor(1, 1) == 0


def test_population_smaller_than_its_answers_is_refused():
    with pytest.raises(InvalidValueError, match="a population of at least as many people"):
        finite_factor(9, 8)


def test_share_counts_first():
    found = share(USEFUL, {4, 5}, asked=10, words="agree")
    assert str(found) == "7 of 9 agree; 10 were asked"
    assert (found.value, found.asked, found.answered, found.used) == (Fraction(7, 9), 10, 9, 9)
    assert (found.denominator, found.part("count")) == ("those who answered", 7)


def test_share_takes_a_condition():
    assert share(USEFUL, lambda answer: answer < 3).value == Fraction(1, 9)


def test_share_of_everybody_has_no_interval_and_says_why():
    found = share(USEFUL, {4, 5}, population=9)
    assert (found.interval, found.notes) == (
        None,
        (EVERYBODY,),
    )


def test_share_takes_either_interval():
    assert ends(share(USEFUL, {4, 5}, interval="jeffreys").interval) == SMALL["jeffreys"]["7/9"]
    with pytest.raises(UnknownKeyError, match="Known: jeffreys, wilson"):
        share(USEFUL, {4, 5}, interval="wald")


def test_share_refuses_fewer_asked_than_answered():
    with pytest.raises(InvalidValueError, match="8 asked, 9 answered"):
        share(USEFUL, {4, 5}, asked=8)


def test_top_box_counts_the_favourable_end():
    found = top_box(USEFUL, range(1, 6))
    assert str(found) == "7 of 9 chose one of the top 2 of 5 points"
    assert str(top_box(USEFUL, range(1, 6), 1)) == "3 of 9 chose the top one of 5 points"
    assert top_box(USEFUL, [5, 4, 3, 2, 1], words="disagree").says == "1 of 9 disagree"


def test_top_box_refuses_answers_off_the_scale_all_together():
    with pytest.raises(InvalidValueError, match="expected answers among 1, 2, 3, found 0, 4"):
        top_box([1, 0, 4, 3], [1, 2, 3])


@pytest.mark.parametrize("boxes", [0, 5])
def test_top_box_needs_fewer_boxes_than_points(boxes):
    with pytest.raises(InvalidValueError, match="fewer than points"):
        top_box(USEFUL, range(1, 6), boxes)


def test_no_percentage_under_twenty_by_default():
    nineteen, twenty = (share({1: 7, 0: n - 7}, {1}) for n in (19, 20))
    assert percentage(nineteen).why == (
        "of 19 answers it would look more exact than it is, and takes 20 at least"
    )
    assert percentage(twenty).value == 35
    assert percentage(nineteen, 1, least=10).value == Decimal("36.8")


def test_percentage_of_nothing_keeps_the_reason():
    assert percentage(share([], {1})).why == "nobody answered"


def test_percentage_of_another_figure_is_refused():
    with pytest.raises(InvalidValueError, match="a share, such as 7 of 9"):
        percentage(mean([5, 4]))


def test_percentage_says_the_counts_too():
    found = percentage(share({1: 7, 0: 13}, {1}, words="agree"))
    assert str(found) == "7 of 20 agree (35 per cent)"


def test_published_confidence_of_both_waves():
    first = counts(WAVES["wave-1"]["change_confidence"], options=["more", "same", "less", "NA"])
    assert first.rows == (("more", 115), ("same", 29), ("less", 1), ("NA", 31))
    second = counts(WAVES["wave-2"]["change_confidence"])
    assert [second.of(each) for each in ("more", "same", "other")] == [72, 14, 1]


def test_counts_show_options_that_nobody_chose():
    found = counts([5, 4, 4, None], options=[5, 4, 3], asked=6)
    assert found.rows == ((5, 1), (4, 2), (3, 0))
    assert str(found) == "5: 1, 4: 2, 3: 0; 3 of 6 answered"
    assert found.explain().splitlines()[1:] == [
        "6 were asked, 3 answered, 3 are used; denominator: those who answered.",
        "Method: count of each answer (arithmetic).",
    ]


def test_counts_refuse_answers_that_are_no_options():
    with pytest.raises(InvalidValueError, match="answers among 'yes', 'no'"):
        counts(["yes", "perhaps"], options=["yes", "no"])


def test_count_of_an_unknown_answer_is_an_error():
    with pytest.raises(UnknownKeyError, match="Known: no, yes"):
        counts(["yes", "no"]).of("maybe")


def test_percentages_of_counts_are_each_rounded_once():
    # A UK council's action register: 29 green, 42 amber, 15 red, 5 complete of 91.
    found = counts({"green": 29, "amber": 42, "red": 15, "complete": 5})
    assert [each.value for each in found.percentages(1)] == [
        Decimal("31.9"),
        Decimal("46.2"),
        Decimal("16.5"),
        Decimal("5.5"),
    ]


def test_several_choices_are_counted_by_person():
    found = several_choice(
        [["tools", "coaching", "tools"], ["tools"], [], None], options=["tools", "coaching"]
    )
    assert found.rows == (("tools", 2), ("coaching", 1))
    assert (found.base.asked, found.base.answered) == (4, 3)
    assert str(found.share("coaching")) == "1 of 3 answered coaching; 4 were asked"


def test_several_choices_that_were_not_split_are_refused():
    with pytest.raises(InvalidValueError, match="one by one"):
        several_choice(["tools;coaching"])


def test_worst_case_share_bounds_what_the_silent_may_think():
    # [x/N, (x + N − n)/N] with x = 7, n = 9, N = 12.
    found = worst_case_share(USEFUL, {4, 5}, asked=12, words="agree")
    assert (found.interval.low, found.interval.high) == (Fraction(7, 12), Fraction(10, 12))
    assert (found.interval.level, found.value) == (1, Fraction(7, 12))
    assert str(found) == "from 7 to 10 of all asked agree; 12 were asked"


def test_worst_case_of_nobody_is_none():
    assert worst_case_share([], {1}).why == "nobody was asked"
    assert worst_case_mean([None], range(1, 6)).why == "nobody answered"


@given(st.lists(st.integers(1, 5), min_size=1, max_size=8), st.lists(st.integers(1, 5), max_size=5))
def test_worst_case_holds_whatever_the_silent_would_have_said(given_, silent):
    everybody = given_ + silent
    average = worst_case_mean(given_, range(1, 6), asked=len(everybody)).interval
    assert average.low <= Fraction(sum(everybody), len(everybody)) <= average.high
    bounds = worst_case_share(given_, {4, 5}, asked=len(everybody)).interval
    agree = Fraction(sum(answer > 3 for answer in everybody), len(everybody))
    assert bounds.low <= agree <= bounds.high


def test_worst_case_mean_says_so():
    assert str(worst_case_mean([5, 4, 3, None], range(1, 6))) == (
        "mean 4 among 3, and from 3.25 to 4.25 had all answered; 4 were asked"
    )

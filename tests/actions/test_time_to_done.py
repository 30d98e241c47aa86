"""Kaplan–Meier, against published tables and an algorithm of another kind."""

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.actions import Band, Median, TimeToDone, plan, time_to_done
from workshopcore.errors import InvalidValueError

# Weeks in remission of 21 children on 6-MP and of 21 on placebo: E. J. Freireich and others,
# Blood 21, 1963; the stock example of survival analysis since E. A. Gehan, Biometrika 52, 1965.
RELAPSED = (6, 6, 6, 7, 10, 13, 16, 22, 23)
IN_REMISSION = (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)
PLACEBO = (1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)
TREATED = TimeToDone(RELAPSED, IN_REMISSION)
CONTROL = TimeToDone(PLACEBO)


def test_survival_of_the_treated_as_in_the_textbooks():
    # D. G. Kleinbaum and M. Klein, Survival Analysis: a Self-Learning Text, table of group 1.
    assert [(s.days, s.at_risk, s.done, round(float(s.open), 3)) for s in TREATED.steps] == [
        (6, 21, 3, 0.857),
        (7, 17, 1, 0.807),
        (10, 15, 1, 0.753),
        (13, 12, 1, 0.690),
        (16, 11, 1, 0.627),
        (22, 7, 1, 0.538),
        (23, 6, 1, 0.448),
    ]


def test_median_of_the_treated_as_published_while_its_upper_limit_is_not_reached():
    # 23 is in every textbook. The lower limit is the first week in which the lower limit of
    # the band below is no more than a half.
    assert TREATED.median() == Median(23, 13, None)


def test_median_of_the_control_as_published():
    assert CONTROL.median().days == 8


def rounded(band):
    return [(each.days, round(each.low, 4), round(each.high, 4)) for each in band]


def test_band_of_the_treated_as_scipy_has_it():
    # scipy 1.17.1, stats.ecdf(CensoredData).sf.confidence_interval(method="log-log").
    assert rounded(TREATED.band()) == [
        (6, 0.6197, 0.9516),
        (7, 0.5631, 0.9228),
        (10, 0.5032, 0.8894),
        (13, 0.4316, 0.8491),
        (16, 0.3675, 0.8049),
        (22, 0.2678, 0.7468),
        (23, 0.1881, 0.6801),
    ]


def test_errors_and_band_of_the_control_as_published():
    # The first rows of Stata's "sts list", in the notes of a Princeton course on survival
    # analysis (Gehan data): week, survivors, standard error, 95 % limits.
    first, second = CONTROL.steps[:2]
    told = [(s.days, round(float(s.open), 4), round(s.variance**0.5, 4)) for s in (first, second)]
    assert told == [(1, 0.9048, 0.0641), (2, 0.8095, 0.0857)]
    assert rounded(CONTROL.band()[:2]) == [(1, 0.6700, 0.9753), (2, 0.5689, 0.9239)]


def test_band_has_no_limits_where_nothing_is_left():
    assert CONTROL.band()[-1] == Band(23, None, None)
    assert CONTROL.steps[-1].variance == 0


def test_median_is_not_reached_while_more_than_half_are_open():
    assert TimeToDone([3, 4], [5, 5, 5]).median().days is None


def test_median_is_reached_with_exactly_half_open():
    assert TimeToDone([3, 4], [5, 5]).median().days == 4


def test_nothing_done_has_no_steps():
    times = TimeToDone((), [4, 9])
    assert (times.steps, times.band(), times.median()) == ((), (), Median(None, None, None))
    assert times.still_open(100) == 1


def test_those_last_seen_on_a_day_are_at_risk_on_it():
    (step,) = TimeToDone([6], [6, 6]).steps
    assert (step.at_risk, step.open) == (3, Fraction(2, 3))


def test_done_on_the_day_it_was_agreed_counts():
    assert TimeToDone([0, 5], [9]).still_open(0) == Fraction(2, 3)


@pytest.mark.parametrize("level", [0, 1, -0.5, 95])
def test_level_is_between_0_and_1(level):
    with pytest.raises(InvalidValueError, match=r"such as 0\.95"):
        TREATED.band(level)


def test_higher_level_has_a_wider_band():
    (narrow, *_), (wide, *_) = TREATED.band(0.9), TREATED.band(0.99)
    assert wide.low < narrow.low < narrow.high < wide.high


def test_days_are_not_negative():
    with pytest.raises(InvalidValueError, match="0 or more"):
        TimeToDone([3], [-1])


FEW = st.lists(st.integers(0, 8), max_size=8)


def redistributed(done, not_done):
    """Return the shares still open, by B. Efron's algorithm (Berkeley Symposium 4, 1967).

    Each action starts with the same mass. In order of days, the mass of one that is censored is
    spread evenly over those that are seen for longer; those done on its day come before it.
    """
    seen = sorted([(days, 0) for days in done] + [(days, 1) for days in not_done])
    masses = [Fraction(1, len(seen)) for _ in seen]
    for number, (_, censored) in enumerate(seen):
        later = len(seen) - number - 1
        if censored and later:
            for other in range(number + 1, len(seen)):
                masses[other] += masses[number] / later
            masses[number] = Fraction()
    gone = Counter()
    for (days, censored), mass in zip(seen, masses, strict=True):
        if not censored:
            gone[days] += mass
    return {days: 1 - sum(m for d, m in gone.items() if d <= days) for days in sorted(gone)}


@given(FEW, FEW)
def test_shares_are_those_of_redistributing_to_the_right(done, not_done):
    if done or not_done:
        found = {step.days: step.open for step in TimeToDone(done, not_done).steps}
        assert found == redistributed(done, not_done)


@given(st.lists(st.integers(0, 8), min_size=1, max_size=12))
def test_without_open_actions_it_is_the_plain_share_with_its_binomial_variance(done):
    for step in TimeToDone(done).steps:
        share = Fraction(sum(days > step.days for days in done), len(done))
        assert step.open == share
        assert step.variance == share * (1 - share) / len(done)


@given(FEW, FEW, st.floats(0.5, 0.999))
def test_band_lies_around_the_share_and_between_0_and_1(done, not_done, level):
    times = TimeToDone(done, not_done)
    for step, each in zip(times.steps, times.band(level), strict=True):
        if step.open:
            assert 0 <= each.low <= float(step.open) <= each.high <= 1


@given(FEW, FEW)
def test_share_never_rises(done, not_done):
    times = TimeToDone(done, not_done)
    shares = [times.still_open(days) for days in range(10)]
    assert shares == sorted(shares, reverse=True)


def test_open_and_given_up_actions_leave_the_denominator_on_their_day():
    def action(id, *updates, agreed="2027-01-01"):
        return wc.Action(f"Do {id}", "amina", id=id, agreed=agreed, updates=updates)

    programme = wc.Programme(
        title="A year",
        people=[wc.Person("Amina", id="amina")],
        actions=[
            action("done", wc.Update("2027-01-11", "done"), wc.Update("2027-01-20", "verified")),
            action("gone", wc.Update("2027-01-06", "cancelled")),
            action("open", agreed="2027-01-04"),
            action("undated", agreed=None),
        ],
    )
    assert time_to_done(plan(programme, "2027-02-01")) == TimeToDone([10], [5, 28])

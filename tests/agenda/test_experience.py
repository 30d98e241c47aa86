from datetime import date, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.agenda.experience import (
    ENOUGH,
    Experience,
    RecordedRun,
    learned,
    learned_ranges,
    recorded_runs,
)
from workshopcore.agenda.parts import Part, Tier, Tracks
from workshopcore.agenda.risk import Distribution, risk
from workshopcore.errors import AsOfRequiredError, InvalidValueError, UnknownKeyError

RUNS = st.lists(
    st.builds(RecordedRun, st.just("café"), st.integers(1, 90), st.integers(1, 180)),
    min_size=1,
    max_size=6,
)


def workshop(title, day, agenda, actuals, **others):
    return wc.Workshop(
        title,
        start=f"{day}T09:00",
        end=f"{day}T17:00",
        agenda=agenda,
        actuals=[wc.Actual(*actual[:3], fate=actual[3]) for actual in actuals],
        **others,
    )


def check_in(day, start, end, fate="done"):
    """A workshop at which a check-in ran from one time to another."""
    moments = [moment and f"{day}T{moment}" for moment in (start, end)]
    agenda = [wc.Session("check-in"), wc.Session(title="Talk", minutes=30)]
    return workshop(f"W {day}", day, agenda, [("check-in", *moments, fate)])


def year(*workshops):
    return wc.Programme(title="Y", time_zone="Europe/London", workshops=workshops)


def always(minutes):
    return lambda workshop, session: minutes


def found(programme, before=date(2028, 1, 1), planned=20):
    return recorded_runs(programme, before=before, planned_minutes=always(planned))


def test_recorded_runs_have_planned_and_actual_minutes():
    programme = year(check_in("2027-01-19", "09:40", "10:05"))
    assert found(programme) == (RecordedRun("check-in", 20, 25, "w-2027-01-19/check-in"),)


def test_recorded_runs_count_elapsed_minutes_on_the_night_when_clocks_change():
    night = wc.Workshop(
        "Night",
        start="2027-10-30T20:00",
        end="2027-10-31T09:00",
        agenda=[wc.Session("check-in")],
        actuals=[wc.Actual("check-in", "2027-10-31T00:50", "2027-10-31T02:10")],
    )
    assert [run.actual for run in found(year(night))] == [140]


def test_recorded_runs_ask_for_the_plan_of_the_session():
    programme = year(check_in("2027-01-19", "09:40", "10:05"))
    asked = []

    def planned(the_workshop, session):
        asked.append((the_workshop.id, session.id))
        return 20

    recorded_runs(programme, before=date(2028, 1, 1), planned_minutes=planned)
    assert asked == [("w-2027-01-19", "check-in")]


@pytest.mark.parametrize("planned", [None, 0])
def test_recorded_runs_leave_out_what_had_no_plan(planned):
    assert found(year(check_in("2027-01-19", "09:40", "10:05")), planned=planned) == ()


@pytest.mark.parametrize(
    ("start", "end", "fate"),
    [
        ("09:40", "10:05", "cut"),
        ("09:40", "10:05", "moved"),
        ("09:40", None, "done"),
        (None, "10:05", "done"),
        ("09:40", "09:40", "done"),
        ("09:40", "09:30", "done"),
    ],
)
def test_recorded_runs_leave_out_what_says_nothing_of_the_length(start, end, fate):
    assert found(year(check_in("2027-01-19", start, end, fate))) == ()


def test_recorded_runs_leave_out_sessions_without_a_format():
    agenda = [wc.Session(title="Talk", minutes=30)]
    actuals = [("talk", "2027-01-19T09:00", "2027-01-19T09:40", "done")]
    assert found(year(workshop("W", "2027-01-19", agenda, actuals))) == ()


def test_recorded_runs_take_the_last_word_on_a_session():
    agenda = [wc.Session("check-in")]
    actuals = [("check-in", "2027-01-19T09:00", f"2027-01-19T09:{end}", "done") for end in (40, 25)]
    programme = year(workshop("W", "2027-01-19", agenda, actuals))
    assert [run.actual for run in found(programme)] == [25]


def test_recorded_runs_before_a_workshop_are_those_of_workshops_that_start_before_it():
    days = ["2027-03-16", "2027-01-19", "2027-05-18"]
    programme = year(*(check_in(day, "09:40", "10:05") for day in days))
    runs = found(programme, before="w-2027-03-16")
    assert [run.session for run in runs] == ["w-2027-01-19/check-in"]


@pytest.mark.parametrize("day", [date(2027, 3, 16), datetime(2027, 3, 16, 18)])
def test_recorded_runs_before_a_day_are_those_of_earlier_days(day):
    days = ["2027-03-16", "2027-01-19"]
    programme = year(*(check_in(day, "09:40", "10:05") for day in days))
    assert [run.session for run in found(programme, before=day)] == ["w-2027-01-19/check-in"]


def test_recorded_runs_before_an_unknown_workshop_are_refused():
    with pytest.raises(UnknownKeyError, match="no workshop 'w-2027'"):
        found(year(check_in("2027-01-19", "09:40", "10:05")), before="w-2027")


def test_recorded_runs_need_to_know_before_what():
    with pytest.raises(AsOfRequiredError, match="experience of earlier workshops"):
        found(year(check_in("2027-01-19", "09:40", "10:05")), before=None)


@pytest.mark.parametrize(("planned", "actual"), [(0, 10), (10, 0), (-5, 10)])
def test_recorded_run_refuses_minutes_that_are_none(planned, actual):
    with pytest.raises(InvalidValueError, match="planned and actual minutes above 0"):
        RecordedRun("check-in", planned, actual)


def runs(number, key="check-in"):
    return [RecordedRun(key, 20, 20 + extra) for extra in range(number)]


def test_learned_needs_five_runs():
    assert (list(learned(runs(4))), list(learned(runs(5)))) == ([], ["check-in"])
    assert ENOUGH == 5


def test_learned_needs_as_many_runs_as_the_house_wants():
    mixed = [*runs(2), *runs(3, "acme:fishbowl")]
    assert list(learned(mixed, enough=3)) == ["acme:fishbowl"]


def test_learned_keeps_the_runs_of_each_format_apart():
    mixed = [*runs(2), *runs(3, "acme:fishbowl")]
    experience = learned(mixed, enough=1)
    assert {key: one.runs for key, one in experience.items()} == {
        "check-in": tuple(mixed[:2]),
        "acme:fishbowl": tuple(mixed[2:]),
    }


def test_learned_refuses_to_learn_from_nothing():
    with pytest.raises(InvalidValueError, match="1 run or more to learn from"):
        learned([], enough=0)


def test_pace_is_actual_for_each_planned_minute():
    assert RecordedRun("check-in", 20, 25).pace == Fraction(5, 4)


def test_takes_puts_every_run_at_its_pace():
    # At 40 planned minutes: 36, 44 and 60, so a quarter each for 30–36, 36–44, 44–60 and 60.
    experience = Experience("x", tuple(RecordedRun("x", 20, took) for took in (30, 18, 22)))
    found = experience.takes(40, 30, 50)
    assert (found.first, found.last, found.mean) == (30, 60, Fraction(33 + 40 + 52 + 60, 4))


def test_takes_rounds_half_a_minute_up():
    experience = Experience("x", (RecordedRun("x", 2, 3),))
    assert experience.takes(15, 23, 23) == Distribution.certain(23)


@given(RUNS, st.integers(1, 90), st.tuples(st.integers(0, 90), st.integers(0, 90)).map(sorted))
def test_takes_assumes_nothing_beyond_the_record_and_the_range(recorded, planned, bounds):
    paced = [planned * run.actual / run.planned for run in recorded]
    found = Experience("café", tuple(recorded)).takes(planned, *bounds)
    assert found.first >= min(bounds[0], *paced) - 0.5
    assert found.last <= max(bounds[1], *paced) + 0.5


@given(RUNS, st.integers(1, 90))
def test_takes_gives_the_next_run_no_more_than_its_share_beyond_all_earlier_ones(recorded, planned):
    found = Experience("café", tuple(recorded)).takes(planned, 0, 10_000)
    slowest = max(planned * run.pace for run in recorded)
    beyond = 1 - found.at_most(int(slowest + Fraction(1, 2)))
    assert beyond < Fraction(1, len(recorded) + 1)


def test_learned_ranges_are_for_the_sessions_of_a_known_format():
    line = (
        Part(10, 20, 30),
        Part(5, 15, 15, Tier.PAUSE),
        Tracks(((Part(10, 20, 30),), (Part(20, 30, 45),))),
    )
    planned = [(0, 20), (20, 15), (35, 20), (35, 30)]
    experience = learned(runs(5))
    formats = ["check-in", "check-in", "", "check-in"]
    assert learned_ranges(line, planned, formats, experience) == {
        0: experience["check-in"].takes(20, 10, 30),
        3: experience["check-in"].takes(30, 20, 45),
    }


def test_learned_ranges_are_what_a_risk_takes():
    line, planned = (Part(10, 20, 30),), [(0, 20)]
    ranges = learned_ranges(line, planned, ["check-in"], learned(runs(5)))
    assert risk(line, planned, minutes=20, ranges=ranges).ends == ranges[0]


@pytest.mark.parametrize(("planned", "formats"), [([], ["check-in"]), ([(0, 20)], [])])
def test_learned_ranges_refuse_what_does_not_belong_together(planned, formats):
    with pytest.raises(InvalidValueError, match="for each of 1 parts"):
        learned_ranges((Part(10, 20, 30),), planned, formats, {})

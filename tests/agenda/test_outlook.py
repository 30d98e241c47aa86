from datetime import datetime, timedelta

import pytest

import workshopcore as wc
from workshopcore.errors import AgendaError, UnknownKeyError

TOOLKIT = wc.Toolkit(discover=False)


def workshop(number, *, end=(11, 0), actual=None, planning=True):
    start = datetime(2027, 1, 19, 9, 30) + timedelta(weeks=4 * number)
    agenda = [wc.Session("swot", title="Strengths", minutes=(50, 55, 90), id="swot")]
    if planning:
        agenda.append(wc.Session("action-planning", title="Actions", minutes=(30, 30, 30)))
    took = [wc.Actual("swot", start, start + timedelta(minutes=actual))] if actual else []
    return wc.Workshop(
        f"W{number}",
        start=start,
        end=start.replace(hour=end[0], minute=end[1]),
        agenda=agenda,
        actuals=took,
    )


def year(*workshops):
    people = [wc.Person(f"Person {number}") for number in range(9)]
    return wc.Programme(title="Y", people=people, workshops=workshops)


def test_a_day_with_nothing_to_vary_is_sure_to_be_on_time():
    day = year(wc.Workshop("W", start="2027-01-19T09:00", end="2027-01-19T10:00", agenda=[
        wc.Session(title="A", minutes=30), wc.Session("action-planning", minutes=(30, 30, 30)),
    ]))  # fmt: skip
    found = TOOLKIT.risk(day, "w")
    assert (found.planning.title, found.planning.on_time, found.planning.late) == (
        "Action planning",
        1.0,
        0,
    )
    assert (found.finish.on_time, found.matters_most) == (1.0, "")


def test_the_session_that_may_run_over_is_the_one_that_matters():
    found = TOOLKIT.risk(year(workshop(1)), "w1")
    assert found.matters_most == "Strengths"
    assert 0 < found.planning.on_time < 1
    assert found.planning.late == found.finish.late > 0
    assert any("triangular" in sentence for sentence in found.assumptions)


def test_a_day_without_planning_has_a_finish_only():
    found = TOOLKIT.risk(year(workshop(1, planning=False)), "w1")
    assert found.planning is None
    assert found.finish.title == ""


def test_enough_recorded_runs_replace_the_planned_range():
    earlier = [workshop(number, actual=85) for number in range(1, 6)]
    learned = TOOLKIT.risk(year(*earlier, workshop(6)), "w6")
    guessed = TOOLKIT.risk(year(*earlier[:4], workshop(6)), "w6")
    assert learned.finish.on_time < guessed.finish.on_time
    assert any("earlier workshops" in sentence for sentence in learned.assumptions)


def test_an_earlier_day_that_cannot_be_timed_teaches_nothing():
    broken = wc.Workshop(
        "Broken",
        start="2026-01-19T09:30",
        end="2026-01-19T11:00",
        agenda=[wc.Session("acme:gone", id="gone")],
        actuals=[wc.Actual("gone", "2026-01-19T09:30", "2026-01-19T10:30")],
    )
    both = year(broken, workshop(1))
    assert TOOLKIT.risk(both, "w1") == TOOLKIT.risk(year(workshop(1)), "w1")


def test_a_day_that_does_not_fit_has_no_outlook():
    with pytest.raises(AgendaError, match="over by 23 minutes even at its shortest"):
        TOOLKIT.risk(year(workshop(1, end=(10, 30))), "w1")


def test_an_unknown_workshop_is_named():
    with pytest.raises(UnknownKeyError, match="w1"):
        TOOLKIT.risk(year(workshop(1)), "w2")

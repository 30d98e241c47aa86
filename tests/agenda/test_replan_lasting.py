import pytest

import workshopcore as wc
from workshopcore.agenda import run_sheet
from workshopcore.errors import UnknownKeyError


@pytest.fixture
def sheet():
    agenda = [
        wc.Session(title="A", minutes=(20, 40, 50)),
        wc.Session(title="B", minutes=(20, 40, 60), priority="could"),
        wc.Buffer((0, 10, 20)),
        wc.Session(title="C", minutes=(20, 30, 40), start="10:30", priority="must"),
    ]
    workshop = wc.Workshop("W", start="2027-01-19T09:00", end="2027-01-19T11:00", agenda=agenda)
    return run_sheet(wc.Programme(title="Y", workshops=[workshop]), "w", formats={})


def test_session_that_is_on_takes_the_minutes_that_were_decided(sheet):
    after = sheet.replan(now="09:10", running="a", lasting={"a": 60})
    assert after.row("a").minutes == 60
    assert after.changes == ("A 40 → 60", "B 40 → 30", "Buffer 10 → 0", "finish unchanged")


def test_session_may_be_shorter_than_its_shortest_if_that_was_decided(sheet):
    assert sheet.replan(now="09:05", running="a", lasting={"a": 10}).row("a").minutes == 10


def test_minutes_already_used_are_taken_whatever_was_decided(sheet):
    assert sheet.replan(now="09:30", running="a", lasting={"a": 10}).row("a").minutes == 30


def test_session_to_come_takes_the_minutes_that_were_decided_and_stays(sheet):
    after = sheet.replan(now="10:05", running="a", lasting={"b": 25})
    assert (after.row("b").minutes, after.cuts) == (25, ())
    assert sheet.replan(now="10:15", running="a").row("b") is None
    kept = sheet.replan(now="10:15", running="a", lasting={"b": 25})
    assert kept.row("b").minutes == 25
    assert kept.reason.startswith("C cannot hold at 10:30: 10 minutes later")


def test_decision_about_an_unknown_session_is_refused(sheet):
    with pytest.raises(UnknownKeyError, match="Did you mean 'a'"):
        sheet.replan(now="09:10", running="a", lasting={"aa": 10})


def test_finish_that_has_passed_while_something_goes_on_is_said(sheet):
    after = sheet.replan(now="11:07", running="c", started="10:30")
    assert after.reason.startswith("the finish cannot hold at 11:00: ")
    assert after.finishes > after.ends

from datetime import date

import pytest

import workshopcore as wc
from workshopcore.model.shortlist import shortlist

NAMES = ("ali", "bea", "cem")
TODAY = date(2027, 3, 1)


def year(format="expert-interview", **events):
    """Return a programme with three candidates for a session, each with a history."""
    return wc.Programme(
        title="A year",
        people=[wc.Person(name, role="expert", id=name) for name in NAMES],
        workshops=[
            wc.Workshop(
                "One",
                start="2027-06-15T09:30",
                end="2027-06-15T12:30",
                agenda=[wc.Session(format, id="guest"), wc.Session("check-out")],
            )
        ],
        experts=[
            wc.ExpertEngagement(
                name,
                "Choice",
                id=name,
                session="one/guest",
                events=[
                    wc.Event(f"2027-02-{day:02}", status) for day, status in events.get(name, ())
                ],
            )
            for name in NAMES
        ],
    )


def ids(engagements):
    return [one.id for one in engagements]


def found(as_of=TODAY, **events):
    return shortlist(year(**events), "one/guest", as_of)


def test_candidates_stand_in_the_order_of_the_programme():
    assert ids(found().candidates) == ["ali", "bea", "cem"]
    assert ids(shortlist(year(), "one/check-out", TODAY).candidates) == []


def test_asked_stand_in_the_order_in_which_they_were():
    asked = found(cem=[(1, "approached")], ali=[(5, "approached"), (9, "declined")]).asked
    assert ids(asked) == ["cem", "ali"]


def test_left_are_those_who_did_not_say_no():
    assert ids(found(ali=[(5, "approached"), (9, "declined")], bea=[(2, "withdrawn")]).left) == [
        "cem"
    ]


def test_agreed_are_those_who_still_mean_to_come():
    events = {
        "ali": [(1, "approached"), (2, "agreed"), (9, "withdrawn")],
        "bea": [(3, "approached"), (10, "agreed"), (20, "contracted")],
        "cem": [(4, "approached")],
    }
    assert ids(found(**events).agreed) == ["bea"]
    assert ids(found(date(2027, 2, 5), **events).agreed) == ["ali"]


@pytest.mark.parametrize(
    ("events", "in_play"),
    [
        ({}, ["ali"]),
        ({"bea": [(1, "approached")]}, ["bea"]),
        ({"bea": [(1, "approached")], "ali": [(2, "approached")]}, ["bea"]),
        ({"bea": [(1, "approached"), (3, "declined")], "ali": [(2, "approached")]}, ["ali"]),
        ({"bea": [(1, "approached"), (3, "declined")]}, ["ali"]),
        ({"ali": [(1, "approached")], "cem": [(2, "approached"), (4, "agreed")]}, ["cem"]),
        ({name: [(1, "withdrawn")] for name in NAMES}, []),
        ({name: [(1, "approached"), (2, "agreed")] for name in NAMES[:2]}, ["ali", "bea"]),
    ],
)
def test_day_is_planned_with_whoever_is_furthest(events, in_play):
    assert ids(found(**events).in_play) == in_play


def test_panel_is_planned_with_everybody_who_is_left():
    events = {"ali": [(1, "approached"), (2, "agreed")], "bea": [(1, "withdrawn")]}
    listed = found(format="expert-panel", **events)
    assert (listed.several, ids(listed.in_play)) == (True, ["ali", "cem"])
    assert found(**events).several is False

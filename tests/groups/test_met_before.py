"""Who met whom in earlier workshops."""

import pytest

from workshopcore.errors import UnknownKeyError
from workshopcore.groups import met_before, rotate
from workshopcore.model.agenda import Break, Parallel, Session, Track
from workshopcore.model.lifecycle import Event
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Attendance, Group, GroupAllocation, Workshop
from workshopcore.testing import sample_programme

PEOPLE = [Person(name) for name in ("Ana", "Ben", "Caz", "Dev", "Eva", "Fay")]


def workshop(name, day, allocations, **more):
    return Workshop(
        name,
        start=f"2027-0{day}-19T09:30",
        end=f"2027-0{day}-19T16:30",
        agenda=[
            Session(title="Pairs", minutes=20),
            Parallel([Track("A", [Session(title="Trios", minutes=20)]), Track("B", [Break(20)])]),
        ],
        allocations=allocations,
        **more,
    )


def pairs(*groups, session="pairs", host="", **more):
    return GroupAllocation(session, [Group(group.split(), host=host) for group in groups], **more)


def programme(*workshops):
    return Programme(title="A year", people=PEOPLE, workshops=workshops)


def test_groups_of_every_round_count_in_order():
    first = workshop(
        "One", 1, [pairs("eva fay", session="trios"), pairs("caz dev", round=2), pairs("ana ben")]
    )
    second = workshop("Two", 2, [pairs("ana caz", "ben dev")])
    assert met_before(programme(second, first)) == (
        ("ana", "ben"),
        ("caz", "dev"),
        ("eva", "fay"),
        ("ana", "caz"),
        ("ben", "dev"),
    )


@pytest.mark.parametrize(
    ("statuses", "counting"),
    [
        (("proposed", "locked", "actual"), "eva fay"),
        (("actual", "locked", "proposed"), "ana ben"),
        (("proposed", "locked", "proposed"), "caz dev"),
        (("proposed", "proposed", "proposed"), "eva fay"),
    ],
)
def test_what_is_most_certain_counts_and_then_the_last(statuses, counting):
    groups = ("ana ben", "caz dev", "eva fay")
    allocations = [
        pairs(group, status=status) for group, status in zip(groups, statuses, strict=True)
    ]
    assert met_before(programme(workshop("One", 1, allocations))) == (tuple(counting.split()),)


def test_host_met_the_members():
    day = workshop("One", 1, [pairs("ana ben", host="caz"), pairs("dev eva", host="dev", round=2)])
    assert met_before(programme(day)) == (("caz", "ana", "ben"), ("dev", "eva"))


def test_groups_of_one_met_nobody():
    assert met_before(programme(workshop("One", 1, [pairs("ana", "ben caz")]))) == (("ben", "caz"),)


@pytest.mark.parametrize(
    ("status", "met"), [("proposed", ("ana", "caz")), ("actual", ("ana", "ben", "caz"))]
)
def test_who_is_recorded_as_away_met_nobody_in_a_plan(status, met):
    attendance = [Attendance("ana"), Attendance("ben", "apology")]
    day = workshop("One", 1, [pairs("ana ben caz", status=status)], attendance=attendance)
    assert met_before(programme(day)) == (met,)


@pytest.mark.parametrize("state", ["cancelled", "postponed"])
def test_workshops_that_are_off_do_not_count(state):
    events = [Event("2027-01-01", "confirmed"), Event("2027-01-02", state)]
    off = workshop("One", 1, [pairs("ana ben")], events=events)
    assert met_before(programme(off, workshop("Two", 2, [pairs("caz dev")]))) == (("caz", "dev"),)


def test_only_what_comes_before_counts():
    year = programme(
        workshop("One", 1, [pairs("ana ben")]),
        workshop("Two", 2, [pairs("caz dev"), pairs("eva fay", session="trios")]),
        workshop("Three", 3, [pairs("ana caz")]),
    )
    assert met_before(year, before="two") == (("ana", "ben"),)
    assert met_before(year, before="two/trios") == (("ana", "ben"), ("caz", "dev"))
    assert met_before(year, before="one/pairs") == ()
    assert len(met_before(year)) == 4


@pytest.mark.parametrize(
    ("before", "message"),
    [("four", "no workshop 'four'"), ("two/quads", "no session 'quads'. Known: pairs, trios")],
)
def test_what_is_not_there_is_refused(before, message):
    with pytest.raises(UnknownKeyError, match=message):
        met_before(programme(workshop("Two", 2, [])), before=before)


def test_sample_programme_has_a_history():
    year = sample_programme()
    met = met_before(year)
    assert ("wei-lin", "amara-diallo") in met
    people = [person for person in year.people if person.role == "participant"]
    found = rotate(people, groups=len(people) // 2, rounds=2, met=met, budget=20_000)
    assert found.times("amara-diallo", "wei-lin") >= 1

"""Sets that stay together from workshop to workshop."""

from workshopcore.model.agenda import Session
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Group, GroupAllocation, Workshop
from workshopcore.toolkit.seating.learning_sets import LearningSets, sets_on_record

PEOPLE = [Person(name) for name in ("Ana", "Ben", "Caz", "Dev", "Eva", "Fay", "Gil")]


def programme(*days):
    workshops = [
        Workshop(
            f"Day {month}",
            id=f"d{month}",
            start=f"2027-0{month}-12T09:00",
            end=f"2027-0{month}-12T17:00",
            agenda=[Session("acme:set", id="sets"), Session("acme:other", id="other")],
            allocations=[
                GroupAllocation(session, [Group(group.split()) for group in groups])
                for session, *groups in allocations
            ],
        )
        for month, allocations in enumerate(days, 1)
    ]
    return Programme(title="Y", people=PEOPLE, workshops=workshops)


def seated(sets, year, *names):
    there = [person for person in PEOPLE if person.id in names]
    return sets.seated(year, there)


def found(year, day, *names):
    return seated(sets_on_record(year, year.workshop(day), "acme:set"), year, *names)


ALL = [person.id for person in PEOPLE]


def test_no_record_gives_no_sets():
    year = programme([("other", "ana ben")], [])
    assert sets_on_record(year, year.workshop("d2"), "acme:set") is None


def test_the_nearest_workshop_before_counts_most():
    year = programme([("sets", "ana ben caz", "dev eva")], [("sets", "ana dev", "ben caz eva")], [])
    assert found(year, "d3", "ana", "ben", "caz", "dev", "eva") == (
        ("ana", "dev"),
        ("ben", "caz", "eva"),
    )


def test_who_was_away_is_in_the_set_of_those_they_sat_with_before():
    year = programme([("sets", "ana ben caz", "dev eva fay")], [("sets", "ana ben", "dev eva fay")])
    after = programme(
        [("sets", "ana ben caz", "dev eva fay")], [("sets", "ana ben", "dev eva fay")], []
    )
    assert found(after, "d3", *ALL[:6]) == (("ana", "ben", "caz"), ("dev", "eva", "fay"))
    assert year.workshops[1].allocations[0].groups[0].members == ("ana", "ben")


def test_sets_of_others_altogether_are_left_out():
    year = programme([("sets", "fay gil")], [("sets", "ana ben", "caz dev")], [])
    assert found(year, "d3", "ana", "ben", "caz", "dev") == (("ana", "ben"), ("caz", "dev"))


def test_where_nothing_came_before_what_is_planned_later_counts():
    year = programme([], [("sets", "ana caz", "ben dev")])
    assert found(year, "d1", "ana", "ben", "caz", "dev") == (("ana", "caz"), ("ben", "dev"))


def test_nobody_is_left_in_a_set_alone():
    sets = LearningSets([["ana", "ben", "caz"], ["dev", "eva"], ["fay", "gil"]])
    assert seated(sets, programme(), "ana", "ben", "caz", "dev", "fay", "gil") == (
        ("ana", "ben", "caz"),
        ("fay", "gil", "dev"),
    )


def test_where_everybody_would_be_alone_they_sit_together():
    sets = LearningSets([["ana", "ben"], ["caz", "dev"]])
    assert seated(sets, programme(), "ana", "caz") == (("ana", "caz"),)
    assert seated(sets, programme()) == ()

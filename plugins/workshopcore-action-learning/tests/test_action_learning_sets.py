"""Who sits together."""

import attrs
import pytest

import workshopcore as wc
from workshopcore.errors import FormatError

TEAM = tuple(f"Person {letter}" for letter in "ABCDEFGHI")
IDS = tuple(f"person-{letter}" for letter in "abcdefghi")


def allocated(programme, *groups):
    allocation = wc.GroupAllocation("sets", [wc.Group(ids, name=name) for name, ids in groups])
    return programme.with_allocation("w1", allocation)


def test_sets_follow_the_order_of_the_team(year, plan, note):
    found = plan(year(people=TEAM), "w1")

    assert found.groups.sizes == (5, 4)
    assert note(found, "In set 1:") == list(TEAM[:5])
    assert note(found, "In set 2:") == list(TEAM[5:])


def test_allocated_groups_are_the_sets(year, plan, note):
    programme = allocated(year(people=TEAM), ("North", IDS[:4]), ("", IDS[4:]))

    found = plan(programme, "w1")

    assert found.groups.sizes == (4, 5)
    assert note(found, "In North:") == list(TEAM[:4])
    assert note(found, "Presenting today in North:") == list(TEAM[:3])
    assert note(found, "In set 2:") == list(TEAM[4:])


def test_one_allocated_group_needs_no_name(year, plan, note):
    found = plan(allocated(year(people=TEAM), ("", IDS[:5])), "w1", people=5)

    assert found.groups is None
    assert note(found, "Presenting today:") == list(TEAM[:3])


@pytest.mark.parametrize(
    ("groups", "message"),
    [
        ((("North", IDS[:3]), ("South", IDS[3:])), "3 are expected in North. Change the groups"),
        ((("", IDS),), "9 are expected in the set. Change the groups"),
    ],
)
def test_allocated_set_of_another_size_is_refused(year, plan, groups, message):
    with pytest.raises(FormatError, match=message):
        plan(allocated(year(people=TEAM), *groups), "w1")


def test_whoever_is_away_has_no_seat(year, plan, note):
    programme = year(people=TEAM)
    for person, status in zip(IDS, ("declined", "apology", "no-show"), strict=False):
        programme = programme.with_attendance("w1", wc.Attendance(person, status))

    found = plan(programme, "w1")

    assert found.groups is None
    assert note(found, "Presenting today:") == list(TEAM[3:6])


def test_whoever_might_still_come_has_a_seat(year, plan):
    programme = year(people=TEAM[:4]).with_attendance("w1", wc.Attendance("person-a", "tentative"))

    assert sum(step.minutes for step in plan(programme, "w1").steps) == 140


def test_too_few_who_come_are_refused(year, plan):
    programme = year(people=TEAM[:4]).with_attendance("w1", wc.Attendance("person-a", "apology"))

    with pytest.raises(FormatError, match="4 to 8 members, and 3 people are expected"):
        plan(programme, "w1")


def test_substitute_has_a_seat_and_presents_last(year, plan, note):
    people = [*TEAM[:5], wc.Person("Stand In", role="observer")]
    programme = year(people=people, minutes=210).with_attendance(
        "w1", wc.Attendance("person-a", "apology", substitute="stand-in")
    )

    assert note(plan(programme, "w1"), "Presenting today:") == [*TEAM[1:5], "Stand In"]


def test_substitute_presents_after_those_who_were_heard(year, plan, note):
    people = [*TEAM[:5], wc.Person("Stand In", role="observer")]
    programme = year(people=people, minutes=174).with_attendance(
        "w2", wc.Attendance("person-a", "apology", substitute="stand-in")
    )

    assert note(plan(programme, "w2"), "Presenting today:") == [
        "Person E",
        "Person B",
        "Person C",
        "Person D",
    ]


def test_substitute_who_has_a_seat_takes_no_second_one(year, plan, note):
    programme = year(people=TEAM[:6], minutes=246).with_attendance(
        "w1", wc.Attendance("person-a", "apology", substitute="person-b")
    )

    assert sorted(note(plan(programme, "w1"), "Presenting today:")) == list(TEAM[1:6])


def test_only_participants_sit_in_sets(year, plan, note):
    people = [*TEAM[:4], wc.Person("Expert One", role="expert")]
    programme = year(people=people, minutes=210)
    invited = attrs.evolve(programme.workshops[0], invited=[*IDS[:4], "expert-one"])
    programme = attrs.evolve(programme, workshops=[invited, *programme.workshops[1:]])

    assert note(plan(programme, "w1"), "Presenting today:") == list(TEAM[:4])


@pytest.mark.parametrize("people", [4, 12])
def test_numbers_other_than_the_programme_s_leave_names_out(year, plan, note, people):
    found = plan(year(people=TEAM[:6]), "w1", people=people)

    assert note(found, "Presenting today:") == []
    assert "where the session stands in a programme with these people" in found.notes[0]
    sizes = found.groups.sizes if found.groups else (people,)
    assert sum(sizes) == people


def test_programme_that_names_nobody_goes_by_numbers(year, plan, note):
    people = [wc.Person("Only Observer", role="observer")]
    programme = year(people=people)
    invited = attrs.evolve(programme.workshops[0], invited=["only-observer"])
    programme = attrs.evolve(programme, workshops=[invited])

    assert note(plan(programme, "w1", people=6), "Presenting today:") == []

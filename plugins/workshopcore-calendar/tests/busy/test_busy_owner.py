"""Whose diary a file is."""

import pytest
from attrs import evolve

import workshopcore as wc

MEETING = ("DTSTART:20270119T093000Z", "DTEND:20270119T103000Z")


def owners(found):
    assert found.problems == ()
    return [value.who for value in found.value]


@pytest.mark.parametrize("who", ["jo", "Jo Park", "JO@example.org", "Park, Jo"])
def test_options_say_whose(read_diary, calendar, event, who):
    data = calendar(event(*MEETING), head=["X-WR-CALNAME:Amina Yusuf"])
    assert owners(read_diary(data, who=who)) == ["jo"]


def test_room_has_a_diary_too(read_diary, calendar, event):
    assert owners(read_diary(calendar(event(*MEETING)), who=None, room="Garden room")) == [
        "Garden room"
    ]


@pytest.mark.parametrize(
    "head",
    [
        "X-WR-CALNAME:Jo Park",
        "NAME:jo@example.org",
        "X-WR-CALNAME:Jo Park's calendar",
        "X-WR-CALNAME:Calendar Jo Park",
    ],
)
def test_calendar_says_whose(read_diary, calendar, event, head):
    assert owners(read_diary(calendar(event(*MEETING), head=[head]), who=None)) == ["jo"]


@pytest.mark.parametrize(
    "file", ["jo.ics", "exports/jo-park.ics", "C:\\diaries\\Jo_Park.ics", "diary-jo-park.ICS"]
)
def test_file_says_whose(read_diary, calendar, event, file):
    assert owners(read_diary(calendar(event(*MEETING)), who=None, file=file)) == ["jo"]


def test_whoever_is_in_every_meeting_owns_the_diary(read_diary, calendar, event):
    both = event(
        *MEETING, "ORGANIZER:mailto:amina.yusuf@example.org", "ATTENDEE:mailto:jo@example.org"
    )
    other = event(*MEETING, "ORGANIZER:mailto:jo@example.org", "ATTENDEE:mailto:x@example.org")
    alone = event("DTSTART:20270201")
    assert owners(read_diary(calendar(both, other, alone), who=None)) == ["jo"]


def test_busy_time_is_that_of_its_attendee(read_diary, calendar):
    lines = [
        *("BEGIN:VFREEBUSY", "ORGANIZER:mailto:amina.yusuf@example.org"),
        *("ATTENDEE:mailto:jo@example.org", "FREEBUSY:20270119T090000Z/PT1H", "END:VFREEBUSY"),
    ]
    assert set(owners(read_diary(calendar(lines), who=None))) == {"jo"}


def test_several_calendars_in_one_file_are_each_somebodys(read_diary, calendar, event):
    files = [
        calendar(event(*MEETING), head=[f"X-WR-CALNAME:{name}"]) for name in ("Li Wei", "Jo Park")
    ]
    assert owners(read_diary(b"".join(files), who=None)) == ["li", "jo"]


def test_several_calendars_of_one_person_are_one_diary(read_diary, calendar, event):
    files = [calendar(event(*MEETING)), calendar(event("DTSTART:20270201"))]
    (value,) = read_diary(b"".join(files)).value
    assert len(value.spells) == 2


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ((), "a calendar without a name"),
        (["X-WR-CALNAME:Work"], "a calendar called 'Work'"),
    ],
)
def test_diary_of_nobody_is_named(read_diary, calendar, event, head, found):
    read = read_diary(calendar(event(*MEETING), head=head), who=None)
    assert read.value == ()
    assert [(fault.path, fault.found) for fault in read.problems] == [("line 1", found)]
    assert "who=" in read.problems[0].hint


def test_somebody_who_is_not_there_is_named(read_diary, calendar, event):
    read = read_diary(calendar(event(*MEETING), head=["X-WR-CALNAME:Li Wei"]), who="Jo Pork")
    assert [(fault.path, fault.hint) for fault in read.problems] == [
        ("options.who", "Did you mean 'jo'?")
    ]


def test_address_of_two_people_is_nobodys(read_diary, calendar, event, team):
    twin = wc.Person("Jay Park", id="jay", email="JO@example.org")
    programme = evolve(team, people=[*team.people, twin])
    data = calendar(event(*MEETING, "ATTENDEE:mailto:jo@example.org"))
    assert read_diary(data, programme, who=None).value == ()

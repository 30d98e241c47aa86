"""When a programme asks, and whom."""

from datetime import date

import pytest

from workshopcore.errors import UnknownKeyError
from workshopcore.evaluation.instruments import eligible, planned_waves
from workshopcore.model.evaluation import Instrument, Wave
from workshopcore.model.lifecycle import Event
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Attendance, Workshop

ASKED = {"baseline": "start", "after_each": "pulse", "close": "close", "follow_up": "later"}


def workshop(title, start, end="", **given):
    return Workshop(title, start=f"{start}T09:30", end=f"{end or start}T16:30", **given)


def programme(*workshops, **given):
    instruments = [Instrument(name, id=name) for name in ASKED.values()]
    return Programme(title="A year", workshops=workshops, instruments=instruments, **given)


def told(waves):
    return [(each.id, each.kind, str(each.opens), str(each.closes)) for each in waves]


def test_waves_stand_around_the_workshops():
    year = programme(workshop("One", "2027-01-19"), workshop("Two", "2027-11-30"))
    assert told(planned_waves(year, **ASKED)) == [
        ("baseline", "baseline", "2027-01-05", "2027-01-18"),
        ("after-one", "after-each", "2027-01-19", "2027-01-26"),
        ("after-two", "after-each", "2027-11-30", "2027-12-07"),
        ("close", "close", "2027-11-30", "2027-12-14"),
        # Three months after the end of November is the last day of February.
        ("follow-up", "follow-up", "2028-02-29", "2028-03-21"),
    ]


def test_residential_is_asked_about_on_its_last_day():
    year = programme(workshop("Away", "2027-03-09", "2027-03-10"))
    (wave,) = planned_waves(year, after_each="pulse")
    assert (wave.opens, wave.workshop) == (date(2027, 3, 10), "away")


def test_only_what_is_named_is_planned():
    year = programme(workshop("One", "2027-01-19"))
    assert [wave.id for wave in planned_waves(year, close="close")] == ["close"]


def test_what_is_planned_is_not_planned_again():
    year = programme(workshop("One", "2027-01-19"))
    for wave in planned_waves(year, **ASKED):
        year = year.with_wave(wave)
    assert planned_waves(year, **ASKED) == ()


def test_identifier_that_is_taken_is_left_alone():
    year = programme(workshop("One", "2027-01-19"))
    year = year.with_wave(Wave("Another", "follow-up", id="close"))
    assert planned_waves(year, close="close") == ()


@pytest.mark.parametrize("state", ["postponed", "cancelled"])
def test_workshop_that_is_not_held_is_not_asked_about(state):
    gone = workshop("Two", "2027-03-16", events=[Event("2027-02-01", state)])
    year = programme(workshop("One", "2027-01-19"), gone)
    planned = planned_waves(year, after_each="pulse", close="close")
    assert [(wave.id, str(wave.opens)) for wave in planned] == [
        ("after-one", "2027-01-19"),
        ("close", "2027-01-19"),
    ]


def test_programme_without_workshops_has_no_waves():
    assert planned_waves(programme(), **ASKED) == ()


def test_instrument_that_is_not_there_is_refused():
    with pytest.raises(UnknownKeyError, match="pulse"):
        planned_waves(programme(), after_each="puls")


def test_long_identifier_of_a_workshop_makes_one_that_can_be():
    year = programme(workshop("One", "2027-01-19", id="a" * 64))
    (wave,) = planned_waves(year, after_each="pulse")
    assert wave.id == "after-" + "a" * 58


TEAM = [
    Person("Amina", id="amina"),
    Person("Ben", id="ben", left="2027-02-28"),
    Person("Chidi", id="chidi", joined="2027-03-01"),
    Person("Fay", role="facilitator", id="fay"),
]


def ids(people):
    return [person.id for person in people]


def test_whoever_is_named_is_asked():
    wave = Wave("Close", eligible=["fay", "ben"], opens="2027-06-01")
    assert ids(eligible(programme(people=TEAM), wave)) == ["fay", "ben"]


def test_participants_of_the_day_it_opens_are_asked():
    year = programme(people=TEAM)
    assert ids(eligible(year, Wave("Start", "baseline", opens="2027-01-11"))) == ["amina", "ben"]
    assert ids(eligible(year, Wave("Close", opens="2027-06-01"))) == ["amina", "chidi"]


def test_after_a_workshop_those_who_were_there_are_asked():
    came = [
        Attendance("amina", "part"),
        Attendance("ben", "apology"),
        Attendance("fay", "attended"),
    ]
    year = programme(workshop("One", "2027-01-19", attendance=came), people=TEAM)
    assert ids(eligible(year, Wave("After", "after-each", workshop="one"))) == ["amina"]


def test_before_there_is_a_record_those_who_are_to_come_are_asked():
    invited = workshop("One", "2027-01-19", attendance=[Attendance("amina", "accepted")])
    year = programme(invited, people=TEAM)
    assert ids(eligible(year, Wave("After", "after-each", workshop="one"))) == ["amina", "ben"]


def test_wave_after_no_workshop_in_particular_asks_the_team():
    year = programme(people=TEAM)
    wave = Wave("After", "after-each", opens="2027-06-01")
    assert ids(eligible(year, wave)) == ["amina", "chidi"]

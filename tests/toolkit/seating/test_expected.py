"""Who is to be seated at a workshop."""

import pytest

from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Attendance, Workshop
from workshopcore.toolkit.seating.expected import expected

PEOPLE = [
    Person("Ana"),
    Person("Ben"),
    Person("Caz", left="2027-01-01"),
    Person("Dev", role="observer"),
    Person("Eva", role="facilitator"),
]


def names(*attendance, absent=(), **more):
    day = Workshop(
        "Day", start="2027-01-19T09:30", end="2027-01-19T16:30", attendance=attendance, **more
    )
    year = Programme(title="Y", people=PEOPLE, workshops=[day])
    return [person.id for person in expected(year, day, absent)]


def test_the_team_of_the_day_is_expected():
    assert names() == ["ana", "ben"]


def test_those_who_are_invited_are_expected_without_those_who_run_it():
    assert names(invited=["dev", "eva", "ana"]) == ["dev", "ana"]


@pytest.mark.parametrize("status", ["declined", "apology", "no-show"])
def test_who_is_away_is_not_expected(status):
    assert names(Attendance("ana", status)) == ["ben"]


def test_a_substitute_takes_the_place_of_who_is_away():
    assert names(Attendance("ana", "apology", substitute="dev")) == ["dev", "ben"]


def test_a_substitute_who_is_away_too_is_not_expected():
    away = Attendance("ana", "apology", substitute="dev"), Attendance("dev", "no-show")
    assert names(*away) == ["ben"]


@pytest.mark.parametrize("status", ["accepted", "tentative", "attended", "part"])
def test_guests_who_come_are_expected(status):
    assert names(Attendance("dev", status), Attendance("eva", status)) == ["ana", "ben", "dev"]


def test_who_is_said_to_be_absent_is_not_expected():
    assert names(absent=["ana"]) == ["ben"]

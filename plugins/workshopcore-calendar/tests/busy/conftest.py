"""A team whose time is asked for, and short ways to read a diary, a poll or a list of theirs."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

import workshopcore as wc
from workshopcore.contracts.exchange import ImportRequest
from workshopcore_calendar import DayListImporter, DiaryImporter, PollImporter

PUBLISHED = Path(__file__).parents[1] / "data" / "busy-time"


@pytest.fixture(scope="session")
def team():
    """Return a programme of 2027 with people who have diaries."""
    return wc.Programme(
        title="One front door",
        time_zone="Europe/London",
        start="2027-01-11",
        end="2027-11-30",
        people=[
            wc.Person("Amina Yusuf", id="amina", email="Amina.Yusuf@example.org"),
            wc.Person("Jo Park", id="jo", email="jo@example.org"),
            wc.Person("Li Wei", id="li"),
        ],
    )


@pytest.fixture(scope="session")
def calendar():
    """Make a calendar file: each argument is the lines of one component."""

    def calendar(*components, head=()):
        lines = ["BEGIN:VCALENDAR", "VERSION:2.0", *head]
        lines += [line for component in components for line in component]
        return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()

    return calendar


@pytest.fixture(scope="session")
def event():
    """Make the lines of an event."""

    def event(*lines, uid=None):
        named = [f"UID:{uid}"] if uid else []
        return ["BEGIN:VEVENT", *named, *lines, "END:VEVENT"]

    return event


@pytest.fixture(scope="session")
def read_diary(team):
    """Read a calendar file, of Amina unless it is said otherwise."""

    def read_diary(data, programme=team, **options):
        asked = {"who": "amina"} | options
        return DiaryImporter().read(
            data, programme, ImportRequest(options={k: v for k, v in asked.items() if v})
        )

    return read_diary


@pytest.fixture(scope="session")
def busy(read_diary, calendar, event):
    """Return when an event of Amina's keeps her busy, in short: starts, ends, and a ?."""

    def busy(*lines, head=(), programme=None, more=(), **options):
        if programme is not None:
            options["programme"] = programme
        found = read_diary(calendar(event(*lines, uid="one"), *more, head=head), **options)
        assert found.problems == ()
        (value,) = found.value
        return [short(spell) for spell in value.spells]

    return busy


def short(spell):
    """Return a spell as text: ``2027-01-19T09:30Z/2027-01-19T10:00Z?``."""
    return f"{_limit(spell.start)}/{_limit(spell.end)}{'?' if spell.tentative else ''}"


def _limit(value):
    if not isinstance(value, datetime):
        return value.isoformat()
    if value.tzinfo is None:
        return f"{value:%Y-%m-%dT%H:%M}"
    return f"{value.astimezone(UTC):%Y-%m-%dT%H:%MZ}"


@pytest.fixture(scope="session")
def in_short():
    return short


@pytest.fixture(scope="session")
def read_poll(team):
    """Read a poll from text."""

    def read_poll(text, **options):
        return PollImporter().read(text.encode(), team, ImportRequest(options=options))

    return read_poll


@pytest.fixture(scope="session")
def answers(read_poll):
    """Return what everybody answered to a poll without faults: marks by short day."""

    def answers(text, **options):
        found = read_poll(text, **options)
        assert found.problems == ()
        return {poll.who: {_key(k): a for k, a in poll.answers.items()} for poll in found.value}

    return answers


def _key(key):
    return f"{key[0]} {key[1]}" if isinstance(key, tuple) else f"{key}"


@pytest.fixture(scope="session")
def read_days(team):
    """Read a list of days from text."""

    def read_days(text, **options):
        return DayListImporter().read(text.encode(), team, ImportRequest(options=options))

    return read_days


@pytest.fixture(scope="session")
def published():
    """Return the seven published calendars."""
    return [path.read_bytes() for path in sorted(PUBLISHED.glob("*.ics"))]

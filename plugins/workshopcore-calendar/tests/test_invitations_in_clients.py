"""Three clients receive a series, a move and a cancellation, and end with the right calendar.

Each keeps an event if its number is higher than what it has, or the same and its stamp later
(RFC 5546, section 2.1.5). ical.js is in JavaScript, see `invited.cjs`.
"""

import json
import random
from datetime import UTC, datetime
from pathlib import Path

import icalendar
import pytest
import vobject
from attrs import evolve, frozen
from hypothesis import given, settings
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore_calendar.invitations import invite

INVITED = Path(__file__).with_name("invited.cjs")
DAYS = [datetime(2027, 1, day, 9, tzinfo=UTC) for day in (4, 5, 6, 7, 8, 11)]


@frozen
class Event:
    uid: str
    sequence: int
    stamp: datetime
    start: datetime
    end: datetime
    title: str
    place: str
    status: str


def with_icalendar(files):
    calendar = {}
    for data in files:
        whole = icalendar.Calendar.from_ical(data)
        for event in whole.walk("VEVENT"):
            keep(
                calendar,
                Event(
                    str(event["UID"]),
                    event["SEQUENCE"],
                    event["DTSTAMP"].dt,
                    event["DTSTART"].dt.astimezone(UTC),
                    event["DTEND"].dt.astimezone(UTC),
                    str(event["SUMMARY"]),
                    str(event.get("LOCATION", "")),
                    "CANCELLED" if whole["METHOD"] == "CANCEL" else str(event["STATUS"]),
                ),
            )
    return calendar


def with_vobject(files):
    calendar = {}
    for data in files:
        vobject.icalendar.registerTzid("Europe/London", None)
        (whole,) = vobject.readComponents(data.decode())
        for event in whole.vevent_list:
            keep(
                calendar,
                Event(
                    event.uid.value,
                    int(event.sequence.value),
                    event.dtstamp.value.astimezone(UTC),
                    event.dtstart.value.astimezone(UTC),
                    event.dtend.value.astimezone(UTC),
                    event.summary.value,
                    event.location.value if "location" in event.contents else "",
                    "CANCELLED" if whole.method.value == "CANCEL" else event.status.value,
                ),
            )
    return calendar


def keep(calendar, event):
    known = calendar.get(event.uid)
    if known is None or (known.sequence, known.stamp) < (event.sequence, event.stamp):
        calendar[event.uid] = event


@pytest.fixture(scope="session")
def with_ical_js(node):
    def with_ical_js(files):
        data = json.dumps([data.decode() for data in files]).encode()
        return {each["uid"]: moments(each) for each in json.loads(node(INVITED, data=data))}

    return with_ical_js


def moments(found):
    when = {name: datetime.fromtimestamp(found[name], UTC) for name in ("stamp", "start", "end")}
    return Event(**{**found, **when, "place": found["place"] or ""})


def story(toolkit, programmes):
    """Return the files that somebody is sent while a programme becomes one after another."""
    record, files = (), []
    for at, programme in zip(DAYS, programmes, strict=False):
        found = invite(toolkit, programme, at, record)
        files += [each.data for each in found.news if each.person.id == "amina"]
        record = found.record
    return files


@pytest.fixture(scope="module")
def year(series, changed):
    """Return a year of three workshops; then one is moved, and then another one cancelled."""
    first, locked, last = series.workshop("where-to").agenda
    moved = changed(
        series,
        "where-to",
        start="2027-04-13T14:00",
        end="2027-04-14T12:00",
        agenda=[first, evolve(locked, start="2027-04-14T10:00"), last],
    )
    cancelled = moved.with_event(wc.Event("2027-01-05", "cancelled"), "workshop", "gained")
    return [series, moved, cancelled]


def expected(programme, sequences, cancelled=()):
    return {
        f"workshop.{w.id}@one-front-door.workshopcore": (
            sequences[w.id],
            programme.starts(w).astimezone(UTC),
            programme.ends(w).astimezone(UTC),
            w.title,
            w.id in cancelled,
        )
        for w in programme.workshops
    }


def held(calendar):
    return {
        e.uid: (e.sequence, e.start, e.end, e.title, e.status == "CANCELLED")
        for e in calendar.values()
    }


def test_two_clients_in_python_end_with_the_right_calendar(toolkit, year):
    files = story(toolkit, year)
    right = expected(year[-1], {"where-now": 0, "where-to": 1, "gained": 1}, {"gained"})
    assert held(with_icalendar(files)) == right
    assert held(with_vobject(files)) == right


def test_ical_js_ends_with_the_right_calendar(toolkit, year, with_ical_js):
    for steps, sequences, off in (
        (1, {"where-now": 0, "where-to": 0, "gained": 0}, set()),
        (2, {"where-now": 0, "where-to": 1, "gained": 0}, set()),
        (3, {"where-now": 0, "where-to": 1, "gained": 1}, {"gained"}),
    ):
        files = story(toolkit, year[:steps])
        assert held(with_ical_js(files)) == expected(year[steps - 1], sequences, off)


def test_three_clients_agree_on_every_detail(toolkit, year, with_ical_js):
    files = story(toolkit, year)
    assert with_ical_js(files) == with_icalendar(files) == with_vobject(files)


def test_order_in_which_files_arrive_does_not_matter(toolkit, year, with_ical_js):
    files = story(toolkit, year)
    mixed = random.Random(1).sample(files * 2, len(files) * 2)
    assert with_icalendar(mixed) == with_vobject(mixed) == with_icalendar(files)
    assert with_ical_js(mixed) == with_icalendar(files)


CHANGES = st.one_of(
    st.tuples(st.just("start"), st.sampled_from(["08:30", "09:00", "09:30"])),
    st.tuples(st.just("venue"), st.sampled_from(["Mill House", "The Town Hall"])),
    st.tuples(st.just("title"), st.sampled_from(["Where are we now?", "Where do we stand?"])),
    st.tuples(st.just("state"), st.sampled_from(["confirmed", "pencilled", "postponed"])),
    st.tuples(st.just("invited"), st.sampled_from(["amina", "jo"])),
)


@settings(max_examples=40, deadline=None)
@given(changes=st.lists(CHANGES, min_size=1, max_size=len(DAYS) - 1))
def test_whatever_changes_the_calendar_ends_as_the_programme_is(toolkit, series, changed, changes):
    programmes = [series]
    for name, value in changes:
        fields = {
            "start": {"start": f"2027-01-19T{value}"},
            "venue": {"venue": value},
            "title": {"title": value},
            "state": {"events": [wc.Event("2026-12-01", value)]},
            "invited": {"invited": [value]},
        }[name]
        programmes.append(changed(programmes[-1], "where-now", **fields))
    last = programmes[-1].workshop("where-now")
    stands = last.state(DAYS[-1].date()) != "postponed"
    comes = "amina" in (last.invited or ("amina",))
    calendar = with_icalendar(story(toolkit, programmes))
    found = calendar["workshop.where-now@one-front-door.workshopcore"]
    assert (found.status != "CANCELLED") == (stands and comes)
    if stands and comes:
        assert found.start == programmes[-1].starts(last).astimezone(UTC)
        assert found.title == last.title
        assert found.place == ", ".join(filter(None, [last.venue.name, last.venue.address]))
        assert found.status == {"confirmed": "CONFIRMED"}.get(
            last.state(DAYS[-1].date()), "TENTATIVE"
        )

"""The calendar of one person."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import icalendar
import pytest
import vobject
from attrs import evolve
from hypothesis import given

import workshopcore as wc
from workshopcore.errors import AsOfRequiredError, UnknownKeyError
from workshopcore.testing.strategies import programmes
from workshopcore_calendar.feeds import feed, feeds
from workshopcore_calendar.invitations import invite

INVITED = Path(__file__).with_name("invited.cjs")
AS_OF = "2027-01-25"


def events_of(data):
    calendar = icalendar.Calendar.from_ical(data)
    return {str(event["UID"]).partition("@")[0]: event for event in calendar.walk("VEVENT")}


def test_feed_is_what_one_person_is_asked_to(toolkit, series):
    assert [*events_of(feed(toolkit, series, "amina", AS_OF))] == [
        *("workshop.where-now", "workshop.where-to", "workshop.gained"),
    ]
    assert [*events_of(feed(toolkit, series, "olu", AS_OF))] == ["workshop.where-to"]
    assert [*events_of(feed(toolkit, series, "hana", AS_OF))] == ["expert.desk"]
    assert [*events_of(feed(toolkit, series, "miriam", AS_OF))] == [
        *("facilitation.where-now", "facilitation.where-to", "facilitation.gained"),
    ]


def test_feed_names_no_guest(toolkit, series):
    for person, data in feeds(toolkit, series, AS_OF, actions=True):
        assert b"ATTENDEE" not in data
        others = {p.email for p in series.people if p.id != "miriam"} - {""}
        assert not [email for email in others if email.encode() in data], person.id


def test_feed_is_published_under_the_programme_s_name(toolkit, series):
    calendar = icalendar.Calendar.from_ical(feed(toolkit, series, "jo", AS_OF))
    assert (calendar["METHOD"], calendar["X-WR-CALNAME"]) == ("PUBLISH", "One front door")
    organisers = {str(event["ORGANIZER"]) for event in calendar.walk("VEVENT")}
    assert organisers == {"mailto:miriam@example.com"}


def test_feed_without_an_organiser_has_no_method(toolkit, series):
    people = [evolve(p, email="") for p in series.people]
    calendar = icalendar.Calendar.from_ical(
        feed(toolkit, evolve(series, people=people), "jo", AS_OF)
    )
    assert "METHOD" not in calendar
    assert len(calendar.walk("VEVENT")) == 3


def test_feed_of_somebody_without_an_address_is_written(toolkit, series):
    assert [person.id for person, _ in feeds(toolkit, series, AS_OF)] == [
        *("amina", "jo", "li", "olu", "hana", "miriam"),
    ]


def test_who_has_nothing_has_no_feed(toolkit, series):
    guest = wc.Person("Guest", "observer", id="guest")
    more = evolve(series, people=[*series.people, guest])
    assert "guest" not in {person.id for person, _ in feeds(toolkit, more, AS_OF)}
    assert events_of(feed(toolkit, more, "guest", AS_OF)) == {}


def test_only_their_own_actions_are_in_it_and_only_if_asked(toolkit, series):
    assert not [uid for uid in events_of(feed(toolkit, series, "amina", AS_OF)) if "due." in uid]
    events = events_of(feed(toolkit, series, "amina", AS_OF, actions=True))
    due = {uid: event for uid, event in events.items() if uid.startswith("due.")}
    assert [*due] == ["due.map"]
    event = due["due.map"]
    assert (event["SUMMARY"], event["DTSTART"].dt, event["DTEND"].dt) == (
        *("Due: Draw the map", date(2027, 2, 26), date(2027, 2, 27)),
    )
    assert event["TRANSP"] == "TRANSPARENT"


def test_action_without_a_date_is_not_in_it(toolkit, series):
    action = wc.Action("Some day", "amina", id="some-day", created="2027-01-19")
    events = events_of(
        feed(toolkit, evolve(series, actions=[action]), "amina", AS_OF, actions=True)
    )
    assert not [uid for uid in events if uid.startswith("due.")]


def test_who_has_only_an_action_has_a_feed(toolkit, series):
    action = wc.Action("Ask", "guest", "2027-03-01", id="ask", created="2027-01-19")
    guest = wc.Person("Guest", "observer", id="guest")
    more = evolve(series, people=[*series.people, guest], actions=[action])
    found = {person.id: data for person, data in feeds(toolkit, more, AS_OF, actions=True)}
    assert [*events_of(found["guest"])] == ["due.ask"]


def test_cancelled_workshop_is_marked(toolkit, series):
    off = series.with_event(wc.Event("2027-01-06", "cancelled"), "workshop", "gained")
    assert events_of(feed(toolkit, off, "jo", AS_OF))["workshop.gained"]["STATUS"] == "CANCELLED"


def test_feed_has_the_numbers_of_the_invitations(toolkit, series, changed):
    at = datetime(2027, 1, 4, 9, tzinfo=UTC)
    first = invite(toolkit, series, at)
    moved = changed(series, "where-to", end="2027-03-31T12:30")
    off = moved.with_event(wc.Event("2027-01-06", "cancelled"), "workshop", "gained")
    second = invite(toolkit, off, at.replace(day=7), first.record)

    def numbers(record):
        events = events_of(feed(toolkit, off, "jo", AS_OF, record))
        return {uid: event["SEQUENCE"] for uid, event in events.items()}

    expected = {"workshop.where-now": 0, "workshop.where-to": 1, "workshop.gained": 1}
    assert numbers(first.record) == numbers(second.record) == expected


def test_ical_js_and_vobject_read_a_feed(toolkit, series, node):
    data = feed(toolkit, series, "hana", AS_OF)
    (event,) = json.loads(node(INVITED, data=json.dumps([data.decode()]).encode()))
    times = [datetime.fromtimestamp(event[name], UTC) for name in ("start", "end")]
    assert [each.isoformat() for each in times] == [
        *("2027-03-31T09:00:00+00:00", "2027-03-31T10:00:00+00:00"),
    ]
    (calendar,) = vobject.readComponents(data.decode())
    calendar.validate(raiseException=True)
    assert calendar.vevent.dtstart.value.astimezone(UTC) == times[0]


def test_zone_is_explained_from_the_first_day_to_the_last(toolkit, series):
    calendar = icalendar.Calendar.from_ical(feed(toolkit, series, "jo", AS_OF))
    (zone,) = calendar.walk("VTIMEZONE")
    onsets = [part["DTSTART"].dt.isoformat() for part in zone.subcomponents]
    assert onsets == ["2027-01-19T00:00:00", "2027-03-28T01:00:00", "2027-10-31T02:00:00"]


def test_day_and_person_are_needed(toolkit, series):
    with pytest.raises(AsOfRequiredError):
        feed(toolkit, series, "jo", None)
    with pytest.raises(UnknownKeyError):
        feed(toolkit, series, "nobody", AS_OF)


@given(programme=programmes())
def test_any_programme_s_feeds_are_valid_and_the_same_each_time(toolkit, programme):
    found = feeds(toolkit, programme, "2027-06-30", actions=True)
    assert found == feeds(toolkit, programme, "2027-06-30", actions=True)
    for person, data in found:
        assert data == feed(toolkit, programme, person.id, "2027-06-30", actions=True)
        assert all(len(line) <= 75 for line in data.split(b"\r\n"))
        for event in events_of(data).values():
            assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE"} <= set(event)
            assert event.errors == []

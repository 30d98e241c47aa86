"""What an invitation says, and which message everybody is due."""

from datetime import UTC, datetime, timedelta

import icalendar
import pytest
import vobject
from attrs import evolve
from hypothesis import given

import workshopcore as wc
from workshopcore.errors import InvalidValueError, UnknownKeyError
from workshopcore.testing.documents import HOSTILE
from workshopcore.testing.strategies import programmes
from workshopcore_calendar.invitations import invite

AT = datetime(2027, 1, 4, 9, tzinfo=UTC)
LATER = datetime(2027, 1, 8, 9, tzinfo=UTC)
DESCRIPTION = """\
Facilitation: Miriam Oduya

Please prepare
- Bring one story

The day
09:30 Check-in
10:00 A map of calls
12:30 Finish"""


def of(found, person, name):
    """Return the message about one appointment to one person."""
    (one,) = [m for m in found.messages if (m.person.id, m.sent.id) == (person, name)]
    return one


def event_of(message):
    calendar = icalendar.Calendar.from_ical(message.data)
    (event,) = calendar.walk("VEVENT")
    return event


def told(found):
    return [(m.news, m.person.id, m.sent.id, m.sent.sequence) for m in found.news]


@pytest.fixture(scope="module")
def first(toolkit, series):
    return invite(toolkit, series, AT)


def test_everybody_is_invited_to_what_is_theirs(first):
    assert told(first) == [
        ("new", "amina", "where-now", 0),
        ("new", "jo", "where-now", 0),
        ("new", "miriam", "where-now-facilitation", 0),
        ("new", "amina", "where-to", 0),
        ("new", "jo", "where-to", 0),
        ("new", "olu", "where-to", 0),
        ("new", "miriam", "where-to-facilitation", 0),
        ("new", "hana", "desk-expert", 0),
        ("new", "amina", "gained", 0),
        ("new", "jo", "gained", 0),
        ("new", "miriam", "gained-facilitation", 0),
    ]


def test_who_has_no_address_is_named(first):
    assert [person.id for person in first.unaddressed] == ["li"]


def test_vobject_reads_every_property_of_an_invitation(first):
    (calendar,) = vobject.readComponents(of(first, "jo", "where-now").data.decode())
    calendar.validate(raiseException=True)
    read = {name: [e.value for e in each] for name, each in calendar.vevent.contents.items()}
    start, end = read.pop("dtstart"), read.pop("dtend")
    assert [each.astimezone(UTC) for each in (*start, *end)] == [
        datetime(2027, 1, 19, 9, 30, tzinfo=UTC),
        datetime(2027, 1, 19, 12, 30, tzinfo=UTC),
    ]
    assert read == {
        "uid": ["workshop.where-now@one-front-door.workshopcore"],
        "dtstamp": [AT],
        "sequence": ["0"],
        "summary": ["Where are we now?"],
        "status": ["CONFIRMED"],
        "location": ["Mill House, 1 Weir Lane; Harrowmere"],
        "description": [DESCRIPTION],
        "categories": [["One front door"]],
        "organizer": ["mailto:miriam@example.com"],
        "attendee": ["mailto:jo@example.org"],
    }
    assert calendar.method.value == "REQUEST"
    assert calendar.vevent.attendee.params == {
        "CN": ["Jo Park"],
        "ROLE": ["REQ-PARTICIPANT"],
        "PARTSTAT": ["DECLINED"],
    }


def test_who_has_not_replied_is_asked_to(first):
    attendee = event_of(of(first, "olu", "where-to"))["ATTENDEE"]
    assert dict(attendee.params) == {
        "CN": "Olu Sola",
        "ROLE": "OPT-PARTICIPANT",
        "PARTSTAT": "NEEDS-ACTION",
        "RSVP": "TRUE",
    }


@pytest.mark.parametrize(
    ("events", "status"),
    [
        ([], "TENTATIVE"),
        ([wc.Event("2027-01-01", "pencilled")], "TENTATIVE"),
        ([wc.Event("2027-01-01", "confirmed")], "CONFIRMED"),
        ([wc.Event("2027-01-05", "confirmed")], "TENTATIVE"),
    ],
)
def test_status_is_the_workshop_s_on_the_day(toolkit, series, changed, events, status):
    found = invite(toolkit, changed(series, "where-now", events=events), AT)
    assert event_of(of(found, "amina", "where-now"))["STATUS"] == status


@pytest.mark.parametrize("state", ["cancelled", "postponed"])
def test_nobody_is_invited_to_what_does_not_take_place(toolkit, series, changed, state):
    off = changed(series, "where-now", events=[wc.Event("2027-01-02", state)])
    found = invite(toolkit, off, AT)
    assert {m.sent.workshop for m in found.messages} == {"where-to", "gained"}


def test_residential_is_one_event_of_two_days(first):
    event = event_of(of(first, "amina", "where-to"))
    times = [event[name].dt.astimezone(UTC).isoformat() for name in ("DTSTART", "DTEND")]
    assert times == ["2027-03-30T13:00:00+00:00", "2027-03-31T11:00:00+00:00"]
    assert "Wednesday 31 March 2027" in event["DESCRIPTION"]


def test_workshop_online_has_its_address(first):
    event = event_of(of(first, "amina", "gained"))
    assert event["URL"] == "https://meet.example/door?x=1"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "https://méet.example/", "Room 3"])
def test_no_other_address_is_a_link(toolkit, series, changed, address):
    venue = wc.Venue("Video call", address=address)
    found = invite(toolkit, changed(series, "gained", venue=venue), AT)
    assert "URL" not in event_of(of(found, "amina", "gained"))


def test_facilitators_come_earlier_to_set_up(first, toolkit, series):
    event = event_of(of(first, "miriam", "where-now-facilitation"))
    assert event["DTSTART"].dt.astimezone(UTC) == datetime(2027, 1, 19, 8, 30, tzinfo=UTC)
    assert event["DESCRIPTION"].startswith("Setting up: 08:30–09:30\n")
    online = event_of(of(first, "miriam", "gained-facilitation"))
    assert online["DTSTART"].dt.astimezone(UTC) == datetime(2027, 11, 9, 9, 30, tzinfo=UTC)
    sooner = invite(toolkit, series, AT, set_up=0)
    event = event_of(of(sooner, "miriam", "where-now-facilitation"))
    assert event["DTSTART"].dt.astimezone(UTC) == datetime(2027, 1, 19, 9, 30, tzinfo=UTC)
    assert event["DESCRIPTION"].startswith("Facilitation: ")


def test_expert_is_invited_to_their_slot_alone(first):
    message = of(first, "hana", "desk-expert")
    event = event_of(message)
    times = [event[name].dt.astimezone(UTC).isoformat() for name in ("DTSTART", "DTEND")]
    assert times == ["2027-03-31T09:00:00+00:00", "2027-03-31T10:00:00+00:00"]
    assert event["SUMMARY"] == "One desk elsewhere (Where to?)"
    assert event["STATUS"] == "TENTATIVE"
    assert event["DESCRIPTION"] == (
        "Your part in: Where to?\nTopic: One desk elsewhere\nArrival: By 09:45\n"
        "Your host: Amina Yusuf"
    )


@pytest.mark.parametrize(
    ("state", "status"), [("confirmed", "CONFIRMED"), ("briefed", "TENTATIVE")]
)
def test_expert_is_certain_when_both_are(toolkit, series, changed, state, status):
    programme = changed(series, "where-to", events=[wc.Event("2026-12-01", "confirmed")])
    programme = programme.with_event(wc.Event("2027-01-02", state), "expert", "desk")
    assert event_of(of(invite(toolkit, programme, AT), "hana", "desk-expert"))["STATUS"] == status


def test_expert_who_has_not_agreed_is_not_invited(toolkit, series):
    asked = evolve(series.experts[0], events=[wc.Event("2026-12-01", "approached")])
    found = invite(toolkit, evolve(series, experts=[asked]), AT)
    assert "hana" not in {m.person.id for m in found.messages}


def test_expert_who_withdraws_is_cancelled(toolkit, series, first):
    gone = series.with_event(wc.Event("2027-01-06", "withdrawn"), "expert", "desk")
    found = invite(toolkit, gone, LATER, first.record, people=["hana"])
    assert told(found) == [("cancelled", "hana", "desk-expert", 1)]


def test_agenda_that_changes_is_told_to_those_who_come(toolkit, series, first):
    gone = series.with_event(wc.Event("2027-01-06", "withdrawn"), "expert", "desk")
    found = invite(toolkit, gone, LATER, first.record, people=["amina", "olu"])
    assert told(found) == [("updated", "amina", "where-to", 0), ("updated", "olu", "where-to", 0)]
    assert "with Hana Sato" in event_of(of(first, "amina", "where-to"))["DESCRIPTION"]
    assert "Hana Sato" not in event_of(of(found, "amina", "where-to"))["DESCRIPTION"]


def test_slot_that_cannot_be_timed_is_not_announced(toolkit, series, changed):
    agenda = [wc.Session("acme:unknown", id="choices"), *series.workshop("where-to").agenda[1:]]
    found = invite(toolkit, changed(series, "where-to", agenda=agenda, purpose="To choose"), AT)
    assert "hana" not in {m.person.id for m in found.messages}
    assert event_of(of(found, "amina", "where-to"))["DESCRIPTION"] == "To choose"


def test_substitute_is_invited(toolkit, series, changed):
    entry = wc.Attendance("jo", "declined", substitute="olu")
    found = invite(toolkit, changed(series, "where-now", attendance=[entry]), AT)
    attendee = event_of(of(found, "olu", "where-now"))["ATTENDEE"]
    assert attendee == "mailto:olu@example.org"


def test_nothing_of_anybody_else_is_in_a_message(first):
    for message in first.messages:
        text = message.data.replace(b"\r\n ", b"").decode()
        named = {line.rpartition("mailto:")[2] for line in text.splitlines() if "mailto:" in line}
        assert named == {message.person.email, "miriam@example.com"}
        assert "hearing loop" not in text
        assert "Be quick" not in text
        assert "merger" not in text
        assert "500" not in text
        assert "Draw the map" not in text


def test_calendars_remind_only_if_asked(toolkit, series, first):
    assert b"VALARM" not in b"".join(m.data for m in first.messages)
    event = event_of(of(invite(toolkit, series, AT, alarm=30), "amina", "where-now"))
    (alarm,) = event.walk("VALARM")
    assert alarm["TRIGGER"].dt == timedelta(minutes=-30)
    assert (alarm["ACTION"], alarm["DESCRIPTION"]) == ("DISPLAY", "Where are we now?")


def test_nothing_new_is_said_twice(toolkit, series, first):
    again = invite(toolkit, series, LATER, first.record)
    assert again.news == ()
    assert again.record == first.record
    assert [m.data for m in again.messages] == [m.data for m in first.messages]


def test_reply_is_no_news(toolkit, series, changed, first):
    replied = changed(series, "where-now", attendance=[wc.Attendance("jo", "accepted")])
    found = invite(toolkit, replied, LATER, first.record)
    assert found.news == ()
    assert event_of(of(found, "jo", "where-now"))["ATTENDEE"].params["PARTSTAT"] == "ACCEPTED"


def test_other_words_keep_the_number(toolkit, series, changed, first):
    renamed = changed(series, "where-now", title="Where do we stand?")
    found = invite(toolkit, renamed, LATER, first.record)
    assert told(found) == [
        ("updated", "amina", "where-now", 0),
        ("updated", "jo", "where-now", 0),
        ("updated", "miriam", "where-now-facilitation", 0),
    ]
    assert of(found, "amina", "where-now").sent.stamp == LATER


@pytest.mark.parametrize(
    ("fields", "news"),
    [
        ({"start": "2027-01-19T09:00"}, "moved"),
        ({"end": "2027-01-19T13:00"}, "moved"),
        ({"venue": "The Town Hall"}, "moved"),
        ({"time_zone": "Europe/Paris"}, "moved"),
        ({"events": [wc.Event("2026-12-01", "pencilled")]}, "changed"),
    ],
)
def test_what_people_must_look_at_again_raises_the_number(
    toolkit, series, changed, first, fields, news
):
    found = invite(toolkit, changed(series, "where-now", **fields), LATER, first.record)
    assert told(found) == [
        (news, "amina", "where-now", 1),
        (news, "jo", "where-now", 1),
        (news, "miriam", "where-now-facilitation", 1),
    ]


def test_same_zone_under_another_name_moves_nothing(toolkit, series, changed, first):
    found = invite(
        toolkit, changed(series, "where-now", time_zone="Europe/Jersey"), LATER, first.record
    )
    assert {(m.news, m.sent.sequence) for m in found.news} == {("updated", 0)}


def test_workshop_that_is_cancelled_is_cancelled_once(toolkit, series, first):
    off = series.with_event(wc.Event("2027-01-06", "cancelled"), "workshop", "where-now")
    found = invite(toolkit, off, LATER, first.record)
    assert told(found) == [
        ("cancelled", "amina", "where-now", 1),
        ("cancelled", "jo", "where-now", 1),
        ("cancelled", "miriam", "where-now-facilitation", 1),
    ]
    again = invite(toolkit, off, LATER, found.record)
    assert again.news == ()
    assert of(again, "jo", "where-now").data == of(found, "jo", "where-now").data


def test_cancellation_says_what_it_cancels(toolkit, series, first):
    off = series.with_event(wc.Event("2027-01-06", "cancelled"), "workshop", "where-now")
    message = of(invite(toolkit, off, LATER, first.record), "jo", "where-now")
    assert b"METHOD:CANCEL" in message.data
    event = event_of(message)
    assert set(event) == {
        *("UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "STATUS"),
        *("ORGANIZER", "ATTENDEE"),
    }
    assert event["UID"] == "workshop.where-now@one-front-door.workshopcore"
    assert event["STATUS"] == "CANCELLED"
    assert event["ATTENDEE"] == "mailto:jo@example.org"


def test_postponed_workshop_that_has_a_new_date_invites_anew(toolkit, series, changed, first):
    off = series.with_event(wc.Event("2027-01-06", "postponed"), "workshop", "where-now")
    cancelled = invite(toolkit, off, LATER, first.record)
    back = off.with_event(wc.Event("2027-01-07", "confirmed"), "workshop", "where-now")
    back = changed(back, "where-now", start="2027-02-02T09:30", end="2027-02-02T12:30")
    found = invite(toolkit, back, LATER, cancelled.record)
    assert told(found) == [
        ("new", "amina", "where-now", 2),
        ("new", "jo", "where-now", 2),
        ("new", "miriam", "where-now-facilitation", 2),
    ]


def test_workshop_that_is_gone_from_the_programme_is_cancelled(toolkit, series, first):
    rest = evolve(series, workshops=series.workshops[:2])
    found = invite(toolkit, rest, LATER, first.record)
    assert told(found) == [
        ("cancelled", "amina", "gained", 1),
        ("cancelled", "jo", "gained", 1),
        ("cancelled", "miriam", "gained-facilitation", 1),
    ]


def test_who_is_invited_no_more_is_cancelled_alone(toolkit, series, changed, first):
    fewer = changed(series, "where-to", invited=["amina", "jo"])
    found = invite(toolkit, fewer, LATER, first.record)
    assert told(found) == [("cancelled", "olu", "where-to", 1)]


def test_who_is_invited_again_gets_a_higher_number(toolkit, series, changed, first):
    fewer = changed(series, "where-to", invited=["amina", "jo"])
    without = invite(toolkit, fewer, LATER, first.record)
    found = invite(toolkit, series, LATER, without.record)
    assert told(found) == [("new", "olu", "where-to", 2)]
    assert invite(toolkit, series, LATER, found.record).news == ()


def test_who_comes_later_gets_the_number_of_the_others(toolkit, series, changed, first):
    moved = changed(series, "where-to", end="2027-03-31T12:30")
    second = invite(toolkit, moved, LATER, first.record, people=["amina"])
    assert told(second) == [("moved", "amina", "where-to", 1)]
    third = invite(toolkit, moved, LATER, second.record)
    assert told(third) == [
        ("moved", "jo", "where-to", 1),
        ("moved", "olu", "where-to", 1),
        ("moved", "miriam", "where-to-facilitation", 1),
    ]


def test_person_who_is_gone_is_cancelled_at_the_address_they_had(toolkit, series, first):
    people = [person for person in series.people if person.id != "olu"]
    workshops = [evolve(w, invited=[p for p in w.invited if p != "olu"]) for w in series.workshops]
    found = invite(toolkit, evolve(series, people=people, workshops=workshops), LATER, first.record)
    assert told(found) == [("cancelled", "olu", "where-to", 1)]
    assert event_of(found.news[0])["ATTENDEE"] == "mailto:olu@example.org"


def test_what_is_over_is_left_alone(toolkit, series, changed, first):
    afterwards = datetime(2027, 1, 20, 9, tzinfo=UTC)
    renamed = changed(series, "where-now", title="Done", venue="Elsewhere")
    found = invite(toolkit, renamed, afterwards, first.record)
    assert found.news == ()
    assert "where-now" not in {m.sent.workshop for m in found.messages}
    removed = evolve(series, workshops=series.workshops[1:], actions=())
    assert invite(toolkit, removed, afterwards, first.record).news == ()


def test_second_message_of_the_same_moment_is_later(toolkit, series, changed, first):
    found = invite(toolkit, changed(series, "where-now", title="Other words"), AT, first.record)
    assert {m.sent.stamp - AT for m in found.news} == {timedelta(seconds=1)}


def test_only_what_was_asked_for_is_written(toolkit, series):
    found = invite(toolkit, series, AT, people=["jo"], workshops=["where-to"])
    assert told(found) == [("new", "jo", "where-to", 0)]
    assert found.unaddressed == ()


@pytest.mark.parametrize("asked", [{"people": ["nobody"]}, {"workshops": ["none"]}])
def test_name_that_does_not_exist_is_refused(toolkit, series, asked):
    with pytest.raises(UnknownKeyError):
        invite(toolkit, series, AT, **asked)


def test_moment_without_a_zone_is_refused(toolkit, series):
    with pytest.raises(InvalidValueError, match="a moment with a time zone"):
        invite(toolkit, series, datetime(2027, 1, 4))


def test_programme_in_which_nobody_can_invite_is_refused(toolkit, series):
    people = [evolve(p, email="" if p.id == "miriam" else p.email) for p in series.people]
    with pytest.raises(InvalidValueError, match="Give the lead facilitator an email"):
        invite(toolkit, evolve(series, people=people), AT)
    by = series.person("amina")
    found = invite(toolkit, evolve(series, people=people), AT, organiser=by)
    assert event_of(of(found, "jo", "where-now"))["ORGANIZER"] == "mailto:amina@example.org"


@pytest.mark.parametrize("hostile", [*HOSTILE, "One\r\nURL:https://evil.example\nEND:VEVENT"])
def test_hostile_text_writes_no_property_of_its_own(toolkit, series, changed, hostile):
    if not hostile.strip():
        return
    venue = wc.Venue(hostile, address=hostile)
    programme = evolve(changed(series, "where-now", title=hostile, venue=venue), title=hostile)
    message = of(invite(toolkit, programme, AT), "jo", "where-now")
    (calendar,) = vobject.readComponents(message.data.decode())
    assert set(calendar.vevent.contents) <= {
        *("uid", "dtstamp", "sequence", "dtstart", "dtend", "summary", "status", "location"),
        *("description", "categories", "organizer", "attendee"),
    }
    shown = "".join("\ufffd" if c < " " and c not in "\t\n\r\v\f" else c for c in hostile)
    shown = shown.replace("\u202e", "")
    assert calendar.vevent.summary.value == " ".join(shown.split())


NEEDED = {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE", "ORGANIZER", "ATTENDEE"}


@given(programme=programmes())
def test_any_programme_s_invitations_are_valid_and_settle(toolkit, programme):
    host = wc.Person("Host", "facilitator", id="the-host", email="host@example.com")
    at = datetime(2027, 1, 4, 9, tzinfo=UTC)
    found = invite(toolkit, programme, at, organiser=host)
    for message in found.messages:
        assert all(len(line) <= 75 for line in message.data.split(b"\r\n"))
        assert b"\n" not in message.data.replace(b"\r\n", b"")
        event = event_of(message)
        assert set(event) >= NEEDED
        assert event.errors == []
        assert event["DTSTART"].dt <= event["DTEND"].dt
    assert invite(toolkit, programme, at, found.record, organiser=host).news == ()

"""Calendar files of a programme whose language is German, there and back."""

from datetime import UTC, datetime
from email import message_from_bytes, policy

import pytest
from attrs import evolve
from icalendar import Calendar

import workshopcore as wc
import workshopcore_calendar
from workshopcore_calendar.feeds import feed
from workshopcore_calendar.invitations import as_mail, invite

AS_OF = "2027-06-30"
AT = datetime(2027, 1, 20, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def toolkit():
    return wc.Toolkit(discover=False, plugins=[workshopcore_calendar])


@pytest.fixture(scope="module")
def jahr(year):
    day = wc.Workshop(
        "Wohin?", id="wohin", start="2027-03-09T14:00", end="2027-03-09T17:00", agenda=[]
    )
    return evolve(year, language="de", workshops=[day])


def test_task_is_described_in_german(toolkit, jahr):
    data = toolkit.export_actions(jahr, "calendar:vtodo", as_of=AS_OF, actions=["blocked"])
    [task] = Calendar.from_ical(data).walk("VTODO")
    said = str(task["DESCRIPTION"]).split("\n")
    assert said[0] == "Ziel: Nobody is passed on twice; ever"
    assert said[1] == "Woran die Erledigung zu erkennen ist: A note, signed"
    assert said[-2:] == ["Neueste Nachricht:", "No room"]


def test_task_that_comes_back_in_german_has_only_the_owners_words_as_news(toolkit, jahr):
    data = toolkit.export_actions(jahr, "calendar:vtodo", as_of=AS_OF, actions=["blocked"])
    unchanged = toolkit.import_actions(jahr, data, "calendar:vtodo", as_of="2027-07-01")
    assert unchanged.changes == ()
    assert data.count(b"Nachricht:\\nNo room") == 1
    answered = data.replace(b"Nachricht:\\nNo room", b"Nachricht:\\nRoom B is free")
    merged = toolkit.import_actions(jahr, answered, "calendar:vtodo", as_of="2027-07-01")
    assert merged.programme.action("blocked").updates[-1].note == "Room B is free"


def test_task_sent_out_in_english_is_still_understood(toolkit, year, jahr):
    data = toolkit.export_actions(year, "calendar:vtodo", as_of=AS_OF, actions=["blocked"])
    assert toolkit.import_actions(jahr, data, "calendar:vtodo", as_of="2027-07-01").changes == ()


def test_invitation_is_in_german(toolkit, jahr):
    found = invite(toolkit, jahr, AT)
    sent = {(one.person.id, one.sent.id): one for one in found.messages}
    own = sent["miriam", "wohin-facilitation"]
    [event] = Calendar.from_ical(own.data).walk("VEVENT")
    assert str(event["SUMMARY"]) == "Wohin? (Moderation, mit Aufbau)"
    mail = message_from_bytes(bytes(as_mail(toolkit, jahr, found, own)), policy=policy.default)
    assert mail["Subject"].startswith("Einladung: Wohin? (Moderation, mit Aufbau), Dienstag, 9. ")


def test_days_on_which_actions_are_due_are_named_in_german(toolkit, jahr):
    data = feed(toolkit, jahr, "amina", "2027-04-01", actions=True)
    titles = [str(event["SUMMARY"]) for event in Calendar.from_ical(data).walk("VEVENT")]
    assert "Fällig: Bring about what is blocked" in titles

from datetime import UTC, datetime
from email import message_from_bytes, policy

import pytest
from attrs import evolve

import workshopcore as wc
from workshopcore.testing.documents import HOSTILE
from workshopcore_calendar.invitations import as_mail, invite

AT = datetime(2027, 1, 20, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def mailed(toolkit):
    """Return what somebody is mailed about one appointment, as it arrives."""

    def mailed(programme, person, name, at=AT, record=()):
        found = invite(toolkit, programme, at, record)
        (one,) = [m for m in found.messages if (m.person.id, m.sent.id) == (person, name)]
        data = bytes(as_mail(toolkit, programme, found, one))
        assert data == bytes(as_mail(toolkit, programme, found, one))
        return message_from_bytes(data, policy=policy.default), one

    return mailed


def words(message):
    return message.get_body(("plain",)).get_content().replace("\r\n", "\n")


def calendar_part(message):
    (part,) = [part for part in message.walk() if part.get_content_type() == "text/calendar"]
    return part


def test_mail_is_from_who_invites_to_the_one_who_is_invited(series, mailed):
    message, _ = mailed(series, "jo", "where-to")
    assert (message["From"], message["To"]) == (
        *("Miriam Oduya <miriam@example.com>", "Jo Park <jo@example.org>"),
    )
    assert message["Subject"] == (
        "Invitation: Where to?, Tuesday 30 March 2027, 14:00 – Wednesday 31 March 2027, 12:00"
    )
    assert message["Date"].datetime == AT
    assert message.get_content_type() == "multipart/alternative"


def test_part_for_the_calendar_is_the_file_and_says_its_method(series, mailed):
    message, one = mailed(series, "jo", "where-to")
    part = calendar_part(message)
    assert part.get_param("method") == "REQUEST"
    assert part.get_payload(decode=True) == one.data


def test_words_are_the_joining_instructions_with_their_own_actions(series, mailed):
    said = words(mailed(series, "jo", "where-to")[0])
    assert "Dear Jo Park," in said
    assert "Ask the callers" in said
    assert "Draw the map" not in said
    assert "hearing loop" not in said


def test_expert_and_facilitator_are_told_their_own_times(series, mailed):
    said = words(mailed(series, "hana", "desk-expert")[0])
    assert said.startswith("One desk elsewhere (Where to?)\nWednesday 31 March 2027, 10:00–11:00\n")
    assert "Arrival: By 09:45" in said
    said = words(mailed(series, "miriam", "gained-facilitation")[0])
    assert "Setting up: 09:30–10:00" in said


def test_cancellation_says_so_in_every_part(toolkit, series, mailed):
    first = invite(toolkit, series, AT)
    off = series.with_event(wc.Event("2027-01-21", "cancelled"), "workshop", "gained")
    message, _ = mailed(off, "jo", "gained", datetime(2027, 1, 22, 9, tzinfo=UTC), first.record)
    assert message["Subject"] == (
        "Cancelled: What have we gained?, Tuesday 9 November 2027, 10:00–12:00"
    )
    assert words(message).startswith("“What have we gained?” (Tuesday 9 November 2027")
    assert calendar_part(message).get_param("method") == "CANCEL"


@pytest.mark.parametrize(
    ("before", "after", "subject"),
    [
        ("pencilled", "confirmed", "Confirmed: "),
        ("confirmed", "pencilled", "Not yet certain: "),
        ("pencilled", "pencilled", "Invitation: "),
    ],
)
def test_subject_says_what_has_changed(toolkit, series, changed, mailed, before, after, subject):
    def standing(state):
        return changed(series, "where-to", events=[wc.Event("2026-12-01", state)])

    first = invite(toolkit, standing(before), AT)
    message, _ = mailed(standing(after), "jo", "where-to", record=first.record)
    assert message["Subject"].startswith(subject)


@pytest.mark.parametrize("hostile", [*HOSTILE, "One\r\nBcc: all@example.org"])
def test_hostile_text_writes_no_header(series, changed, mailed, hostile):
    if not hostile.strip():
        return
    people = [evolve(p, name=hostile) for p in series.people]
    programme = evolve(changed(series, "where-to", title=hostile), people=people)
    message, one = mailed(programme, "jo", "where-to")
    assert set(message.keys()) == {
        *("Subject", "From", "To", "Date", "Message-ID", "MIME-Version", "Content-Type"),
    }
    assert message["To"].addresses[0].addr_spec == "jo@example.org"
    assert calendar_part(message).get_payload(decode=True) == one.data

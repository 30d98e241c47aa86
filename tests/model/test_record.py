"""What is kept of a workshop: files with their hashes, and issues that find their place."""

from datetime import date

import pytest

import workshopcore as wc
from workshopcore.errors import IllegalMoveError, UnknownKeyError

HASH = "9f" * 32
DAY = "2027-01-19"


@pytest.fixture
def year():
    return wc.Programme(
        title="A year of change",
        people=[wc.Person("Amina Yusuf", id="amina")],
        workshops=[
            wc.Workshop(
                "One",
                start=f"{DAY}T09:00",
                end=f"{DAY}T16:00",
                agenda=[wc.Session("check-in")],
                events=[
                    wc.Event("2027-01-04", "confirmed"),
                    wc.Event(DAY, "delivered"),
                    wc.Event("2027-01-21", "written-up"),
                ],
            )
        ],
        actions=[wc.Action("Cost the shared post", "amina", id="cost")],
        parked_issues=[
            wc.ParkedIssue("Who pays for the shared post?", origin="one/check-in", id="post"),
            wc.ParkedIssue("Is the hall warm enough?", origin="one", id="hall"),
            wc.ParkedIssue("Where next year?", id="next-year"),
        ],
    )


def issue(programme, name):
    return next(one for one in programme.parked_issues if one.id == name)


def test_attachment_is_kept_by_its_path_and_the_last_word_counts(year):
    first = wc.Attachment("photos/wall.jpg", caption="The wall", session="check-in")
    second = wc.Attachment("photos/wall.jpg", HASH, caption="The wall at noon")
    other = wc.Attachment("photos/map.jpg")
    after = year
    for attachment in (first, other, second):
        after = after.with_attachment("one", attachment)
    assert after.workshop("one").attachments == (other, second)


@pytest.mark.parametrize("wrong", ["abc", HASH.upper(), HASH + "0", 7])
def test_attachment_hash_is_sha256_or_nothing(wrong):
    with pytest.raises(wc.ProgrammeError, match="64 hexadecimal digits"):
        wc.Attachment("photos/wall.jpg", wrong)


def test_attachment_of_a_session_that_is_not_there_is_refused(year):
    with pytest.raises(wc.ProgrammeError, match="check-in"):
        year.with_attachment("one", wc.Attachment("a.jpg", session="chek-in"))


def test_triage_looks_at_an_issue_and_settles_it(year):
    after = year.with_triage("post", "2027-01-20", "action", "Costed first", became="cost")
    found = issue(after, "post")
    assert found.events == (
        wc.Event("2027-01-20", "triaged"),
        wc.Event("2027-01-20", "action", "Costed first"),
    )
    assert found.became == "cost"
    assert issue(year, "post").events == ()


def test_triage_goes_on_from_an_issue_that_was_only_looked_at(year):
    looked_at = year.with_event(wc.Event("2027-01-20", "triaged"), "parked-issue", "post")
    after = looked_at.with_triage("post", "2027-02-02", "dropped", "Settled by the region")
    assert [event.status for event in issue(after, "post").events] == ["triaged", "dropped"]


def test_triage_is_done_once(year):
    after = year.with_triage("post", "2027-01-20", "dropped")
    with pytest.raises(IllegalMoveError, match="'dropped'"):
        after.with_triage("post", "2027-01-21", "agenda")


def test_triage_names_what_is_unknown(year):
    with pytest.raises(UnknownKeyError, match="'post'"):
        year.with_triage("posts", "2027-01-20", "dropped")
    with pytest.raises(UnknownKeyError, match="'cost'"):
        year.with_triage("post", "2027-01-20", "action", became="costs")
    with pytest.raises(IllegalMoveError, match="did you mean 'dropped'"):
        year.with_triage("post", "2027-01-20", "droped")


def test_workshop_is_not_closed_over_an_issue_that_is_only_parked(year):
    closed = wc.Event("2027-01-26", "closed")
    with pytest.raises(IllegalMoveError, match="only parked: post, hall"):
        year.with_event(closed, "workshop", "one")
    settled = year.with_triage("post", "2027-01-25", "agenda").with_triage(
        "hall", "2027-01-25", "dropped", "A heater is ordered"
    )
    after = settled.with_event(closed, "workshop", "one")
    assert after.workshop("one").state(date(2027, 1, 26)) == "closed"

"""Where the index puts a document, and what it calls it."""

from datetime import date
from types import SimpleNamespace

import pytest

import workshopcore as wc
from workshopcore.contracts.report import Paragraph, Report
from workshopcore.toolkit import Toolkit
from workshopcore.toolkit.entries import entry
from workshopcore.toolkit.plan import published_by_default

DAY = date(2027, 3, 31)


@pytest.fixture(scope="module")
def year():
    return wc.Programme(
        title="A year",
        people=[
            wc.Person("Amina Yusuf", id="amina"),
            wc.Person("Dr Ines Okoro", "expert", id="ines"),
        ],
        workshops=[
            wc.Workshop(
                "Where now?",
                id="now",
                start="2027-01-19T09:30",
                end="2027-01-19T16:30",
                agenda=[wc.Session("expert-input", title="A word from outside", id="talk")],
            )
        ],
        experts=[
            wc.ExpertEngagement("ines", "The law", session="now/talk", id="law"),
            wc.ExpertEngagement("ines", "Its history", id="history"),
        ],
        actions=[wc.Action("Book the hall", "amina")],
        waves=[
            wc.Wave("Start", "baseline", id="start", opens="2027-01-04", closes="2027-01-11"),
            wc.Wave("Pulse", "after-each", id="pulse", workshop="now"),
            wc.Wave("Close", "close", id="close"),
            wc.Wave("Later", "follow-up", id="later"),
        ],
    )


@pytest.fixture
def listed(year):
    """Return a function that makes the entry of a report."""

    def make(key="acme:note", about=(), title="A note", as_of=None, text="", **details):
        kind = SimpleNamespace(key=key, title="Note")
        report = Report(key, title, "participants", [Paragraph(text)], as_of=as_of, details=details)
        return entry(year, kind, about, report, [("Web page", "participants/a.html")], DAY)

    return make


@pytest.mark.parametrize(
    ("key", "about", "stage"),
    [
        ("overview", (), "before"),
        ("run-sheet", [("workshop", "now")], "workshops"),
        ("expert-brief", [("engagement", "law")], "workshops"),
        ("expert-brief", [("engagement", "history")], "between"),
        ("evaluation-form", [("wave", "start")], "before"),
        ("evaluation-form", [("wave", "pulse")], "workshops"),
        ("evaluation-form", [("wave", "close")], "close"),
        ("evaluation-form", [("wave", "later")], "close"),
        ("action-plan", (), "between"),
        ("reminders", [("person", "amina")], "between"),
        ("case-study", (), "close"),
        ("acme:poster", (), "other"),
        ("acme:day", [("workshop", "now")], "workshops"),
    ],
)
def test_stage_is_that_of_the_report_and_of_what_it_is_about(listed, key, about, stage):
    assert listed(key, about=about).stage == stage


@pytest.mark.parametrize(
    "about", [[("workshop", "now")], [("engagement", "law")], [("wave", "pulse")]]
)
def test_workshop_is_the_one_that_it_is_about(listed, about):
    assert listed(about=about).workshop == "now"


def test_letter_says_for_itself_which_workshop_it_is_about(listed):
    letter = listed("personal-joining-instructions", about=[("person", "amina")], workshop="now")
    assert (letter.workshop, letter.stage) == ("now", "workshops")


@pytest.mark.parametrize("said", ["elsewhere", ["now"], 3])
def test_workshop_that_there_is_none_of_is_not_believed(listed, said):
    assert listed(workshop=said).workshop == ""


def test_papers_for_different_people_are_told_apart(listed):
    assert listed(about=[("person", "amina")]).title == "A note – Amina Yusuf"
    assert listed(about=[("engagement", "law")]).title == "A note – Dr Ines Okoro"


def test_name_that_the_title_has_is_not_repeated(listed):
    title = "For Amina Yusuf"
    assert listed(title=title, about=[("person", "amina")]).title == title


@pytest.mark.parametrize("title", ["A year", "", " \n\u202e"])
def test_title_that_tells_nothing_is_replaced(listed, title):
    assert listed(title=title).title == "Note"


def test_day_is_told_where_it_is_not_the_day_of_all(listed):
    assert listed(as_of=DAY).when == ""
    assert listed(as_of=None).when == ""
    assert listed(as_of=date(2027, 3, 8)).when == "as of 8 March 2027"
    assert listed(title="Plan on 8 March 2027", as_of=date(2027, 3, 8)).when == ""


def test_form_tells_when_it_is_open(listed):
    assert listed(about=[("wave", "start")]).when == "open 4–11 January 2027"
    assert listed(about=[("wave", "close")]).when == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ask Amina Yusuf.", ("amina", "note", "yusuf")),
        ("After lunch: where now?", ("note", "now", "where")),
        ("A word from outside, and questions", ("from", "note", "outside", "word")),
        ("Book the hall by May", ("book", "hall", "note", "the")),
    ],
)
def test_what_it_names_is_among_the_words(listed, text, words):
    assert listed(text=text).words == words


def test_every_report_that_is_published_unasked_has_a_stage(listed):
    about = {"workshop": "now", "engagement": "law", "person": "amina", "wave": "pulse"}
    reports = Toolkit(discover=False).reports
    without = [
        key
        for key in published_by_default(reports)
        if listed(key, [(name, about[name]) for name in about if name in reports[key].needs]).stage
        == "other"
    ]
    assert without == []

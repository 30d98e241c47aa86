"""A day of a harbour team, and a scribe who writes down what happened at it."""

from datetime import date
from pathlib import Path

import pytest

import workshopcore as wc
from workshopcore.files.notes import Place, Scribe, take_notes

HERE = Place("here")


def day(**fields):
    """Return a programme of one workshop, with a residential after it."""
    first = wc.Workshop(
        "Where are we now?",
        id="first",
        start="2027-01-19T09:30",
        end="2027-01-19T16:30",
        decides=True,
        agenda=[
            wc.Session("check-in", minutes=15, frame="opening"),
            wc.Session(title="Strengths and gaps", id="gaps", minutes=60, outputs=["A map"]),
            wc.Break(15),
            wc.Parallel(
                [
                    wc.Track("North", [wc.Session(title="Duty", minutes=60)]),
                    wc.Track("South", [wc.Session(title="Reviews", minutes=60)]),
                ],
                title="Two rooms",
            ),
            wc.Session(title="What matters most", id="most", minutes=60),
        ],
        **fields,
    )
    second = wc.Workshop(
        "Away",
        id="away",
        start="2027-03-27T14:00",
        end="2027-03-28T12:00",
        agenda=[
            wc.Session(title="Evening", minutes=60),
            wc.Session(title="Morning", minutes=120, start="2027-03-28T09:00"),
        ],
    )
    return wc.Programme(
        title="Harbour team",
        time_zone="Europe/London",
        people=[
            wc.Person("Amina Yusuf", position="Head of service"),
            wc.Person("Siobhán Mulcrone"),
            wc.Person("Mei Chen"),
            wc.Person("Mei Tanaka"),
            wc.Person("Rosa Lindqvist", role="facilitator"),
        ],
        workshops=[first, second],
        actions=[wc.Action("Call the union", "mei-chen", id="call", agreed="2027-01-19")],
        parked_issues=[wc.ParkedIssue("Saturday opening", id="saturday", origin="first")],
    )


@pytest.fixture(scope="session")
def harbour():
    """Return a function that returns that programme, with a record of the first workshop."""
    return day


@pytest.fixture
def scribe(tmp_path):
    """Return a function that brings a scribe to a programme."""

    def scribe(programme=None, name="first", **fields):
        fields = {"today": date(2027, 1, 20), "folder": tmp_path, "formats": {}, **fields}
        return Scribe(programme or day(), name, **fields)

    return scribe


@pytest.fixture
def take(tmp_path, scribe):
    """Return a function that takes notes, given as text, and returns who took them."""

    def take(text, programme=None, file="notes.toml", **fields):
        path = tmp_path / file
        path.write_text(text, encoding="utf-8")
        found = scribe(programme, **fields)
        take_notes(found, Path(path))
        return found

    return take


@pytest.fixture
def faults():
    """Tell what is wrong, one text for each fault, without the folder."""

    def faults(scribe):
        return [
            f"{Path(p.file).name}:{p.line} {p.path}: {p.code} {p.expected} | {p.found} | {p.hint}"
            if p.file
            else f"{p.path}: {p.code} {p.expected} | {p.found} | {p.hint}"
            for p in scribe.problems
        ]

    return faults

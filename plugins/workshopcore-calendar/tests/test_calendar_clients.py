"""Two calendar libraries that we do not write with, as clients: one reads, ticks off, sends back.

vobject is in Python, and ical.js (the library of Thunderbird) in JavaScript.
"""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import vobject
from attrs import evolve

import workshopcore as wc
from workshopcore.contracts.exchange import ActionState
from workshopcore.testing.documents import HOSTILE

CLIENT = Path(__file__).with_name("client.cjs")
DESCRIPTION = """\
Objective: Nobody is passed on twice; ever
What will show that it is done: A note, signed
With: Jo Park, Li Wei
Status: Verified
Latest news:"""


def read_with_vobject(data):
    (calendar,) = vobject.readComponents(data.decode())
    return {task.uid.value: task for task in calendar.contents.get("vtodo", [])}


@pytest.fixture(scope="session")
def run_client(node):
    """Return what runs the client in JavaScript."""

    def client(*arguments, data):
        return node(CLIENT, *arguments, data=data)

    return client


def test_vobject_reads_every_field_of_a_task(year, write):
    task = read_with_vobject(write(year))["verified@year.workshopcore"]
    read = {name: [each.value for each in lines] for name, lines in task.contents.items()}
    assert read == {
        "uid": ["verified@year.workshopcore"],
        "dtstamp": [datetime(2027, 3, 29, 11, tzinfo=UTC)],
        "last-modified": [datetime(2027, 3, 29, 11, tzinfo=UTC)],
        "x-workshopcore-modified": ["20270329T110000Z"],
        "created": [datetime(2027, 1, 19, 12, tzinfo=UTC)],
        "completed": [datetime(2027, 2, 12, 12, tzinfo=UTC)],
        "sequence": ["3"],
        "summary": ["Bring about what is verified"],
        "due": [date(2027, 4, 7)],
        "status": ["COMPLETED"],
        "percent-complete": ["100"],
        "description": [DESCRIPTION],
        "organizer": ["mailto:miriam@example.com"],
        "attendee": ["mailto:amina@example.org", "mailto:jo@example.org"],
        "categories": [["A year of change"]],
        "x-workshopcore-answering": ["amina"],
        "x-workshopcore-statement": ["Bring about what is verified"],
        "x-workshopcore-owner": ["amina"],
        "x-workshopcore-status": ["verified"],
        "x-workshopcore-progress": ["100"],
        "x-workshopcore-due": ["2027-04-07"],
        "x-workshopcore-objective": ["once"],
    }
    assert task.due.params == {"VALUE": ["DATE"]}
    people = [(each.params["CN"], each.params["ROLE"]) for each in task.contents["attendee"]]
    assert people == [(["Amina Yusuf"], ["REQ-PARTICIPANT"]), (["Jo Park"], ["OPT-PARTICIPANT"])]


def test_vobject_finds_our_calendar_valid(year, write):
    (calendar,) = vobject.readComponents(write(year).decode())
    calendar.validate(raiseException=True)


def test_task_that_vobject_ticks_off_is_done(year, write, read):
    (calendar,) = vobject.readComponents(write(year).decode())
    task = read_with_vobject(write(year))["in-progress@year.workshopcore"]
    task.status.value = "COMPLETED"
    task.percent_complete.value = "100"
    task.last_modified.value = task.dtstamp.value.replace(2027, 7, 2)
    calendar.contents["vtodo"] = [task]
    imported = read(calendar.serialize().encode(), year)
    assert imported.problems == ()
    (news,) = imported.value
    assert news.said == evolve(news.sent, status="done", progress=100, objective=None)
    assert news.sent.progress == 40
    assert (news.id, news.on) == ("in-progress", date(2027, 7, 2))


@pytest.mark.parametrize("hostile", [text for text in HOSTILE if text.strip()])
def test_vobject_reads_hostile_text_as_it_was_written(write, hostile):
    programme = _about(hostile)
    (task,) = read_with_vobject(write(programme)).values()
    shown = "".join("\ufffd" if c < " " and c not in "\t\n" else c for c in hostile)
    shown = shown.replace("\t", " ").replace("\u202e", "")
    assert task.summary.value == " ".join(shown.split())
    assert task.x_workshopcore_note.value == shown
    assert not task.contents.keys() & {"url", "x-evil", "attach"}
    assert [each.value for each in task.contents["attendee"]] == ["mailto:amina@example.org"]


def _about(text):
    update = wc.Update("2027-02-01", "in-progress", note=text)
    return wc.Programme(
        title=text,
        id="year",
        people=[
            wc.Person(text, id="amina", email="amina@example.org"),
            wc.Person(text, "facilitator", id="miriam", email="miriam@example.com"),
        ],
        objectives=[wc.Objective(text, id="once")],
        actions=[
            wc.Action(
                text,
                "amina",
                id="draft",
                created="2027-01-19",
                agreed="2027-01-19",
                objective="once",
                evidence_required=text,
                updates=[update],
            )
        ],
    )


def test_line_breaks_in_any_text_write_no_property_of_their_own(write):
    programme = _about("One\r\nURL:https://evil.example\nEND:VTODO\rX-EVIL:1\x0bATTACH:x")
    (task,) = read_with_vobject(write(programme)).values()
    assert not task.contents.keys() & {"url", "x-evil", "attach"}


def test_ical_js_reads_every_field_of_a_task(year, write, run_client):
    tasks = json.loads(run_client("list", data=write(year)))
    assert len(tasks) == 9
    (task,) = [task for task in tasks if task[0]["values"] == ["verified@year.workshopcore"]]
    found = {(each["name"], each["type"]): each["values"] for each in task}
    assert found.pop(("attendee", "cal-address")) == ["mailto:jo@example.org"]
    assert found == {
        ("uid", "text"): ["verified@year.workshopcore"],
        ("dtstamp", "date-time"): ["20270329T110000Z"],
        ("last-modified", "date-time"): ["20270329T110000Z"],
        ("x-workshopcore-modified", "unknown"): ["20270329T110000Z"],
        ("created", "date-time"): ["20270119T120000Z"],
        ("completed", "date-time"): ["20270212T120000Z"],
        ("sequence", "integer"): [3],
        ("summary", "text"): ["Bring about what is verified"],
        ("due", "date"): ["20270407"],
        ("status", "text"): ["COMPLETED"],
        ("percent-complete", "integer"): [100],
        ("description", "text"): [DESCRIPTION],
        ("organizer", "cal-address"): ["mailto:miriam@example.com"],
        ("categories", "text"): ["A year of change"],
        ("x-workshopcore-answering", "unknown"): ["amina"],
        ("x-workshopcore-statement", "unknown"): ["Bring about what is verified"],
        ("x-workshopcore-owner", "unknown"): ["amina"],
        ("x-workshopcore-status", "unknown"): ["verified"],
        ("x-workshopcore-progress", "unknown"): ["100"],
        ("x-workshopcore-due", "unknown"): ["2027-04-07"],
        ("x-workshopcore-objective", "unknown"): ["once"],
    }


def test_task_that_ical_js_ticks_off_is_done_and_the_others_say_nothing_new(
    year, write, read, run_client
):
    data = run_client("tick", "in-progress@year.workshopcore", data=write(year))
    imported = read(data, year)
    assert imported.problems == ()
    for news in imported.value:
        if news.id == "in-progress":
            assert news.said == ActionState(
                "Bring about what is in-progress",
                "amina",
                "done",
                100,
                date(2027, 4, 7),
                None,
                "Two of five",
            )
            assert news.on == date(2027, 7, 2)
        else:
            assert news.said == evolve(news.sent, objective=None)


@pytest.mark.parametrize("name", ["Jo; Park: X, Y", "Jo^nPark ^'", "Zoë 🙂 漢字", "O'Neil"])
def test_ical_js_reads_names_as_they_are(write, run_client, name):
    (task,) = json.loads(run_client("list", data=write(_about(name))))
    people = {each["name"]: each["parameters"]["cn"] for each in task if "cn" in each["parameters"]}
    assert people == {"organizer": name, "attendee": name}


def test_ical_js_keeps_hostile_text_through_a_round_trip(write, read, run_client):
    programme = _about("Backslash \\n \\; in C:\\New, and “quotes”; 漢字 🙂")
    data = run_client("tick", "draft@year.workshopcore", data=write(programme))
    (news,) = read(data, programme).value
    assert news.said == evolve(news.sent, status="done", progress=100, objective=None)
    assert news.sent.statement == programme.actions[0].statement

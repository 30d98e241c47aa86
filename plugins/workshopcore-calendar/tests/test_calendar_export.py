"""What an action is as a task."""

import re
from datetime import date

import pytest
from attrs import evolve

import workshopcore as wc
from workshopcore.errors import InvalidValueError, UnknownKeyError
from workshopcore_calendar import TaskExporter


def unfolded(data):
    return data.replace(b"\r\n ", b"").decode().split("\r\n")


def lines_of(data, action):
    """Return the lines of one task, by name, those of a name together."""
    every = unfolded(data)
    start = every.index(f"UID:{action}@year.workshopcore")
    found = {}
    for line in every[start : every.index("END:VTODO", start)]:
        name, value = re.split("[:;]", line, maxsplit=1)
        found.setdefault(name, []).append(value)
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def test_task_says_what_its_action_says(year, write):
    assert lines_of(write(year), "in-progress") == {
        "UID": "in-progress@year.workshopcore",
        "DTSTAMP": "20270210T120000Z",
        "LAST-MODIFIED": "20270210T120000Z",
        "X-WORKSHOPCORE-MODIFIED": "20270210T120000Z",
        "CREATED": "20270119T120000Z",
        "SEQUENCE": "2",
        "SUMMARY": "Bring about what is in-progress",
        "DUE": "VALUE=DATE:20270407",
        "STATUS": "IN-PROCESS",
        "PERCENT-COMPLETE": "40",
        "DESCRIPTION": "Objective: Nobody is passed on twice\\; ever"
        "\\nWhat will show that it is done: A note\\, signed"
        "\\nWith: Jo Park\\, Li Wei\\nLatest news:\\nTwo of five",
        "ORGANIZER": 'CN="Miriam Oduya":mailto:miriam@example.com',
        "ATTENDEE": [
            'CN="Amina Yusuf";ROLE=REQ-PARTICIPANT:mailto:amina@example.org',
            'CN="Jo Park";ROLE=OPT-PARTICIPANT:mailto:jo@example.org',
        ],
        "X-WORKSHOPCORE-ANSWERING": "amina",
        "CATEGORIES": "A year of change",
        "X-WORKSHOPCORE-STATEMENT": "Bring about what is in-progress",
        "X-WORKSHOPCORE-OWNER": "amina",
        "X-WORKSHOPCORE-STATUS": "in-progress",
        "X-WORKSHOPCORE-PROGRESS": "40",
        "X-WORKSHOPCORE-DUE": "2027-04-07",
        "X-WORKSHOPCORE-OBJECTIVE": "once",
        "X-WORKSHOPCORE-NOTE": "Two of five",
    }


@pytest.mark.parametrize(
    ("state", "word", "percent"),
    [
        ("proposed", "NEEDS-ACTION", None),
        ("agreed", "NEEDS-ACTION", None),
        ("in-progress", "IN-PROCESS", "40"),
        ("blocked", "NEEDS-ACTION", None),
        ("done", "COMPLETED", "100"),
        ("verified", "COMPLETED", "100"),
        ("reopened", "NEEDS-ACTION", None),
        ("cancelled", "CANCELLED", None),
        ("superseded", "CANCELLED", None),
    ],
)
def test_state_is_a_word_that_tasks_have_and_is_kept_beside_it(year, write, state, word, percent):
    lines = lines_of(write(year), state)
    assert lines["STATUS"] == word
    assert lines["X-WORKSHOPCORE-STATUS"] == state
    assert lines.get("PERCENT-COMPLETE") == percent


def test_task_was_completed_at_noon_of_the_day_in_the_programmes_zone(year, write):
    data = write(year)
    # The clocks went forward on 28 March: noon in London is another hour of UTC.
    assert lines_of(data, "verified")["COMPLETED"] == "20270212T120000Z"
    assert lines_of(data, "verified")["LAST-MODIFIED"] == "20270329T110000Z"
    assert "COMPLETED" not in lines_of(data, "reopened")
    assert "COMPLETED" not in lines_of(data, "cancelled")


def test_sequence_counts_what_has_happened(year, write):
    found = {action.id: lines_of(write(year), action.id)["SEQUENCE"] for action in year.actions}
    # Agreed a day after it was put forward, and one change for each update.
    assert (found["proposed"], found["agreed"], found["blocked"]) == ("0", "1", "2")
    assert found["verified"] == "3"


def test_task_is_as_it_stood_on_the_day(year, write):
    lines = lines_of(write(year, date(2027, 2, 1)), "verified")
    assert (lines["STATUS"], lines["SEQUENCE"]) == ("NEEDS-ACTION", "1")
    assert lines["DTSTAMP"] == "20270120T120000Z"


def test_action_that_is_put_forward_later_is_not_there_yet(year, write):
    assert b"VTODO" not in write(year, date(2027, 1, 18))


def test_only_the_actions_that_are_asked_for_are_written(year, write):
    uids = [line for line in unfolded(write(year, actions=["done", "agreed"])) if "UID" in line]
    assert uids == ["UID:agreed@year.workshopcore", "UID:done@year.workshopcore"]


def test_unknown_action_is_refused(year, write):
    with pytest.raises(UnknownKeyError, match="Did you mean 'agreed'"):
        write(year, actions=["agred"])


def test_options_are_refused(year, write):
    with pytest.raises(InvalidValueError, match="expected no option, found 'zone'"):
        write(year, options={"zone": "UTC"})


def test_same_request_gives_the_same_bytes(year, write):
    assert write(year) == write(year)


def test_later_day_without_news_leaves_every_task_as_it_was(year, write):
    assert write(year, date(2027, 6, 30)) == write(year, date(2027, 9, 30))


def test_progress_is_told(year, write):
    told = []
    write(year, advance=lambda done, every: told.append((done, every)))
    assert told[-1] == (9, 9)


def test_action_without_any_day_is_stamped_with_the_day_of_the_file(write):
    bare = wc.Programme(
        title="A year",
        id="year",
        people=[wc.Person("Amina Yusuf", id="amina")],
        actions=[wc.Action("Draft the vision", "amina", id="draft")],
    )
    lines = lines_of(write(bare), "draft")
    assert lines["DTSTAMP"] == "20270630T120000Z"
    assert not lines.keys() & {"CREATED", "DUE", "PERCENT-COMPLETE", "ATTENDEE", "ORGANIZER"}


def test_task_of_a_leaver_is_for_whoever_took_over(year, write):
    people = [
        wc.Person("Amina Yusuf", id="amina", left="2027-05-01", successor="jo"),
        *(person for person in year.people if person.id != "amina"),
    ]
    lines = lines_of(write(evolve(year, people=people)), "agreed")
    assert lines["ATTENDEE"] == 'CN="Jo Park";ROLE=REQ-PARTICIPANT:mailto:jo@example.org'
    assert lines["X-WORKSHOPCORE-OWNER"] == "amina"
    assert lines["X-WORKSHOPCORE-ANSWERING"] == "jo"


def test_task_that_nobody_answers_for_names_its_helpers(year, write):
    people = [
        wc.Person("Amina Yusuf", id="amina", left="2027-05-01"),
        *(person for person in year.people if person.id != "amina"),
    ]
    lines = lines_of(write(evolve(year, people=people)), "agreed")
    assert lines["ATTENDEE"] == 'CN="Jo Park";ROLE=OPT-PARTICIPANT:mailto:jo@example.org'
    assert "X-WORKSHOPCORE-ANSWERING" not in lines


@pytest.mark.parametrize("email", ["", "nobody", "a b@example.org", "x\r\nURL:http://e@f.org"])
def test_task_without_somebody_to_ask_names_nobody(year, write, email):
    people = [
        evolve(person, email=email) if person.id == "miriam" else person for person in year.people
    ]
    lines = lines_of(write(evolve(year, people=people)), "agreed")
    assert not lines.keys() & {"ATTENDEE", "ORGANIZER", "URL"}


def test_calendar_has_the_programmes_name(year, write):
    assert unfolded(write(year))[:4] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//workshopcore//workshopcore-calendar//EN",
        "X-WR-CALNAME:A year of change",
    ]


def test_exporter_is_what_it_says():
    made = TaskExporter()
    assert (made.key, made.matter, made.suffix) == ("calendar:vtodo", "actions", ".ics")

"""Whole files of notes: everything in them, every fault with its line, and twice the same."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.errors import ProgrammeFileError
from workshopcore.files.notes import Scribe, take_notes

NOTES = """\
workshop = "first"
on = 2027-01-21
state = "delivered"

[attendance]
amina-yusuf = "present"
"Siobhán" = { hours = "10:05-12:00", note = "late train" }
Chen = { status = "apology", substitute = "Ana" }
mei-tanaka = ""

[actual]
check-in = "09:35-09:50"
gaps = { hours = "09:50-11:00", note = "They asked for more" }
most = "cut"

[outputs]
gaps = ["Two doors", { label = "8 dots", text = "Seven forms" }]
"What matters most" = "One door"
duty = []

[triage]
saturday = "escalated: to the director"

[[guests]]
name = "Ana Duarte"
position = "Deputy"

[[parked]]
statement = "Pay"
by = "Rosa"

[[parked]]
statement = ""

[[decisions]]
statement = "One door"
method = "vote"
dissent = "Two would wait"
session = "most"
made = 2027-01-19

[[attachments]]
path = "wall.jpg"
caption = "A wall"
session = "gaps"
"""
EVENTS = [wc.Event("2026-12-01", "confirmed")]


@pytest.fixture
def wall(tmp_path):
    (tmp_path / "wall.jpg").write_bytes(b"wall")


def test_notes_are_taken_into_the_record(take, harbour, wall):
    found = take(NOTES, harbour(events=EVENTS))
    assert found.problems == []
    workshop = found.workshop
    assert [(e.person, e.status, e.substitute, e.note) for e in workshop.attendance] == [
        ("amina-yusuf", "attended", "", ""),
        ("siobhan-mulcrone", "part", "", "late train"),
        ("mei-chen", "apology", "ana-duarte", ""),
    ]
    assert [(a.session, a.fate, a.note) for a in workshop.actuals] == [
        ("check-in", "done", ""),
        ("gaps", "done", "They asked for more"),
        ("most", "cut", ""),
    ]
    assert [(c.session, c.label, c.text) for c in workshop.captures] == [
        ("gaps", "", "Two doors"),
        ("gaps", "8 dots", "Seven forms"),
        ("most", "", "One door"),
    ]
    assert [(d.statement, d.origin, d.method) for d in found.programme.decisions] == [
        ("One door", "first/most", "vote")
    ]
    assert [i.statement for i in found.programme.parked_issues] == ["Saturday opening", "Pay"]
    assert found.programme.parked_issues[0].events[-1].on == date(2027, 1, 21)
    assert [a.path for a in workshop.attachments] == ["wall.jpg"]
    assert (workshop.events[-1].status, workshop.events[-1].on) == ("delivered", date(2027, 1, 21))


def test_notes_may_say_of_an_issue_which_action_it_became(take):
    found = take('[triage]\nsaturday = { fate = "action", became = "call", note = "by March" }')
    (issue,) = found.programme.parked_issues
    assert (issue.became, issue.events[-1].note) == ("call", "by March")


def test_notes_taken_twice_change_nothing(take, harbour, wall):
    once = take(NOTES, harbour(events=EVENTS))
    twice = take(NOTES, once.programme)
    assert (twice.programme, twice.told, twice.problems) == (once.programme, [], [])


def test_notes_may_be_in_json(take):
    found = take('{"attendance": {"Amina": "present"}, "on": "2027-01-20"}', file="notes.json")
    assert [entry.person for entry in found.workshop.attendance] == ["amina-yusuf"]


def test_notes_may_have_any_other_name(take):
    assert take('state = ""', file="notes.txt").problems == []


def test_notes_that_say_nothing_change_nothing(take):
    found = take("")
    assert (found.told, found.problems) == ([], [])


def test_day_of_a_command_comes_before_the_day_of_the_notes(take, harbour, wall):
    found = take(NOTES, harbour(events=EVENTS), on=date(2027, 1, 25))
    assert found.workshop.events[-1].on == date(2027, 1, 25)


FAULTY = """\
state = "deliverd"
stat = 3
on = "soon"

[attendance]
Amina = "presnt"
amina-yusuf = "present"
Tomas = "13:00-"
rosa = { status = "apology", substitut = "Mei" }
"Mei Chen" = { note = 4 }
"Mei Tanaka" = 5

[actual]
check-in = { hours = 4 }
gaps = 4

[outputs]
most = ["One", 2, { label = "x" }, {}]
gaps = 4
duty = { text = "x", texts = "y" }

[triage]
saturday = 4

[[parked]]
by = "Rosa"

[[decisions]]
statement = "X"
made = 4

[[attachments]]
path = "none.jpg"
"""


def test_notes_tell_everything_that_is_wrong_with_its_line(take, faults):
    found = take(FAULTY)
    parts = (
        "workshop, on, guests, attendance, actual, outputs, decisions, parked, triage,"
        " attachments, state"
    )
    people = "'Amina Yusuf', 'Siobhán Mulcrone', 'Mei Chen', 'Mei Tanaka', 'Rosa Lindqvist'"
    assert sorted(faults(found), key=lambda told: int(told.split(":")[1].split()[0])) == [
        (
            "notes.toml:1 state: WC011 one of pencilled, confirmed, postponed, cancelled |"
            " 'deliverd' | Did you mean 'delivered'?"
        ),
        f"notes.toml:2 stat: WC002 one of {parts} | 'stat' | Did you mean 'state'?",
        "notes.toml:3 on: WC003 a date such as 2027-01-19, from 1900 to 2500 | 'soon' | ",
        (
            "notes.toml:6 attendance.Amina: WC003 present, part, apology, no-show, or times such as"
            " 13:00- | 'presnt' | Did you mean 'present'?"
        ),
        (
            "notes.toml:7 attendance.amina-yusuf: WC005 each name once | 'amina-yusuf' |"
            " 'Amina' means the same: remove one of the two"
        ),
        (
            "notes.toml:8 attendance.Tomas: WC006 the name of a person | 'Tomas' |"
            f" There are: {people}"
        ),
        (
            "notes.toml:9 attendance.rosa.substitut: WC002 one of status, hours, substitute, note |"
            " 'substitut' | Did you mean 'substitute'?"
        ),
        "notes.toml:10 attendance.Mei Chen.note: WC003 text | 4 | ",
        (
            "notes.toml:11 attendance.Mei Tanaka: WC003 a table of status, hours, substitute, note"
            " | 5 | "
        ),
        "notes.toml:14 actual.check-in.hours: WC003 text | 4 | ",
        "notes.toml:15 actual.gaps: WC003 a table of hours, note | 4 | ",
        "notes.toml:18 outputs.most[1]: WC003 text | 2 | ",
        "notes.toml:18 outputs.most[2].text: WC003 text that is not empty | '' | ",
        "notes.toml:19 outputs.gaps: WC003 text | 4 | ",
        (
            "notes.toml:20 outputs.duty.texts: WC002 one of text, label | 'texts' |"
            " Did you mean 'text'?"
        ),
        "notes.toml:23 triage.saturday: WC003 a table of fate, note, became | 4 | ",
        "notes.toml:25 parked[0]: WC004 a statement | nothing | ",
        "notes.toml:30 decisions[0].made: WC003 a date such as 2027-01-19 | 4 | ",
        (
            "notes.toml:32 attachments[0]: WC003 a file that can be read |"
            f" {_path(take, 'none.jpg')} | No such file or directory"
        ),
    ]


def _path(take, name):
    """Return a path in the folder of the notes as messages show it."""
    found = take(f'[[attachments]]\npath = "{name}"')
    return found.problems[0].found


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("attendance = 3", "notes.toml:1 attendance: WC003 a table [attendance] | 3 | "),
        ("[parked]", "notes.toml:1 parked: WC003 a list | a table | In TOML, write [[parked]]"),
        (
            "guests = [3]",
            "notes.toml:1 guests[0]: WC003 a table of name, position | 3 | ",
        ),
        ("state = 3", "notes.toml:1 state: WC003 text | 3 | "),
        ("on = 3", "notes.toml:1 on: WC003 a date such as 2027-01-19 | 3 | "),
        (
            'workshop = "away"\nstat = 3\n[attendance]\nBob = "x"',
            (
                "notes.toml:1 workshop: WC003 'first' | 'away' | These notes are about another"
                " workshop: name that one, or correct this line"
            ),
        ),
    ],
)
def test_notes_with_something_else_in_a_place_say_what_belongs_there(take, faults, text, fault):
    assert fault in faults(take(text))


def test_notes_of_another_workshop_are_not_looked_at_further(take, faults):
    found = take('workshop = "away"\n[attendance]\nBob = "x"')
    assert [told.split(":")[0] for told in faults(found)] == ["notes.toml"]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"[attendance", "valid TOML"),
        (b"\xff\xfe", "UTF-8"),
        (b"a = 1\na = 2", "valid TOML"),
        (b"x = " + b"[" * 150 + b"]" * 150, "at most 100 tables and lists"),
    ],
)
def test_notes_that_cannot_be_read_are_refused(scribe, tmp_path, content, fault):
    path = tmp_path / "notes.toml"
    path.write_bytes(content)
    with pytest.raises(ProgrammeFileError, match=fault):
        take_notes(scribe(), path)


def test_notes_that_are_not_there_are_refused_as_notes(scribe, tmp_path):
    with pytest.raises(ProgrammeFileError, match="expected a file of notes, found no file"):
        take_notes(scribe(), tmp_path / "notes.toml")


def test_notes_that_are_no_table_are_refused_as_notes(scribe, tmp_path):
    path = tmp_path / "notes.json"
    path.write_text("[]")
    with pytest.raises(ProgrammeFileError, match="a table of notes"):
        take_notes(scribe(), path)


def test_notes_that_are_too_large_are_refused_without_advice_on_programmes(scribe, tmp_path):
    path = tmp_path / "notes.toml"
    path.write_text("#" * (2**20 + 1))
    with pytest.raises(ProgrammeFileError) as caught:
        take_notes(scribe(), path)
    assert caught.value.problems[0].hint == ""


SAID = st.sampled_from(["", "present", "apology", "no-show", "10:05-", "-12:30", "10:00-11:00"])
PEOPLE = ["amina-yusuf", "siobhan-mulcrone", "mei-chen", "mei-tanaka"]
WORDS = st.sampled_from(["One door", "Two doors", "Pay", "  Pay ", "", "«x»"])


@given(
    st.dictionaries(st.sampled_from(PEOPLE), SAID),
    st.lists(WORDS.filter(str.strip), max_size=4),
    st.lists(st.builds(lambda text: {"statement": text}, WORDS), max_size=3),
    st.lists(st.builds(lambda text: {"statement": text}, WORDS), max_size=3),
)
def test_any_notes_taken_twice_change_nothing(
    tmp_path_factory, harbour, people, outputs, decisions, parked
):
    folder = tmp_path_factory.mktemp("notes")
    path = folder / "notes.json"
    document = {
        "attendance": people,
        "outputs": {"gaps": outputs},
        "decisions": decisions,
        "parked": parked,
    }
    path.write_text(json.dumps(document), encoding="utf-8")
    once = Scribe(harbour(), "first", date(2027, 1, 20), folder, {})
    take_notes(once, path)
    twice = Scribe(once.programme, "first", date(2027, 1, 20), folder, {})
    take_notes(twice, path)
    assert once.problems == twice.problems == []
    assert (twice.programme, twice.told) == (once.programme, [])

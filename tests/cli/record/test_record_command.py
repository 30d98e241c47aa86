"""One entry or many by options, all or nothing; what is missing; the record for machines."""

import hashlib
import json
from datetime import date

import pytest

import workshopcore as wc

pytestmark = pytest.mark.usefixtures("programme")


def test_record_takes_attendance(run, on_record):
    result = run(
        *("record", "programme.toml", "where-now", "--present", "Amina", "--part"),
        *("Tomasz=10:05-12:00", "--apology", "Mei Tanaka", "--no-show", "rosa-lindqvist"),
    )
    assert result.exit_code == 0
    assert result.stdout.splitlines()[:5] == [
        "  Amina Yusuf: there",
        "  Mei Tanaka: apology",
        "  Rosa Lindqvist: no-show",
        "  Tomasz Zielak: there for part from 10:05 until 12:00",
        "Saved programme.toml",
    ]
    assert {e.person: e.status for e in on_record().attendance} == {
        "amina-yusuf": "attended",
        "mei-tanaka": "apology",
        "rosa-lindqvist": "no-show",
        "tomasz-zielak": "part",
    }


def test_record_takes_a_guest_as_substitute(run, programme, on_record):
    result = run(
        *("record", "programme.toml", "1", "--guest", "Ana Duarte, Deputy, north"),
        *("--substitute", "Mei=Ana"),
    )
    assert result.exit_code == 0
    (entry,) = on_record().attendance
    assert (entry.person, entry.status, entry.substitute) == (
        "mei-tanaka",
        "apology",
        "ana-duarte",
    )
    assert wc.load(programme).person("ana-duarte").position == "Deputy, north"


def test_record_takes_what_came_out_and_how_it_went(run, on_record):
    result = run(
        *("record", "programme.toml", "1", "--output", "What matters most=Doors = delays"),
        *("--actual", "check-in=09:35-09:50", "--actual", "buffer=cut"),
    )
    assert result.exit_code == 0
    assert [(c.session, c.text) for c in on_record().captures] == [
        ("what-matters-most", "Doors = delays")
    ]
    assert [(a.session, a.fate) for a in on_record().actuals] == [
        ("check-in", "done"),
        ("buffer", "cut"),
    ]


def test_record_takes_decisions_each_with_its_own_method_and_dissent(run, programme):
    result = run(
        *("record", "programme.toml", "1", "--decision", "One door", "--decision", "Mondays"),
        *("--method", "vote", "--method", "sponsor", "--dissent", "Two would wait"),
    )
    assert result.exit_code == 0
    assert [(d.statement, d.method, d.dissent) for d in wc.load(programme).decisions] == [
        ("One door", "vote", "Two would wait"),
        ("Mondays", "sponsor", ""),
    ]


def test_record_takes_one_method_for_all_decisions(run, programme):
    run("record", "programme.toml", "1", "--decision", "A", "--decision", "B", "--method", "vote")
    assert [d.method for d in wc.load(programme).decisions] == ["vote", "vote"]


def test_record_takes_what_was_parked_and_what_became_of_it(run, programme, issue):
    result = run(
        *("record", "programme.toml", "1", "--park", "Pay", "--on", "2027-01-25"),
        *("--triage", "Pay=escalated: to the director", "--triage", "saturday=dropped"),
    )
    assert result.exit_code == 0
    found = wc.load(programme).parked_issues
    assert [(i.statement, i.state(date(2027, 1, 25))) for i in found] == [
        ("Saturday opening", "dropped"),
        ("Pay", "escalated"),
    ]
    assert found[1].events[-1].note == "to the director"


def test_record_takes_photographs_with_their_hashes(run, folder, on_record):
    (folder / "wall.jpg").write_bytes(b"wall")
    (folder / "door.jpg").write_bytes(b"door")
    result = run(
        *("record", "programme.toml", "1", "--attach", "wall.jpg", "--attach", "door.jpg"),
        *("--caption", "A wall"),
    )
    assert result.exit_code == 0
    assert [(a.path, a.caption, a.sha256) for a in on_record().attachments] == [
        ("wall.jpg", "A wall", hashlib.sha256(b"wall").hexdigest()),
        ("door.jpg", "", hashlib.sha256(b"door").hexdigest()),
    ]


def test_record_names_photographs_from_the_programmes_folder(run, folder, programme):
    (folder / "wall.jpg").write_bytes(b"wall")
    below = folder / "year"
    below.mkdir()
    programme.rename(below / "programme.toml")
    run("record", "year/programme.toml", "1", "--attach", "wall.jpg")
    found = wc.load(below / "programme.toml").workshop("where-now")
    assert found.attachments[0].path == "../wall.jpg"


def test_record_moves_a_workshop_that_was_confirmed(run, on_record, confirmed):
    result = run("record", "programme.toml", "1", "--present", "Amina", "--state", "delivered")
    assert result.exit_code == 0
    assert (on_record().events[-1].on, on_record().events[-1].status) == (
        date(2027, 1, 19),
        "delivered",
    )


def test_record_keeps_comments(run, programme):
    programme.write_text("# Ours\n" + programme.read_text(encoding="utf-8"), encoding="utf-8")
    run("record", "programme.toml", "1", "--present", "Amina")
    assert programme.read_text(encoding="utf-8").startswith("# Ours\n")


def test_record_said_twice_writes_nothing(run, programme):
    arguments = ("record", "programme.toml", "1", "--present", "Amina", "--park", "Pay")
    run(*arguments)
    before = programme.read_bytes()
    result = run(*arguments)
    assert result.stdout.startswith("Nothing new: all of it is on record already\n")
    assert programme.read_bytes() == before


def test_record_that_is_wrong_writes_nothing_and_tells_everything(run, programme):
    before = programme.read_bytes()
    result = run(
        *("record", "programme.toml", "1", "--present", "Amina", "--apology", "Tomas"),
        *("--part", "Mei", "--part", "=10:00-", "--output", "x=", "--method", "vote"),
        *("--triage", "Pay=dropped", "--attach", "none.jpg", "--caption", "A", "--caption", "B"),
        *("--state", "deliverd", "--decision", " "),
    )
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "Error: 9 problems",
        (
            "  WC006 --apology Tomas: expected the name of a person, found 'Tomas'."
            " Did you mean 'Tomasz Zielak'?"
        ),
        "  WC003 --part: expected NAME=13:00-16:30, found 'Mei'",
        "  WC003 --part: expected NAME=13:00-16:30, found '=10:00-'",
        "  WC003 --output: expected SESSION=TEXT, found 'x='",
        "  WC003 --decision: expected text that is not empty, found ' '",
        (
            "  WC006 --triage Pay: expected the name of a parked issue, found 'Pay'."
            " There are none yet"
        ),
        "  WC003 --caption: expected no more of them than of --attach, found 2 for 1",
        (
            "  WC003 --attach: expected a file that can be read, found 'none.jpg'."
            " No such file or directory"
        ),
        (
            "  WC011 --state: expected one of pencilled, confirmed, postponed, cancelled,"
            " found 'deliverd'. Did you mean 'delivered'?"
        ),
    ]
    assert programme.read_bytes() == before


def test_record_takes_notes_and_options_together(run, folder, on_record):
    (folder / "notes.toml").write_text('[attendance]\nAmina = "apology"\nMei = "present"')
    result = run(
        "record", "programme.toml", "1", "--from", "notes.toml", "--present", "Amina Yusuf"
    )
    assert result.exit_code == 0
    assert {e.person: e.status for e in on_record().attendance} == {
        "amina-yusuf": "attended",
        "mei-tanaka": "attended",
    }


def test_record_tells_faults_of_notes_with_file_and_line_before_those_of_options(run, folder):
    (folder / "notes.toml").write_text('[actual]\ngame = "cut"\n[attendance]\nAnima = "present"')
    result = run("record", "programme.toml", "1", "--present", "Bob", "--from", "notes.toml")
    assert result.exit_code == 2
    _, *faults = result.stderr.splitlines()
    assert [fault.split(": expected")[0] for fault in faults] == [
        "  notes.toml:2: WC006 actual.game",
        "  notes.toml:4: WC006 attendance.Anima",
        "  WC006 --present Bob",
    ]


def test_record_refuses_notes_that_are_no_toml(run, folder):
    (folder / "notes.toml").write_text("[attendance")
    result = run("record", "programme.toml", "1", "--from", "notes.toml")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: notes.toml:1: WC001 expected valid TOML")


def test_record_without_a_terminal_names_the_alternatives(run):
    result = run("record", "programme.toml", "1")
    assert result.exit_code == 2
    for option in ("--present NAME", "--from NOTES", "--template", "--check", "--json"):
        assert option in result.stderr


def test_record_asks_which_workshop(run):
    result = run("record", "programme.toml", "--present", "Amina")
    assert result.stderr == "Error: name a workshop, or its number: where-now, where-to\n"


def test_record_takes_the_only_workshop(run, folder):
    workshop = wc.Workshop("One", id="one", start="2027-01-19T09:00", end="2027-01-19T12:00")
    people = [wc.Person("Amina Yusuf")]
    wc.save(wc.Programme(title="Y", people=people, workshops=[workshop]), folder / "one.toml")
    assert run("record", "one.toml", "--present", "Amina").exit_code == 0


def test_record_of_no_workshop_suggests_the_nearest(run):
    result = run("record", "programme.toml", "where-nwo", "--json")
    assert result.stderr == "Error: no workshop 'where-nwo'. Did you mean 'where-now'?\n"


def test_record_that_cannot_be_written_says_so(run, programme, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "programme.toml")

    monkeypatch.setattr("workshopcore.files.saving.write_whole", full)
    result = run("record", "programme.toml", "1", "--present", "Amina")
    assert result.exit_code == 2
    assert result.stderr == "Error: programme.toml: No space left on device\n"


def test_check_tells_what_is_missing_and_how_to_cure_it(run, confirmed):
    result = run("record", "programme.toml", "1", "--check")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[:4] == [
        "state: by the record it is 'confirmed', so it has not taken place",
        "    --state delivered",
        "attendance: nothing is on record of Amina Yusuf",
        (
            "    --present amina-yusuf, --part amina-yusuf=13:00-16:30, --apology amina-yusuf"
            " or --no-show amina-yusuf"
        ),
    ]


def whole(run):
    """Give the first workshop a whole record."""
    return run(
        *("record", "programme.toml", "1", "--state", "confirmed", "--state", "delivered"),
        *("--present", "Amina", "--present", "Tomasz", "--present", "Mei"),
        *("--output", "Strengths=Many", "--output", "What matters=One door"),
        *("--output", "action-planning=Two actions"),
    )


def test_check_of_a_whole_record_says_how_to_send_it(run):
    assert "missing" not in whole(run).stdout
    result = run("record", "programme.toml", "1", "--check")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Nothing is missing: the record can be sent",
        "    workshopcore publish programme.toml --report workshop-record --workshop where-now",
    ]


def test_record_says_how_much_is_missing_still(run):
    result = run("record", "programme.toml", "1", "--present", "Amina")
    last = result.stdout.splitlines()[-1]
    assert last.endswith("still missing: workshopcore record programme.toml where-now --check")
    whole(run)
    again = run("record", "programme.toml", "1", "--park", "Pay")
    assert again.stdout.splitlines()[-1].startswith("1 thing is still missing")


def test_check_for_machines(run):
    result = run("record", "programme.toml", "1", "--check", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)[0] == {
        "kind": "state",
        "about": "where-now",
        "message": "by the record it is 'proposed', so it has not taken place",
        "cure": "--state confirmed --state delivered",
    }


def test_check_after_an_entry_tells_both(run):
    result = run("record", "programme.toml", "1", "--present", "Amina", "--check")
    assert result.exit_code == 1
    assert "Amina Yusuf: there" in result.stdout
    assert "nothing is on record of Mei Tanaka" in result.stdout


def test_record_for_machines_has_everything(run, folder, issue):
    (folder / "wall.jpg").write_bytes(b"wall")
    run(
        *("record", "programme.toml", "1", "--part", "Amina=-11:00", "--substitute", "Mei=Rosa"),
        *("--output", "Strengths=Many", "--decision", "One door", "--actual", "check-in=09:30-"),
        *("--attach", "wall.jpg", "--caption", "A wall"),
    )
    found = json.loads(run("record", "programme.toml", "1", "--json").stdout)
    assert found["workshop"] == "where-now"
    assert (found["start"], found["state"]) == ("2027-01-19T09:30:00+00:00", "proposed")
    assert found["attendance"] == [
        {
            "person": "amina-yusuf",
            "name": "Amina Yusuf",
            "status": "part",
            "arrived": None,
            "left": "2027-01-19T11:00:00",
            "substitute": "",
            "minutes": 75,
            "substitute_minutes": None,
            "note": "",
        },
        {
            "person": "mei-tanaka",
            "name": "Mei Tanaka",
            "status": "apology",
            "arrived": None,
            "left": None,
            "substitute": "rosa-lindqvist",
            "minutes": 0,
            "substitute_minutes": 145,
            "note": "",
        },
    ]
    assert found["outputs"] == [{"session": "strengths-and-gaps", "label": "", "text": "Many"}]
    assert found["decisions"][0]["made"] == "2027-01-19"
    assert found["parked"][0]["state"] == "parked"
    assert found["actuals"][0]["end"] is None
    assert found["attachments"][0]["sha256"] == hashlib.sha256(b"wall").hexdigest()


def test_record_for_machines_comes_after_the_entries(run):
    result = run("record", "programme.toml", "1", "--present", "Amina", "--json")
    assert json.loads(result.stdout)["attendance"][0]["person"] == "amina-yusuf"


def test_record_for_machines_does_without_minutes_where_the_day_cannot_be_timed(run, folder):
    workshop = wc.Workshop(
        "One",
        id="one",
        start="2027-01-19T09:00",
        end="2027-01-19T12:00",
        agenda=[wc.Session("gone:away")],
        attendance=[wc.Attendance("amina-yusuf")],
        invited=["amina-yusuf"],
    )
    people = [wc.Person("Amina Yusuf")]
    wc.save(wc.Programme(title="Y", people=people, workshops=[workshop]), folder / "one.toml")
    found = json.loads(run("record", "one.toml", "--json").stdout)
    assert found["attendance"][0]["minutes"] is None


@pytest.mark.parametrize("other", ["--check", "--json", "--present=Amina"])
def test_template_goes_alone(run, other):
    result = run("record", "programme.toml", "1", "--template", other)
    assert result.exit_code == 2
    assert "--template goes alone" in result.stderr


def test_record_for_machines_has_nothing_of_other_workshops(run, programme):
    year = wc.load(programme).with_decision(wc.Decision("Elsewhere", origin="where-to"))
    wc.save(year.with_parked_issue(wc.ParkedIssue("Later", origin="where-to")), programme)
    found = json.loads(run("record", "programme.toml", "1", "--json").stdout)
    assert (found["decisions"], found["parked"]) == ([], [])

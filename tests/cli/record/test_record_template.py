"""Notes to fill in: names are there, and what is on record; taking them changes nothing."""

import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.cli.record.template import notes_to_fill_in
from workshopcore.files.notes import Scribe, take_notes
from workshopcore.testing.strategies import programmes

pytestmark = pytest.mark.usefixtures("programme")


def test_template_names_people_sessions_and_what_was_carried_over(run, issue):
    result = run("record", "programme.toml", "1", "--template")
    assert result.exit_code == 0
    found = tomllib.loads(result.stdout)
    assert list(found["attendance"]) == ["amina-yusuf", "tomasz-zielak", "mei-tanaka"]
    assert list(found["outputs"]) == list(found["actual"])
    assert list(found["actual"]) == [
        "check-in",
        "strengths-and-gaps",
        "what-matters-most",
        "action-planning",
        "check-out",
    ]
    assert found["triage"] == {"saturday-opening": ""}
    assert 'saturday-opening = ""  # Saturday opening' in result.stdout
    assert 'strengths-and-gaps = ""  # 09:35-10:45 Strengths and gaps' in result.stdout


def test_template_taken_as_it_is_changes_nothing(run, programme, folder, issue):
    (folder / "notes.toml").write_text(run("record", "programme.toml", "1", "--template").stdout)
    before = programme.read_bytes()
    result = run("record", "programme.toml", "1", "--from", "notes.toml")
    assert (result.exit_code, programme.read_bytes()) == (0, before)


def test_template_has_what_is_on_record(run):
    run(
        *("record", "programme.toml", "1", "--part", "Amina=10:05-12:00", "--no-show", "Tomasz"),
        *("--substitute", "Mei=Rosa", "--actual", "check-in=09:35-", "--actual", "check-out=cut"),
    )
    found = tomllib.loads(run("record", "programme.toml", "1", "--template").stdout)
    assert found["attendance"] == {
        "amina-yusuf": "2027-01-19T10:05-2027-01-19T12:00",
        "tomasz-zielak": "no-show",
        "mei-tanaka": {"status": "apology", "substitute": "rosa-lindqvist"},
    }
    assert (found["actual"]["check-in"], found["actual"]["check-out"]) == (
        "2027-01-19T09:35-",
        "cut",
    )


@given(data=st.data())
def test_template_of_any_record_taken_as_it_is_changes_nothing(tmp_path_factory, data):
    programme = data.draw(programmes(people=1, workshops=1))
    workshop = data.draw(st.sampled_from([w.id for w in programme.workshops]))
    folder = tmp_path_factory.mktemp("template")
    scribe = Scribe(programme, workshop, date(2027, 1, 20), folder, {})
    notes = folder / "notes.toml"
    notes.write_text(notes_to_fill_in(scribe), encoding="utf-8", newline="\n")
    take_notes(scribe, notes)
    assert (scribe.problems, scribe.told, scribe.programme) == ([], [], programme)


@pytest.mark.parametrize("title", ["A\nB = 3", "A\x1b[2Jb", 'Q"', "\u202eright"])
def test_template_cannot_be_broken_by_a_title(run, folder, title):
    workshop = wc.Workshop(
        title,
        id="one",
        start="2027-01-19T09:00",
        end="2027-01-19T12:00",
        agenda=[wc.Session(title=title, id="talk", minutes=30)],
    )
    wc.save(
        wc.Programme(title="Y", people=[wc.Person(title, id="p")], workshops=[workshop]),
        folder / "one.toml",
    )
    result = run("record", "one.toml", "--template")
    assert tomllib.loads(result.stdout)["attendance"] == {"p": ""}
    assert "\x1b" not in result.stdout


def test_template_leaves_empty_what_notes_cannot_say(run, programme):
    year = wc.load(programme)
    backwards = wc.Actual("check-in", "2027-01-19T10:00", "2027-01-19T09:00")
    nothing = wc.Actual("check-out", note="Nobody looked at the clock")
    entry = wc.Attendance(
        "amina-yusuf", "part", arrived="2027-01-19T12:00", left="2027-01-19T10:00"
    )
    year = year.with_actual("where-now", backwards).with_actual("where-now", nothing)
    wc.save(year.with_attendance("where-now", entry), programme)
    found = tomllib.loads(run("record", "programme.toml", "1", "--template").stdout)
    assert (found["actual"]["check-in"], found["actual"]["check-out"]) == ("", "")
    assert found["attendance"]["amina-yusuf"] == ""

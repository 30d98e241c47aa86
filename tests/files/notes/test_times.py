"""The times that a run sheet's page saved: taken whole, added to what is there, or refused."""

import json

import pytest
from attrs import evolve

import workshopcore as wc
from workshopcore.agenda.fingerprint import agenda_fingerprint
from workshopcore.errors import ProgrammeFileError
from workshopcore.files.notes import take_times


@pytest.fixture
def file(tmp_path, harbour):
    """Return a function that writes a file of times."""

    def file(*actuals, **fields):
        agenda = agenda_fingerprint(harbour().workshop("first"))
        head = {"format": "workshopcore-times", "version": 1, "programme": "harbour-team"}
        said = {**head, "workshop": "first", "agenda": agenda, "actuals": list(actuals), **fields}
        path = tmp_path / "first.times.json"
        path.write_text(json.dumps(said, indent=2), encoding="utf-8")
        return path

    return file


@pytest.fixture
def taken(file, scribe):
    """Return a function that takes times and returns who took them."""

    def taken(*actuals, onto=None, replace=False, **fields):
        found = scribe(onto)
        take_times(found, file(*actuals, **fields), replace=replace)
        return found

    return taken


def at(session, start="", end="", fate="done", **more):
    """Return an entry of the file, with times of the day."""
    edges = {"start": start, "end": end}
    moments = {name: f"2027-01-19T{time}:00" for name, time in edges.items() if time}
    return {"session": session, "title": session, **moments, "fate": fate, **more}


def recorded(harbour, *actuals):
    """Return the programme with something on record already."""
    programme = harbour()
    for session, start, end, fate, note in actuals:
        edges = (f"2027-01-19T{time}" if time else None for time in (start, end))
        actual = wc.Actual(session, *edges, fate=fate, note=note)
        programme = programme.with_actual("first", actual)
    return programme


def told(scribe):
    return [
        (
            a.session,
            f"{a.start:%H:%M}" if a.start else "",
            f"{a.end:%H:%M}" if a.end else "",
            a.fate,
            a.note,
        )
        for a in scribe.workshop.actuals
    ]


def test_times_are_taken_whole_and_told(taken):
    found = taken(at("check-in", "09:32", "09:50"), at("gaps", "09:50"), at("duty", fate="cut"))
    assert found.problems == []
    assert found.told == [
        "Check in: 09:32-09:50",
        "Strengths and gaps: 09:50-",
        "Duty: cut",
    ]
    assert told(found) == [
        ("check-in", "09:32", "09:50", "done", ""),
        ("gaps", "09:50", "", "done", ""),
        ("duty", "", "", "cut", ""),
    ]


def test_taking_them_twice_changes_nothing(taken, harbour):
    once = taken(at("check-in", "09:32", "09:50"))
    again = taken(at("check-in", "09:32", "09:50"), onto=once.programme)
    assert (again.told, again.programme) == ([], once.programme)


def test_what_the_record_lacks_is_added_and_notes_stay(taken, harbour):
    before = recorded(harbour, ("gaps", "09:50", "", "done", "a lively hour"))
    found = taken(at("gaps", "09:50", "11:00"), onto=before)
    assert told(found) == [("gaps", "09:50", "11:00", "done", "a lively hour")]


def test_what_the_record_says_and_the_file_does_not_stays(taken, harbour):
    before = recorded(harbour, ("gaps", "09:50", "11:00", "done", ""))
    found = taken(at("gaps", "09:50"), onto=before)
    assert (found.told, found.problems) == ([], [])


@pytest.mark.parametrize(
    ("there", "new", "expected", "was"),
    [
        (("gaps", "09:50", "11:00", "done", ""), at("gaps", "09:52", "11:00"), "09:50", "09:52"),
        (("gaps", "", "", "cut", ""), at("gaps", "09:52", "11:00"), "cut", "09:52-11:00"),
        (("gaps", "09:50", "", "done", ""), at("gaps", fate="cut"), "09:50-", "cut"),
    ],
)
def test_a_conflict_is_told_with_both_sides_and_a_cure(
    taken, harbour, faults, there, new, expected, was
):
    found = taken(at("check-in", "09:32"), new, onto=recorded(harbour, there))
    (fault,) = faults(found)
    assert fault.startswith("first.times.json:14 actuals[1]: WC003 what is on record, ")
    assert expected in fault
    assert was in fault
    assert "Add --replace if the file is right" in fault


def test_the_file_counts_where_that_was_said_and_notes_stay(taken, harbour):
    before = recorded(harbour, ("gaps", "09:50", "11:00", "done", "a lively hour"))
    found = taken(at("gaps", "09:52", "11:04"), onto=before, replace=True)
    assert found.problems == []
    assert told(found) == [("gaps", "09:52", "11:04", "done", "a lively hour")]


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"workshop": "away"}, "workshop: WC003 'first' | 'away' | These times are of another"),
        ({"programme": "other"}, "programme: WC003 'harbour-team' | 'other' | These times are of"),
        ({"format": "else"}, "format: WC003 a file of times, as a run sheet's page saves it"),
        ({"version": 2}, "version: WC003 1 | 2 | A newer workshopcore reads newer files"),
    ],
)
def test_a_file_of_something_else_is_refused_and_nothing_else_is_said(taken, faults, fields, fault):
    found = taken(at("nonsense"), **fields)
    (told,) = faults(found)
    assert fault in told
    assert found.told == []


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (
            at("chek-in", "09:30"),
            "WC006 an item of the agenda | 'chek-in' | Did you mean 'check-in'",
        ),
        (at("zzz", "09:30"), "WC006 an item of the agenda | 'zzz' | The agenda has changed since"),
        (at("north", "09:30"), "WC006 an item of the agenda | 'north'"),
        (at("gaps", "10:00", "09:00"), "WC010 an end after the start | '10:00-09:00'"),
        (at("gaps"), "WC003 a start or an end | 'neither'"),
        (at("gaps", fate="lost"), "WC003 one of done, cut, moved | 'lost'"),
        (at("gaps", "09:00", room="A"), "WC002 one of session, title, start, end, fate | 'room'"),
        ({"session": "gaps", "start": 9}, "WC003 text | 9"),
        ({"session": "gaps", "start": "nine"}, "WC003 a date and time such as"),
        ({"session": "gaps", "start": "2027-02-19T09:30:00"}, "WC010 a time of the workshop, "),
        ("gaps", "WC003 a table of session, title, start, end, fate | 'gaps'"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(taken, faults, entry, fault):
    found = taken(at("check-in", "09:32"), entry)
    assert [each for each in faults(found) if fault in each and "actuals[1]" in each]


def test_an_end_before_what_is_on_record_as_the_start_is_refused(taken, harbour, faults):
    before = recorded(harbour, ("gaps", "09:50", "", "done", ""))
    found = taken(at("gaps", "", "09:40"), onto=before)
    assert "WC010 an end after the start | '09:50-09:40'" in faults(found)[0]


def test_everything_that_is_wrong_is_told_together(taken, faults):
    found = taken(at("one", "09:30"), at("two", "09:30"), extra=1)
    assert len(faults(found)) == 3


def test_actuals_must_be_a_list(taken, faults):
    assert faults(taken(actuals={})) == ["first.times.json:7 actuals: WC003 a list | a table | "]


@pytest.mark.parametrize("text", ["", "{", "[]", "\x00", "[" * 10_000])
def test_a_file_that_cannot_be_read_says_so(scribe, tmp_path, text):
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ProgrammeFileError, match=r"x\.json"):
        take_times(scribe(), path)


def test_a_changed_agenda_is_told(taken, harbour):
    programme = harbour()
    first = programme.workshop("first")
    changed = evolve(first, agenda=first.agenda[1:])
    new = evolve(programme, workshops=[changed, programme.workshop("away")])
    found = taken(at("gaps", "09:50"), onto=new)
    assert found.told == [
        "Strengths and gaps: 09:50-",
        "The agenda has changed since the page was made: check that each time fits",
    ]


def test_a_time_that_comes_twice_keeps_its_offset(scribe, tmp_path):
    night = wc.Programme(
        title="N",
        time_zone="Europe/London",
        workshops=[
            wc.Workshop(
                "N",
                id="n",
                start="2027-10-30T22:00",
                end="2027-10-31T06:00",
                agenda=[wc.Session(title="Vigil", minutes=480)],
            )
        ],
    )
    said = {"session": "vigil", "start": "2027-10-31T01:30:00+00:00", "fate": "done"}
    head = {"format": "workshopcore-times", "version": 1, "programme": "n", "workshop": "n"}
    path = tmp_path / "n.json"
    path.write_text(json.dumps({**head, "actuals": [said]}), encoding="utf-8")
    found = scribe(night, "n")
    take_times(found, path)
    assert found.problems == []
    assert found.workshop.actuals[0].start.isoformat() == "2027-10-31T01:30:00+00:00"

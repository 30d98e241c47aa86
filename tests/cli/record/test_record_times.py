"""`record --times`: what a run sheet's page saved, in the programme file or not at all."""

import json

import pytest

pytestmark = pytest.mark.usefixtures("programme")

HEAD = {
    "format": "workshopcore-times",
    "version": 1,
    "programme": "harbour-team-a-year-of-change",
    "workshop": "where-now",
}
CHECK_IN = {
    "session": "check-in",
    "title": "Check-in",
    "start": "2027-01-19T09:32:00",
    "end": "2027-01-19T09:45:00",
    "fate": "done",
}


@pytest.fixture
def times(folder):
    """Return a function that writes a file of times."""

    def times(*actuals, **fields):
        (folder / "times.json").write_text(json.dumps({**HEAD, "actuals": actuals, **fields}))

    return times


def test_record_takes_times_and_says_so(run, times, on_record):
    times(CHECK_IN, {"session": "buffer", "title": "Buffer", "fate": "cut"})
    result = run("record", "programme.toml", "where-now", "--times", "times.json")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[:3] == [
        "  Check in: 09:32-09:45",
        "  Buffer: cut",
        "Saved programme.toml",
    ]
    assert [(a.session, a.fate) for a in on_record().actuals] == [
        ("check-in", "done"),
        ("buffer", "cut"),
    ]


def test_record_leaves_the_file_as_it_was_where_times_conflict(run, times, programme):
    run("record", "programme.toml", "1", "--actual", "check-in=09:30-09:45")
    before = programme.read_bytes()
    times({"session": "buffer", "fate": "cut"}, CHECK_IN)
    result = run("record", "programme.toml", "1", "--times", "times.json")
    assert result.exit_code == 2
    assert "expected what is on record, 09:30-09:45, found '09:32-09:45'" in result.stderr
    assert "Add --replace if the file is right" in result.stderr
    assert programme.read_bytes() == before


def test_record_replaces_what_is_on_record_where_that_is_said(run, times, on_record):
    run("record", "programme.toml", "1", "--actual", "check-in=09:30-09:45")
    times(CHECK_IN)
    result = run("record", "programme.toml", "1", "--times", "times.json", "--replace")
    assert result.exit_code == 0
    assert f"{on_record().actuals[0].start:%H:%M}" == "09:32"


def test_record_refuses_times_of_another_workshop(run, times, programme):
    before = programme.read_bytes()
    times(CHECK_IN)
    result = run("record", "programme.toml", "where-to", "--times", "times.json")
    assert result.exit_code == 2
    assert "These times are of another workshop: name that one" in result.stderr
    assert programme.read_bytes() == before


def test_record_says_what_replace_goes_with(run):
    result = run("record", "programme.toml", "1", "--replace")
    assert result.exit_code == 2
    assert "--replace goes with --times" in result.stderr


def test_record_says_that_a_file_of_times_is_not_there(run):
    result = run("record", "programme.toml", "1", "--times", "gone.json")
    assert result.exit_code == 2
    assert "gone.json" in result.stderr

"""Files of people's time: which importer reads them, whose they are, what cannot be read."""

import json
from pathlib import Path

import pytest

from workshopcore.cli.dates.sources import Source, sources
from workshopcore.cli.program import Refusal

pytestmark = pytest.mark.usefixtures("diaries")


@pytest.fixture
def listed(folder):
    """Write lines into a file."""

    def listed(name, *lines):
        (folder / name).write_text("\n".join(lines))
        return name

    return listed


TOMASZ = [f"2027-01-{day:02d}" for day in range(4, 12)]


def test_a_diary_is_of_whom_it_is_said_to_be(choose, listed):
    name = listed("diary.days", *TOMASZ)

    result = choose("--busy", f"Tomasz={name}", "--fix", "one=2027-01-05")

    assert "2 of 3    Tomasz Zielak" in result.stdout


def test_a_list_that_tells_of_whom_needs_no_name(choose, listed):
    name = listed("list.days", "tomasz-zielak 2027-01-05", "mei-tanaka 2027-01-05")

    result = choose("--busy", name, "--fix", "one=2027-01-05")

    assert "1 of 3    Tomasz Zielak and Mei Tanaka" in result.stdout


def test_a_room_has_a_diary_too(choose, listed, folder):
    rules = (folder / "rules.toml").read_text()
    (folder / "rooms.toml").write_text(f'{rules}\n[workshops.one]\nrooms = ["hall"]\n')
    name = listed("hall.days", "2027-01-05")

    result = choose("--busy", f"hall={name}", rules="rooms.toml")

    assert "2027-01-12 09:15  One       3 of 3    hall" in result.stdout


def test_several_files_are_read_together(choose, listed):
    one = listed("one.days", "tomasz-zielak 2027-01-05")
    other = listed("two.poll", "mei-tanaka 2027-01-05 maybe")

    result = choose("--busy", one, "--busy", other, "--fix", "one=2027-01-05")

    assert "1½ of 3   Tomasz Zielak  Mei Tanaka" in result.stdout


def test_an_equals_sign_in_a_name_is_no_person(choose, listed):
    name = listed("mei=away.days", "mei-tanaka 2027-01-05")

    assert "Mei Tanaka" in choose("--busy", name, "--fix", "one=2027-01-05").stdout


def test_what_cannot_be_read_is_told_with_its_place_and_exit_code_1(choose, listed):
    name = listed("list.days", "tomasz-zielak 2027-01-05", "mei-tanaka soon")

    result = choose("--busy", name, "--fix", "one=2027-01-05")

    assert result.exit_code == 1
    assert "2 of 3    Tomasz Zielak" in result.stdout
    assert result.stderr.startswith("list.days: error WC003 line 2: expected a day, found 'soon'\n")


def test_problems_are_in_json(choose, listed):
    name = listed("list.days", "tomasz-zielak 2027-01-05", "mei-tanaka soon")

    (problem,) = json.loads(choose("--busy", name, "--json").stdout)["problems"]

    assert problem == {
        "file": "list.days",
        "line": 0,
        "code": "WC003",
        "place": "line 2",
        "found": "'soon'",
        "expected": "a day",
        "hint": "",
    }


def test_a_file_of_no_use_stops_the_choice(choose, listed, year):
    before = year.read_bytes()

    result = choose("--busy", listed("list.days", "mei soon"), "--write")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "line 1: expected a day" in result.stderr
    assert "Error: list.days: nothing could be read, so nobody knows who is busy" in result.stderr
    assert year.read_bytes() == before


def test_an_empty_diary_is_no_fault(choose, listed):
    assert choose("--busy", f"amina={listed('diary.days')}").exit_code == 0


@pytest.mark.parametrize(
    ("busy", "said"),
    [
        ("none.days", "none.days: No such file or directory"),
        ("nobody=list.days", "expected the name of a person, found 'nobody'"),
        ("list.odt", "list.odt: no format ends in '.odt'. Known endings: .csv, .days, .poll"),
        ("list.csv", "several formats end in '.csv'. Add --format, diary:answers or diary:others"),
    ],
)
def test_a_file_that_nothing_reads_is_refused(choose, listed, busy, said):
    for name in ("list.days", "list.odt", "list.csv"):
        listed(name, "mei-tanaka 2027-01-05")

    result = choose("--busy", busy)

    assert result.exit_code == 2
    assert said in result.stderr


def test_a_format_may_be_named_for_all_files_or_for_one(choose, listed):
    one = listed("one.csv", "mei-tanaka 2027-01-05 no")
    other = listed("two.csv", "tomasz-zielak 2027-01-05")
    files = ["--busy", one, "--busy", other, "--fix", "one=2027-01-05"]

    result = choose(*files, "--format", "diary:others", "--format", "diary:lines=two.csv")

    assert "1 of 3    Tomasz Zielak and Mei Tanaka" in result.stdout


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("diary:line", "no importer 'diary:line'. Did you mean 'diary:lines'?"),
        ("csv", "'csv' is about actions, not busy-time. Use diary:lines, diary:answers or"),
        ("diary:lines=other.csv", "there is no --busy other.csv"),
    ],
)
def test_a_format_that_there_is_not_is_refused(choose, listed, key, said):
    result = choose("--busy", listed("one.csv", "mei-tanaka 2027-01-05"), "--format", key)

    assert result.exit_code == 2
    assert said in result.stderr


def test_without_a_plugin_it_says_what_to_install(choose, listed, monkeypatch):
    monkeypatch.setenv("WORKSHOPCORE_LOAD_PLUGINS", "")

    result = choose("--busy", listed("list.days", "mei-tanaka 2027-01-05"))

    assert result.exit_code == 2
    assert "Install it with  pip install workshopcore-calendar" in result.stderr


def test_sources_name_a_person_and_a_format(folder):
    assert sources(["amina=a.ics", "poll.csv"], ["x:poll", "x:diary=a.ics"]) == (
        Source(Path("a.ics"), "amina", "x:diary"),
        Source(Path("poll.csv"), "", "x:poll"),
    )
    with pytest.raises(Refusal):
        sources([], ["x:poll=poll.csv"])

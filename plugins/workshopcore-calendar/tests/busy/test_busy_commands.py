"""`workshopcore closures`, and `workshopcore dates` with our readers."""

import pytest
from attrs import evolve
from click.testing import CliRunner

import workshopcore as wc
from workshopcore.cli.command_line import command_line


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WORKSHOPCORE_LOAD_PLUGINS", "calendar")

    def run(*arguments):
        return CliRunner().invoke(command_line(), ["closures", *arguments])

    return run


@pytest.fixture
def file(tmp_path, team):
    path = tmp_path / "programme.toml"
    wc.save(team, path)
    return path


def test_holidays_are_added_to_a_file(run, file):
    done = run("add", file.name, "--holidays", "GB-ENG", "--year", "2027")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "10 closures added to programme.toml"
    assert len(wc.load(file).closures) == 10


def test_holidays_are_those_of_all_the_years_of_the_programme(run, file):
    run("add", file.name, "--holidays", "FR")
    assert {each.start.year for each in wc.load(file).closures} == {2027, 2028}


def test_what_is_there_already_is_said(run, file):
    run("add", file.name, "--holidays", "GB-ENG", "--year", "2027")
    done = run("add", file.name, "--holidays", "GB-ENG", "--year", "2027")
    assert done.stdout == "0 closures added to programme.toml; 10 there already\n"


def test_lists_are_added(run, file, tmp_path):
    (tmp_path / "terms.txt").write_text("15 to 19 February 2027: Half term\n")
    done = run("add", file.name, "--list", "terms.txt", "--kind", "school-holiday")
    assert done.stdout.splitlines() == [
        "first day   last day    kind            title",
        "2027-02-15  2027-02-19  school-holiday  Half term",
        "1 closure added to programme.toml",
    ]


def test_nothing_is_written_where_it_is_only_tried(run, file):
    before = file.read_bytes()
    done = run("add", file.name, "--holidays", "GB-ENG", "--year", "2027", "--dry-run")
    assert done.stdout.splitlines()[-1] == "10 closures would be added to programme.toml"
    assert file.read_bytes() == before


def test_lines_that_cannot_be_read_are_named_and_the_rest_is_added(run, file, tmp_path):
    (tmp_path / "weeks.txt").write_text("2027-13-01\n2027-03-01 to 2027-03-05\n")
    done = run("add", file.name, "--list", "weeks.txt", "--kind", "committee")
    assert done.exit_code == 1
    assert "weeks.txt: error WC003 line 1" in done.stderr
    assert len(wc.load(file).closures) == 1


def test_list_of_which_nothing_can_be_read_adds_nothing(run, file, tmp_path):
    (tmp_path / "weeks.txt").write_text("2027-13-01\n")
    done = run("add", file.name, "--list", "weeks.txt")
    assert done.exit_code == 2
    assert wc.load(file).closures == ()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "Say what to add"),
        (("--holidays", "GB-XX"), "no subdivision of GB 'XX'"),
        (("--list", "nothing.txt"), "nothing.txt: No such file or directory"),
        (("--holidays", "GB", "--language", "xx"), "no language of GB"),
    ],
)
def test_what_cannot_be_done_is_refused(run, file, arguments, message):
    done = run("add", file.name, *arguments)
    assert done.exit_code == 2
    assert message in done.stderr


def test_closures_are_listed_in_order_of_time(run, file, team, tmp_path):
    assert "has no closures" in run("list", file.name).stdout
    run("add", file.name, "--holidays", "GB-ENG", "--year", "2028")
    run("add", file.name, "--holidays", "GB-ENG", "--year", "2027")
    lines = run("list", file.name).stdout.splitlines()
    assert lines[0].split() == ["first", "day", "last", "day", "kind", "title"]
    assert lines[1:] == sorted(lines[1:])


def test_dates_are_chosen_around_a_diary_a_poll_and_a_list(run, team, tmp_path, calendar, event):
    one = wc.Workshop("One", id="one", start="2027-03-02T09:30", end="2027-03-02T12:30")
    wc.save(evolve(team, workshops=[one]), tmp_path / "programme.toml")
    (tmp_path / "amina.ics").write_bytes(
        calendar(event("DTSTART:20270302T100000Z", "DURATION:PT1H"))
    )
    (tmp_path / "poll.csv").write_text("Name,2027-03-02,2027-03-09,2027-03-16\nJo,yes,no,yes\n")
    (tmp_path / "away.txt").write_text("Li Wei: 2027-03-23\n")
    named = ("--busy", "Amina=amina.ics", "--busy", "poll.csv", "--busy", "away.txt")
    days = ("--from", "2027-03-01", "--until", "2027-03-31", "--weekday", "Tuesday")
    arguments = ["dates", "programme.toml", "--as-of", "2027-01-01", *named, *days]
    done = CliRunner().invoke(command_line(), arguments)
    assert (done.exit_code, done.stderr) == (0, "")
    assert "Tue 2027-03-16 09:30" in done.stdout

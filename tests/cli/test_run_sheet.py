import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from attrs import evolve

import workshopcore as wc


def test_run_sheet_is_printed_as_text(run, programme):
    result = run("run-sheet", "programme.toml", "where-now")

    assert (result.exit_code, result.stderr) == (0, "")
    assert "09:30" in result.stdout
    assert "Strengths and gaps" in result.stdout
    assert "Two years from now" not in result.stdout


def test_run_sheet_takes_a_number_for_a_name(run, programme):
    named = run("run-sheet", "programme.toml", "where-to")

    assert run("run-sheet", "programme.toml", "2").stdout == named.stdout


@pytest.mark.parametrize("number", ["0", "3", "99999999999999999999"])
def test_run_sheet_knows_how_many_there_are(run, programme, number):
    result = run("run-sheet", "programme.toml", number)

    assert result.exit_code == 2
    assert f"there is no workshop {number}: expected 1 to 2" in result.stderr


def test_run_sheet_suggests_a_workshop(run, programme):
    result = run("run-sheet", "programme.toml", "where-nwo")

    assert result.exit_code == 2
    assert result.stderr == "Error: no workshop 'where-nwo'. Did you mean 'where-now'?\n"


def test_run_sheet_lists_the_workshops_when_none_is_named(run, programme):
    result = run("run-sheet", "programme.toml")

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "'Harbour team: a year of change' has 2 workshops. Name one:",
        "number  workshop   start             title",
        "1       where-now  2027-01-19 09:30  Where are we now?",
        "2       where-to   2027-03-09 09:30  Where do we want to be?",
    ]


def test_run_sheet_takes_the_only_workshop(run, programme):
    text = programme.read_text(encoding="utf-8")
    programme.write_text(text[: text.rindex("[[workshops]]")], encoding="utf-8")

    assert "Strengths and gaps" in run("run-sheet", "programme.toml").stdout


def test_run_sheet_of_nothing_is_refused(run, programme):
    programme.write_text('title = "A year"\n')

    result = run("run-sheet", "programme.toml")

    assert result.exit_code == 2
    assert "'A year' has no workshops yet" in result.stderr


@pytest.mark.parametrize(("key", "start"), [("markdown", "# "), ("html", "<!")])
def test_run_sheet_is_written_in_other_formats(run, programme, key, start):
    result = run("run-sheet", "programme.toml", "1", "--format", key)

    assert result.exit_code == 0
    assert result.stdout.lower().startswith(start)


def test_run_sheet_is_written_to_a_file(run, programme, folder):
    printed = run("run-sheet", "programme.toml", "1", "--format", "html").stdout

    result = run("run-sheet", "programme.toml", "1", "--format", "html", "--to", "out.html")

    assert (result.exit_code, result.stdout) == (0, "Wrote out.html\n")
    assert (folder / "out.html").read_text(encoding="utf-8").strip() == printed.strip()


def test_run_sheet_suggests_a_format(run, programme):
    result = run("run-sheet", "programme.toml", "1", "--format", "markdwn")

    assert result.exit_code == 2
    assert "Did you mean 'markdown'?" in result.stderr


def test_run_sheet_cannot_be_tricked_by_a_file(run, programme):
    text = programme.read_text(encoding="utf-8")
    hostile = "[red]x[/red]\\u001b[2J\\u202e"
    programme.write_text(text.replace("Strengths and gaps", hostile), encoding="utf-8")

    result = run("run-sheet", "programme.toml", "1")

    assert "[red]x[/red]" in result.stdout
    assert "\x1b" not in result.stdout
    assert "\u202e" not in result.stdout


def test_run_sheet_names_every_fault_of_a_file(run, programme):
    text = programme.read_text(encoding="utf-8")
    faulty = text.replace('"facilitator"', '"boss"').replace("Europe/London", "Nowhere")
    programme.write_text(faulty, encoding="utf-8")

    result = run("run-sheet", "programme.toml", "1")

    assert result.exit_code == 2
    assert "2 problems" in result.stderr
    assert "'boss'" in result.stderr
    assert "'Nowhere'" in result.stderr


BINARY = """
from workshopcore import hookimpl

class Blob:
    key, title, suffix, media_type = "acme:blob", "Blob", ".blob", "application/octet-stream"

    def render(self, report, style):
        return bytes(range(256))

@hookimpl
def workshopcore_renderers():
    return [Blob()]
"""


def test_run_sheet_that_is_not_text_goes_to_a_pipe_as_it_is(run, programme, install):
    install("acme", BINARY)

    result = run("run-sheet", "programme.toml", "1", "--format", "acme:blob")

    assert result.stdout_bytes == bytes(range(256))


def test_run_sheet_that_is_not_text_stays_off_a_terminal(on_terminal, programme, install):
    install("acme", BINARY)

    code, shown = on_terminal("run-sheet", "programme.toml", "1", "--format", "acme:blob")

    assert code == 2
    assert "'acme:blob' is not text: name a file with --to" in shown


MORNING = """\
title = "Y"
time_zone = "Europe/London"
people = [{ name = "Amina Yusuf" }, { name = "Ines Duarte", role = "expert" }]

[[workshops]]
id = "w"
title = "Where are we now?"
start = 2027-01-19T09:00:00
end = 2027-01-19T11:40:00
agenda = [
  { id = "talk", title = "Talk", minutes = [20, 40, 60] },
  { id = "game", title = "Game", minutes = [10, 15, 20], priority = "could" },
  { kind = "buffer", minutes = [0, 5, 20] },
  { id = "expert", title = "Expert", minutes = [30, 45, 60] },
  { kind = "break", minutes = [10, 15, 20] },
  { id = "plan", format = "action-planning", title = "Plan", minutes = [25, 40, 50] },
]

[[experts]]
expert = "ines-duarte"
topic = "Choice"
session = "w/expert"
"""


@pytest.fixture
def morning(folder):
    """A morning with an expert at 10:00 and its plan at 11:00."""
    file = folder / "morning.toml"
    file.write_text(MORNING, encoding="utf-8")
    return file


@pytest.fixture
def at(run, morning):
    def at(now, *arguments):
        return run("run-sheet", "morning.toml", "w", "--now", now, *arguments)

    return at


def test_run_sheet_now_answers_in_words_and_shows_the_rest_of_the_day(at):
    result = at("09:45", "--running", "talk", "--started", "09:00")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "Where are we now?, 2027-01-19 09:45",
        "  Talk 40 → 45",
        "  Buffer 5 → 0",
        "  finish unchanged",
        "5 min could still be saved before Expert, 10:00 at the latest",
        "",
        "state  clock        minutes  title   lock",
        "on     09:00–09:45  40 → 45  Talk",
        "       09:45–10:00  15       Game",
        "       10:00–10:00  5 → 0    Buffer",
        "       10:00–10:45  45       Expert  fixed",
        "       10:45–11:00  15       Break",
        "       11:00–11:40  40       Plan    fixed",
    ]


def test_run_sheet_now_says_what_is_left_out(at):
    result = at("09:55", "--running", "talk", "--started", "09:00")

    assert result.exit_code == 0
    assert "  Game left out" in result.stdout.splitlines()


def test_run_sheet_now_that_cannot_hold_says_why_and_ends_with_1(at):
    result = at("10:15", "--running", "talk", "--started", "09:00")

    assert result.exit_code == 1
    assert result.stdout.splitlines()[1] == (
        "Expert cannot hold at 10:00: 15 minutes later at the earliest,"
        " even with everything that may go left out"
    )


def test_run_sheet_now_alone_takes_what_was_planned(at):
    lines = at("09:45").stdout.splitlines()

    assert "on     09:40–09:55  15       Game" in lines


def test_run_sheet_now_goes_by_the_record_up_to_that_moment(at, morning):
    year = wc.load(morning)
    for actual in (
        wc.Actual("talk", "2027-01-19T09:00", "2027-01-19T09:30"),
        wc.Actual("game", "2027-01-19T09:30", "2027-01-19T10:00"),
        wc.Actual("expert", "2027-01-19T10:15", "2027-01-19T11:00"),
    ):
        year = year.with_actual("w", actual)
    wc.save(year, morning)

    lines = [line.replace("fixed", "") for line in at("09:40").stdout.splitlines()]
    rows = [line.split()[-1] for line in lines if "–" in line]
    assert rows == ["Game", "Buffer", "Expert", "Break", "Plan"]
    assert "on     09:30–" in at("09:40").stdout


def test_run_sheet_now_refuses_what_the_record_contradicts(at, morning):
    started = wc.Actual("expert", "2027-01-19T10:15")
    wc.save(wc.load(morning).with_actual("w", started), morning)

    result = at("10:30", "--running", "talk")

    assert result.exit_code == 2
    assert result.stderr == (
        "Error: expected a session that can still be on, found 'talk'."
        " What comes after it is on record as begun\n"
    )


def test_run_sheet_now_after_the_end_has_nothing_more_to_say(at, morning):
    ended = wc.Actual("plan", "2027-01-19T11:20", "2027-01-19T12:00")
    wc.save(wc.load(morning).with_actual("w", ended), morning)

    assert at("12:30").stdout.splitlines()[-1] == "Nothing comes any more."


def test_run_sheet_now_is_printed_for_machines(at):
    result = at("09:55", "--running", "talk", "--started", "09:00", "--json")

    found = json.loads(result.stdout)
    assert result.stdout.isascii()
    assert found["holds"] is True
    assert found["now"] == "2027-01-19T09:55:00+00:00"
    assert found["cuts"] == [{"id": "game", "title": "Game", "minutes": 15, "saves": 10}]
    assert found["fixed"][0] == {
        "id": "expert",
        "title": "Expert",
        "at": "2027-01-19T10:00:00+00:00",
        "minutes": 5,
    }
    assert found["rows"][0] == {
        "id": "talk",
        "kind": "session",
        "title": "Talk",
        "track": [],
        "state": "running",
        "start": "2027-01-19T09:00:00+00:00",
        "end": "2027-01-19T09:55:00+00:00",
        "minutes": 55,
        "planned_minutes": 40,
        "locked": False,
    }


def test_run_sheet_now_that_cannot_hold_tells_machines_why(at):
    result = at("10:15", "--running", "talk", "--started", "09:00", "--json")

    found = json.loads(result.stdout)
    assert (result.exit_code, found["holds"], found["over"]) == (1, False, 15)
    assert found["clashes"] == [
        {"id": "expert", "title": "Expert", "at": "2027-01-19T10:00:00+00:00", "minutes": 15}
    ]


def test_run_sheet_now_has_the_names_of_its_json_documented(at):
    text = (Path(__file__).parents[2] / "docs/reference/commands.md").read_text(encoding="utf-8")
    section = text.partition("## run-sheet")[2].partition("\n## ")[0]

    found = json.loads(at("09:50", "--json").stdout)
    assert [name for name in found if f"`{name}`" not in section] == []


@pytest.mark.parametrize(
    ("now", "message"),
    [
        ("soon", "expected a clock time such as 12:30, or a date and time, found 'soon'"),
        ("2028-01-19T10:00", "expected a moment of the workshop"),
    ],
)
def test_run_sheet_now_knows_what_a_moment_is(at, now, message):
    result = at(now)

    assert result.exit_code == 2
    assert message in result.stderr


def test_run_sheet_now_suggests_a_session(at):
    result = at("10:00", "--running", "tlak")

    assert (result.exit_code, result.stderr) == (
        2,
        "Error: no session 'tlak'. Did you mean 'talk'?\n",
    )


def test_run_sheet_now_without_a_moment_is_for_the_day_itself(run, morning):
    result = run("run-sheet", "morning.toml", "w", "--now")

    assert result.exit_code == 2
    assert "'Where are we now?' is from 2027-01-19 09:00 to 2027-01-19 11:40" in result.stderr
    assert result.stderr.endswith("name a moment of it, such as --now 11:20\n")


def test_run_sheet_now_without_a_moment_asks_the_clock(run, folder):
    start = datetime.now(UTC).replace(tzinfo=None, second=0, microsecond=0) - timedelta(minutes=30)
    workshop = wc.Workshop(
        "W",
        start=start,
        end=start + timedelta(hours=3),
        agenda=[wc.Session(title="Talk", minutes=170)],
    )
    wc.save(wc.Programme(title="Y", time_zone="UTC", workshops=[workshop]), folder / "today.toml")

    result = run("run-sheet", "today.toml", "--now")

    assert result.exit_code == 0
    assert any(line.startswith("on ") for line in result.stdout.splitlines())


def test_run_sheet_now_cannot_be_tricked_by_a_file(at, morning):
    text = morning.read_text(encoding="utf-8")
    hostile = 'title = "[red]x[/red]\\u001b[2J\\u202e"'
    morning.write_text(text.replace('title = "Talk"', hostile), encoding="utf-8")

    result = at("09:45", "--running", "talk")

    # Among the changes, and in the table.
    assert result.stdout.count("[red]x[/red]\\x1b[2J\\u202e") == 2
    assert not {"\x1b", "\u202e"} & set(result.stdout)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--running", "talk"], "--running goes with --now"),
        (["--now", "10:00", "--started", "09:00"], "--started goes with --running"),
        (["--json"], "--json goes with --now or --risk"),
        (["--risk", "--live"], "--risk does not go with --live"),
        (["--rehearse"], "--rehearse goes with --live"),
        (["--now", "10:00", "--format", "html"], "--now does not go with --format"),
        (["--live", "--now", "10:00"], "--live does not go with --now"),
        (["--live", "--to", "x.html"], "--live does not go with --to"),
    ],
)
def test_run_sheet_refuses_options_that_say_nothing_together(run, morning, options, message):
    result = run("run-sheet", "morning.toml", "w", *options)

    assert result.exit_code == 2
    assert message in result.stderr


def test_run_sheet_risk_says_how_likely_the_day_is_to_hold(run, morning):
    result = run("run-sheet", morning, "w", "--risk")

    assert result.exit_code == 0
    assert "Plan starts" in result.stdout
    assert "the day ends" in result.stdout
    assert "in 100" in result.stdout
    assert "nobody re-plans after that" in " ".join(result.stdout.split())


def test_run_sheet_risk_prints_json_for_machines(run, morning):
    found = json.loads(run("run-sheet", morning, "w", "--risk", "--json").stdout)

    assert sorted(found) == ["assumptions", "finish", "matters_most", "planning"]
    assert found["planning"]["title"] == "Plan"
    assert 0 <= found["finish"]["on_time"] <= 1


def test_run_sheet_risk_of_a_day_too_full_is_refused(run, morning):
    year = wc.load(morning)
    short = evolve(year.workshops[0], end="2027-01-19T10:00")
    wc.save(evolve(year, workshops=[short]), morning)

    result = run("run-sheet", morning, "w", "--risk")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "even at its shortest" in result.stderr

import json
from datetime import date
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "commands.md"
DAY = ("--as-of", "2027-03-01")


@pytest.fixture
def ids(act):
    """List the identifiers of the actions that are chosen."""

    def ids(*arguments):
        result = act("list", *DAY, *arguments, "--json")
        assert (result.exit_code, result.stderr) == (0, "")
        return [action["id"] for action in json.loads(result.stdout)["actions"]]

    return ids


def test_list_shows_the_open_ones_the_soonest_due_first(act):
    result = act("list", *DAY)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        (
            "id               action                                              owner"
            "                         due                       status       progress"
        ),
        (
            "book-hall        Book the hall for March                             Tomasz Zielak"
            "                 2027-02-16, 13 days late  blocked"
        ),
        (
            "invite-partners  Invite the two partner teams to the March workshop  Amina Yusuf"
            "                   2027-03-02                in progress  40%"
        ),
        (
            "write-guide      Write a guide for new people                        "
            "Mei Tanaka (for Inês Duarte)  2027-03-16                agreed"
        ),
        "",
        "3 open of 4; 1 overdue",
    ]


def test_list_of_an_earlier_day_knows_nothing_of_later_news(act):
    result = act("list", "--as-of", "2027-01-31")

    assert result.stdout.splitlines()[-1] == "5 open of 5; none overdue"


def test_list_takes_today_where_no_day_is_given(act):
    before = date.today()
    shown = json.loads(act("list", "--json").stdout)["as_of"]

    assert before <= date.fromisoformat(shown) <= date.today()


def test_list_before_anything_was_agreed_says_how_to_go_on(act):
    result = act("list", "--as-of", "2027-01-01")

    assert result.stdout == (
        "No action has been put forward by 2027-01-01. Name another day with --as-of.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], ["book-hall", "invite-partners", "write-guide"]),
        (
            ["--all"],
            ["draft-letter", "book-hall", "draft-page", "invite-partners", "write-guide"],
        ),
        (["--overdue"], ["book-hall"]),
        (["--blocked"], ["book-hall"]),
        (["--workshop", "1"], ["book-hall", "invite-partners"]),
        (["--workshop", "where-to"], []),
        (["--workshop", "where-now", "--all", "--owner", "Mei"], ["draft-page"]),
        (["--objective", "pride"], []),
        (["--objective", "pride", "--all"], ["draft-page"]),
        (["--status", "in-progress"], ["invite-partners"]),
        (["--status", "done"], ["draft-page"]),
        (["--status", "done", "--open"], ["draft-page"]),
        (["--due-before", "2027-03-02"], ["book-hall"]),
        (["--due-before", "2027-03-03"], ["book-hall", "invite-partners"]),
        (["--owner", "tomasz-zielak"], ["book-hall"]),
        (["--owner", "Tomasz Zielak", "--all"], ["draft-letter", "book-hall"]),
        (["--owner", "amina"], ["invite-partners"]),
    ],
)
def test_list_takes_the_filters_that_people_expect(ids, arguments, expected):
    assert ids(*arguments) == expected


@pytest.mark.parametrize("who", ["mei-tanaka", "ines-duarte", "ines@harbour.example", "INES"])
def test_list_of_an_owner_has_what_they_took_over_and_what_was_theirs(ids, who):
    assert ids("--owner", who) == ["write-guide"]


def test_list_of_mine_goes_by_the_environment(ids, monkeypatch):
    monkeypatch.setenv("WORKSHOPCORE_ME", "Tomasz Zielak")

    assert ids("--mine") == ["book-hall"]


@pytest.mark.parametrize("me", [None, "", "  "])
def test_list_of_mine_says_what_is_missing(act, monkeypatch, me):
    monkeypatch.delenv("WORKSHOPCORE_ME", raising=False)
    if me is not None:
        monkeypatch.setenv("WORKSHOPCORE_ME", me)

    result = act("list", "--mine")

    assert result.exit_code == 2
    assert result.stderr == (
        "Error: --mine needs to know who you are: set WORKSHOPCORE_ME to your identifier, name"
        " or e-mail address, or say --owner WHO\n"
    )


def test_list_of_mine_and_of_somebody_else_is_refused(act):
    result = act("list", "--mine", "--owner", "amina")

    assert result.exit_code == 2
    assert "--mine does not go with --owner" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--owner", "Amena Yusuf"], "found 'Amena Yusuf'. Did you mean 'Amina Yusuf'?"),
        (["--owner", "Duarte"], "Several are called that: write 'ines-duarte' or 'rosa-duarte'"),
        (["--workshop", "where-nwo"], "no workshop 'where-nwo'. Did you mean 'where-now'?"),
        (["--objective", "prid"], "no objective 'prid'. Did you mean 'pride'?"),
        (["--status", "open"], "'open' is not one of 'proposed', 'agreed'"),
        (["--as-of", "soon"], "expected a date such as 2027-01-19"),
    ],
)
def test_list_refuses_what_there_is_not(act, arguments, message):
    result = act("list", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--overdue"], "1 shown, of 3 open; 1 overdue"),
        (["--owner", "rosa-duarte"], "0 shown, of 3 open; none overdue"),
        (["--all"], "5 shown, of 5; 3 open, 1 overdue"),
        (["--status", "done"], "1 shown, of 5; none open, none overdue"),
    ],
)
def test_list_ends_with_counts_and_what_they_are_of(act, arguments, expected):
    assert act("list", *DAY, *arguments).stdout.splitlines()[-1] == expected


def test_list_of_nothing_has_no_headings(act):
    result = act("list", *DAY, "--owner", "rosa-duarte")

    assert result.stdout == "0 shown, of 3 open; none overdue\n"


def test_list_says_when_nobody_has_taken_over(act, log):
    text = log.read_text(encoding="utf-8").replace('successor = "mei-tanaka"\n', "")
    log.write_text(text, encoding="utf-8")

    assert "  Inês Duarte (has left)  " in act("list", *DAY).stdout


def test_list_shows_an_action_without_a_date_last(act, log):
    text = log.read_text(encoding="utf-8").replace("due = 2027-02-16\n", "")
    log.write_text(text, encoding="utf-8")

    lines = act("list", *DAY).stdout.splitlines()
    assert lines[3].startswith("book-hall ")
    assert "  no date " in lines[3]


def test_list_tells_machines_everything(act):
    found = json.loads(act("list", *DAY, "--json").stdout)

    book, _, guide = found.pop("actions")
    assert found == {"as_of": "2027-03-01", "open": 3, "counted": 4, "overdue": 1}
    assert book == {
        "id": "book-hall",
        "statement": "Book the hall for March",
        "owner": "tomasz-zielak",
        "answering": "tomasz-zielak",
        "supporters": [],
        "objective": "vision",
        "origin": "where-now/action-planning",
        "agreed": "2027-01-19",
        "first_due": "2027-02-16",
        "due": "2027-02-16",
        "late": 13,
        "status": "blocked",
        "progress": None,
        "age": 41,
        "carries": 0,
        "slips": 0,
        "slipped": 0,
        "unreviewed": [],
        "news": "The caretaker is away",
        "blocked_by": "The caretaker is away",
        "closed": None,
        "superseded_by": None,
        "effort": None,
        "evidence_required": None,
        "evidence": [],
    }
    assert (guide["owner"], guide["answering"]) == ("ines-duarte", "mei-tanaka")


def test_list_tells_machines_who_helps_and_how_many_hours(act, log):
    text = log.read_text(encoding="utf-8").replace(
        "effort = 4", 'effort = 1.5\nsupporters = [{ person = "mei-tanaka", part = "consulted" }]'
    )
    log.write_text(text, encoding="utf-8")

    _, invite, _ = json.loads(act("list", *DAY, "--json").stdout)["actions"]
    assert invite["effort"] == 1.5
    assert invite["supporters"] == [{"person": "mei-tanaka", "part": "consulted"}]


def test_list_has_the_names_of_its_json_documented(act):
    section = PAGE.read_text(encoding="utf-8").partition("\n## actions list\n")[2]
    section = section.partition("\n## ")[0]

    found = json.loads(act("list", *DAY, "--json").stdout)
    names = [*found, *found["actions"][0]]
    assert [name for name in names if f"`{name}`" not in section] == []


def test_list_reads_a_file_with_faults_not_at_all(act, log):
    text = log.read_text(encoding="utf-8")
    log.write_text(text.replace('owner = "amina-yusuf"', 'owner = "amna-yusuf"'), encoding="utf-8")

    result = act("list")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "Did you mean 'amina-yusuf'?" in result.stderr


HOSTILE = '"Book \\u001b[2J\\u202ethe hall\\nfor March [bold]now[/bold]"'
SHOWN = "Book \\x1b[2J\\u202ethe hall\\nfor March [bold]now[/bold]"


@pytest.fixture
def hostile(log):
    text = log.read_text(encoding="utf-8")
    log.write_text(text.replace('"Book the hall for March"', HOSTILE), encoding="utf-8")


def test_list_cannot_be_made_to_act_on_a_terminal(act, hostile):
    assert f"  {SHOWN}  " in act("list", *DAY).stdout


@pytest.mark.parametrize("columns", [80, 200])
def test_list_on_a_terminal_cannot_be_made_to_act_on_it(seen, hostile, columns):
    code, shown = seen("list", "programme.toml", *DAY, columns=columns)

    assert code == 0
    assert not {"\x1b", "\u202e"} & set(shown)
    assert "\\x1b[2J" in shown


def test_list_fits_a_narrow_terminal(seen):
    code, shown = seen("list", "programme.toml", *DAY)

    lines = [line.rstrip() for line in shown.splitlines()]
    assert code == 0
    assert lines == [
        "id               action                                due           status",
        "book-hall        Book the hall for March               2027-02-16    blocked",
        "                 – Tomasz Zielak                       13 days late",
        "invite-partners  Invite the two partner teams to the   2027-03-02    in progress",
        "                 March workshop                                      40%",
        "                 – Amina Yusuf",
        "write-guide      Write a guide for new people          2027-03-16    agreed",
        "                 – Mei Tanaka (for Inês Duarte)",
        "",
        "3 open of 4; 1 overdue",
    ]


def test_list_uses_the_room_of_a_wide_terminal(seen):
    _, shown = seen("list", "programme.toml", *DAY, columns=160)

    assert shown.splitlines()[0].split() == ["id", "action", "owner", "due", "status", "progress"]

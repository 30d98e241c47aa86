import json

import pytest

TABLE = "Question,Asked by\nWhat did it cost?,Amina\nWho was against it?,Nobody\nWho paid?,Mei\n"


@pytest.fixture
def table(folder):
    """Write a table, and return its name."""

    def table(text, name="table.csv"):
        (folder / name).write_text(text, encoding="utf-8")
        return name

    return table


def texts(engagement):
    return [one.text for one in engagement.questions]


def test_questions_are_listed_the_likeliest_first(act, table):
    act("questions", "duties", "--from", table("First choice,Second choice\n2,1\n2,\n"))

    assert act("questions", "duties").stdout.splitlines() == [
        "no.  points  asked by  question",
        "2    4       0         What did it cost?",
        "1    1       1         Where do we begin?",
    ]


def test_question_is_asked_with_who_asks(act, engagement):
    act("questions", "duties", "--ask", "Who paid?", "--ask", "where do we begin", "--by", "Amina")

    found = engagement()
    assert texts(found) == ["Where do we begin?", "What did it cost?", "Who paid?"]
    assert [one.askers for one in found.questions] == [
        ("mei-tanaka", "amina-yusuf"),
        (),
        ("amina-yusuf",),
    ]


def test_table_is_taken_in_and_what_cannot_be_read_is_named(act, table, engagement):
    result = act("questions", "duties", "--from", table(TABLE))

    assert result.exit_code == 1
    assert "row 3 (line 3)" in result.stderr
    assert result.stdout.splitlines()[0] == "1 new question, 1 asked before"
    assert texts(engagement()) == ["Where do we begin?", "What did it cost?", "Who paid?"]


def test_table_that_is_none_changes_nothing(act, table, file):
    before = file.read_bytes()
    result = act("questions", "duties", "--from", table("Dear all,\n"))

    assert result.exit_code == 2
    assert "a heading 'Question'" in result.stderr
    assert file.read_bytes() == before


def test_ballots_are_counted(act, table, engagement):
    result = act("questions", "duties", "--from", table("First choice,Second choice\n2,1\n1,\n"))

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[0] == "2 ballots counted"
    assert [one.points for one in engagement().questions] == [3, 2]


def test_dry_run_writes_nothing(act, table, file):
    before = file.read_bytes()
    result = act("questions", "duties", "--from", table("Question\nWho paid?\n"), "--dry-run")

    assert "Who paid?" in result.stdout
    assert file.read_bytes() == before


def test_same_questions_become_one(act, engagement):
    act("questions", "duties", "--ask", "How much was it?", "--by", "Mei")
    result = act("questions", "duties", "--same", "2=3")

    assert result.exit_code == 0
    assert texts(engagement()) == ["Where do we begin?", "What did it cost?"]
    assert engagement().questions[1].wordings == ("How much was it?",)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--same", "2=9"), "the number of a question, 1 to 2"),
        (("--same", "2"), "--same takes two numbers such as 2=5"),
        (("--same", "a=b"), "--same takes two numbers such as 2=5"),
        (("--by", "Amina"), "--by goes with --ask"),
        (("--ask", "Who?", "--by", "Nobody"), "Nobody"),
        (("--from", "none.csv"), "none.csv: No such file or directory"),
    ],
)
def test_questions_say_what_they_cannot_take(act, arguments, said):
    result = act("questions", "duties", *arguments)

    assert result.exit_code == 2
    assert said in result.stderr


def test_questions_are_there_for_machines(act, table):
    name = table("Question,Points\nWhat did it cost?,4\nWho paid?,x\n")
    told = json.loads(act("questions", "duties", "--from", name, "--json").stdout)

    assert told["engagement"] == "duties"
    assert {**told["taken"], "problems": len(told["taken"]["problems"])} == {
        "new": 0,
        "repeats": 1,
        "ballots": 0,
        "problems": 1,
    }
    assert told["questions"][0] == {
        "number": 2,
        "text": "What did it cost?",
        "points": 4,
        "askers": [],
        "wordings": [],
        "answer": "",
    }
    assert json.loads(act("questions", "duties", "--json").stdout)["taken"] is None

"""`workshopcore evaluate ledger`: what went out, looked at together."""

import json

import pytest

LINE = (
    "releases.json: figures of 2 groups went out, and {} of them can give fewer than 5 people away"
)


def base(count, members=(), wave="close", questions=("worth",)):
    return {
        "wave": wave,
        "group": "everybody",
        "count": count,
        "questions": list(questions),
        "members": list(members),
        "key": "k" if members else "",
    }


@pytest.fixture
def went_out(run, year, folder):
    """Write a ledger, and look at it."""

    def went_out(*bases, arguments=()):
        entry = {"report": "a", "name": "a", "audience": "sponsor", "as_of": None, "sha256": "0"}
        releases = [{**entry, "bases": list(bases)}] if bases else []
        text = json.dumps({"version": 1, "releases": releases})
        (folder / "releases.json").write_text(text)
        return run("evaluate", "ledger", "programme.toml", *arguments)

    return went_out


def test_group_below_k_is_found(went_out):
    result = went_out(base(9), base(3, questions=["tools"]))

    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "error everybody, close, tools: fewer than 5 answered",
        LINE.format("1"),
    ]


def test_one_who_joined_late_is_found(went_out):
    result = went_out(base(8, "abcdefgh", "baseline"), base(9, "abcdefghi"))

    assert result.exit_code == 1
    assert "everybody (close, 9) less everybody (baseline, 8) leaves 1" in result.stdout


def test_same_people_are_fine(went_out):
    result = went_out(base(9, "abcdefghi", "baseline"), base(9, "abcdefghi"))

    assert (result.exit_code, result.stdout) == (
        0,
        LINE.format("none") + "\n",
    )


def test_ledger_without_figures_is_fine(went_out):
    assert went_out().exit_code == 0


def test_house_that_asks_for_more_finds_more(went_out, year):
    text = year.read_text(encoding="utf-8")
    year.write_text(f"k_min = 10\n{text}", encoding="utf-8")

    assert went_out(base(9)).exit_code == 1


def test_ledger_command_prints_json(went_out):
    found = json.loads(went_out(base(3), arguments=["--json"]).stdout)

    assert (found["k"], found["bases"]) == (5, 1)
    assert found["given_away"] == [
        {
            "wave": "close",
            "group": "everybody",
            "count": 3,
            "questions": ["worth"],
            "reason": "fewer than 5 answered",
        }
    ]

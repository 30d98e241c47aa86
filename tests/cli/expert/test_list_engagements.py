import json

import pytest


def test_list_tells_states_reasons_and_what_is_next(act):
    result = act("list", "--as-of", "2027-01-20")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "duties: Solveig Brandt, where-to/two-years-from-now: identified",
        "    Why: Has done it elsewhere",
        "    Next: approach them",
        "duties-2: Ali Rezai, where-to/two-years-from-now: identified",
        "    Next: wait: Solveig Brandt comes first on the shortlist",
    ]


def test_list_tells_what_is_late(act):
    act(
        "update",
        "duties",
        "--state",
        "approached",
        "--reply-by",
        "2027-01-29",
        "--on",
        "2027-01-20",
    )

    on_the_day = act("list", "--as-of", "2027-01-29").stdout.splitlines()
    assert on_the_day[0].endswith(": approached since 2027-01-20")
    assert on_the_day[2] == "    Next: get their answer (by 2027-01-29)"
    after = act("list", "--as-of", "2027-01-30").stdout.splitlines()
    assert after[2] == "    Next: get their answer (by 2027-01-29, late)"


def test_list_is_there_for_machines(act):
    act(
        "update",
        "duties",
        "--state",
        "approached",
        "--reply-by",
        "2027-01-29",
        "--on",
        "2027-01-20",
    )
    told = json.loads(act("list", "--as-of", "2027-01-25", "--json").stdout)

    assert told["as_of"] == "2027-01-25"
    assert told["engagements"][0] == {
        "id": "duties",
        "expert": "solveig-brandt",
        "name": "Solveig Brandt",
        "topic": "The new duties",
        "session": "where-to/two-years-from-now",
        "reason": "Has done it elsewhere",
        "state": "approached",
        "since": "2027-01-20",
        "next": [{"what": "get their answer", "by": "2027-01-29"}],
    }
    assert told["engagements"][1]["since"] is None
    assert told["engagements"][1]["next"][0]["by"] is None


def test_list_of_a_programme_without_experts_says_so(run, programme):
    assert run("expert", "list", "programme.toml").stdout == "No expert yet.\n"


@pytest.mark.parametrize("command", ["update", "slot", "questions", "follow-ups"])
def test_commands_say_that_there_is_no_expert_yet(run, programme, command):
    more = ["--thanked"] if command == "update" else []
    result = run("expert", command, "programme.toml", "duties", *more)

    assert result.exit_code == 2
    assert "has no expert yet: add [[experts]]" in result.stderr


def test_engagement_is_known_by_how_its_identifier_begins(act):
    assert act("questions", "duties-").stdout == "No question yet.\n"

    several = act("questions", "dut")
    assert several.exit_code == 2
    assert "2 engagements begin with 'dut'. Name one of: duties, duties-2" in several.stderr

    nobody = act("questions", "dudies")
    assert nobody.exit_code == 2
    assert "Did you mean 'duties'" in nobody.stderr

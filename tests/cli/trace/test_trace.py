import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "commands.md"
GAINS = """
[[decisions]]
id = "one-list"
statement = "There is one list"
origin = "where-now/action-planning"
made = 2027-01-19

[[evidence]]
id = "letter"
title = "The harbour master's letter"
independence = 2
dated = 2027-11-20

[[gains]]
id = "heading"
statement = "We know where we are heading"
stated = 2027-11-30
objectives = ["vision"]
decisions = ["one-list"]
evidence = ["letter"]
rivals = ["A new harbour master came in May"]

[[gains]]
id = "laughter"
statement = "More \\u001b[2J laughter"
stated = 2027-11-30
"""
DAY = ("--as-of", "2027-12-31")
PATH = (
    "  objective vision → session where-now/action-planning → decision one-list →"
    " evidence letter → gain heading"
)


@pytest.fixture
def traced(run, programme):
    """Run `workshopcore trace` on a programme with two gains."""
    with programme.open("a", encoding="utf-8") as file:
        file.write(GAINS)

    def call(*arguments):
        return run("trace", str(programme), *DAY, *arguments)

    return call


def test_trace_tells_gains_coverage_and_what_lacks_a_link(traced):
    result = traced()

    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[:8] == [
        "Trace of 'Harbour team: a year of change' on 2027-12-31",
        "",
        "Independently confirmed: We know where we are heading",
        PATH,
        "",
        "Reported: More \\x1b[2J laughter",
        "  gain laughter",
        "  lacks: no evidence; no action or decision; no objective in force",
    ]
    figures = [re.split("  +", line) for line in lines[9:18]]
    assert figures[0] == ["how much is covered", "how many"]
    assert figures[2:5] == [
        ["objectives with a gain", "1 of 1"],
        ["objectives with a gain that rests on more than self-report", "1 of 1"],
        ["gains that go back to an objective without a gap", "1 of 2"],
    ]
    orphans = [re.split("  +", line) for line in lines[19:]]
    assert orphans[0] == ["what lacks a link", "which", "what it lacks"]
    assert ["gain", "laughter", "no evidence"] in orphans


def test_gain_tells_what_it_goes_back_to_and_what_else_could_explain_it(traced):
    lines = traced("--gain", "heading").stdout.splitlines()

    assert lines[0] == "Independently confirmed: We know where we are heading"
    assert lines[3] == "What else could explain it: A new harbour master came in May"
    assert [re.split("  +", line)[:2] for line in lines[5:]] == [
        ["goes back to", "which"],
        ["objective", "vision"],
        ["workshop", "where-now"],
        ["session", "where-now/action-planning"],
        ["decision", "one-list"],
        ["evidence", "letter"],
    ]


def test_objective_tells_what_it_has_led_to(traced):
    lines = traced("--objective", "vision").stdout.splitlines()

    assert lines[:2] == ["A shared vision", ""]
    rows = [re.split("  +", line)[:2] for line in lines[2:]]
    assert rows[0] == ["has led to", "which"]
    assert ["gain", "heading"] in rows


def test_what_leads_nowhere_says_so(traced):
    assert traced("--gain", "laughter").stdout.splitlines()[-1] == "It goes back to nothing."


def test_no_gain_yet_is_said(run, programme):
    lines = run("trace", str(programme), "--as-of", "2027-01-19").stdout.splitlines()

    assert lines[1] == "No gain had been stated by then."


def test_two_questions_at_once_are_refused(traced):
    result = traced("--gain", "heading", "--objective", "vision")

    assert result.exit_code == 2
    assert "ask one at a time" in result.stderr


def test_unknown_gain_is_named_with_the_nearest(traced):
    result = traced("--gain", "headnig")

    assert result.exit_code == 2
    assert "heading" in result.stderr


def test_json_follows_the_schema_on_the_page(traced):
    section = PAGE.read_text(encoding="utf-8").partition("\n## trace\n")[2].partition("\n## ")[0]
    schema = json.loads(re.findall(r"```json\n(.*?)```", section, re.DOTALL)[0])

    found = json.loads(traced("--json").stdout)

    Draft202012Validator(schema).validate(found)
    assert [gain["grade"] for gain in found["gains"]] == ["confirmed", "reported"]
    assert found["coverage"]["traceable_gains"] == {"numerator": 1, "denominator": 2}


def test_json_of_one_gain_and_of_one_objective(traced):
    gain = json.loads(traced("--json", "--gain", "heading").stdout)
    objective = json.loads(traced("--json", "--objective", "vision").stdout)

    assert [node["kind"] for node in gain["goes_back_to"]] == [
        "objective",
        "workshop",
        "session",
        "decision",
        "evidence",
    ]
    assert objective["id"] == "vision"
    assert {"kind": "gain", "id": "heading", "title": "We know where we are heading"} in objective[
        "has_led_to"
    ]

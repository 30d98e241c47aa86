import json
import re
from datetime import date
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "commands.md"
DAY = ("--as-of", "2027-03-09")


def test_progress_has_every_figure_with_its_denominator(act):
    result = act("progress", *DAY)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "Actions of 'Harbour team: a year of change' on 2027-03-09",
        "5 actions put forward; 1 cancelled, in no denominator but the last",
        "",
        "figure                      how many  of",
        "done                        1 of 4    all that count",
        "done, of those due by now   1 of 3    those due by the date that holds",
        "on time                     1 of 3    those whose first date has come",
        "verified                    0 of 1    those done",
        "overdue                     2 of 3    the open ones",
        "blocked                     1 of 3    the open ones",
        "carried over at least once  0 of 3    the open ones",
        "without a date              0 of 3    the open ones",
        "put later at least once     0 of 4    those with a date",
        "0–30 days old               0 of 3    the open ones",
        "31–60 days old              3 of 3    the open ones",
        "61–90 days old              0 of 3    the open ones",
        "over 90 days old            0 of 3    the open ones",
        "",
        "colour    how many  progress",
        "green     0 of 4    above 75%",
        "amber     0 of 4    up to 75%",
        "red       3 of 4    up to 25%, or late and below 50%",
        "complete  1 of 4    done or verified",
        "2 of 4 have no progress on record, which counts as none made.",
        "",
        "open with      actions  hours",
        "Amina Yusuf    1        4",
        "Tomasz Zielak  1        1 without an estimate",
        "Mei Tanaka     1        1 without an estimate",
        "",
        "days                       how many                       of",
        "from agreed to done        32 in the middle               1 done",
        "by which dates were moved  0 in the middle                4 with a date",
        "until half are done        not reached; 95% band from 32  5 actions, open ones too",
    ]


def test_progress_shows_the_reviews_there_have_been(act):
    act("review", "2", "--carry", "book-hall", "--note", "No hall yet", "--due", "2027-03-16")

    lines = act("progress", *DAY).stdout.splitlines()
    found = lines.index("review at                day         asked after  carried over")
    assert lines[found + 1] == "Where do we want to be?  2027-03-09  1 of 3       1 of 3"


def test_progress_says_half_are_done_within_so_many_days_where_they_are(act):
    act("update", "book-hall", "--status", "done", "--on", "2027-03-01")
    act("update", "invite-partners", "--status", "done", "--on", "2027-03-01")

    last = act("progress", *DAY).stdout.splitlines()[-1]
    assert last == "until half are done        41; 95% band from 32  5 actions, open ones too"


def test_progress_says_not_reached_while_nothing_is_done(act):
    lines = act("progress", "--as-of", "2027-01-31").stdout.splitlines()

    assert [re.split("  +", line) for line in lines[-3:]] == [
        ["from agreed to done", "none yet", "0 done"],
        ["by which dates were moved", "0 in the middle", "5 with a date"],
        ["until half are done", "not reached", "5 actions, open ones too"],
    ]


def test_progress_says_how_even_the_load_is(act, log):
    text = log.read_text(encoding="utf-8")
    for id, hours in (("book-hall", 2), ("write-guide", 6)):
        text = text.replace(f'id = "{id}"\n', f'id = "{id}"\neffort = {hours}\n')
    log.write_text(text, encoding="utf-8")

    lines = act("progress", *DAY).stdout.splitlines()
    assert lines[lines.index("Mei Tanaka     1        6") + 1] == (
        "The largest load is 1.50 times the mean."
    )


def test_progress_has_no_loads_where_nothing_is_open(act):
    for action in ("book-hall", "invite-partners", "write-guide"):
        act("update", action, "--status", "done", "--on", "2027-03-01")

    result = act("progress", *DAY)

    assert "done                        4 of 4    all that count" in result.stdout
    assert "open with" not in result.stdout


def test_progress_names_the_work_that_nobody_has(act, log):
    text = log.read_text(encoding="utf-8").replace('successor = "mei-tanaka"\n', "")
    log.write_text(text, encoding="utf-8")

    lines = act("progress", *DAY).stdout.splitlines()
    assert "nobody: needs a new owner  1        1 without an estimate" in lines


def test_progress_takes_the_rule_of_the_house(act):
    lines = act("progress", *DAY, "--rag", "10, 30, 0").stdout.splitlines()

    found = lines.index("colour    how many  progress")
    assert lines[found + 1 : found + 4] == [
        "green     1 of 4    above 30%",
        "amber     0 of 4    up to 30%",
        "red       2 of 4    up to 10%",
    ]


def test_progress_drops_what_the_last_report_showed_as_complete(act):
    lines = act("progress", *DAY, "--since", "2027-02-20").stdout.splitlines()

    assert "complete  0 of 3    done or verified" in lines


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("25,75", "expected three per cents such as 25,75,50, found '25,75'"),
        ("a,b,c", "expected three per cents such as 25,75,50, found 'a,b,c'"),
        ("25,75,5000", "expected three per cents such as 25,75,50, found '25,75,5000'"),
        ("75,25,50", "expected per cents from 0 to 100"),
    ],
)
def test_progress_refuses_a_rule_that_is_none(act, rule, message):
    result = act("progress", *DAY, "--rag", rule)

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_progress_before_anything_was_agreed_says_how_to_go_on(act):
    assert act("progress", "--as-of", "2027-01-01").stdout == (
        "No action has been put forward by 2027-01-01. Name another day with --as-of.\n"
    )


def test_progress_takes_today_where_no_day_is_given(act):
    before = date.today()
    shown = json.loads(act("progress", "--json").stdout)["as_of"]

    assert before <= date.fromisoformat(shown) <= date.today()


def test_progress_tells_machines_the_same(act):
    found = json.loads(act("progress", *DAY, "--json").stdout)

    assert (found["actions"], found["cancelled"], found["superseded"]) == (5, 1, 0)
    assert found["completion"] == {"number": 1, "of": 3}
    assert found["overdue"] == {"number": 2, "of": 3}
    assert found["lead_times"] == {"of": 1, "median": 32.0, "mean": 32.0}
    assert found["ages"][1] == {"first": 31, "last": 60, "open": {"number": 3, "of": 3}}
    assert found["ages"][3] == {"first": 91, "last": None, "open": {"number": 0, "of": 3}}
    assert found["rag"]["rule"] == {"red_up_to": 25, "amber_up_to": 75, "late_below": 50}
    assert found["rag"]["red"] == {"number": 3, "of": 4}
    assert found["loads"]["people"][0] == {
        "person": "amina-yusuf",
        "actions": 1,
        "hours": 4,
        "unestimated": 0,
    }
    assert found["loads"]["balance"] is None
    assert found["reviews"][0] == {
        "workshop": "where-now",
        "on": "2027-01-19",
        "reviewed": {"number": 0, "of": 0},
        "carried": {"number": 0, "of": 0},
    }


def test_progress_tells_machines_how_long_an_action_takes(act):
    found = json.loads(act("progress", *DAY, "--json").stdout)["time_to_done"]

    (step,) = found.pop("steps")
    assert found == {"of": 5, "median": None, "low": 32, "high": None}
    assert (step["days"], step["at_risk"], step["done"], step["open"]) == (32, 4, 1, 0.75)
    assert step["low"] < 0.75 < step["high"]


def test_progress_has_the_names_of_its_json_documented(act):
    section = PAGE.read_text(encoding="utf-8").partition("\n## actions progress\n")[2]
    section = section.partition("\n## ")[0]

    found = json.loads(act("progress", *DAY, "--json").stdout)
    names = {
        *found,
        *found["ages"][0],
        *found["loads"],
        *found["loads"]["people"][0],
        *found["rag"],
        *found["rag"]["rule"],
        *found["reviews"][0],
        *found["slippage"],
        *found["time_to_done"],
        *found["time_to_done"]["steps"][0],
    }
    assert sorted(name for name in names if f"`{name}`" not in section) == []

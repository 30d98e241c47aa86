import json
import re

import pytest


def keys(result):
    return [line.split()[0] for line in result.stdout.splitlines()[1:]]


def steps(result):
    """Return (start, minutes, name and the rest) of each step on a card."""
    rows = re.findall(r"^ *(\d+:\d\d) +(\d+) +\d+–\d+  (.*)$", result.stdout, re.M)
    return [(start, int(minutes), name) for start, minutes, name in rows]


def test_formats_lists_what_is_installed(run):
    result = run("formats")

    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].split() == ["key", "title", "people", "minutes", "(usual)"]
    assert {"check-in", "world-cafe", "action-planning", "break"} <= set(keys(result))
    assert keys(result) == sorted(keys(result))


def test_formats_leaves_out_what_needs_more_people(run):
    assert "world-cafe" not in keys(run("formats", "--people", "7"))


def test_formats_leaves_out_what_cannot_split_so_many(run):
    assert "troika-consulting" not in keys(run("formats", "--people", "5"))
    assert "troika-consulting" in keys(run("formats", "--people", "6"))


def test_formats_leaves_out_what_needs_more_time(run):
    assert "open-space" not in keys(run("formats", "--people", "20", "--minutes", "40"))


def test_formats_keeps_those_of_a_purpose(run):
    assert set(keys(run("formats", "--purpose", "pause"))) == {"break", "lunch", "buffer"}


def test_formats_refuses_a_purpose_that_nobody_has(run):
    result = run("formats", "--purpose", "decde")

    assert result.exit_code == 2
    assert "No format has the purpose 'decde'. Did you mean 'decide'?" in result.stderr


def test_formats_lists_the_purposes_there_are(run):
    assert "There are: analyse, close, decide," in run("formats", "--purpose", "zzz").stderr


def test_formats_keeps_those_that_leave_something_behind(run):
    found = keys(run("formats", "--output", "Ranked LIST"))

    assert "nominal-group" in found
    assert "world-cafe" not in found


def test_formats_says_so_when_nothing_suits(run):
    result = run("formats", "--people", "99999")

    assert result.exit_code == 0
    assert result.stdout.startswith("No installed format suits this.")


def test_formats_shows_one(run):
    result = run("formats", "check-in", "--people", "9")

    assert result.exit_code == 0
    assert result.stdout.startswith("Check-in  check-in\n")
    # DOMAIN section 2: prompt 1 (1-3), then a turn of 0.5 to 2 minutes each.
    assert "\nMinutes     11 (6 to 21, usually 11)\n" in result.stdout
    assert steps(result) == [
        ("0:00", 2, "Pose the question · plenary"),
        ("0:02", 9, "Round of turns · 9 times · plenary"),
    ]


def test_formats_shows_rounds_in_order_and_says_their_prompt_once(run):
    result = run("formats", "world-cafe", "--people", "24", "--set", "rounds=2")

    # 8 minutes to set the scene, 20 at the tables, 2 to move, 25 for the harvest.
    assert steps(result) == [
        ("0:00", 8, "Set the scene · plenary"),
        ("0:08", 20, "Table talk · Round 1 of 2 · tables"),
        ("0:28", 2, "Move tables · Round 1 of 2 · tables"),
        ("0:30", 20, "Table talk · Round 2 of 2 · tables"),
        ("0:50", 25, "Bring in the harvest · plenary"),
    ]
    assert result.stdout.count("take up this round's") == 1
    assert "rounds = 2 (1 to 5): rounds of table talk" in result.stdout
    assert "2 × Question of the round" in result.stdout


def test_formats_shows_what_becomes_of_an_odd_number(run):
    result = run("formats", "one-two-four-all", "--people", "5")

    assert "2 pairs: one three, as the number is odd\n" in result.stdout
    assert " one five, as the number is odd\n" in result.stdout
    assert "6 tables of 4" in run("formats", "world-cafe", "--people", "24").stdout


def test_formats_fits_one_into_the_minutes(run):
    result = run("formats", "world-cafe", "--people", "24", "--minutes", "67")

    assert [minutes for _, minutes, _ in steps(result)] == [5, 15, 1, 15, 1, 15, 15]


def test_formats_says_how_much_time_is_left_over(run):
    result = run("formats", "check-in", "--people", "9", "--minutes", "30")

    assert "21 (6 to 21, usually 11); 9 of 30 are left over" in result.stdout


def test_formats_fits_a_card_into_eighty_columns(run):
    result = run("formats", "action-planning", "--people", "13")

    lines = result.stdout.splitlines()
    assert max(len(line) for line in lines if "http" not in line) <= 80


def test_formats_keeps_an_address_whole(run):
    result = run("formats", "fishbowl")

    assert "\nSource      https://www.agilekaizen.com/" in result.stdout
    assert result.stdout.endswith("user-experience-fishbowl\n")


FIVES = """
from types import SimpleNamespace

from workshopcore import hookimpl
from workshopcore.contracts.formats import FormatPlan, GroupPlan, Step
from workshopcore.errors import FormatError
from workshopcore.model.length import Length

LENGTH = Length(10, 20, 30)


def length(people, options):
    if people % 5:
        raise FormatError(f"works in fives, found {people}")
    return LENGTH


def expand(request):
    groups = GroupPlan([5] * (request.people // 5), "stars")
    uneven = GroupPlan([request.people - 2, 2], "halves")
    steps = [Step("Shine", LENGTH, groups=groups), Step("Fade", Length(1, 1, 1), groups=uneven)]
    return FormatPlan(steps, groups=groups, captures=["Light"])


@hookimpl
def workshopcore_session_formats():
    key = "sky:" + "-".join(["a", "very", "long", "name", "of", "a", "format"] * 2)
    yield SimpleNamespace(
        key=key, title="Five stars", people=(5, 50), length=length, expand=expand
    )
"""
STARS = "sky:a-very-long-name-of-a-format-a-very-long-name-of-a-format"


def test_formats_shows_one_for_a_number_near_twelve_that_works(run, install):
    install("sky", FIVES)

    result = run("formats", STARS)

    assert "\nPeople      10 (5 to 50)\n" in result.stdout
    assert "\nGroups      2 stars of 5\n" in result.stdout
    assert "\nLeaves      Light\n" in result.stdout
    assert steps(result) == [("0:00", 20, "Shine · stars"), ("0:20", 1, "Fade · halves")]
    assert "2 halves of 8, 2\n" in result.stdout


def test_formats_takes_any_option_for_one_that_names_none(run, install):
    install("sky", FIVES)

    assert run("formats", STARS, "--people", "5", "--set", "rays=7").exit_code == 0


def test_formats_lists_keys_rather_than_scraps_of_titles(on_terminal, install):
    install("sky", FIVES)

    _, narrow = on_terminal("formats", COLUMNS="90")
    _, wide = on_terminal("formats", COLUMNS="140")

    assert STARS in narrow
    assert "Five stars" not in narrow
    assert "Five stars" in wide


def test_formats_shows_one_for_machines(run):
    result = run("formats", "world-cafe", "--people", "16", "--minutes", "99", "--json")

    shown = json.loads(result.stdout)
    assert shown["key"] == "world-cafe"
    assert shown["people"] == {"least": 12, "most": 2000}
    assert shown["minutes"] == {"people": 16, "shortest": 67, "usual": 97, "longest": 136}
    assert shown["options"] == [
        {"name": "rounds", "meaning": "rounds of table talk", "least": 1, "usual": 3, "most": 5}
    ]
    plan = shown["plan"]
    assert (plan["people"], plan["minutes"], plan["options"]) == (16, 99, {"rounds": 3})
    assert plan["groups"] == {"sizes": [4, 4, 4, 4], "called": "tables", "note": ""}
    assert sum(step["minutes"] for step in plan["steps"]) == 99
    assert {"item": "Pen", "quantity": 16} in plan["materials"]
    last = plan["steps"][-1]
    assert last["start"] + last["minutes"] == 99
    del last["prompt"], last["start"], last["minutes"]
    assert last == {
        "name": "Bring in the harvest",
        "length": {"shortest": 15, "usual": 25, "longest": 30},
        "times": 1,
        "round": "",
        "arrangement": "plenary",
        "groups": None,
        "capture": "A shared map on the wall",
    }
    assert plan["steps"][1]["round"] == "Round 1 of 3"
    assert plan["steps"][1]["groups"] == plan["groups"]


def test_formats_lists_for_machines(run):
    listed = json.loads(run("formats", "--people", "9", "--json").stdout)

    (check_in,) = [one for one in listed if one["key"] == "check-in"]
    assert check_in["minutes"] == {"people": 9, "shortest": 6, "usual": 11, "longest": 21}
    assert check_in["title"] == "Check-in"
    assert check_in["people"] == {"least": 3, "most": 20}
    assert check_in["purposes"] == ["open"]
    assert "plan" not in check_in


def test_formats_suggests_the_nearest(run):
    result = run("formats", "world-caff")

    assert result.exit_code == 2
    assert "Did you mean 'world-cafe'?" in result.stderr


@pytest.mark.parametrize("arguments", [["--people", "2"], ["--people", "9", "--minutes", "1"]])
def test_formats_says_why_one_does_not_suit(run, arguments):
    result = run("formats", "check-in", *arguments)

    assert result.exit_code == 2
    assert "check-in" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["world-cafe", "--set", "rounds"], "expected such as rounds=2, found 'rounds'"),
        (["world-cafe", "--set", "rounds=two"], "expected such as rounds=2, found 'rounds=two'"),
        (["world-cafe", "--set", "roundz=2"], "has no option 'roundz'. It has: rounds."),
        (["check-in", "--set", "rounds=2"], "'check-in' has no option 'rounds'. It has none."),
        (["world-cafe", "--set", "rounds=9"], "a whole number from 1 to 5 for the option 'rounds'"),
        (["--set", "rounds=2"], "--set needs the KEY of the format that it is for."),
    ],
)
def test_formats_refuses_options_that_are_none(run, arguments, message):
    result = run("formats", *arguments)

    assert result.exit_code == 2
    assert message in result.stderr

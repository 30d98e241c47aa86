import json

import pytest


def keys(result):
    return [line.split()[0] for line in result.stdout.splitlines()[1:]]


def test_formats_lists_what_is_installed(run):
    result = run("formats")

    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].split() == ["key", "title", "people", "minutes", "(usual)"]
    assert {"check-in", "world-cafe", "action-planning"} <= set(keys(result))
    assert keys(result) == sorted(keys(result))


def test_formats_leaves_out_what_needs_more_people(run):
    assert "world-cafe" not in keys(run("formats", "--people", "7"))


def test_formats_leaves_out_what_needs_more_time(run):
    assert "open-space" not in keys(run("formats", "--people", "20", "--minutes", "40"))


def test_formats_says_so_when_nothing_suits(run):
    result = run("formats", "--people", "99999")

    assert result.exit_code == 0
    assert result.stdout.startswith("No installed format suits this.")


def test_formats_shows_one(run):
    result = run("formats", "check-in", "--people", "9")

    assert result.exit_code == 0
    assert result.stdout.startswith("Check-in (check-in)\n")
    # DOMAIN section 2: prompt 1 (1-3), then a turn of 0.5 to 2 minutes each.
    assert "6–21 (11) with 9 people" in result.stdout
    assert " 1. Pose the question: " in result.stdout


def test_formats_shows_one_for_machines(run):
    result = run("formats", "world-cafe", "--people", "16", "--json")

    shown = json.loads(result.stdout)
    assert shown["key"] == "world-cafe"
    assert shown["people"]["least"] == 12
    assert shown["minutes"]["people"] == 16
    assert sum(shown["plan"]["groups"]) == 16
    assert {"name", "minutes", "arrangement", "prompt", "capture"} == set(shown["plan"]["steps"][0])


def test_formats_lists_for_machines(run):
    listed = json.loads(run("formats", "--people", "9", "--json").stdout)

    (check_in,) = [one for one in listed if one["key"] == "check-in"]
    assert check_in["minutes"] == {"people": 9, "shortest": 6, "usual": 11, "longest": 21}
    assert check_in["title"] == "Check-in"
    assert check_in["people"] == {"least": 3, "most": 20}


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

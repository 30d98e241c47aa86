"""`workshopcore groups met`."""

import json

import pytest

GROUPS = """
[[workshops.allocations]]
session = "trios"
groups = [{ members = ["ana", "ben", "caz"] }, { members = ["dev", "eva"] }]
"""
AGAIN = """
[[workshops.allocations]]
session = "talk"
groups = [{ members = ["caz", "ana"] }]
"""


@pytest.fixture
def held(year):
    """The year with two groups at its last workshop."""
    year.write_text(year.read_text(encoding="utf-8") + GROUPS, encoding="utf-8")
    return year


def test_the_stair_says_how_often(run, held):
    held.write_text(held.read_text(encoding="utf-8") + AGAIN, encoding="utf-8")
    result = run("groups", "met", held)
    assert result.exit_code == 0
    assert result.output.splitlines()[:6] == [
        "      1 2 3 4 5 6 7 8",
        "1 Ana",
        "2 Ben 1",
        "3 Caz 2 1",
        "4 Dev . . .",
        "5 Eva . . . 1",
    ]
    assert "9 people, 36 pairs: 4 have worked together, 1 of them more than once" in result.output
    assert "Not yet together: Hal with Ida" in result.output


def test_names_of_all_widths_stay_in_line(run, held):
    text = held.read_text(encoding="utf-8").replace('name = "Ben"', 'id = "ben"\nname = "会議"')
    held.write_text(text, encoding="utf-8")
    lines = run("groups", "met", held).output.splitlines()
    assert lines[1:4] == ["1 Ana", "2 会議 1", "3 Caz  1 1"]


def test_only_what_had_begun_counts(run, held):
    said = run("groups", "met", held, "--as-of", "2027-03-11").output
    assert "none has worked together yet" in said


def test_json_has_each_pair_once(run, held):
    result = run("groups", "met", held, "--as-of", "2027-03-12", "--json")
    found = json.loads(result.output)
    assert set(found) == {"as_of", "people", "pairs", "never", "repeats"}
    assert found["as_of"] == "2027-03-12"
    assert found["pairs"] == [
        {"people": ["ana", "ben"], "times": 1},
        {"people": ["ana", "caz"], "times": 1},
        {"people": ["ben", "caz"], "times": 1},
        {"people": ["dev", "eva"], "times": 1},
    ]
    assert (len(found["never"]), found["repeats"]) == (32, 0)


def test_json_without_a_day_says_so(run, held):
    assert json.loads(run("groups", "met", held, "--json").output)["as_of"] is None


def test_one_person_can_meet_nobody(run, folder):
    file = folder / "one.toml"
    file.write_text('title = "Y"\n[[people]]\nname = "Ana"\n', encoding="utf-8")
    assert run("groups", "met", file).output == "There are not two people yet who could meet.\n"

"""Sheets out, agreement, counts and words that may be shown, from a terminal."""

import csv
import json

import pytest

ONE = {
    "We": ["trust"],
    "There": ["time"],
    "Amina": ["trust"],
    "Trusting": ["trust", "time"],
    "The": [],
    "Nothing": [],
}


def test_sheet_is_written_for_a_coder_and_never_over_another(act, folder):
    result = act("sheet", "close", "--coder", "AY", "--to", "ay.csv")
    again = act("sheet", "close", "--coder", "AY", "--to", "ay.csv")

    assert result.stdout == "Written: ay.csv, 6 comments for AY\n"
    with (folder / "ay.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {(row["Themes"], row["Coder"]) for row in rows} == {("", "AY")}
    assert again.exit_code == 2
    assert "is there already, perhaps filled in" in again.stderr


def test_sheet_may_have_the_first_look_of_the_lexicon(act, folder):
    act("sheet", "close", "--coder", "AY", "--to", "ay.csv", "--lexicon")
    with (folder / "ay.csv").open(encoding="utf-8-sig", newline="") as file:
        found = {row["Text"]: row["Themes"] for row in csv.DictReader(file)}
    assert found["Trusting took time"] == "trust; time"
    assert found["The cards"] == "none"


def test_agree_tells_figures_and_what_to_talk_over(act, coded):
    result = act("agree", "close", coded("AY", **ONE), coded("TN", **{**ONE, "Amina": []}))

    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert [line.partition(":")[0] for line in lines[:3]] == [
        "All themes together",
        "Trust",
        "Time",
    ]
    assert lines[2] == "Time: alpha 1: firm agreement, on 6 units"
    assert lines[4].endswith(": Amina lets us decide")
    assert lines[5:] == ["  AY: trust", "  TN: none"]


def test_agree_prints_json(act, coded):
    sheets = coded("AY", **ONE), coded("TN", **{**ONE, "Amina": []})
    found = json.loads(act("agree", "close", *sheets, "--json").stdout)

    assert (found["coders"], found["kappas"]["time"]["value"]) == (["AY", "TN"], 1.0)
    assert [one["themes"] for one in found["disagreements"]] == [["trust"]]


def test_problems_are_told_and_the_rest_is_used(act, coded, folder):
    sheets = coded("AY", **ONE), coded("TN", **ONE)
    path = folder / sheets[1]
    path.write_text(path.read_text(encoding="utf-8").replace(",time,", ",tyme,"))
    result = act("agree", "close", *sheets)

    assert act("themes", "close", *sheets).exit_code == 1
    assert result.exit_code == 1
    assert "Did you mean 'time'?" in result.stderr
    assert "on 5 units" in result.stdout


def test_themes_by_lexicon_are_counted_with_a_caution(act):
    lines = act("themes", "close").stdout.splitlines()

    assert lines[0] == "2 of 6 who commented: Trust"
    assert sorted(lines[1:3]) == ["  “Trusting took time”", "  “We trust each other”"]
    assert lines[3] == "2 of 6 who commented: Time"
    assert lines[-1].startswith("A lexicon finds words and not what is meant")


def test_themes_by_hand_keep_back_what_names_somebody_until_a_wording_is_approved(act, coded):
    sheet = coded("AY", **ONE)
    result = act("themes", "close", sheet)

    assert "Amina" not in result.stdout
    assert "  (1 more: not before somebody has approved a wording)" in result.stdout.splitlines()
    approved = coded("TN", **ONE, Amina_says="We may decide now")
    assert "  “We may decide now”" in act("themes", "close", approved).stdout.splitlines()


def test_themes_that_coders_differ_on_count_once_decided(act, coded):
    sheets = coded("AY", **ONE), coded("TN", **{**ONE, "Amina": []})
    before = act("themes", "close", *sheets)
    after = act("themes", "close", *sheets, "--decided", coded("both", Amina=["trust"]))

    assert before.stdout.splitlines()[0] == "2 of 5 who commented: Trust"
    assert "Not counted: 1 on which coders differ and nothing was decided." in before.stdout
    assert after.stdout.splitlines()[0] == "3 of 6 who commented: Trust"


def test_themes_print_json_without_what_may_not_be_shown(act, coded):
    result = act("themes", "close", coded("AY", **ONE), "--json")
    found = json.loads(result.stdout)

    assert [(one["theme"], one["people"], one["waiting"]) for one in found["themes"]] == [
        ("trust", 3, 1),
        ("time", 2, 0),
    ]
    assert "Amina" not in result.stdout


def test_too_few_who_commented_are_not_counted(act, coded):
    sheet = coded("AY", We=["trust"], There=["time"])
    result, machine = act("themes", "close", sheet), act("themes", "close", sheet, "--json")

    assert result.stdout == "Not shown: fewer than 5 people commented, so no counts are shown.\n"
    assert json.loads(machine.stdout)["commented"] is None


@pytest.mark.parametrize(
    ("wave", "says"), [("nothing", "no wave 'nothing'"), ("later", "has no answers yet")]
)
def test_wave_needs_answers(act, wave, says):
    result = act("themes", wave)
    assert result.exit_code == 2
    assert says in result.stderr


def test_programme_needs_themes(act, folder):
    file = folder / "programme.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("[[themes]]")], encoding="utf-8")
    result = act("themes", "close")
    assert result.exit_code == 2
    assert "no themes to code by" in result.stderr

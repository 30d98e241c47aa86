"""`workshopcore evaluate audit`: the attack is shown when there is one."""

import json

import pytest


@pytest.fixture
def audit(run, folder):
    def audit(text, *arguments):
        (folder / "table.csv").write_text(text, encoding="utf-8")
        return run("evaluate", "audit", "table.csv", *arguments)

    return audit


def test_attack_on_a_list_with_a_total_is_shown(audit):
    result = audit("Site,People\nNorth,12\nSouth,7\nWest,–\nTotal,22\n")

    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "figure  readers know it is  protected",
        "West    exactly 3           no",
        "",
        "Attack: the total 22 minus the published North 12 and South 7 leaves 3",
    ]


def test_list_without_a_total_gives_nothing_away(audit):
    result = audit("Site,People\nNorth,12\nSouth,7\nWest,–\n")

    assert result.exit_code == 0
    assert "West    1 or more           yes" in result.stdout
    assert result.stdout.endswith("table.csv: everything that is hidden is protected\n")


def test_table_with_totals_is_read(audit):
    table = "Site,Managers,Staff,Total\nNorth,-,11,14\nSouth,8,14,22\nTotal,11,25,36\n"

    result = audit(table)

    assert result.exit_code == 1
    assert "North, Managers" in result.stdout
    assert "exactly 3" in result.stdout


def test_table_that_is_hidden_twice_over_is_safe(audit):
    table = "Site,Managers,Staff,Total\nNorth,*,*,33\nSouth,*,*,24\nTotal,30,27,57\n"

    assert audit(table).exit_code == 0


def test_small_figure_that_is_shown_is_an_attack(audit):
    result = audit("Site,People\nNorth,12\nWest,3\n")

    assert (result.exit_code, "West is shown as 3" in result.stdout) == (1, True)


def test_house_may_ask_for_more(audit):
    table = "Site,People\nNorth,12\nSouth,7\n"

    assert (audit(table).exit_code, audit(table, "--k", "8").exit_code) == (0, 1)


def test_columns_may_be_answers(audit):
    table = "Site,Agree,Disagree\nNorth,9,0\nSouth,8,1\n"

    assert audit(table).exit_code == 1
    answers = audit(table, "--answers")
    assert "North" in answers.stdout


def test_nothing_to_hide_is_said(audit):
    result = audit('Site,People\nNorth,12\nSouth,1 007\nWest,"1,200"\n')

    assert result.stdout == "table.csv: nothing is hidden, and nothing has to be\n"


def test_audit_prints_json(audit):
    found = json.loads(audit("Site,People\nNorth,12\nWest,x\nTotal,15\n", "--json").stdout)

    assert (found["safe"], found["k"]) == (False, 5)
    assert found["figures"][0]["attack"] == "the total 15 minus the published North 12 leaves 3"


def test_share_is_no_count(audit):
    result = audit("Site,People\nNorth,45%\nSouth,55%\n")

    assert result.exit_code == 2
    assert "row 2, column People: expected a count of people" in result.stderr


@pytest.mark.parametrize("text", ["", "Site,People\n", "Site\nNorth\n"])
def test_what_is_no_table_is_refused(audit, text):
    result = audit(text)

    assert (result.exit_code, "expected a row of labels" in result.stderr) == (2, True)


def test_figures_that_do_not_add_up_are_refused(audit):
    assert audit("Site,People\nNorth,12\nSouth,7\nTotal,12\n").exit_code == 2


def test_short_row_hides_what_is_missing(audit):
    assert "South" in audit("Site,People\nNorth,12\nSouth\nTotal,15\n").stdout

"""Sheets to fill in: what a file says of them, and what they become."""

import re

import pytest

from workshopcore.contracts.formats import FormatPlan, FormatRequest, SheetPlan
from workshopcore.errors import FormatError, InvalidValueError
from workshopcore.formats import catalogue, load_formats
from workshopcore.model.options import as_options

FORMATS = {format.key: format for format in catalogue()}
START = """\
key = "swap"
title = "Swap"
summary = "People swap."
purposes = ["reflect"]
people = [3, 40]
outputs = ["More"]
prompts = ["Your question", "What else?"]
provenance = "Practice."
groups = { split = [3, 3] }

[options.turns]
meaning = "turns"
bounds = [1, 2, 90]

[[steps]]
name = "Swap"
minutes = [5, 10, 15]
"""


def load(folder, text, start=START):
    (folder / "swap.toml").write_text(start + text, encoding="utf-8")
    (found,) = load_formats(folder)
    return found


def sheets(format, people=6, **options):
    return format.expand(FormatRequest(100, people, options=options)).sheets


def test_plan_without_sheets_has_none(tmp_path):
    assert sheets(load(tmp_path, "")) == ()
    assert FormatPlan([]).sheets == ()


def test_rest_of_a_row_is_to_be_filled_in_and_lines_follow(tmp_path):
    text = (
        '[[sheets]]\ntitle = "S"\ncolumns = ["A", "B"]\nrows = [["one"], ["", "two"]]\nlines = 2\n'
    )
    assert sheets(load(tmp_path, text)) == (
        SheetPlan("S", ["A", "B"], [["one", ""], ["", "two"], ["", ""], ["", ""]]),
    )


@pytest.mark.parametrize(
    ("more", "quantity"),
    [
        ("", 1),
        ('per = "group"', 2),
        ('per = "person"\nquantity = 2', 12),
        ('quantity = "g + 1"', 3),
    ],
)
def test_sheets_are_for_the_workshop_a_group_or_a_person(tmp_path, more, quantity):
    (found,) = sheets(
        load(tmp_path, f'[[sheets]]\ntitle = "S"\ncolumns = ["A"]\nlines = 1\n{more}\n')
    )
    assert found.quantity == quantity


def test_every_round_has_a_sheet(tmp_path):
    text = (
        '[[sheets]]\ntitle = "S"\ncolumns = ["A"]\nlines = 1\nrounds = "turns"\ncalled = "Turn"\n'
    )
    found = load(tmp_path, text)
    assert [sheet.round for sheet in sheets(found)] == ["Turn 1 of 2", "Turn 2 of 2"]
    assert [sheet.round for sheet in sheets(found, turns=1)] == [""]


def test_entries_of_a_session_stand_first_in_the_lines(tmp_path):
    text = '[[sheets]]\ntitle = "S"\ncolumns = ["A", "B"]\nlines = 2\nentries = "tasks"\n'
    found = load(tmp_path, text)
    assert sheets(found, tasks=["Call"])[0].rows == (("Call", ""), ("", ""))
    assert sheets(found, tasks=["Call", "Ask", "Tell"])[0].rows == (
        ("Call", ""),
        ("Ask", ""),
        ("Tell", ""),
    )


@pytest.mark.parametrize("wrong", ["Call", 3, [1]])
def test_entries_that_are_no_list_of_texts_are_refused_before_the_day(tmp_path, wrong):
    text = '[[sheets]]\ntitle = "S"\ncolumns = ["A"]\nlines = 2\nentries = "tasks"\n'
    with pytest.raises(InvalidValueError, match="a list of texts for the option 'tasks'"):
        load(tmp_path, text).length(6, as_options({"tasks": wrong}))


def test_lines_that_come_to_nothing_are_a_fault_of_the_sheet(tmp_path):
    text = '[[sheets]]\ntitle = "S"\ncolumns = ["A"]\nlines = "turns - 1"\n'
    found = load(tmp_path, text)
    with pytest.raises(FormatError, match=r"sheet 'S'.*expected rows or lines, found none"):
        sheets(found, turns=1)


def test_too_many_lines_are_refused(tmp_path):
    text = '[[sheets]]\ntitle = "S"\ncolumns = ["A"]\nlines = "turns"\n'
    with pytest.raises(FormatError, match="from 0 to 60 of lines, found 61"):
        sheets(load(tmp_path, text), turns=61)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ('columns = ["A"]', "rows, or a number of lines to write on for 'sheets[0].lines'"),
        ('columns = ["A"]\nrows = [["a", "b"]]', "a row of 1 to 1 texts"),
        ('columns = ["A"]\nrows = [[]]', "a row of 1 to 1 texts"),
        ('columns = ["A"]\nrows = [[2]]', "a row of 1 to 1 texts"),
        ('columns = ["A"]\nrows = "a"', "a list of rows for 'sheets[0].rows'"),
        ("lines = 2", "a list of texts for 'sheets[0].columns'"),
        ('columns = ["A"]\nlines = 2\nrow = 3', "nothing for 'sheets[0].row'"),
    ],
)
def test_faults_of_a_sheet_are_named_with_their_place(tmp_path, wrong, says):
    with pytest.raises(InvalidValueError, match=re.escape(says)):
        load(tmp_path, f'[[sheets]]\ntitle = "S"\n{wrong}\n')


def test_own_words_are_prompts_of_the_format(tmp_path):
    own = START.replace("people =", 'own_words = ["Your question"]\npeople =')
    assert load(tmp_path, "", own).expand(FormatRequest(10, 6)).own_words == ("Your question",)
    other = START.replace("people =", 'own_words = ["Your questions"]\npeople =')
    with pytest.raises(InvalidValueError, match="Did you mean 'Your question'"):
        load(tmp_path, "", other)


def test_sheet_plan_has_a_cell_for_each_column():
    with pytest.raises(ValueError, match="row 1 of the sheet 'S' has 1 cells for 2 columns"):
        SheetPlan("S", ["A", "B"], [["", ""], [""]])


@pytest.mark.parametrize("key", sorted(FORMATS))
def test_sheets_of_the_catalogue_can_be_printed(key):
    format = FORMATS[key]
    least = format.people[0]
    for sheet in format.expand(FormatRequest(100_000, least)).sheets:
        assert sheet.title.strip()
        assert len(set(sheet.columns)) == len(sheet.columns)
        assert all(column.strip() for column in sheet.columns)
        assert len(sheet.columns) <= 5
        assert sheet.quantity >= 1


def test_known_shapes_are_in_the_catalogue():
    grid = FORMATS["swot"].expand(FormatRequest(100, 8)).sheets[0]
    assert [row[1:] for row in grid.rows] == [
        ("Strengths", "Weaknesses"),
        ("Opportunities", "Threats"),
    ]
    headings = [row[0] for row in FORMATS["pestle"].expand(FormatRequest(100, 8)).sheets[0].rows]
    assert "".join(heading[0] for heading in headings) == "PMSTLE"
    raci = FORMATS["raci-charting"].expand(FormatRequest(200, 6, options={"rows": 4})).sheets[0]
    assert (raci.people, len(raci.rows)) == (True, 4)

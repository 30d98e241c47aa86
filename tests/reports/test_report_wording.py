from datetime import date, datetime

import pytest

from workshopcore.contracts.report import Run
from workshopcore.reports import blocks, wording


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2027-03-09", "2027-03-09", "9 March 2027"),
        ("2027-03-09", "2027-03-10", "9–10 March 2027"),
        ("2027-03-31", "2027-04-01", "31 March – 1 April 2027"),
        ("2027-12-31", "2028-01-02", "31 December 2027 – 2 January 2028"),
        ("2027-03-09", "2028-03-10", "9 March 2027 – 10 March 2028"),
    ],
)
def test_days_say_month_and_year_no_oftener_than_needed(first, last, expected):
    assert wording.days(date.fromisoformat(first), date.fromisoformat(last)) == expected


def test_weekday_of_a_leap_day():
    assert wording.weekday(date(2028, 2, 29)) == "Tuesday 29 February 2028"


def test_months_are_twelve_and_in_order():
    names = [wording.day(date(2027, month, 1)).split()[1][:3] for month in range(1, 13)]
    assert " ".join(names) == "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"


def test_clock_has_two_digits_for_hours_and_minutes():
    assert wording.clock(datetime(2027, 1, 1, 0, 5)) == "00:05"


@pytest.mark.parametrize(
    ("words", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "", "b", "c"], "a, b and c")],
)
def test_listed_joins_what_is_there(words, expected):
    assert wording.listed(words) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("in-progress", "In progress"), ("superseded", "Replaced"), ("", ""), ("done", "Done")],
)
def test_state_is_a_word_for_people(name, expected):
    assert wording.state(name) == expected


def test_prose_parts_where_lines_are_blank():
    paragraphs = blocks.prose("One\nstill one.\r\n \r\nTwo.\n\n\n  ")
    assert [p.text for p in paragraphs] == ["One\nstill one.", "Two."]


def test_facts_leave_out_what_has_no_value():
    (found,) = blocks.facts(("Where", ""), ("When", "today"), ("Who", (Run(" "),)))
    assert found.pairs == (("When", "today"),)


def test_table_leaves_out_columns_that_are_empty_all_the_way_down():
    (found,) = blocks.table(("A", "B", "C"), [("1", "", "x"), ("2", " ", "")])
    assert [column.title for column in found.columns] == ["A", "C"]
    assert found.rows == (("1", "x"), ("2", ""))


@pytest.mark.parametrize(
    "made",
    [
        blocks.facts(("Where", "")),
        blocks.table(("A",), []),
        blocks.table(("A",), [("",)]),
        blocks.bullets(["", " "]),
        blocks.section("Nothing", (), ()),
        blocks.prose(" \n "),
    ],
)
def test_what_is_empty_is_not_printed(made):
    assert made == ()

"""Days as they are typed."""

from datetime import date

import pytest

from workshopcore.calendar import Spell
from workshopcore.cli.dates.faults import Faults
from workshopcore.cli.dates.words import days_of, pairs, spells_of
from workshopcore.cli.program import Refusal
from workshopcore.errors import InvalidValueError, Problem


def test_days_are_single_days_and_stretches():
    assert days_of("2027-06-22, 2027-06-28..2027-06-30") == [
        *(date(2027, 6, 22), date(2027, 6, 28), date(2027, 6, 29), date(2027, 6, 30)),
    ]


def test_spells_keep_stretches_whole():
    assert spells_of("2027-06-22,2027-06-28 .. 2027-06-30") == [
        Spell("2027-06-22", "2027-06-22"),
        Spell("2027-06-28", "2027-06-30"),
    ]


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2027-06-22,", "2027-06-22..", "2027-06-22..2027-06-21", "2020-01-01..2031-01-01"],
)
def test_what_is_no_day_is_refused(text):
    with pytest.raises(InvalidValueError):
        days_of(text)
    with pytest.raises(InvalidValueError):
        spells_of(text)


@pytest.mark.parametrize("text", ["one", "=2027-06-22", "one="])
def test_a_pair_has_two_sides(text):
    faults = Faults()

    assert list(pairs(faults, "--fix", [text], "WORKSHOP=DAY", days_of)) == []
    assert [(each.path, each.expected) for each in faults.problems] == [
        (f"--fix {text}", "WORKSHOP=DAY")
    ]


def test_a_refusal_is_a_fault_with_its_cure():
    faults = Faults()

    with faults.at("--fix 9", "rules.toml", 3):
        raise Refusal("there is no workshop 9: expected 1 to 6")

    assert faults.problems == [
        Problem(
            *("WC003", "--fix 9", "another", "a workshop"),
            *("There is no workshop 9: expected 1 to 6", "rules.toml", 3),
        )
    ]


def test_anything_else_is_no_fault_of_theirs():
    with pytest.raises(ZeroDivisionError), Faults().at("--fix"):
        raise ZeroDivisionError

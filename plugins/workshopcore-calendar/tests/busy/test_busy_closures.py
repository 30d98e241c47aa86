"""Public holidays and lists of days as closures of a programme."""

import os
import subprocess
import sys

import pytest
from attrs import evolve

import workshopcore as wc
from workshopcore.errors import InvalidValueError, UnknownKeyError
from workshopcore_calendar.busy.closures import (
    closures_from_holidays,
    closures_from_list,
    with_closures,
    years_of,
)

# Bank holidays of England and Wales in 2027 as the government of the United Kingdom lists them.
ENGLAND = {
    *("2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30"),
    *("2027-12-27", "2027-12-28"),
}


def days(closures):
    return {str(each.start) for each in closures}


def test_england_keeps_the_days_that_its_government_lists():
    found = closures_from_holidays("GB", "ENG", [2027])
    # Christmas falls on a weekend: both the days themselves and those in lieu are closures.
    assert days(found) == ENGLAND | {"2027-12-25", "2027-12-26"}
    assert {each.kind for each in found} == {"holiday"}
    assert [each.start for each in found] == sorted(each.start for each in found)


@pytest.mark.parametrize(
    ("country", "part", "has", "has_not"),
    [
        ("GB", "SCT", "2027-11-30", "2027-03-29"),
        ("DE", "BY", "2027-01-06", "2027-10-31"),
        ("DE", "SN", "2027-10-31", "2027-01-06"),
        ("US", "CA", "2027-03-31", "2027-06-14"),
    ],
)
def test_parts_of_a_country_keep_days_of_their_own(country, part, has, has_not):
    found = days(closures_from_holidays(country, part, [2027]))
    assert (has in found, has_not in found) == (True, False)


def test_names_are_in_the_language_that_is_asked_for():
    def name(**language):
        return closures_from_holidays("DE", "BY", [2027], **language)[0].title

    assert (name(), name(language="en_US")) == ("Neujahr", "New Year's Day")


def test_language_of_the_machine_makes_no_difference():
    program = (
        "from workshopcore_calendar.busy.closures import closures_from_holidays as c;"
        "print([each.title for each in c('DE', 'BY', [2027])])"
    )
    told = {
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", program],
            env={**os.environ, "LANGUAGE": language, "LANG": language},
            capture_output=True,
            check=True,
        ).stdout
        for language in ("en_US", "uk", "de")
    }
    assert len(told) == 1


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        (("GX", "", [2027]), "country"),
        (("GB", "EN", [2027]), "subdivision of GB"),
    ],
)
def test_region_that_nobody_knows_is_refused(arguments, kind):
    with pytest.raises(UnknownKeyError) as error:
        closures_from_holidays(*arguments)
    assert error.value.kind == kind


def test_language_that_nobody_knows_is_refused():
    with pytest.raises(UnknownKeyError, match="no language of GB 'xx'"):
        closures_from_holidays("GB", "ENG", [2027], language="xx")


@pytest.mark.parametrize("years", [[], [27], [2027, 9999]])
def test_years_that_cannot_be_are_refused(years):
    with pytest.raises(InvalidValueError, match="years from 1900 to 2100"):
        closures_from_holidays("GB", "ENG", years)


LIST = """\
# Term dates
School holidays
15 to 19 February 2027
22 July to 1 September 2027: Summer
start;end;title;kind
2027-03-01;2027-03-05;Full council;committee weeks
2027-05-06, election
"""


def test_list_gives_closures_with_their_titles_and_kinds():
    found, problems = closures_from_list(LIST.encode(), "school-holiday")
    assert problems == ()
    assert [(c.title, str(c.start), str(c.end), c.kind) for c in found] == [
        ("School holidays", "2027-02-15", "2027-02-19", "school-holiday"),
        ("Summer", "2027-07-22", "2027-09-01", "school-holiday"),
        ("Full council", "2027-03-01", "2027-03-05", "committee"),
        ("School holidays", "2027-05-06", "None", "election"),
    ]


@pytest.mark.parametrize(
    ("text", "options", "title"),
    [
        ("2027-03-01", {}, "Other"),
        ("2027-03-01", {"kind": "committee"}, "Committee"),
        ("2027-03-01, election", {}, "Election"),
        ("2027-03-01", {"title": "Audit"}, "Audit"),
        ("2027-03-01, Harrowmere, all sites", {}, "Harrowmere, all sites"),
    ],
)
def test_closure_without_a_title_is_called_by_its_kind(text, options, title):
    ((closure,), problems) = closures_from_list(text.encode(), **options)
    assert (closure.title, problems) == (title, ())


def test_line_that_cannot_be_read_is_named_and_the_rest_counts():
    found, problems = closures_from_list(b"2027-99-01\n3/15/2027\n2027-03-01\n")
    assert [fault.path for fault in problems] == ["line 1", "line 2"]
    assert days(found) == {"2027-03-01"}
    assert days(closures_from_list(b"3/15/2027", month_first=True)[0]) == {"2027-03-15"}


def test_what_is_there_already_is_not_added_twice(team):
    easter = wc.Closure("Good Friday", "2027-03-26")
    programme = evolve(team, closures=[easter])
    found = closures_from_holidays("GB", "ENG", [2027])
    changed, added = with_closures(programme, found)
    assert len(added) == len(found) - 1
    assert changed.closures == (easter, *added)
    assert with_closures(changed, found) == (changed, ())


def test_years_are_those_of_the_programme_and_the_next(team):
    assert list(years_of(team)) == [2027, 2028]
    with pytest.raises(InvalidValueError, match="Name the years"):
        years_of(evolve(team, start=None, end=None))


def test_dates_keep_clear_of_closures(team):
    one = wc.Workshop("One", start="2027-03-02T09:30", end="2027-03-02T12:30")
    programme, _ = with_closures(
        evolve(team, start="2027-03-26", end="2027-03-30", workshops=[one]),
        closures_from_holidays("GB", "ENG", [2027]),
    )
    found = wc.calendar.choose_dates(programme, as_of="2027-01-01")
    assert [str(day) for day in found.plan.days] == ["2027-03-30"]

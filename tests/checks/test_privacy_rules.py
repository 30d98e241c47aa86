"""Names kept past their time: seen from the last recorded day, or from one that is named."""

from datetime import date

import pytest

from workshopcore.checks import built_in_checks, run_checks
from workshopcore.contracts.checks import CheckContext
from workshopcore.model.programme import Programme

YEAR = """
events = [
  { on = 2026-11-09, status = "proposed" },
  { on = 2026-12-03, status = "contracted" },
  { on = 2027-01-11, status = "active" },
  { on = 2027-11-23, status = "closing" },
  { on = 2027-12-17, status = "closed" },
]
people = [
  { name = "Amina Yusuf" },
  { name = "Tomasz Nowak", left = 2027-02-28 },
  { name = "Person 3", left = 2027-02-28, pseudonymised = 2027-03-01 },
  { name = "Renée Adeyemi", role = "facilitator" },
]
"""
LEFT = "Sunday 2027-02-28"
BY = ", and names were to go by"
RULES = [rule for rule in built_in_checks() if rule.code == "WC140"]


@pytest.fixture
def found(read):
    def found(text, as_of=None):
        return [
            (finding.path, finding.message)
            for finding in run_checks(read(text), RULES, formats={}, as_of=as_of)
        ]

    return found


def test_last_recorded_day_is_looked_from_unless_another_is_named(found):
    assert found(YEAR) == []


def test_name_goes_so_long_after_somebody_left_or_the_programme_closed(found):
    assert found(YEAR, date(2029, 3, 1)) == [
        (
            "people[1].name",
            f"'Tomasz Nowak' is still named; they left on {LEFT}{BY} Wednesday 2029-02-28",
        )
    ]
    assert [path for path, _ in found(YEAR, date(2029, 12, 18))] == [
        "people[0].name",
        "people[1].name",
    ]
    assert found(YEAR, date(2029, 2, 28)) == []


def test_cancelled_programme_is_over_too(found):
    text = 'people = [{ name = "Li" }]\nevents = [{ on = 2027-01-05, status = "cancelled" }]'
    assert found(text, date(2029, 1, 6)) == [
        (
            "people[0].name",
            f"'Li' is still named; the programme ended on Tuesday 2027-01-05{BY} Friday 2029-01-05",
        )
    ]


def test_programme_without_any_record_or_end_is_left_alone(found):
    assert found('people = [{ name = "Li" }]') == []
    assert found('people = [{ name = "Li" }]', date(2400, 1, 1)) == []


def test_time_without_end_is_no_fault(found):
    text = YEAR + "[policy.WC140]\nclosed = 999999999\nleft = 999999999\n"
    assert found(text, date(2500, 1, 1)) == []


def test_context_says_from_which_day_a_check_looks():
    year = Programme(title="A year")
    assert CheckContext(year).as_of is None
    assert CheckContext(year, as_of=date(2029, 1, 1)).as_of == date(2029, 1, 1)

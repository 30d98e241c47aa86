"""What rules and wishes accept, and what they refuse."""

from datetime import date, time
from decimal import Decimal
from fractions import Fraction

import pytest

from workshopcore.calendar import Apart, DateRules, Hours, Wish, weeks
from workshopcore.errors import InvalidValueError, ProgrammeError
from workshopcore.model.programme import Closure


def test_the_usual_rules_are_those_of_practice():
    rules = DateRules()
    assert rules.weekdays == {0, 1, 2, 3, 4}
    assert rules.apart == weeks(3, 10)
    assert rules.closed == (
        "holiday",
        "school-holiday",
        "committee",
        "election",
        "inspection",
        "other",
    )
    assert (rules.quorum, rules.nobody_misses_more_than, rules.not_in) == (None, None, frozenset())


def test_rules_read_as_people_write():
    rules = DateRules(
        between=("2027-01-11", date(2027, 12, 17)),
        weekdays=("tuesday", 2),
        apart=(35, 63),
        closed="holiday",
        closures=[Closure("Bank holiday", "2027-05-03")],
        not_in=("August", 12),
        nobody_misses_more_than="1.5",
    )
    assert rules.between == (date(2027, 1, 11), date(2027, 12, 17))
    assert rules.weekdays == {1, 2}
    assert rules.apart == weeks(5, 9)
    assert rules.closed == ("holiday",)
    assert rules.not_in == {8, 12}
    assert rules.nobody_misses_more_than == Fraction(3, 2)


def test_one_of_several_will_do():
    assert DateRules(weekdays="Friday", not_in=8) == DateRules(weekdays=[4], not_in=["August"])
    assert DateRules(weekdays=None).weekdays is None


def test_a_wish_says_nothing_unless_told():
    wish = Wish()
    assert (wish.between, wish.weekdays, wish.hours, wish.only) == ((None, None), None, None, None)


def test_a_wish_reads_as_people_write():
    wish = Wish(
        between=(None, "2027-07-15"),
        hours=("09:30", time(16, 30)),
        only=date(2027, 6, 29),
        not_on=["2027-07-01"],
        required="amina",
        rooms=["Oak Room"],
        apart=weeks(2),
    )
    assert wish.between == (None, date(2027, 7, 15))
    assert wish.hours == (Hours("09:30", "16:30"),)
    assert wish.only == {date(2027, 6, 29)}
    assert (wish.required, wish.rooms) == (("amina",), ("Oak Room",))
    assert wish.apart == Apart(14)


def test_hours_may_be_several():
    halves = (Hours("09:00", "12:30"), Hours("13:30", "17:00"))
    assert Wish(hours=[("09:00", "12:30"), Hours("13:30", "17:00")]).hours == halves
    assert Wish(hours=halves[0]).hours == halves[:1]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"weekdays": "Tusday"}, "a weekday such as Tuesday, .* Did you mean 'Tuesday'"),
        ({"weekdays": 7}, "a weekday such as Tuesday"),
        ({"weekdays": [True]}, "a weekday such as Tuesday"),
        ({"weekdays": 1.5}, "a weekday such as Tuesday"),
        ({"not_in": "Agust"}, "Did you mean 'August'"),
        ({"not_in": "?"}, "a month such as August, or 1 for January to 12"),
        ({"not_in": 0}, "a month such as August"),
        ({"between": ["2027-01-11"]}, "a first and a last day"),
        ({"between": ("2027-12-17", "2027-01-11")}, "a first day not after the last"),
        ({"between": 5}, "a date such as"),
        ({"apart": None}, "a spacing, such as weeks"),
        ({"apart": [1, 2, 3]}, "the least and the most days"),
        ({"apart": (9, 5)}, "the least before the most"),
        ({"apart": 5}, "the least and the most days"),
        ({"closed": "holidays"}, "one of committee, election, holiday"),
        ({"nobody_misses_more_than": -1}, "workshops that may be missed, in halves"),
        ({"nobody_misses_more_than": "1.25"}, "workshops that may be missed, in halves"),
        ({"quorum": -1}, "a whole number from 0"),
        ({"fairest_first": "yes"}, "true or false"),
    ],
)
def test_rules_refuse_what_cannot_be(values, expected):
    with pytest.raises(InvalidValueError, match=expected):
        DateRules(**values)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"hours": ("9am", "16:30")}, "a clock time such as"),
        ({"hours": ("2027-01-19T09:30", "16:30")}, "a clock time such as 09:30"),
        ({"hours": 9}, "a start and an end"),
        ({"hours": [9.5]}, "a start and an end"),
        ({"only": ["soon"]}, "a date such as"),
        ({"only": [None]}, "a day"),
        ({"only": 5.0}, "a list of days"),
        ({"days": 0}, "a whole number from 1 to 366"),
        ({"apart": 7}, "the least and the most days"),
        ({"invited": 5.0}, "identifiers"),
    ],
)
def test_wishes_refuse_what_cannot_be(values, expected):
    with pytest.raises(InvalidValueError, match=expected):
        Wish(**values)


def test_misses_may_be_any_number_in_halves():
    for value in (2, 2.0, "2", Decimal(2), Fraction(2)):
        assert DateRules(nobody_misses_more_than=value).nobody_misses_more_than == 2


def test_closures_are_closures():
    with pytest.raises((InvalidValueError, ProgrammeError)):
        DateRules(closures=["2027-05-03"])

from datetime import UTC, date, datetime

import pytest

from workshopcore.contracts.busy_time import Busy, Poll, Spell
from workshopcore.errors import InvalidValueError

MORNING = datetime(2027, 1, 19, 9, 30)


def test_a_day_alone_is_a_spell_of_one_day():
    assert Busy("amina", ["2027-01-19"]).spells == (Spell("2027-01-19", "2027-01-19"),)


def test_text_longer_than_a_day_is_a_moment():
    spell = Spell("2027-01-19T09:30", "2027-01-19T10:00:30")
    assert (spell.start, spell.end) == (MORNING, datetime(2027, 1, 19, 10, 0, 30))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2027-01-19", "2027-01-19T10:00", "two days, or two moments"),
        ("2027-01-19T09:30", "2027-01-19T10:00+00:00", "with an offset, or two without"),
        ("2027-01-20", "2027-01-19", "an end not before the start"),
        (MORNING, datetime(2027, 1, 19, 9, 0), "an end not before the start"),
        ("tomorrow", "2027-01-19", "a date such as 2027-01-19"),
        ("2027-01-19T9am plus", "2027-01-19T10:00", "a moment such as"),
        (datetime(1066, 1, 1, tzinfo=UTC), datetime(1067, 1, 1, tzinfo=UTC), "from 1900 to 2500"),
        (None, "2027-01-19", "a day, or a moment"),
    ],
)
def test_spell_refuses_what_is_none(start, end, expected):
    with pytest.raises(InvalidValueError, match=expected):
        Spell(start, end)


@pytest.mark.parametrize("spells", ["2027-01-19", date(2027, 1, 19), 5])
def test_busy_refuses_what_is_no_list(spells):
    with pytest.raises(InvalidValueError, match="a list of days or spells"):
        Busy("amina", spells)


def test_busy_keeps_nothing_but_when():
    assert {name for name in Spell.__slots__ if not name.startswith("_")} == {
        "start",
        "end",
        "tentative",
    }


def test_poll_takes_days_and_halves_of_days():
    poll = Poll("amina", {"2027-01-19": "yes", ("2027-01-20", "afternoon"): "no"})
    day = date(2027, 1, 20)
    assert poll.answers == {date(2027, 1, 19): "yes", (day, "afternoon"): "no"}


def test_poll_names_the_nearest_answer():
    with pytest.raises(InvalidValueError, match=r"found 'mabye'\. Did you mean 'maybe'"):
        Poll("amina", {"2027-01-19": "mabye"})


@pytest.mark.parametrize("answer", [True, None, ["yes"], "perhaps then, perhaps not"])
def test_poll_refuses_other_answers(answer):
    with pytest.raises(InvalidValueError, match="yes, maybe or no"):
        Poll("amina", {"2027-01-19": answer})


@pytest.mark.parametrize(
    "key", [5, ("2027-01-19", "noon"), ("2027-01-19", 1), (5, "morning"), None]
)
def test_poll_refuses_what_is_no_day(key):
    with pytest.raises(InvalidValueError, match="a day, or a day with morning or afternoon"):
        Poll("amina", {key: "yes"})


def test_poll_refuses_what_is_no_mapping():
    with pytest.raises(InvalidValueError, match="days with answers"):
        Poll("amina", ["2027-01-19"])

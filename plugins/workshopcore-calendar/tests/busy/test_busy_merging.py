"""Spells put together: what they cover stays the same, minute by minute and day by day."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.busy_time import Spell
from workshopcore_calendar.busy.merging import merged

DAY, HOUR = date(2027, 3, 1), datetime(2027, 3, 1)
STRETCH = st.tuples(st.integers(0, 40), st.integers(0, 8), st.booleans())


def days(first, length, tentative):
    start = DAY + timedelta(days=first)
    return Spell(start, start + timedelta(days=length), tentative=tentative)


def walls(first, length, tentative):
    start = HOUR + timedelta(hours=first)
    return Spell(start, start + timedelta(hours=length), tentative=tentative)


def instants(first, length, tentative):
    start = (HOUR + timedelta(hours=first)).replace(tzinfo=UTC)
    return Spell(start, start + timedelta(hours=length), tentative=tentative)


def covered(spells):
    """Return what takes which days and hours, worked out one by one."""
    found = {}
    for spell in sorted(spells, key=lambda each: not each.tentative):
        here, step = spell.start, timedelta(days=1)
        end = spell.end + step
        if isinstance(here, datetime):
            step, end = timedelta(hours=1), spell.end
        while here < end:
            found[type(here), getattr(here, "tzinfo", None), here] = spell.tentative
            here += step
    return found


MIXED = st.lists(
    st.one_of(
        STRETCH.map(lambda s: days(*s)),
        STRETCH.map(lambda s: walls(*s)),
        STRETCH.map(lambda s: instants(*s)),
    ),
    max_size=12,
)


@given(MIXED)
def test_it_covers_what_was_covered_and_certain_goes_before_perhaps(spells):
    assert covered(merged(spells)) == covered(spells)


@given(MIXED, st.randoms(use_true_random=False))
def test_order_and_repetition_make_no_difference(spells, random):
    mixed = [*spells, *spells[::2]]
    random.shuffle(mixed)
    assert merged(mixed) == merged(spells)


@given(MIXED)
def test_what_is_put_together_stays_as_it_is(spells):
    assert merged(merged(spells)) == merged(spells)


@given(st.lists(STRETCH.map(lambda s: instants(*s)), max_size=12))
def test_spells_of_one_kind_neither_touch_nor_overlap(spells):
    found = merged(spells)
    for tentative in (True, False):
        kind = [spell for spell in found if spell.tentative is tentative]
        assert all(one.end < two.start for one, two in pairwise(kind))
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_instants_come_out_in_universal_time():
    (spell,) = merged([Spell("2027-03-01T09:00+02:00", "2027-03-01T10:00+02:00")])
    assert spell.start.isoformat() == "2027-03-01T07:00:00+00:00"


@pytest.mark.parametrize("spells", [[], [walls(3, 0, False)]])
def test_nothing_takes_nothing(spells):
    assert merged(spells) == ()

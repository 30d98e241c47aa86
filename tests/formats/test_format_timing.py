"""Exact minutes made whole."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from workshopcore.formats.timing import each_length, whole_length
from workshopcore.model.length import Length

minutes = st.fractions(0, 60, max_denominator=6)
bounds = st.tuples(minutes, minutes, minutes).map(sorted).map(tuple)


def as_bounds(*values):
    return tuple(Fraction(value) for value in values)


def test_whole_length_rounds_shortest_up_usual_half_up_and_longest_down():
    assert whole_length(as_bounds("15.1", "26.5", "35.9")) == Length(16, 27, 35)


def test_whole_length_keeps_its_bounds_in_order():
    assert whole_length(as_bounds("12.2", "12.2", "12.2")) == Length(13, 13, 13)


def test_each_length_adds_up_where_separate_rounding_would_not():
    # Four and a half minutes, four times: rounded one by one they would make twenty.
    parts = [as_bounds(3, "4.5", 6)] * 4
    assert [length.usual for length in each_length(parts)] == [5, 4, 5, 4]


@given(parts=st.lists(bounds, min_size=1, max_size=8))
def test_each_length_is_in_order_and_within_a_minute_of_the_exact_one(parts):
    for exact, length in zip(parts, each_length(parts), strict=True):
        assert length.shortest <= length.usual <= length.longest
        assert abs(length.shortest - exact[0]) < 1


@given(parts=st.lists(bounds, min_size=1, max_size=8))
def test_each_length_adds_up_to_the_whole(parts):
    whole = whole_length(tuple(sum(column) for column in zip(*parts, strict=True)))
    found = each_length(parts)
    assert sum(length.shortest for length in found) == whole.shortest
    assert sum(length.usual for length in found) == whole.usual
    assert sum(length.longest for length in found) == whole.longest


@given(parts=st.lists(st.tuples(*[st.integers(0, 60)] * 3).map(sorted), min_size=1, max_size=8))
def test_each_length_of_whole_minutes_changes_nothing(parts):
    exact = [as_bounds(*part) for part in parts]
    assert each_length(exact) == tuple(Length(*part) for part in parts)

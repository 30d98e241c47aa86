"""Splitting people into groups."""

from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.formats import split
from workshopcore.formats.grouping import GroupRule

bounds = st.tuples(st.integers(1, 8), st.integers(1, 8)).map(sorted).map(tuple)


def even_splits(people: int, least: int, most: int) -> set[tuple[int, ...]]:
    """List every split by trying all combinations of sizes, larger groups first."""
    sizes = range(most, least - 1, -1)
    found = set()
    for groups in range(1, people // least + 1):
        for each in combinations_with_replacement(sizes, groups):
            if sum(each) == people and each[0] - each[-1] <= 1:
                found.add(each)
    return found


@given(people=st.integers(1, 14), limits=bounds)
def test_split_finds_an_even_split_whenever_there_is_one(people, limits):
    possible = even_splits(people, *limits)
    found = split(people, *limits)
    assert found in possible if possible else found == ()


@given(people=st.integers(1, 14), limits=bounds, aim=st.integers(1, 8))
def test_split_comes_closest_to_the_aim(people, limits, aim):
    found = split(people, *limits, aim=aim)
    if found:
        off = abs(people / len(found) - aim)
        others = [abs(people / len(each) - aim) for each in even_splits(people, *limits)]
        assert off == min(others)


@given(people=st.integers(1, 3000), limits=bounds)
def test_split_seats_everybody_within_bounds(people, limits):
    least, most = limits
    found = split(people, least, most)
    if found:
        assert sum(found) == people
        assert least <= found[-1] <= found[0] <= min(most, found[-1] + 1)
        assert list(found) == sorted(found, reverse=True)


@pytest.mark.parametrize(
    ("least", "most", "impossible"),
    [
        (3, 4, {5}),
        (4, 5, {6, 7, 11}),
        (4, 6, {7}),
        (5, 7, {8, 9}),
        (6, 8, {9, 10, 11, 17}),
        (3, 5, set()),
        (4, 7, set()),
        (2, 3, set()),
    ],
)
def test_split_fails_for_exactly_the_known_numbers(least, most, impossible):
    assert {n for n in range(least, 300) if not split(n, least, most)} == impossible


def test_split_of_too_few_people_or_of_none_fails():
    assert split(2, 3, 4) == split(0, 1, 4) == split(-3, 1, 4) == ()


def test_split_prefers_smaller_groups_when_two_sizes_come_equally_close():
    # Twelve as four threes or as three fours: both are half a person off.
    assert split(12, 3, 4) == (3, 3, 3, 3)


def test_group_rule_keeps_a_small_number_together():
    rule = GroupRule(bounds=(5, 7), whole_up_to=12)
    assert rule.sizes(12) == (12,)
    assert rule.sizes(13) == (7, 6)


def test_group_rule_tries_other_bounds_where_the_first_fail():
    rule = GroupRule(bounds=(4, 6), aim=4, otherwise=(3, 4))
    assert [rule.sizes(n) for n in (6, 7, 8)] == [(6,), (4, 3), (4, 4)]


def test_group_rule_seats_an_inner_circle_first():
    rule = GroupRule(bounds=(3, 4), inner=(3, 7))
    assert [rule.sizes(n) for n in (8, 9, 10)] == [(5, 3), (5, 4), (4, 3, 3)]


def test_group_rule_without_a_way_says_so():
    assert GroupRule(bounds=(3, 4), inner=(3, 7)).sizes(5) == ()

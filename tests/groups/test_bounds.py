"""Lower bounds."""

from itertools import combinations
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.groups.bounds import counting_bound, crossing_bound, fewest_repeats, fewest_rounds
from workshopcore.groups.task import Round, Task, spread


def task(sizes, rounds, **more):
    people = sum(sizes)
    return Task(people, tuple(sizes), (Round(tuple(range(people)), tuple(sizes)),) * rounds, **more)


def evenly(people, groups):
    size, larger = divmod(people, groups)
    return (groups - larger) * comb(size, 2) + larger * comb(size + 1, 2)


@given(st.integers(2, 5), st.integers(2, 5), st.integers(1, 7))
def test_counting_bound_is_the_published_formula_for_equal_groups(groups, size, rounds):
    people = groups * size
    pairs, meetings = comb(people, 2), rounds * groups * comb(size, 2)
    times, more = divmod(meetings, pairs)
    wanted = (pairs - more) * comb(times, 2) + more * comb(times + 1, 2)
    assert counting_bound(task([size] * groups, rounds)) == wanted


@given(st.lists(st.integers(2, 6), min_size=1, max_size=5), st.integers(1, 6))
def test_crossing_bound_is_the_published_formula(sizes, rounds):
    wanted = comb(rounds, 2) * sum(evenly(size, len(sizes)) for size in sizes)
    assert crossing_bound(task(sizes, rounds)) == wanted


@pytest.mark.parametrize(
    ("sizes", "rounds", "bound"),
    [
        ((3,) * 4, 4, 0),
        ((4,) * 3, 3, 9),
        ((3,) * 3, 5, 9),
        ((4, 4, 3), 4, 12),
        ((5, 5, 4, 4), 6, 39),
        ((4, 4, 4, 3), 6, 21),
    ],
)
def test_bound_of_the_domain_table(sizes, rounds, bound):
    assert fewest_repeats(task(sizes, rounds)) == bound


def test_who_has_met_everybody_repeats_whatever_happens():
    # Person 0 has met all others; in each round of pairs somebody is beside them again.
    everybody = tuple((0, other) for other in range(1, 6))
    assert counting_bound(task((2, 2, 2), 2)) == 0
    assert counting_bound(task((2, 2, 2), 2, earlier=everybody)) == 2


def test_earlier_group_cannot_avoid_itself_in_fewer_groups():
    assert crossing_bound(task((3, 3), 1)) == 0
    assert crossing_bound(task((3, 3), 1, earlier=((0, 1, 2),))) == 1
    assert crossing_bound(task((3, 3), 1, earlier=((0, 1, 2), (0, 1, 2)))) == 3 + 2


def test_people_who_are_kept_together_meet_every_time():
    assert fewest_repeats(task((3,) * 4, 3, together=((0, 1),))) == 3
    assert fewest_repeats(task((3,) * 4, 3, together=((0, 1),), earlier=((0, 1),))) == 6


def test_people_who_are_kept_apart_leave_fewer_to_meet():
    # Each of four in pairs has two colleagues left.
    apart = frozenset({(0, 1), (2, 3)})
    assert fewest_repeats(task((2, 2), 2)) == 0
    assert fewest_repeats(task((2, 2), 3)) == 0
    assert fewest_repeats(task((2, 2), 3, apart=apart)) == 2


def test_who_is_away_from_one_round_is_not_spread_over_it():
    both = Task(6, (3, 3), (Round(tuple(range(6)), (3, 3)), Round((0, 1, 2, 3), (2, 2))))
    # Four people in two pairs, who sat in two threes: at best nobody sits beside anybody again.
    assert crossing_bound(both) == 0
    assert crossing_bound(task((3, 3), 2)) == 2


@pytest.mark.parametrize(
    ("sizes", "rounds"),
    [
        ((4, 4), 3),
        ((3, 3, 2), 4),
        ((5, 5), 4),  # 3 by counting alone
        ((4, 4, 4), 5),  # 4 by counting alone
        ((5, 5, 5), 5),  # 4 by counting alone
        ((5, 5, 5, 5), 6),  # 5 by counting alone
        ((4,) * 5, 7),
        ((2, 2, 2), 5),
        ((6,), 1),
    ],
)
def test_fewer_rounds_are_not_enough(sizes, rounds):
    assert fewest_rounds(task(sizes, 1)) == rounds


def test_who_met_before_need_not_meet_again():
    earlier = tuple(combinations(range(4), 2))
    assert fewest_rounds(task((2, 2), 1, earlier=earlier)) == 1
    assert fewest_rounds(task((2, 2), 1, earlier=earlier[:5])) == 1
    assert fewest_rounds(task((2, 2), 1)) == 3


def test_mates_take_up_seats():
    # Beside the mate a person has one seat, and four others to meet.
    assert fewest_rounds(task((3, 3), 1, together=((0, 1),))) == 4


def test_spread_over_more_groups_than_people_leaves_no_pair():
    assert [spread(3, groups) for groups in (1, 2, 3, 4)] == [3, 1, 0, 0]

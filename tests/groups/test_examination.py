"""The search through all schedules."""

from itertools import combinations

import every_seating
import pytest
from counting import all_groups, repeats, sizes
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.groups.effort import Effort
from workshopcore.groups.examination import least_repeats, schedule_within

PLENTY = 10**7
PLANS = st.sampled_from([(2, 2), (3, 2), (2, 2, 2), (3, 3), (4, 2), (3, 2, 2)])


@given(PLANS, st.integers(3, 4), st.integers(0, 12))
def test_schedule_is_found_exactly_where_there_is_one(plan, rounds, most):
    rounds = 3 if sum(plan) > 5 else rounds
    people = range(sum(plan))
    # The names of the first round can be chosen.
    start = 0
    first = []
    for size in plan:
        first.append(tuple(people[start : start + size]))
        start += size
    wanted = every_seating.best([(people, plan)] * (rounds - 1), met=first)
    found = schedule_within(plan, rounds, most, Effort(PLENTY, 0), PLENTY)
    assert bool(found) == (wanted <= most)
    if found:
        assert len(found) == rounds
        assert all(sizes(groups) == sorted(plan, reverse=True) for groups in found)
        assert all(sorted(all_groups(groups)) == list(people) for groups in found)
        assert repeats(*all_groups(found)) <= most


@pytest.mark.parametrize(
    ("plan", "rounds", "fewest"),
    [
        # Six people have fifteen pairs, and six rounds eighteen.
        ((2, 2, 2), 6, 3),
        # The table of the best known.
        ((3, 3, 3), 5, 9),
        ((4, 3, 3), 4, 6),
        # The same search finds these in test_published.py.
        pytest.param((3, 3, 3, 3), 5, 3, marks=pytest.mark.deep),
        pytest.param((3, 3, 3, 3), 6, 7, marks=pytest.mark.deep),
        pytest.param((4, 3, 3, 3), 5, 3, marks=pytest.mark.deep),
        pytest.param((4, 4, 3, 3), 5, 2, marks=pytest.mark.deep),
    ],
)
def test_fewest_repeats_are_those_of_the_best_known(plan, rounds, fewest):
    below = max(0, fewest - 3)
    assert least_repeats(plan, rounds, below, fewest, Effort(PLENTY, 0), PLENTY) == fewest


@pytest.mark.parametrize(
    ("plan", "rounds"),
    [((3, 3, 3, 3), 2), ((3,) * 6, 4), ((3, 3, 3, 3), 5)],
)
def test_nothing_is_said_of_what_is_too_large_or_too_long_to_look_at(plan, rounds):
    effort = Effort(PLENTY, 0)
    assert schedule_within(plan, rounds, 0, effort, 1000) is None
    assert effort.spent < 2000
    assert least_repeats(plan, rounds, 0, 9, effort, 1000) == 0


def test_bound_is_not_raised_above_a_schedule_that_there_is():
    assert least_repeats((2, 2, 2), 5, 0, 3, Effort(PLENTY, 0), PLENTY) == 0


@pytest.mark.deep
def test_five_rounds_of_threes_for_twelve_have_three_repeats():
    # Of five rounds with two repeats at most, three have none: without one round of each.
    bits = {pair: 1 << at for at, pair in enumerate(combinations(range(12), 2))}
    turns = [
        sum(bits[pair] for group in groups for pair in combinations(sorted(group), 2))
        for groups in every_seating.partitions(range(12), (3, 3, 3, 3))
    ]
    assert len(turns) == 15_400
    first = turns[0]
    strange = [turn for turn in turns if not turn & first]
    fewest = 3
    for second in strange:
        near = [
            (turn, cost)
            for turn in turns
            for cost in [(turn & first).bit_count() + (turn & second).bit_count()]
            if cost < fewest
        ]
        thirds = [turn for turn, cost in near if cost == 0 and turn > second]
        for third in thirds:
            more = [(turn, cost + (turn & third).bit_count()) for turn, cost in near]
            left = [(turn, cost) for turn, cost in more if cost < fewest]
            for (one, here), (other, there) in combinations(left, 2):
                fewest = min(fewest, here + there + (one & other).bit_count())
    assert fewest == 3

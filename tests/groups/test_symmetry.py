"""Schedules that a group of symmetries carries into themselves."""

from collections import Counter
from itertools import combinations

import pytest
from counting import all_groups, repeats, sizes
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.errors import WorkshopCoreError
from workshopcore.groups.designs import with_repeats, without_repeats
from workshopcore.groups.designs.kept import is_sound, load
from workshopcore.groups.designs.symmetric_search import BaseRounds, search
from workshopcore.groups.designs.symmetry import Plan, Symmetry, plans
from workshopcore.groups.effort import Effort

SYMMETRIES = st.sampled_from(
    [Symmetry((3,), 3, 1), Symmetry((4,), 2, 2), Symmetry((2, 2), 2, 0), Symmetry((6,), 1, 2)]
)


@given(SYMMETRIES, st.data())
def test_pairs_of_a_kind_meet_as_often_as_each_other(symmetry, data):
    points = data.draw(st.permutations(range(symmetry.points)))
    group = sorted(points[:4])
    plan = Plan(symmetry, turning=1)
    rounds = plan.developed([[group]], [])
    met = Counter(
        pair
        for pair in combinations(range(symmetry.points), 2)
        for turn in rounds
        if {*pair} <= {*turn[0]}
    )
    kinds, weights = symmetry.kinds()
    in_base = Counter(kinds[one][other] for one, other in combinations(group, 2))
    for one, other in combinations(range(symmetry.points), 2):
        kind = kinds[one][other]
        assert met[one, other] == in_base[kind] * weights[kind]


@pytest.mark.parametrize(
    ("plan", "group_sizes"),
    [
        (Plan(Symmetry((3,), 4, 0), turning=1, still=1), (4, 4, 4)),
        (Plan(Symmetry((2, 2), 3, 0), still=3), (3, 3, 3, 3)),
        (Plan(Symmetry((3,), 3, 0), turning=1, by_row=True), (3, 3, 3)),
        (Plan(Symmetry((4,), 2, 2), turning=2), (4, 3, 3)),
        (Plan(Symmetry((2,), 6, 0), turning=1, still=2), (3, 3, 3, 3)),
    ],
)
@pytest.mark.parametrize("seed", range(4))
def test_cost_of_base_rounds_is_that_of_the_whole_schedule(plan, group_sizes, seed):
    base = BaseRounds(plan, group_sizes, Effort(10**6, seed))
    for _ in range(3):
        whole = plan.developed(base.rounds[: plan.turning], base.rounds[plan.turning :])
        assert len(whole) == plan.rounds
        assert [sizes(turn) for turn in whole] == [list(group_sizes)] * plan.rounds
        assert base.cost * plan.symmetry.order == 2 * repeats(*all_groups(whole))
        base.anneal(40, 10**6, goal=-1)


@pytest.mark.parametrize(
    ("group_sizes", "rounds"), [((3,) * 5, 7), ((4,) * 6, 7), ((4, 3, 3, 3, 3), 6), ((3,) * 7, 10)]
)
def test_plans_are_made_for_as_many_rounds_as_asked(group_sizes, rounds):
    found = plans(group_sizes, rounds)
    assert found
    for plan in found:
        assert plan.rounds >= rounds
        assert plan.symmetry.points == sum(group_sizes)
    assert all(plan.rounds == rounds for plan in plans(group_sizes, rounds, repeats=3))


@pytest.mark.parametrize(
    ("group_sizes", "rounds"), [((3,) * 5, 7), ((4,) * 6, 7), ((4, 3, 3, 3, 3), 6), ((3,) * 8, 11)]
)
def test_search_finds_a_schedule_without_repeats(group_sizes, rounds):
    plan, found = search(group_sizes, rounds, Effort(4_000_000, 0), 4_000_000)
    assert len(found) == plan.rounds >= rounds
    assert repeats(*all_groups(found)) == 0
    assert [sizes(turn) for turn in found] == [list(group_sizes)] * plan.rounds


def test_search_that_may_not_look_far_finds_nothing():
    effort = Effort(1_000_000, 0)
    assert search((4,) * 7, 9, effort, 3000) is None
    assert 3000 <= effort.spent < 8000


def test_search_for_what_cannot_be_has_no_plan():
    effort = Effort(1_000_000, 0)
    assert with_repeats((3,) * 4, 6, effort, 1000, 0) is None
    assert effort.spent == 0


def test_evenly_shared_meetings_have_a_symmetry_too():
    found = with_repeats((3,) * 6, 9, Effort(4_000_000, 0), 4_000_000, 9)
    assert repeats(*all_groups(found.rounds)) == 9
    assert [sizes(turn) for turn in found.rounds] == [[3] * 6] * 9
    assert found.how.startswith("symmetric search: ")


def test_groups_that_are_too_different_have_no_such_schedule():
    assert without_repeats((4, 2, 2), 2, Effort(1000, 0), 1000) is None
    assert without_repeats((4, 4, 4), 2, Effort(1000, 0), 1000) is None


def test_people_are_left_out_of_full_groups_where_that_is_all_there_is():
    found = without_repeats((3,) * 6 + (2,), 10, Effort(4_000_000, 0), 4_000_000)
    assert repeats(*all_groups(found.rounds)) == 0
    assert [sizes(turn) for turn in found.rounds] == [[3] * 6 + [2]] * 10


@pytest.mark.parametrize("size", [3, 4, 5, 6])
def test_kept_schedules_serve_smaller_groups(size):
    found = without_repeats((size,) * 12, 12, Effort(0, 0), 0)
    assert repeats(*all_groups(found.rounds)) == 0
    assert [sizes(turn) for turn in found.rounds] == [[size] * 12] * 12


KEPT = """
[[designs]]
groups = 3
size = 3
cycles = [3]
rows = 3
source = "an example"
licence = "MIT"
still = [[[0, 3, 6]], [[0, {}, 8]]]
"""


def test_kept_schedule_is_turned_into_all_its_rounds():
    design = load(KEPT.format(4))[3, 3]
    assert design.how == "a schedule kept with the library (an example; MIT)"
    assert [[sorted(group) for group in turn] for turn in design.rounds] == [
        [[0, 3, 6], [2, 5, 8], [1, 4, 7]],
        [[0, 4, 8], [2, 3, 7], [1, 5, 6]],
    ]


@pytest.mark.parametrize("point", [3, 5, 7])
def test_kept_schedule_that_is_damaged_is_refused(point):
    if point == 5:
        assert load(KEPT.format(point).replace("8", "7"))
        return
    with pytest.raises(WorkshopCoreError, match="the kept schedule of 3 groups of 3 is damaged"):
        load(KEPT.format(point))


def test_sizes_of_a_kept_schedule_are_checked():
    assert not is_sound([[[0, 1], [2, 3]]], [3, 1])
    assert is_sound([[[0, 1], [2, 3]]], [2, 2])

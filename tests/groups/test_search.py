"""The search over the whole schedule, from the inside."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.groups.annealing import anneal, search
from workshopcore.groups.asking import asked
from workshopcore.groups.blocks import Blocks
from workshopcore.groups.designs.constructions import constructions
from workshopcore.groups.effort import Effort
from workshopcore.groups.placing import placed
from workshopcore.groups.schedule import Schedule, dealt, repeat_prices
from workshopcore.groups.task import FORBIDDEN, UNEVEN

PEOPLE = [f"person-{number}" for number in range(11)]
QUESTION = {
    "met": [PEOPLE[:3], PEOPLE[2:5], PEOPLE[:2]],
    "balance": [{name: name[-1] in "1357" for name in PEOPLE}],
    "absent": {2: PEOPLE[9:]},
}
TOGETHER = QUESTION | {"together": [PEOPLE[4:6], PEOPLE[7:9]], "apart": [PEOPLE[:2]]}


def question(**more):
    return asked(PEOPLE, None, (4, 4, 3), 4, **more)


def cost(task, rounds, prices):
    met = task.met()
    total = sum(
        sum(prices[:times]) for row, at in zip(met, range(99), strict=False) for times in row[:at]
    )
    for groups in rounds:
        for one, other in (pair for group in groups for pair in combinations(group, 2)):
            total += prices[met[one][other]]
            met[one][other] += 1
            met[other][one] += 1
            total += UNEVEN * sum(1 for who in task.alike if one in who and other in who)
            total += FORBIDDEN * ((min(one, other), max(one, other)) in task.apart)
    return total


@pytest.mark.parametrize("prices", ["repeats", "first meetings"])
@given(st.integers(0, 99), st.sampled_from([QUESTION, TOGETHER]))
def test_prices_follow_the_swaps(prices, seed, what):
    asked_for = question(**what)
    task, effort = asked_for.task, Effort(10**6, seed)
    prices = repeat_prices(task) if prices == "repeats" else [-1] + [0] * 20
    schedule = Schedule(task, dealt(asked_for, effort), prices)
    assert schedule.cost == cost(task, schedule.rounds, prices)
    best = anneal(schedule, 100, -(10**9), effort, hot=0.5)
    fresh = Schedule(task, schedule.rounds, prices)
    assert schedule.cost == fresh.cost == cost(task, schedule.rounds, prices)
    for name in ("met", "price", "known", "where"):
        assert getattr(schedule, name) == getattr(fresh, name)
    for each, ours, theirs in zip(task.rounds, schedule.leaving, fresh.leaving, strict=True):
        assert [ours[one] for one in each.present] == [theirs[one] for one in each.present]
    for groups, ours, theirs in zip(schedule.rounds, schedule.joining, fresh.joining, strict=True):
        assert ours[: len(groups)] == theirs[: len(groups)]
    assert best.cost == cost(task, best.rounds, prices) <= schedule.cost


@given(st.integers(0, 99))
def test_price_of_a_block_is_what_its_swap_costs(seed):
    asked_for = question(**TOGETHER)
    effort = Effort(10**6, seed)
    schedule = Schedule(asked_for.task, dealt(asked_for, effort), repeat_prices(asked_for.task))
    before = schedule.cost
    price, ones, there, others = Blocks(schedule, effort).best_swap(0, 4)
    assert sorted(ones) == [4, 5]
    if others:
        schedule.swap(0, ones, there, others, price)
        assert (
            schedule.cost
            == before + price
            == cost(asked_for.task, schedule.rounds, schedule.prices)
        )


def test_search_ends_when_nothing_can_be_better():
    effort = Effort(10**7, 0)
    best = search(question(), repeat_prices(question().task), 12, effort, 10**7)
    assert best.cost == 12
    assert effort.spent < 10**6


def test_search_keeps_to_its_swaps():
    effort = Effort(10**7, 0)
    search(question(), repeat_prices(question().task), 0, effort, 200_000)
    assert 100_000 < effort.spent < 250_000


def test_people_are_placed_where_they_cost_least():
    # In three of five rounds the places of an array leave many pairs unmet: room for all of
    # those who met before.
    people = [f"person-{number}" for number in range(16)]
    met = [people[:4], people[4:8], people[8:12], people[12:]]
    task = asked(people, 4, None, 3, met=met).task
    (design,) = constructions(4, 4)
    short = type(design)(design.rounds[:3], design.how)
    rounds = placed(task, short, Effort(10**6, 0))
    assert cost(task, rounds, repeat_prices(task)) == 0

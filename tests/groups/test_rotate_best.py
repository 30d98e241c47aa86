"""Small schedules against every schedule there is."""

import every_seating
import pytest
from counting import all_groups, repeats
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.errors import GroupsError
from workshopcore.groups import rotate
from workshopcore.groups.asking import asked
from workshopcore.groups.effort import Effort
from workshopcore.groups.sizes import thinned
from workshopcore.groups.weighing import cheapest

NAMES = ("ana", "ben", "caz", "dev", "eva", "fay", "gus")
PLANS = ((2, 2), (3, 2), (2, 2, 2), (3, 3), (4, 2), (4, 3), (3, 2, 2))
BUDGET = 40_000


def sets(people, most=2):
    return st.lists(
        st.lists(st.sampled_from(people), min_size=2, max_size=3, unique=True), max_size=most
    )


@st.composite
def questions(draw, *, absences=False):
    sizes = draw(st.sampled_from(PLANS))
    people = NAMES[: sum(sizes)]
    rounds = draw(st.integers(1, 3 if sum(sizes) < 6 else 2))
    absent = {}
    if absences:
        absent = {draw(st.integers(1, rounds)): [draw(st.sampled_from(people))]}
    return {
        "people": people,
        "sizes": sizes,
        "rounds": rounds,
        "met": draw(sets(NAMES, 4)),
        "absent": absent,
    }


def there(question):
    """Who is there in each round, and the sizes of its groups."""
    found = []
    for number in range(1, question["rounds"] + 1):
        away = question["absent"].get(number, [])
        present = [name for name in question["people"] if name not in away]
        found.append((present, thinned(question["sizes"], len(present))))
    return found


def met_here(question):
    people = set(question["people"])
    return [people & set(group) for group in question["met"]]


@given(questions(absences=True))
def test_rotation_has_as_few_repeats_as_the_best_of_all_schedules(question):
    found = rotate(**question, budget=BUDGET)
    assert found.repeats == every_seating.best(there(question), met=met_here(question))
    assert found.lower_bound <= found.repeats


@given(st.data(), questions())
def test_rotation_keeps_apart_and_together_as_well_as_the_best_of_all_schedules(data, question):
    people = question["people"]
    demands = {
        "apart": data.draw(sets(people), label="apart"),
        "together": data.draw(sets(people), label="together"),
        "hosts": data.draw(
            st.lists(st.sampled_from(people), unique=True, max_size=len(question["sizes"])),
            label="hosts",
        ),
    }
    wanted = every_seating.best(there(question), met=met_here(question), **demands)
    if wanted is None:
        with pytest.raises(GroupsError, match="cannot be formed so that"):
            rotate(**question, **demands, budget=BUDGET)
        return
    found = rotate(**question, **demands, budget=BUDGET)
    assert found.repeats == wanted
    assert found.lower_bound <= found.repeats
    for groups in found.rounds:
        assert every_seating.is_legal(
            [set(g) for g in groups], demands["apart"], demands["together"], demands["hosts"]
        )


@given(st.data(), questions())
def test_rotation_is_as_even_as_the_best_of_all_schedules(data, question):
    people = question["people"]
    values = data.draw(st.dictionaries(st.sampled_from(people), st.sampled_from("xy")))
    found = rotate(**question, balance=[values], budget=BUDGET)
    wanted = every_seating.best(there(question), met=met_here(question), values=values)
    assert found.repeats + every_seating.UNEVEN * found.uneven == wanted


@given(st.data(), questions(absences=True), st.integers(0, 3))
def test_search_through_all_schedules_finds_the_best_and_nothing_better(data, question, more):
    people = question["people"]
    apart = data.draw(sets(people, 1), label="apart")
    values = data.draw(st.dictionaries(st.sampled_from(people), st.sampled_from("xy")))
    history = met_here(question)
    wanted = every_seating.best(there(question), met=history, apart=apart, values=values)
    if wanted is None:
        return
    task = asked(
        people,
        None,
        question["sizes"],
        question["rounds"],
        met=question["met"],
        apart=apart,
        balance=[values],
        absent=question["absent"],
    ).task
    inevitable = sum(
        every_seating.UNEVEN * every_seating.least_alike(present, len(sizes), values)
        for present, sizes in there(question)
    )
    found = cheapest(task, wanted + inevitable + more, Effort(10**7, 0), 10**7)
    assert bool(found) == (more > 0)
    if found:
        named = [[[people[one] for one in group] for group in groups] for groups in found]
        alike = sum(every_seating.alike_pairs(groups, values) for groups in named)
        cost = repeats(*history, *all_groups(named)) + every_seating.UNEVEN * alike
        assert cost == wanted + inevitable


@pytest.mark.parametrize(("people", "swaps"), [(12, 500), (18, 10**6)])
def test_nothing_is_said_of_what_is_too_large_or_too_long_to_look_at(people, swaps):
    names = [f"person-{number}" for number in range(people)]
    task = asked(names, people // 3, None, 2, met=[names[:3]]).task
    assert cheapest(task, 20, Effort(10**7, 0), swaps) is None


@pytest.mark.long
def test_people_with_a_history_have_a_proof_too():
    names = [f"person-{number}" for number in range(9)]
    met = [names[:4], names[4:], names[2:7], [*names[:2], *names[7:]], names[::2], names[1::2]]
    found = rotate(names, groups=3, rounds=2, met=met)
    assert found.proven
    assert found.repeats == every_seating.best([(names, (3, 3, 3))] * 2, met=met)


@pytest.mark.parametrize("seed", range(8))
def test_best_groups_are_found_where_no_swap_leads_to_them(seed):
    # Of two ways without dear meetings one costs eight; every swap on the way from it is dear.
    ones, others = ("ana", "ben", "caz", "dev"), ("eva", "fay", "gus", "hal")
    met = [
        (one, other)
        for at, one in enumerate(ones)
        for to, other in enumerate(others)
        for _ in range(1 if at // 2 == to // 2 else 20)
    ]
    found = rotate([*ones, *others], groups=2, rounds=1, met=met, seed=seed, budget=2000)
    assert found.rounds == ((ones, others),)
    assert (found.repeats, found.proven) == (found.earlier, True)

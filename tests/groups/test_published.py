"""The published tables."""

import json
import re
from pathlib import Path

import pytest
from counting import all_groups, repeats, sizes

from workshopcore.groups import meet_all, rotate

DATA = Path(__file__).parent / "data"
ROTATION = json.loads((DATA / "rotation.json").read_text(encoding="utf-8"))
BEST = json.loads((DATA / "rotation-best.json").read_text(encoding="utf-8"))

MAXIMA = [(*map(int, key.split("-")), rounds) for key, rounds in ROTATION["max_rounds"].items()]
# Of A. Miller, I. Valkov, R. J. R. Abel, Symmetry 2026, 18(2):269.
FURTHER = [
    (6, 3, 8),
    (6, 5, 6),
    (7, 3, 10),
    (7, 4, 9),
    (7, 7, 8),
    (8, 3, 11),
    (9, 3, 13),
    (9, 4, 11),
    (9, 9, 10),
    (10, 3, 14),
    (10, 4, 13),
    (10, 5, 9),
    (10, 6, 7),
    (10, 7, 7),
    (10, 8, 5),
    (10, 9, 5),
    (11, 3, 16),
    (12, 4, 12),
    (12, 4, 15),
    (12, 6, 12),
]
# What the table has as not proved optimal, and has been beaten since, with a proof.
IMPROVED = {("16 in 4,3,3,3,3", 6): 0, ("24 in 4s", 6): 0}
# The table has four more as not proved optimal; a search through all schedules proves them.
UNPROVEN = {("20 in 4s", 6)}


def people(number):
    return [f"person-{each}" for each in range(1, number + 1)]


def sizes_of(name):
    """The sizes of "12 in 4x3" (groups × size), "15 in 3s" or "9 in 5+4"."""
    number, plan = name.split(" in ")
    if "x" in plan:
        groups, size = plan.split("x")
        return (int(size),) * int(groups)
    if plan.endswith("s"):
        return (int(plan[:-1]),) * (int(number) // int(plan[:-1]))
    return tuple(map(int, re.split(r"[,+]", plan)))


# Seconds each: the search through all schedules, or many rounds.
LONG = {("12 in 4x3", 5), ("13 in 4,3,3,3", 5), ("12: 4x3", 0), (7, 4, 9)}


def long_if(case, *values):
    return pytest.param(*values, marks=[pytest.mark.deep] if case in LONG else [])


CELLS = [
    long_if((name, int(rounds)), name, int(rounds), value)
    for name, cells in BEST.items()
    if " in " in name
    for rounds, value in cells.items()
]


@pytest.mark.parametrize(
    ("groups", "size", "rounds"), [long_if(each, *each) for each in [*MAXIMA, *FURTHER]]
)
def test_nobody_meets_twice_in_as_many_rounds_as_published(groups, size, rounds):
    found = rotate(people(groups * size), groups=groups, rounds=rounds)
    assert [sizes(each) for each in found.rounds] == [[size] * groups] * rounds
    assert repeats(*all_groups(found.rounds)) == 0
    assert found.proven


def test_repeats_that_have_to_be_are_shared_by_symmetry():
    # Nine rounds of 18 meetings for 153 pairs.
    found = rotate(people(18), groups=6, rounds=9)
    assert (repeats(*all_groups(found.rounds)), found.proven) == (9 * 18 - 153, True)
    assert found.how.startswith("symmetric search: ")


@pytest.mark.parametrize(("name", "rounds", "value"), CELLS)
def test_repeats_are_as_few_as_the_best_known(name, rounds, value):
    cell = name, rounds
    plan = sizes_of(name)
    # What cannot be proven looks at every swap it may: a fraction of them finds the best known.
    fewer = {"budget": 1_000_000} if cell in UNPROVEN else {}
    found = rotate(people(sum(plan)), sizes=plan, rounds=rounds, **fewer)
    assert found.repeats == IMPROVED.get(cell, value)
    assert found.proven == (cell not in UNPROVEN)


@pytest.mark.deep
@pytest.mark.parametrize(("name", "rounds"), UNPROVEN)
def test_repeats_that_are_not_proven_are_not_fewer_with_another_seed(name, rounds):
    plan = sizes_of(name)
    found = [rotate(people(sum(plan)), sizes=plan, rounds=rounds, seed=seed) for seed in range(8)]
    assert {each.repeats for each in found} == {BEST[name][str(rounds)]}


# The table has 8 rounds for 20 people in fours, and 7 as the bound.
COVER_IMPROVED = {"20: 5x4": 7}


@pytest.mark.parametrize(
    "name", [long_if((each, 0), each) for each in ROTATION["cover_every_pair"] if each != "what"]
)
def test_everyone_meets_everyone_in_as_few_rounds_as_the_best_known(name):
    cell = ROTATION["cover_every_pair"][name]
    number, plan = name.split(": ")
    plan = sizes_of(f"{number} in {plan}")
    found = meet_all(people(int(number)), plan)
    assert len(found.rounds) == COVER_IMPROVED.get(name, cell["best"])
    assert found.proven
    assert found.lower_bound >= cell["bound"]
    assert all(found.rotation.met.values())
    assert all(sizes(groups) == sorted(plan, reverse=True) for groups in found.rounds)

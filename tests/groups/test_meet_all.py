"""Everyone meets everyone."""

import pytest
from counting import all_groups, meetings, sizes
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.errors import GroupsError, InvalidValueError
from workshopcore.groups import meet_all

TWELVE = ["ana", "ben", "caz", "dev", "eva", "fay", "gus", "hal", "ida", "jon", "kim", "lee"]


@given(st.integers(4, 14), st.integers(1, 5), st.integers(0, 4))
def test_everyone_meets_everyone(people, groups, seed):
    names = [f"person-{number}" for number in range(people)]
    groups = min(groups, people // 2)
    found = meet_all(names, groups=groups, seed=seed, budget=20_000)
    met = meetings(all_groups(found.rounds))
    assert len(met) == people * (people - 1) // 2
    assert all(max(sizes(each)) - min(sizes(each)) <= 1 for each in found.rounds)
    assert found.lower_bound <= len(found.rounds)
    assert found.proven == (found.lower_bound == len(found.rounds))


@pytest.mark.parametrize("budget", [0, 2_000])
def test_what_a_search_leaves_out_has_rounds_of_its_own(budget):
    names = [f"person-{number}" for number in range(30)]
    found = meet_all(names, groups=15, apart=[names[:2]], budget=budget)
    met = meetings(all_groups(found.rounds))
    assert len(met) == 30 * 29 // 2 - 1
    assert all(sizes(each) == [2] * 15 for each in found.rounds)


def test_who_met_before_need_not_meet_again():
    halves = [TWELVE[:6], TWELVE[6:]]
    found = meet_all(TWELVE, (6, 6), met=halves)
    assert (len(found.rounds), found.lower_bound) == (2, 2)
    met = meetings([*halves, *all_groups(found.rounds)])
    assert len(met) == 66


def test_everybody_has_met_already():
    assert len(meet_all(TWELVE, (6, 6), met=[TWELVE]).rounds) == 1


def test_people_who_are_kept_apart_do_not_meet():
    found = meet_all(TWELVE[:6], (3, 3), apart=[["ana", "ben"]], budget=50_000)
    met = meetings(all_groups(found.rounds))
    assert frozenset(["ana", "ben"]) not in met
    assert len(met) == 14


def test_people_who_are_kept_together_meet_the_others():
    found = meet_all(TWELVE[:6], (3, 3), together=[["ana", "ben"]])
    met = meetings(all_groups(found.rounds))
    assert len(met) == 15
    assert met[frozenset(["ana", "ben"])] == len(found.rounds) == found.lower_bound == 4


def test_people_who_fill_a_group_never_meet_the_others():
    found = meet_all(TWELVE[:4], (2, 2), together=[["ana", "ben"]])
    assert (len(found.rounds), found.proven) == (1, True)


def test_contradiction_is_refused():
    with pytest.raises(GroupsError, match="cannot be formed so that 'ana', 'ben' and 'caz' sit"):
        meet_all(TWELVE[:4], (2, 2), together=[["ana", "ben", "caz"]])


def test_budget_that_makes_no_sense_is_refused():
    with pytest.raises(InvalidValueError):
        meet_all(TWELVE, groups=4, budget=-1)


def test_answer_says_whether_fewer_rounds_would_do():
    found = meet_all(TWELVE[:9], (3, 3, 3))
    assert found.explain() == (
        "Everyone meets everyone in 4 rounds; fewer are impossible."
        " How it was made: an orthogonal array over the field of 3 elements."
    )
    found = meet_all(TWELVE, (3, 3, 3, 3), budget=300_000)
    assert found.explain() == (
        "Everyone meets everyone in 7 rounds; fewer than 6 are impossible, and no schedule of 6"
        f" was found. How it was made: {found.how}."
    )


def test_progress_is_told_for_each_number_of_rounds():
    told = []
    meet_all(TWELVE, groups=4, budget=20_000, advance=lambda *far: told.append(far))
    assert told.count((20_000, 20_000)) >= 2

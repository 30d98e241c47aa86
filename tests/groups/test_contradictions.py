"""What cannot be is refused, and the message says what contradicts what."""

import pytest
from every_seating import is_legal, partitions
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.errors import GroupsError
from workshopcore.groups import rotate
from workshopcore.groups.contradictions import Seating, smallest_contradiction

TWELVE = ["ana", "ben", "caz", "dev", "eva", "fay", "gus", "hal", "ida", "jon", "kim", "lee"]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (
            {"together": [["ana", "ben"]], "apart": [["caz", "ana", "ben"]]},
            (
                "4 groups of 3 cannot be formed so that 'ana' and 'ben' sit together"
                " and 'ana' and 'ben' sit apart"
            ),
        ),
        (
            {"together": [["ana", "ben", "caz", "dev", "eva"]]},
            "4 groups of 3 cannot be formed so that 'ben', 'caz', 'dev' and 'eva' sit together",
        ),
        (
            {"together": [["ana", "ben", "caz"], ["caz", "dev"], ["kim", "lee"]]},
            (
                "4 groups of 3 cannot be formed so that 'ana', 'ben' and 'caz' sit together"
                " and 'caz' and 'dev' sit together"
            ),
        ),
        (
            {"apart": [["lee", "kim"], TWELVE[:6]]},
            "4 groups of 3 cannot be formed so that 'ben', 'caz', 'dev', 'eva' and 'fay' sit apart",
        ),
        (
            {"hosts": ["ana", "ben", "caz"], "together": [["lee", "ana"], ["ben", "lee"]]},
            (
                "4 groups of 3 cannot be formed so that 'ana' and 'lee' sit together and 'ben' and"
                " 'lee' sit together and 'ana' and 'ben' host tables of their own"
            ),
        ),
        (
            {
                "hosts": TWELVE[:4],
                "apart": [["ana", "lee"], ["ben", "lee"], ["caz", "lee"], ["dev", "lee"]],
            },
            (
                "4 groups of 3 cannot be formed so that 'ana' and 'lee' sit apart and 'ben' and"
                " 'lee' sit apart and 'caz' and 'lee' sit apart and 'dev' and 'lee' sit apart and"
                " 'ana', 'ben', 'caz' and 'dev' host tables of their own"
            ),
        ),
        (
            {"hosts": TWELVE[:5]},
            "'ana', 'ben', 'caz', 'dev' and 'eva' are hosts, and there are only 4 groups",
        ),
        (
            {"absent": {2: TWELVE[1:]}},
            "nobody is left to meet anybody in round 2",
        ),
        (
            {"hosts": TWELVE[:4], "absent": {2: TWELVE[5:]}},
            "the hosts who are there in round 2 would sit alone",
        ),
        (
            {"together": [["ana", "ben", "caz"]], "absent": {1: TWELVE[8:]}},
            "4 groups of 2 cannot be formed in round 1 so that 'ana', 'ben' and 'caz' sit together",
        ),
    ],
)
def test_contradiction_is_named_as_small_as_it_is(asked, message):
    with pytest.raises(GroupsError) as refused:
        rotate(TWELVE, groups=4, rounds=2, **asked)
    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("people", "plan", "message"),
    [
        (["ana"], {"groups": 1}, "1 person cannot form groups"),
        ([], {"groups": 1}, "0 people cannot form groups"),
        (TWELVE, {"groups": 7}, "12 people cannot form 7 groups: somebody would sit alone"),
        (
            TWELVE,
            {"sizes": (4, 4, 3)},
            "2 groups of 4 and 1 group of 3 seat 11, and there are 12 people",
        ),
        (TWELVE, {"sizes": ()}, "no groups seat 0, and there are 12 people"),
        (["ana", "ben", "ana"], {"groups": 1}, "'ana' is among the people twice"),
    ],
)
def test_groups_that_do_not_add_up_are_refused(people, plan, message):
    with pytest.raises(GroupsError) as refused:
        rotate(people, rounds=2, **plan)
    assert str(refused.value) == message


def test_long_lists_of_people_are_cut_in_messages():
    people = [f"person-{number}" for number in range(40)]
    with pytest.raises(GroupsError, match="'person-11' and 4 more are hosts, and there are only 8"):
        rotate(people, groups=8, rounds=1, hosts=people[:16])


# Two blocks of four go into a group of ten: into twelve groups 24 of them, in very many ways.
TANGLED = [("together", tuple(range(first, first + 4))) for first in range(0, 100, 4)]


def test_question_that_is_too_tangled_is_given_up():
    with pytest.raises(GroupsError, match="would take too long: ask for less"):
        Seating(range(120), [10] * 12, TANGLED).groups()


@pytest.mark.long
def test_what_is_too_tangled_is_not_taken_for_a_contradiction():
    plain = [("together", (0, 119)), ("apart", (0, 119))]
    assert smallest_contradiction(range(120), [10] * 12, [*plain, *TANGLED]) == plain


PEOPLE = range(6)
DEMANDS = st.lists(
    st.tuples(
        st.sampled_from(["apart", "together", "hosts"]),
        st.lists(st.sampled_from(PEOPLE), min_size=2, max_size=4, unique=True).map(tuple),
    ),
    max_size=4,
)


def legal(groups, demands):
    apart = [people for kind, people in demands if kind != "together"]
    together = [people for kind, people in demands if kind == "together"]
    return is_legal(groups, apart, together, ())


@given(st.sampled_from([(3, 3), (2, 2, 2), (4, 2), (3, 2)]), DEMANDS, st.randoms())
def test_seating_finds_groups_exactly_where_there_are_some(sizes, demands, random):
    present = PEOPLE[: sum(sizes)]
    found = Seating(present, sizes, demands, random.random).groups()
    ways = [groups for groups in partitions(present, sizes) if legal(groups, demands)]
    if found is None:
        assert ways == []
    else:
        assert frozenset(map(frozenset, found)) in ways


@given(st.sampled_from([(3, 3), (2, 2, 2), (4, 2)]), DEMANDS)
def test_of_a_smallest_contradiction_nobody_can_be_left_out(sizes, demands):
    every = partitions(PEOPLE, sizes)
    if any(legal(groups, demands) for groups in every):
        return
    needed = smallest_contradiction(PEOPLE, sizes, demands)
    assert not any(legal(groups, needed) for groups in every)
    for at, (kind, people) in enumerate(needed):
        for one in people:
            fewer = (kind, tuple(other for other in people if other != one))
            weaker = [*needed[:at], fewer, *needed[at + 1 :]]
            assert any(legal(groups, weaker) for groups in every)

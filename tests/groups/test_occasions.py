"""Groups for several occasions together."""

from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshopcore.errors import GroupsError
from workshopcore.groups.meetings import meetings
from workshopcore.groups.occasions import Occasion, form_groups
from workshopcore.model.people import Person

NAMES = ("Ana", "Ben", "Caz", "Dev", "Eva", "Fay", "Gil", "Hal", "Ida")
TEAM = [Person(name, service="North" if n % 2 else "South") for n, name in enumerate(NAMES)]


def partitions(people, sizes):
    """Yield every way to sit in groups of some sizes, by brute force."""
    if not sizes:
        yield []
        return
    for group in combinations(people, sizes[0]):
        rest = [one for one in people if one not in group]
        for others in partitions(rest, sizes[1:]):
            yield [group, *others]


def fewest_by_hand(occasions, met):
    names = list(dict.fromkeys(name for each in occasions for name in each.names))
    ways = [list(partitions(each.names, each.sizes)) for each in occasions]
    return min(
        meetings(names, [*met, *(group for groups in chosen for group in groups)]).repeats
        for chosen in product(*ways)
    )


def test_occasions_of_one_kind_are_one_rotation():
    found = form_groups([Occasion(TEAM, (3, 3, 3))] * 4)
    assert (found.repeats, found.proven, len(found.rotations)) == (0, True, 1)
    assert found.meetings.never == ()
    assert "orthogonal array" in found.explain()


def test_occasions_of_other_kinds_know_of_each_other():
    # A round of pairs uses up 3 of the 15 pairs and two rounds of threes 6 each: all of them.
    six = TEAM[:6]
    threes, pairs = Occasion(six, (3, 3)), Occasion(six, (2, 2, 2))
    found = form_groups([threes, pairs, pairs])
    assert (found.repeats, found.proven) == (0, True)
    assert found.explain().startswith(
        "6 people, 3 rounds of different kinds. No two people meet twice. 3 pairs never met."
    )


def test_groups_come_in_the_order_of_the_occasions():
    six, four = TEAM[:6], TEAM[3:7]
    found = form_groups([Occasion(four, (2, 2)), Occasion(six, (3, 3)), Occasion(four, (2, 2))])
    assert [sorted(map(len, groups)) for groups in found.groups] == [[2, 2], [3, 3], [2, 2]]
    assert [sorted(name for group in groups for name in group) for groups in found.groups] == [
        sorted(person.id for person in people) for people in (four, six, four)
    ]


def test_what_was_before_counts():
    four = TEAM[:4]
    met = [("ana", "ben"), ("caz", "dev"), ("ana", "caz"), ("ben", "dev")]
    found = form_groups([Occasion(four, (2, 2))], met=met)
    assert {frozenset(group) for group in found.groups[0]} == {
        frozenset({"ana", "dev"}),
        frozenset({"ben", "caz"}),
    }
    assert (found.repeats, found.earlier) == (0, 0)


def test_repeats_from_before_are_told():
    six = TEAM[:6]
    met = [("ana", "ben")] * 2
    found = form_groups([Occasion(six, (3, 3)), Occasion(six, (2, 2, 2))], met=met)
    assert found.earlier == 1
    assert "1 repeat meeting, 1 of them from before. Fewer are impossible." in found.explain()


def test_that_everybody_has_met_is_told():
    six = TEAM[:6]
    met = [tuple(person.id for person in six)]
    found = form_groups([Occasion(six, (3, 3)), Occasion(six, (2, 2, 2))], met=met)
    assert "Everybody has met everybody in the end." in found.explain()


def test_hosts_stay_and_people_are_kept_apart_and_together_where_they_are():
    occasions = [
        Occasion(TEAM, (3, 3, 3), ("eva", "ida", "hal")),
        Occasion(TEAM, (3, 3, 3), ("eva", "ida", "hal")),
        Occasion(TEAM[:4], (2, 2)),
    ]
    found = form_groups(
        occasions,
        apart=[("ana", "ben"), ("caz", "hal")],
        together=[("ana", "caz"), ("dev", "gil")],
        budget=100_000,
    )
    for groups in found.groups[:2]:
        assert [group[0] for group in groups] == ["eva", "ida", "hal"]
    for group in (group for groups in found.groups for group in groups):
        assert not {"ana", "ben"} <= set(group)
        assert not {"caz", "hal"} <= set(group)
        assert ("ana" in group) == ("caz" in group)


def test_people_who_are_alike_are_spread_evenly():
    found = form_groups(
        [Occasion(TEAM[:4], (2, 2)), Occasion(TEAM[:6], (3, 3))], balance=["service"]
    )
    for group in (group for groups in found.groups for group in groups):
        services = [person.service for person in TEAM if person.id in group]
        assert abs(services.count("North") - services.count("South")) < 2
    assert found.uneven == 0


def test_uneven_groups_are_told():
    # Ana and Caz are of one service, Ben and Dev of the other: two pairs that are alike.
    found = form_groups(
        [Occasion(TEAM[:4], (2, 2)), Occasion(TEAM[4:8], (2, 2))],
        balance=["service"],
        apart=[("ana", "ben"), ("ana", "dev")],
    )
    assert (found.uneven, found.proven) == (2, False)
    assert "2 pairs of people who are alike sit together" in found.explain()


def test_a_contradiction_names_its_place():
    with pytest.raises(GroupsError, match=r"day/talk, round 1: .*'ana' and 'ben'"):
        form_groups(
            [Occasion(TEAM[:4], (2, 2), place="day/talk, round 1")],
            apart=[("ana", "ben")],
            together=[("ana", "ben")],
        )


def test_nothing_to_form_is_said():
    found = form_groups([])
    assert (found.groups, found.explain()) == ((), "There are no groups to form.")


def test_progress_never_goes_back_and_ends_at_the_budget():
    told = []
    form_groups(
        [Occasion(TEAM, (3, 3, 3)), Occasion(TEAM, (5, 4)), Occasion(TEAM, (5, 4))],
        met=[tuple(person.id for person in TEAM)] * 2,
        budget=40_000,
        advance=lambda done, whole: told.append((done, whole)),
    )
    assert told == sorted(told)
    assert told[-1] == (40_000, 40_000)
    assert {whole for _, whole in told} == {40_000}


def test_the_same_seed_gives_the_same_groups():
    occasions = [Occasion(TEAM, (5, 4)), Occasion(TEAM, (3, 3, 3)), Occasion(TEAM, (5, 4))]
    one, other = (form_groups(occasions, seed=3, budget=30_000) for _ in range(2))
    assert one.groups == other.groups


@settings(max_examples=15, deadline=None)
@given(
    occasions=st.lists(
        st.sampled_from([(6, (3, 3)), (6, (4, 2)), (5, (3, 2)), (4, (2, 2))]),
        min_size=2,
        max_size=3,
    ),
    met=st.lists(st.sets(st.sampled_from(["ana", "ben", "caz", "dev"]), min_size=2), max_size=3),
)
def test_no_groups_have_fewer_repeats_than_the_bound(occasions, met):
    asked = [Occasion(TEAM[:people], sizes) for people, sizes in occasions]
    found = form_groups(asked, met=met, budget=60_000)
    least = fewest_by_hand(asked, met)
    assert found.lower_bound <= least <= found.repeats
    names = [person.id for person in TEAM if person.id in found.meetings.people]
    new = [group for groups in found.groups for group in groups]
    assert found.repeats == meetings(names, [*met, *new]).repeats
    if found.proven:
        assert found.repeats == least

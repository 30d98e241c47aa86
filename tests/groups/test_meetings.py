"""Who has met whom."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from workshopcore.groups.meetings import meetings

PEOPLE = ["ana", "ben", "caz", "dev"]
GROUPS = st.lists(st.lists(st.sampled_from([*PEOPLE, "gone"]), max_size=5), max_size=6)


def test_meetings_are_counted_for_each_two_people():
    found = meetings(PEOPLE, [("ana", "ben", "caz"), ("caz", "ana")])
    assert found.times == {
        ("ana", "ben"): 1,
        ("ana", "caz"): 2,
        ("ana", "dev"): 0,
        ("ben", "caz"): 1,
        ("ben", "dev"): 0,
        ("caz", "dev"): 0,
    }


def test_meetings_know_colleagues_and_strangers():
    found = meetings(PEOPLE, [("ana", "ben", "caz")])
    assert found.colleagues("ben") == ("ana", "caz")
    assert found.strangers("ben") == ("dev",)
    assert found.never == (("ana", "dev"), ("ben", "dev"), ("caz", "dev"))
    assert (found.between("caz", "ana"), found.between("ana", "nobody")) == (1, 0)


def test_meetings_of_nobody_are_none():
    found = meetings([], [("ana", "ben")])
    assert (found.people, found.never, found.most, found.repeats) == ((), (), 0, 0)


@given(groups=GROUPS)
def test_meetings_agree_with_a_count_by_hand(groups):
    found = meetings(PEOPLE, groups)
    for one, other in combinations(PEOPLE, 2):
        together = sum(one in group and other in group for group in groups)
        assert found.between(one, other) == found.between(other, one) == together
    assert found.most == max(found.times.values())
    # A repeat is a pair of meetings of the same two people.
    assert found.repeats == sum(
        1
        for one, other in combinations(PEOPLE, 2)
        for first, second in combinations(range(len(groups)), 2)
        if {one, other} <= set(groups[first]) & set(groups[second])
    )

"""Pairs, threes and fours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.formats.joining import Joined, fours, pairs, threes

crowds = st.integers(2, 3000)


@pytest.mark.parametrize(
    ("people", "expected"),
    [(1, ()), (2, (2,)), (3, (3,)), (4, (2, 2)), (5, (3, 2)), (9, (3, 2, 2, 2))],
)
def test_pairs_make_one_three_of_an_odd_person(people, expected):
    assert pairs(people) == expected


@pytest.mark.parametrize(
    ("people", "expected"),
    [(2, ()), (3, (3,)), (4, (4,)), (5, ()), (7, (4, 3)), (8, (4, 4)), (11, (4, 4, 3))],
)
def test_threes_absorb_who_is_left_over(people, expected):
    assert threes(people) == expected


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (3, ()),
        (4, (4,)),
        (5, (5,)),
        (6, (6,)),
        (7, (4, 3)),
        (8, (4, 4)),
        (9, (5, 4)),
        (10, (6, 4)),
        (11, (6, 5)),
        (12, (4, 4, 4)),
    ],
)
def test_fours_join_pairs(people, expected):
    assert fours(people) == expected


@given(crowds.filter(lambda people: people > 3 and people != 7))
def test_fours_part_no_pair(people):
    sizes = fours(people)
    assert sum(sizes) == people
    # Two or three pairs each, and the pair that is a three is in the one odd group.
    assert all(4 <= size <= 6 for size in sizes)
    assert [size % 2 for size in sizes].count(1) == people % 2
    # Only one pair can be left over.
    assert sizes.count(6) <= 1


@given(crowds)
def test_pairs_seat_everybody(people):
    sizes = pairs(people)
    assert sum(sizes) == people
    assert sizes.count(3) == people % 2
    assert set(sizes) <= {2, 3}


@given(crowds.filter(lambda people: people > 5))
def test_threes_seat_everybody(people):
    sizes = threes(people)
    assert sum(sizes) == people
    assert sizes.count(4) == people % 3
    assert set(sizes) <= {3, 4}


@pytest.mark.parametrize(
    ("word", "people", "note"),
    [
        ("pairs", 4, ""),
        ("pairs", 5, "one three, as the number is odd"),
        ("threes", 6, ""),
        ("threes", 7, "one four, as one is left over"),
        ("threes", 8, "two fours, as two are left over"),
        ("fours", 8, ""),
        ("fours", 9, "one five, as the number is odd"),
        ("fours", 10, "one six, as a pair is left over"),
        ("fours", 11, "one six, as a pair is left over; one five, as the number is odd"),
        ("fours", 7, "one three, which finds no pair to join"),
    ],
)
def test_note_says_what_becomes_of_a_remainder(word, people, note):
    rule = Joined(word)
    assert rule.note(rule.sizes(people)) == note


def test_joined_may_have_a_name_of_its_own():
    assert Joined("fours").called == "fours"
    assert Joined("fours", "tables").called == "tables"

"""Schedules that are written down, and the arithmetic behind them."""

from itertools import combinations, product

import pytest
from counting import all_groups, repeats, sizes

from workshopcore.groups.designs.constructions import constructions
from workshopcore.groups.designs.fields import prime_powers, ring
from workshopcore.groups.designs.trimming import trimmed
from workshopcore.groups.sizes import even_sizes


@pytest.mark.parametrize("order", [2, 3, 4, 5, 7, 8, 9, 16, 25, 27])
def test_field_obeys_the_laws(order):
    field = ring(order)
    every = range(order)
    for a, b in product(every, repeat=2):
        assert field.add[a][b] == field.add[b][a]
        assert field.times[a][b] == field.times[b][a]
        assert (field.times[a][b] == 0) == (a == 0 or b == 0)
    for a, b, c in product(range(min(order, 9)), repeat=3):
        assert field.add[field.add[a][b]][c] == field.add[a][field.add[b][c]]
        assert field.times[field.times[a][b]][c] == field.times[a][field.times[b][c]]
        assert field.times[a][field.add[b][c]] == field.add[field.times[a][b]][field.times[a][c]]
    assert all(sorted(field.times[a]) == list(every) for a in every if a)
    assert len(field.apart) == order


@pytest.mark.parametrize(("order", "apart"), [(6, 2), (12, 3), (15, 3), (20, 4), (45, 5)])
def test_differences_of_the_elements_apart_can_be_divided_by(order, apart):
    product_of_fields = ring(order)
    minus = [row.index(0) for row in product_of_fields.add]
    assert len(product_of_fields.apart) == apart
    for one, other in combinations(product_of_fields.apart, 2):
        gap = product_of_fields.add[one][minus[other]]
        assert sorted(product_of_fields.times[gap]) == list(range(order))


def test_prime_powers_multiply_to_the_number():
    for number in range(2, 200):
        found = 1
        for prime, power in prime_powers(number):
            assert all(prime % divisor for divisor in range(2, prime))
            found *= prime**power
        assert found == number


@pytest.mark.parametrize(
    ("groups", "size"), [(g, s) for g in range(2, 17) for s in range(2, g + 1)]
)
def test_nobody_meets_twice_in_a_schedule_that_is_written_down(groups, size):
    found = list(constructions(groups, size))
    assert found
    for design in found:
        assert repeats(*all_groups(design.rounds)) == 0
        for turn in design.rounds:
            assert sizes(turn) == [size] * groups
            assert sorted(p for group in turn for p in group) == list(range(groups * size))


@pytest.mark.parametrize(
    ("groups", "size", "rounds"),
    [
        (6, 2, 11),
        (9, 3, 13),
        (8, 4, 10),
        (16, 4, 21),
        (7, 6, 7),
        (7, 7, 8),
        (12, 3, 16),
        (6, 6, 3),
        (15, 3, 20),
    ],
)
def test_as_many_rounds_are_written_down_as_is_known_to_be_possible(groups, size, rounds):
    assert max(len(design.rounds) for design in constructions(groups, size)) == rounds


def test_larger_groups_than_there_are_groups_repeat():
    assert list(constructions(3, 4)) == []
    assert list(constructions(1, 1)) == []


def test_first_points_of_an_array_can_be_hosts():
    (design,) = constructions(7, 4)
    for turn in design.rounds[:7]:
        assert sorted(min(group) for group in turn) == list(range(7))


@pytest.mark.parametrize("left_out", [0, 1, 4, 5, 6, 9, 10])
def test_schedule_without_some_places_has_even_groups(left_out):
    (design,) = constructions(5, 5)
    found = trimmed(design, even_sizes(25 - left_out, 5), 5)
    assert found is not None
    assert repeats(*all_groups(found.rounds)) == 0
    assert [sizes(turn) for turn in found.rounds] == [list(even_sizes(25 - left_out, 5))] * 5
    assert ("left out" in found.how) == (left_out > 0)


def test_schedule_in_which_everybody_meets_everybody_loses_one_place_at_most():
    (design,) = constructions(4, 4)
    assert trimmed(design, (4, 4, 4, 3), 5) is not None
    assert trimmed(design, (4, 4, 3, 3), 5) is None
    assert trimmed(design, (4, 4, 4, 4), 6) is None

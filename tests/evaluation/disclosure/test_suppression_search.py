"""The search for what else to hide, and what it does when its effort runs out."""

import random

import pytest
from every_table import all_protected, figures

from workshopcore.evaluation.disclosure import Rule, Table
from workshopcore.evaluation.disclosure.layout import TOTAL, layout
from workshopcore.evaluation.disclosure.suppression.hitting import Effort, cheapest
from workshopcore.evaluation.disclosure.suppression.pattern import pattern
from workshopcore.evaluation.disclosure.suppression.problem import Problem

COUNTS = [[1, 9, 2, 7], [8, 1, 6, 9], [7, 6, 1, 8]]
TABLE = Table(list("abc"), list("wxyz"), COUNTS)


def named(place):
    row, column = place
    return ("T" if row == TOTAL else row, "T" if column == TOTAL else column)


def test_pattern_without_effort_is_safe_and_not_proven():
    found = pattern(TABLE, Rule(4), effort=0)
    hidden = [named(place) for place in found.hidden]
    known = {place: value for place, value in figures(COUNTS).items() if place not in hidden}
    assert all_protected(known, hidden, 4)
    assert not found.proven
    assert found.lost >= pattern(TABLE, Rule(4)).lost


def test_pattern_does_not_depend_on_the_order_of_rows():
    other = pattern(Table(list("abc"), list("wxyz"), COUNTS[::-1]), Rule(4))
    assert (other.lost, other.proven) == (pattern(TABLE, Rule(4)).lost, True)


def test_pattern_of_a_larger_table_is_safe():
    chance = random.Random(1)
    counts = [[chance.randint(0, 12) for _ in range(5)] for _ in range(5)]
    found = pattern(Table(list("abcde"), list("vwxyz"), counts), Rule(3), effort=2_000)
    hidden = [named(place) for place in found.hidden]
    known = {place: value for place, value in figures(counts).items() if place not in hidden}
    assert all_protected(known, hidden, 3)


def test_cuts_end_with_an_empty_one_where_nothing_is_safe():
    shape = layout(2, 0)
    problem = Problem(shape, [2, 3, 5], frozenset({0, 1}), {}, 5)
    assert problem.cuts(frozenset({0, 1})) == [frozenset()]


@pytest.mark.parametrize("effort", [0, 1])
def test_cheapest_without_effort_is_what_was_found(effort):
    sets = [frozenset({1, 2}), frozenset({2, 3})]
    assert cheapest(sets, {1: 2, 2: 3, 3: 2}, 99, Effort(effort)) is None


def test_cheapest_finds_nothing_below_the_best_there_is():
    assert cheapest([frozenset({1, 2})], {1: 2, 2: 3}, 2, Effort(99)) is None
    assert cheapest([frozenset({1, 2})], {1: 2, 2: 3}, 3, Effort(99)) == {1}


def test_cheapest_finds_nothing_where_a_set_is_empty():
    assert cheapest([frozenset()], {1: 2}, 99, Effort(99)) is None

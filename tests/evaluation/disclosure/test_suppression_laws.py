"""What is hidden, beside every table that readers could think of."""

import random

import pytest
from every_table import all_protected, bounds, cheapest, figures, one_way
from hypothesis import assume, given
from hypothesis import strategies as st

from workshopcore.errors import InvalidValueError
from workshopcore.evaluation.disclosure import Published, Rule, Table, audit, protect

K = 3


def two_way(most=7, rows=3, columns=3):
    """Counts of two-way tables."""
    return st.integers(2, rows).flatmap(
        lambda height: st.integers(2, columns).flatmap(
            lambda width: st.lists(
                st.lists(st.integers(0, most), min_size=width, max_size=width),
                min_size=height,
                max_size=height,
            )
        )
    )


def table_of(counts):
    labels = [f"row {number}" for number in range(len(counts))]
    if isinstance(counts[0], int):
        return Table(labels, (), counts)
    return Table(labels, [f"column {number}" for number in range(len(counts[0]))], counts)


def every_figure(published):
    """All figures that are published or hidden, by place."""
    found = {(i, j): value for i, row in enumerate(published.cells) for j, value in enumerate(row)}
    found |= {(i, "T"): value for i, value in enumerate(published.row_totals)}
    found |= {("T", j): value for j, value in enumerate(published.column_totals)}
    found["T", "T"] = published.total
    return found


def parted(published):
    every = every_figure(published)
    known = {place: value for place, value in every.items() if value is not None}
    return known, [place for place, value in every.items() if value is None]


def place_of(published, figure):
    row = published.rows.index(figure.row) if figure.row else "T"
    column = published.columns.index(figure.column) if figure.column else "T"
    return (row, column if published.columns else 0)


def nothing_recoverable(counts, k):
    """Whether no table that is left can be worked out, by going through all that fit."""
    protected = protect(table_of(counts), Rule(k))
    if protected.withheld:
        return True
    known, hidden = parted(protected.published)
    values = one_way(counts) if isinstance(counts[0], int) else figures(counts)
    assert {place: values[place] for place in known} == known
    assert not any(0 < value < k for value in known.values())
    return not hidden or all_protected(known, hidden, k)


@given(two_way(), st.integers(2, 5))
def test_nothing_hidden_in_a_two_way_table_can_be_worked_out(counts, k):
    assert nothing_recoverable(counts, k)


@given(st.lists(st.integers(0, 12), min_size=1, max_size=5), st.integers(2, 6))
def test_nothing_hidden_in_a_one_way_table_can_be_worked_out(counts, k):
    assert nothing_recoverable(counts, k)


@given(st.lists(st.integers(0, 12), min_size=1, max_size=6), st.integers(2, 6))
def test_no_less_would_do_in_a_one_way_table(counts, k):
    assume(sum(counts) >= k)
    protected = protect(table_of(counts), Rule(k))
    best = cheapest(one_way(counts), k)
    assert (best is None) == bool(protected.withheld)
    assert best is None or (protected.lost, protected.proven) == (best, True)


@given(two_way(most=6, columns=2))
def test_no_less_would_do_in_a_two_way_table(counts):
    assume(sum(map(sum, counts)) >= K)
    protected = protect(table_of(counts), Rule(K))
    best = cheapest(figures(counts), K)
    assert (best is None) == bool(protected.withheld)
    assert best is None or (protected.lost, protected.proven) == (best, True)


@st.composite
def publications(draw):
    """Tables some of whose figures are hidden, well or badly, as anybody might publish them."""
    counts = draw(two_way(most=5))
    values = figures(counts)
    candidates = [place for place, value in values.items() if value and place != ("T", "T")]
    hidden = draw(st.sets(st.sampled_from(candidates), max_size=6)) if candidates else set()
    height, width = len(counts), len(counts[0])

    def shown(places):
        return [None if place in hidden else values[place] for place in places]

    return Published(
        [f"row {number}" for number in range(height)],
        [f"column {number}" for number in range(width)],
        [shown([(i, j) for j in range(width)]) for i in range(height)],
        row_totals=shown([(i, "T") for i in range(height)]),
        column_totals=shown([("T", j) for j in range(width)]),
        total=values["T", "T"],
    )


@given(publications(), st.booleans())
def test_audit_knows_the_bounds_of_every_hidden_figure(published, some_small):
    # Readers also know that some hidden figure is small: it tells them nothing more.
    known, hidden = parted(published)
    expected = bounds(known, hidden, K, some_small=some_small)
    assume(all(low is not None for low, _ in expected.values()))
    found = {
        place_of(published, figure): (figure.lowest, figure.highest)
        for figure in audit(published, Rule(K)).figures
    }
    assert {place: found[place] for place in hidden} == expected


@given(publications())
def test_audit_protects_what_can_be_more_than_one_number_and_large_enough(published):
    known, hidden = parted(published)
    expected = bounds(known, hidden, K)
    assume(all(low is not None for low, _ in expected.values()))
    found = audit(published, Rule(K))
    assert found.safe == (
        all(low < high and high >= K for low, high in expected.values())
        and not any(0 < value < K for value in known.values())
    )
    assert all(bool(figure.attack) != figure.protected for figure in found.figures)


@given(st.lists(st.integers(1, 9), min_size=2, max_size=4), st.integers(1, 20))
def test_audit_refuses_figures_that_do_not_add_up(counts, more):
    published = Published(
        [str(number) for number in range(len(counts))], (), counts, total=sum(counts) + more
    )
    with pytest.raises(InvalidValueError, match="do not add up"):
        audit(published)


def random_table(chance):
    """A small table as teams have them: some groups of one or two, some empty."""
    k = chance.choice((2, 3, 4, 5))
    most = chance.choice((k, 2 * k, 3 * k))
    if chance.random() < 0.3:
        return [chance.randint(0, most) for _ in range(chance.randint(1, 6))], k
    height, width = chance.randint(1, 4), chance.randint(1, 3)
    return [[chance.randint(0, most) for _ in range(width)] for _ in range(height)], k


@pytest.mark.deep
@pytest.mark.parametrize("part", range(10))
def test_no_hidden_figure_of_ten_thousand_tables_can_be_worked_out(part):
    chance = random.Random(part)
    cases = [random_table(chance) for _ in range(1_000)]
    assert [case for case in cases if not nothing_recoverable(*case)] == []


@pytest.mark.deep
def test_suppression_is_within_a_tenth_of_the_least_on_small_tables():
    chance = random.Random(11)
    cases = [
        ([[chance.randint(0, 9) for _ in range(3)] for _ in range(3)], chance.choice((2, 3)))
        for _ in range(300)
    ]
    pairs = [
        (protect(table_of(counts), Rule(k)).lost, cheapest(figures(counts), k))
        for counts, k in cases
    ]
    assert [pair for pair in pairs if pair[1] is not None and pair[0] > 1.1 * pair[1]] == []

"""Several releases of the same people: together they never rest on few of them."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from workshopcore.evaluation.disclosure import Rule, Table, digests, may_release, protect

KEY = b"a key of the house"
PEOPLE = [f"t{number}" for number in range(9)]
DIGESTS = {digests([token], KEY)[0]: number for number, token in enumerate(PEOPLE)}

groupings = st.dictionaries(
    st.sampled_from(PEOPLE),
    st.tuples(st.sampled_from(["North", "South"]), st.sampled_from(["Yes", "No", "Perhaps"])),
    min_size=3,
)


def tables():
    """Tables of some of the people, one-way, two-way or of answers."""
    return st.tuples(groupings, st.sampled_from(["one-way", "groups", "answers"]), st.booleans())


def table_of(grouping, kind, margins):
    if kind == "one-way":
        grouping = {token: answer for token, (_, answer) in grouping.items()}
        return Table.of(grouping, margins=margins)
    return Table.of(grouping, columns_are=kind, margins=margins)


def independent(rows):
    """The number of independent rows, modulo a large prime."""
    prime, left, found = 2**61 - 1, [list(row) for row in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((row for row in left if row[column]), None)
        if pivot is not None:
            left.remove(pivot)
            found += 1
            inverse = pow(pivot[column], -1, prime)
            left = [
                [(a - row[column] * inverse * b) % prime for a, b in zip(row, pivot, strict=True)]
                for row in left
            ]
    return found


def rest_on_few(groups, k):
    """Whether any sums and differences of groups rest on fewer than k people."""
    rows = [[int(person in group) for person in range(9)] for group in groups]
    everything = independent(rows)
    return any(
        independent([[row[each] for each in range(9) if each not in few] for row in rows])
        < everything
        for size in range(1, k)
        for few in combinations(range(9), size)
    )


@given(st.lists(tables(), min_size=1, max_size=4), st.integers(2, 4))
def test_releases_together_never_rest_on_few_people(cases, k):
    out = []
    for case in cases:
        shown = protect(table_of(*case), Rule(k), out, wave="close", questions=["q"], key=KEY)
        out += shown.bases
    groups = [{DIGESTS[member] for member in base.members} for base in out]
    assert all(len(group) >= k for group in groups)
    assert not rest_on_few(groups, k)
    assert not any(0 < len(one - other) < k for one in groups for other in groups)


@given(tables(), st.integers(2, 4))
def test_the_same_table_may_always_go_out_again(case, k):
    table = table_of(*case)
    first = protect(table, Rule(k), wave="close", questions=["q"], key=KEY)
    assert protect(table, Rule(k), first.bases, wave="close", questions=["q"], key=KEY) == first


@given(st.lists(tables(), min_size=2, max_size=4), st.integers(2, 4))
def test_what_went_out_may_always_go_out_again(cases, k):
    out = []
    for case in cases:
        shown = protect(table_of(*case), Rule(k), out, wave="close", questions=["q"], key=KEY)
        out += shown.bases
        assert may_release(shown.bases, out, Rule(k)).new == ()
        assert may_release(out, out, Rule(k)).allowed


@given(tables(), st.integers(2, 4))
def test_what_is_shown_is_recorded(case, k):
    table = table_of(*case)
    shown = protect(table, Rule(k), wave="close", questions=["q"], key=KEY)
    sizes = sorted(base.count for base in shown.bases)
    figures = shown.published
    expected = [figures.total, *figures.row_totals, *figures.column_totals]
    if table.columns_are == "groups":
        expected += [cell for row in figures.cells for cell in row]
    else:
        expected = [figures.total, *figures.row_totals]
        if len(table.rows) == 1 and table.margins:
            assert figures.total is None
    assert sizes == sorted(count for count in expected if count)

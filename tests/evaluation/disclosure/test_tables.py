"""Tables of respondents: what can be one, and what is refused with a reason."""

import pytest

from workshopcore.errors import InvalidValueError, WorkshopCoreError
from workshopcore.evaluation.disclosure import Rule, Table


def test_table_counts_people():
    table = Table.of(
        {"t1": ("North", "Yes"), "t2": ("South", "No"), "t3": ("North", "Yes")},
        ["South", "North", "West"],
        ["No", "Yes"],
    )
    assert table.counts == ((1, 0), (0, 2), (0, 0))
    assert table.members[1][1] == {"t1", "t3"}
    assert (table.total, table.bases) == (3, (1, 2, 0))


def test_table_of_one_way_takes_groups_as_they_come():
    table = Table.of({"t1": "North", "t2": "South", "t3": "North"})
    assert (table.rows, table.columns, table.counts) == (("North", "South"), (), ((2,), (1,)))


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ({"t1": ("North", "Yes", "Morning")}, "A table of three ways cannot be controlled"),
        ({"t1": ("North", 3)}, "a row, or a row and a column"),
        ({"t1": "Elsewhere"}, "one of the rows and columns given"),
    ],
)
def test_table_refuses_people_who_are_nowhere_in_it(people, expected):
    with pytest.raises(InvalidValueError, match=expected):
        Table.of(people, ["North"])


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"rows": []}, "counts for 0 rows, at least one"),
        ({"counts": [1]}, "counts for 2 rows"),
        ({"counts": [[1, 2], [1]]}, "1 counts in every row"),
        ({"counts": [1, -1]}, "a count from 0 to 1000000"),
        ({"counts": [[[1, 2]], [[3, 4]]]}, "a table of three ways, or several that share cells"),
        ({"rows": ["North", "North"]}, "labels that differ from each other"),
        ({"columns_are": "answers"}, "the answers across the top"),
        ({"members": [[{"t1"}], [set()]]}, "as many members of each cell as it counts"),
        ({"members": [[{"t1"}], [{"t1"}]]}, "Cells that share people make linked tables"),
        ({"columns_are": "people"}, "one of answers, groups"),
    ],
)
def test_table_refuses_what_cannot_be_controlled(changes, expected):
    given = {"rows": ["North", "South"], "counts": [1, 1]} | changes
    with pytest.raises(WorkshopCoreError, match=expected):
        Table(**given)


@pytest.mark.parametrize("k", [1, 0, "5", 1001])
def test_rule_asks_for_two_people_at_least(k):
    with pytest.raises(InvalidValueError, match="a whole number from 2 to 1000"):
        Rule(k)

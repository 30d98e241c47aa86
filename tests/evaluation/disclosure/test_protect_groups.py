"""Tables of groups: what is shown of them, and why not the rest."""

import pytest

from workshopcore.contracts.publication import Base
from workshopcore.evaluation.disclosure import Hidden, Rule, Table, protect

KEY = b"a key of the house"
FEW = "fewer than 5 answered"
WITH_IT = "with it, a group of fewer than 5 could be worked out"


def people(**groups):
    """Somebody in each group, by token: North=5 are north-0 to north-4."""
    return {f"{name.lower()}-{n}": name for name, count in groups.items() for n in range(count)}


def one_way(*counts, margins=True):
    return Table([f"group {number}" for number in range(len(counts))], (), counts, margins=margins)


def texts(protected):
    return [cell for (cell,) in protected.texts]


def test_protect_shows_a_table_in_which_everybody_is_safe():
    shown = protect(one_way(5, 7))
    assert (texts(shown), shown.total_text, shown.note) == (["5", "7"], "12", "")
    assert (shown.hidden, shown.lost, shown.proven) == ((), 0, True)


def test_protect_shows_that_nobody_answered():
    assert texts(protect(one_way(9, 0))) == ["9", "0"]


def test_protect_hides_a_small_group_and_one_more():
    shown = protect(one_way(12, 7, 3))
    assert texts(shown) == ["12", "–", "–"]
    assert shown.hidden == (Hidden("group 1", "", WITH_IT), Hidden("group 2", "", FEW))
    assert shown.lost == 10


def test_protect_hides_a_group_whose_complement_is_small():
    assert texts(protect(one_way(20, 1, 3))) == ["–", "–", "–"]


@pytest.mark.parametrize("team", range(5, 10))
def test_protect_finds_no_breakdown_below_ten_people_for_a_base_of_five(team):
    shown = [texts(protect(one_way(first, team - first))) for first in range(1, team)]
    assert shown == [["–", "–"]] * (team - 1)


def test_protect_shows_a_breakdown_of_ten_people():
    assert texts(protect(one_way(5, 5))) == ["5", "5"]


def test_protect_hides_only_small_groups_where_no_total_is_shown():
    assert texts(protect(one_way(12, 3, margins=False))) == ["12", "–"]
    assert protect(one_way(12, 3, margins=False)).total_text == ""


def test_protect_withholds_a_table_of_too_few():
    shown = protect(one_way(2, 2))
    assert (texts(shown), shown.total_text, shown.withheld) == (["–", "–"], "", FEW)
    assert shown.bases == ()


def test_protect_shows_the_total_alone_where_no_group_can_be_shown():
    shown = protect(one_way(3, 2))
    assert (texts(shown), shown.total_text) == (["–", "–"], "5")
    assert shown.withheld == "whatever is hidden, a group of fewer than 5 could be worked out"
    assert shown.bases == (Base("", "everybody", 5),)


def test_protect_withholds_everything_where_no_total_is_wanted_either():
    table = Table(["North", "South"], ["Heads", "Others"], [[1, 2], [2, 1]], margins=False)
    shown = protect(table)
    assert [figure for row in shown.published.cells for figure in row] == [None] * 4
    assert shown.published.total is None


def test_protect_says_the_same_whatever_is_hidden():
    notes = {protect(one_way(*counts)).note for counts in ((12, 7, 3), (20, 1, 3), (2, 2), (3, 2))}
    assert notes == {
        "– not shown: fewer than 5 answered, or showing it could give away a group that small"
    }


def test_protect_keeps_a_house_with_a_larger_base():
    assert texts(protect(one_way(9, 20), Rule(10))) == ["–", "–"]


def test_protect_hides_totals_of_a_two_way_table_that_are_small():
    table = Table(["North", "South"], ["Heads", "Others"], [[2, 1], [9, 14]])
    shown = protect(table)
    assert shown.row_texts == ("–", "–")
    assert shown.total_text == "26"
    assert Hidden("North", "", FEW) in shown.hidden


def test_protect_names_hidden_figures_of_a_two_way_table():
    table = Table(["North", "South"], ["Heads", "Others"], [[2, 8], [9, 14]])
    shown = protect(table)
    assert shown.texts == (("–", "–"), ("–", "–"))
    assert (shown.row_texts, shown.column_texts) == (("10", "23"), ("11", "22"))
    assert [(hidden.row, hidden.column) for hidden in shown.hidden] == [
        ("North", "Heads"),
        ("North", "Others"),
        ("South", "Heads"),
        ("South", "Others"),
    ]


def test_protect_records_whose_figures_are_shown():
    shown = protect(one_way(12, 7, 3), wave="close", questions=["trust"])
    assert shown.bases == (
        Base("close", "everybody", 22, ["trust"]),
        Base("close", "group 0", 12, ["trust"]),
    )


def test_protect_records_members_by_digest_only():
    table = Table.of(people(North=5, South=6))
    shown = protect(table, key=KEY)
    assert [len(base.members) for base in shown.bases] == [11, 6, 5]
    assert not {*people(North=5, South=6)} & {each for base in shown.bases for each in base.members}


def test_protect_hides_a_group_that_an_earlier_release_would_complete():
    before = protect(Table.of(people(North=5, South=6)), wave="close", questions=["q"], key=KEY)
    regrouped = people(North=5, South=6) | {"north-0": "Moved"}
    table = Table(
        ["North", "South"],
        (),
        [[4 + 2], [6 - 1]],
        members=[
            [{token for token in regrouped if token.startswith("north-")} | {"south-0"}],
            [{token for token in regrouped if token.startswith("south-")} - {"south-0"}],
        ],
    )
    after = protect(table, earlier=before.bases, wave="close", questions=["q"], key=KEY)
    assert texts(after) == ["–", "–"]
    assert after.hidden[0].reason == "North (close, 6) less North (close, 5) leaves 1"


def test_protect_withholds_a_team_that_an_earlier_release_would_single_out():
    before = protect(Table.of(people(North=9)), wave="baseline", key=KEY)
    after = protect(Table.of(people(North=8)), earlier=before.bases, wave="close", key=KEY)
    assert (texts(after), after.total_text) == (["–"], "")
    assert after.withheld == "everybody (baseline, 9) less everybody (close, 8) leaves 1"


def test_protect_shows_the_same_again():
    table = Table.of(people(North=5, South=6, West=8))
    before = protect(table, wave="close", key=KEY)
    assert protect(table, earlier=before.bases, wave="close", key=KEY) == before


def test_protect_withholds_the_total_alone_where_an_earlier_release_is_too_close():
    earlier = [Base("baseline", "everybody", 6)]
    shown = protect(one_way(3, 2), earlier=earlier, wave="close")
    assert (shown.total_text, shown.bases) == ("", ())
    assert shown.withheld.endswith("differ by 1, and it is not known who they were")


def test_protect_hides_totals_that_would_set_few_people_against_few_others():
    # By the counts alone these four could be anything; but figures of row A less those of
    # column X are figures of the two in the one small cell, less those of the two in the other.
    counts = {("A", "X"): 9, ("A", "Y"): 2, ("B", "X"): 2, ("B", "Y"): 9}
    told = {f"{place}-{n}": place for place, count in counts.items() for n in range(count)}
    shown = protect(Table.of(told), key=KEY)
    assert shown.texts == (("–", "–"), ("–", "–"))
    assert [base.group for base in shown.bases] == ["everybody", "A", "B"]
    assert shown.column_texts == ("–", "–")
    assert shown.hidden[-1] == Hidden("", "Y", "Y (11) less B (11) leaves 2")


def test_protect_keeps_a_group_that_is_out_and_hides_what_it_would_complete():
    told = people(North=12, South=7, West=3)
    south = {token: "South" for token, group in told.items() if group == "South"}
    before = protect(Table.of(south, margins=False), wave="close", key=KEY)
    assert before.bases[0].group == "South"
    after = protect(Table.of(told), earlier=before.bases, wave="close", key=KEY)
    assert texts(after) == ["–", "7", "–"]
    assert after.hidden[0].reason == (
        "everybody (close, 22) less South (close, 7) less North (close, 12) leaves 3"
    )

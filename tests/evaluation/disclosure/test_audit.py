"""The audit of tables that others published."""

import pytest

from workshopcore.errors import InvalidValueError
from workshopcore.evaluation.disclosure import Audited, Published, Rule, audit


def interval(figure):
    return figure.lowest, figure.highest


def found(published, rule=None):
    return {(each.row, each.column): each for each in audit(published, rule).figures}


def test_audit_subtracts():
    published = Published(["North", "South", "West"], (), [7, 9, None], total=18)
    assert audit(published).figures == (
        Audited(
            "West",
            "",
            2,
            2,
            protected=False,
            attack="the total 18 minus the published North 7 and South 9 leaves 2",
        ),
    )


def test_audit_uses_that_a_hidden_figure_is_at_least_one():
    published = Published(["North", "South", "West"], (), [7, None, None], total=12)
    assert audit(published).attacks == (
        (
            "the total 12 minus the published North 7 leaves 5"
            " for it and 1 other hidden figure, so it is 1 to 4"
        ),
    )


def test_audit_finds_small_figures_that_are_shown():
    assert audit(Published(["North", "South"], (), [3, 9], total=12)).attacks == (
        "North is shown as 3",
    )


def test_audit_finds_nothing_where_nothing_is_hidden():
    assert audit(Published(["North", "South"], (), [6, 9], total=15)).figures == ()


def test_audit_knows_no_limit_without_totals():
    published = Published(["North", "South"], (), [None, 9])
    assert audit(published).figures == (Audited("North", "", 1, None, protected=True),)


def test_audit_of_answers_finds_what_the_hidden_groups_said_together():
    published = Published(
        ["North", "South", "West"],
        ["Agree", "Disagree"],
        [[4, 6], [None, None], [None, None]],
        row_totals=[10, None, None],
        column_totals=[13, 6],
        total=19,
        columns_are="answers",
    )
    assert audit(published).attacks == (
        "the totals minus the published groups leave one answer for all of South and West",
    )


def test_audit_of_answers_finds_a_group_that_is_too_small():
    published = Published(
        ["North", "South"],
        ["Agree", "Disagree"],
        [[4, 6], [None, None]],
        column_totals=[6, 8],
        columns_are="answers",
    )
    assert audit(published).attacks == ("the total 14 minus the published North 10 leaves 4",)


def test_audit_of_answers_finds_a_group_that_agrees():
    published = Published(["North"], ["Agree", "Disagree"], [[7, 0]], columns_are="answers")
    assert audit(published).attacks == ("all 7 of North are shown to answer the same",)


def test_audit_of_answers_takes_small_counts_of_a_large_group_as_they_are():
    published = Published(["North"], ["Agree", "Disagree"], [[7, 2]], columns_are="answers")
    assert audit(published).safe


def test_audit_of_answers_leaves_a_hidden_total_out():
    published = Published(
        ["North", "South"],
        ["Agree", "Disagree"],
        [[4, 6], [None, None]],
        column_totals=[None, 8],
        columns_are="answers",
    )
    assert found(published)["South", ""].highest is None


def test_audit_refuses_several_tables_at_once():
    published = Published(["North", "South"], (), [6, 9], total=15)
    with pytest.raises(InvalidValueError, match="Linked tables and tables of three ways"):
        audit([published, published])


def test_audit_of_a_withheld_table_lets_figures_be_zero():
    published = Published(["North", "South"], (), [None, None], total=5, least=0)
    assert [interval(each) for each in audit(published).figures] == [(0, 5), (0, 5)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"cells": [1]}, "2 rows of 1 figures"),
        ({"cells": [1, -1]}, "a count, or None for what is hidden"),
        ({"row_totals": [1, 1]}, "a total for each row of a two-way table"),
        ({"column_totals": [1]}, "a total for each column"),
    ],
)
def test_published_refuses_what_is_no_table(changes, expected):
    with pytest.raises(InvalidValueError, match=expected):
        Published(**({"rows": ["North", "South"], "cells": [1, 1]} | changes))


# Published examples. The figures are facts; the words are ours.

# The example of Statistical Policy Working Paper 22 (US Federal Committee on Statistical
# Methodology, 1994) on why hiding two figures in every row and column is not enough. Adding up
# the first two rows and taking away the middle columns leaves the last figure of the first row:
# (20 + 55) − (35 + 30) = 15 + D + 20 + 15 − (10 + 14) − (10 + 7), so D = 1.
DELINQUENCY = Published(
    ["Alpha", "Beta", "Gamma", "Delta"],
    ["Low", "Medium", "High", "Very high"],
    [[15, None, None, None], [20, None, None, 15], [None, 10, 10, None], [None, 14, 7, None]],
    row_totals=[20, 55, 25, 35],
    column_totals=[50, 35, 30, 20],
    total=135,
    least=0,
)


def test_audit_finds_the_figure_of_the_working_paper():
    figure = found(DELINQUENCY)["Alpha", "Very high"]
    assert (interval(figure), figure.protected) == ((1, 1), False)
    assert figure.attack.endswith("leaves 1")


# The table of Fischetti and Salazar's papers on cell suppression, with the four figures hidden
# that they hide: B III is 22; with x for it, the others are 30 − x, 34 − x and x − 5.
INVESTMENT = Published(
    ["A", "B", "C"],
    ["I", "II", "III"],
    [[20, 50, 10], [None, 19, None], [None, 32, None]],
    row_totals=[80, 49, 61],
    column_totals=[45, 101, 44],
    total=190,
    least=0,
)


def test_audit_has_the_bounds_of_the_investment_table():
    assert {place: interval(each) for place, each in found(INVESTMENT).items()} == {
        ("B", "I"): (0, 25),
        ("B", "III"): (5, 30),
        ("C", "I"): (0, 25),
        ("C", "III"): (4, 29),
    }


# The first table of the vignette "Small count frequency table suppression" of the R package
# GaussSuppression, as it publishes it: nothing can be worked out exactly.
COUNTRIES = Published(
    ["young", "old"],
    ["Iceland", "Portugal", "Spain"],
    [[None, None, 5], [None, None, 6]],
    row_totals=[7, 13],
    column_totals=[5, 4, 11],
    total=20,
    least=0,
)


def test_audit_agrees_that_nothing_in_the_vignette_can_be_worked_out_exactly():
    assert {place: interval(each) for place, each in found(COUNTRIES, Rule(2)).items()} == {
        ("young", "Iceland"): (0, 2),
        ("young", "Portugal"): (0, 2),
        ("old", "Iceland"): (3, 5),
        ("old", "Portugal"): (2, 4),
    }


def test_audit_by_our_rule_asks_for_more_than_the_vignette_does():
    assert not found(COUNTRIES, Rule(3))["young", "Portugal"].protected

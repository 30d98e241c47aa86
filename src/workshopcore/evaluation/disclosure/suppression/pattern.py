"""Which figures of a table of groups are hidden."""

from __future__ import annotations

from attrs import frozen

from workshopcore.evaluation.disclosure.layout import TOTAL, Place, layout
from workshopcore.evaluation.disclosure.rule import Rule
from workshopcore.evaluation.disclosure.suppression.problem import Problem, cost
from workshopcore.evaluation.disclosure.suppression.search import EFFORT, choose_hidden
from workshopcore.evaluation.disclosure.table import Table

__all__ = ["Pattern", "pattern"]


@frozen
class Pattern:
    """What is hidden in a table.

    Attributes:
        hidden: the places, totals included.
        lost: the respondents counted in them.
        proven: whether nothing less would do.
    """

    hidden: frozenset[Place]
    lost: int
    proven: bool


def pattern(
    table: Table, rule: Rule, forced: frozenset[Place] = frozenset(), effort: int = EFFORT
) -> Pattern | None:
    """Return what to hide in a table whose every cell is a base.

    Figures of 1 to k − 1 and those that are forced are hidden, and as little besides as keeps
    them from being worked out: the fewest respondents counted in hidden figures, then the
    fewest figures. Figures of 0 and the grand total are always shown.

    Returns:
        ``None`` if nothing of the table can be shown.
    """
    shape = layout(len(table.rows), len(table.columns))
    values = shape.values(table)
    unbound = (
        frozenset() if table.margins else frozenset(filter(shape.is_total, range(len(values))))
    )
    part = [arc for arc in range(len(values)) if arc not in unbound]
    needed = frozenset(
        arc for arc in part if rule.is_small(values[arc]) or shape.places[arc] in forced
    )
    whole = shape.arcs[TOTAL, TOTAL]
    costs = {
        arc: cost(values[arc]) for arc in part if values[arc] and arc not in needed and arc != whole
    }
    problem = Problem(shape, values, needed, costs, rule.k, unbound)
    choice = choose_hidden(problem, effort)
    if choice is None or whole in choice.hidden:
        return None
    return Pattern(
        frozenset(shape.places[arc] for arc in choice.hidden),
        sum(values[arc] for arc in choice.hidden),
        choice.proven,
    )

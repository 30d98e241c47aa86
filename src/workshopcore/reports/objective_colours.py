"""Red, amber and green for objectives, by the house's rule and what of their actions is done."""

from __future__ import annotations

from collections.abc import Sequence

from workshopcore.actions import RagRule
from workshopcore.contracts.report import Block, Paragraph
from workshopcore.language import gettext, gettext_noop, pgettext
from workshopcore.reports.blocks import table
from workshopcore.reports.colours import colour_label
from workshopcore.reports.objective_actions import ObjectiveActions
from workshopcore.reports.wording import share

__all__ = ["objective_colour", "objective_colours"]

_HOW = gettext_noop(
    "An objective has the colour of its actions together: how many of them are done, and whether"
    " one is overdue, by the rule for actions below. Whether it is reached, its measure says, and"
    " not its colour."
)


def objective_colour(each: ObjectiveActions, rule: RagRule) -> str:
    """Return the colour of an objective in words: ``Complete`` where all its actions are done."""
    total = len(each.actions)
    if not total:
        return gettext("none: no action")
    if each.done == total:
        return colour_label("complete")
    return colour_label(rule.colour(100 * each.done // total, late=each.overdue > 0))


def objective_colours(objectives: Sequence[ObjectiveActions], rule: RagRule) -> tuple[Block, ...]:
    """Return the objectives with their colours; nothing of no objectives."""
    if not objectives:
        return ()
    rows = [
        (
            each.objective.statement,
            objective_colour(each, rule),
            share(each.done, len(each.actions)) if each.actions else pgettext("of actions", "none"),
        )
        for each in objectives
    ]
    columns = (gettext("Objective"), gettext("Colour"), gettext("Actions done"))
    return (
        *table(columns, rows, row_headings=True),
        Paragraph(gettext(_HOW)),
    )

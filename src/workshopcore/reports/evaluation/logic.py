"""The logic of a programme: from what makes it necessary to what was gained, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workshopcore.actions import plan
from workshopcore.contracts.report import Block, Inline, Paragraph
from workshopcore.language import gettext, gettext_noop, pgettext
from workshopcore.model.programme import Programme
from workshopcore.reports.blocks import bullets, filled, prose, section, table
from workshopcore.reports.evaluation.coverage import Covered
from workshopcore.reports.trace_figure import titles
from workshopcore.reports.wording import listed, share
from workshopcore.trace import Node, Trace

__all__ = ["logic"]

_HOW = gettext_noop(
    "Each line reads from left to right: what made an objective necessary, where it was worked"
    " towards, what was to be done, and what came of it."
)


def logic(programme: Programme, found: Trace, objectives: Iterable[Covered]) -> tuple[Block, ...]:
    """Return how the programme was meant to work, and what stands on each of its lines."""
    done = {one.action.id for one in plan(programme, found.as_of) if one.is_done}
    drivers = [node for node in found.nodes if node.kind == "driver"]
    rows = [_row(programme, found, each, drivers, done) for each in objectives]
    unanswered = [
        f"{orphan.node.title}: {orphan.lacks}"
        for orphan in found.orphans
        if orphan.node.kind == "driver"
    ]
    return filled(
        prose(programme.approach),
        section(gettext("Drivers"), bullets((node.title for node in drivers), ordered=True)),
        (Paragraph(gettext(_HOW)),) if rows else (),
        table(
            (
                gettext("Drivers by number"),
                gettext("Objective"),
                gettext("Workshops by number"),
                gettext("Actions done"),
                gettext("Gains"),
            ),
            rows,
            caption=gettext("From drivers to gains"),
        ),
        bullets(unanswered),
    )


def _row(
    programme: Programme, found: Trace, each: Covered, drivers: Sequence[Node], done: set[str]
) -> tuple[Inline, ...]:
    behind = {link.source for link in found.links if link.target == each.objective}
    numbers = [str(number) for number, node in enumerate(drivers, 1) if node in behind]
    served = [node.id for node in each.actions]
    return (
        listed(numbers) or pgettext("of drivers", "none"),
        each.objective.title,
        _workshops(programme, found, each),
        share(sum(name in done for name in served), len(served))
        if served
        else pgettext("of actions", "none"),
        titles(gain.path[-1] for gain in each.gains)
        if each.gains
        else pgettext("of gains", "none"),
    )


def _workshops(programme: Programme, found: Trace, each: Covered) -> str:
    """Return the numbers of the workshops that worked towards an objective, or had its actions."""
    names = {link.target.id for link in found.links if link.source == each.objective} | {
        link.source.id for link in found.links if link.target in each.actions
    }
    wanted = {name.partition("/")[0] for name in names}
    held = [node.id for node in found.nodes if node.kind == "workshop"]
    chosen = [name for name in held if name in wanted]
    if len(chosen) == len(held) > 1:
        return pgettext("of workshops", "all {number}", number=len(held))
    numbers = [str(programme.number(programme.workshop(name))) for name in chosen]
    return listed(numbers) or pgettext("of workshops", "none")

"""What was done of what was planned: workshops, attendance, actions; nobody is named."""

from __future__ import annotations

from datetime import date

from workshopcore.actions import progress
from workshopcore.contracts.report import Block, Column
from workshopcore.language import gettext, pgettext
from workshopcore.model.programme import Programme
from workshopcore.reports.attendance import present
from workshopcore.reports.blocks import bullets, facts, filled, section, table
from workshopcore.reports.counted import counted
from workshopcore.reports.delivery import delivered, held_by
from workshopcore.reports.wording import day, share

__all__ = ["attended", "implementation"]


def implementation(programme: Programme, as_of: date) -> tuple[Block, ...]:
    """Return the figures of what took place and what became of the actions."""
    return filled(
        facts(*delivered(programme, as_of)),
        section(gettext("Attendance"), attended(programme, as_of)),
        section(gettext("Actions"), _actions(programme, as_of)),
        section(gettext("What stood in the way"), bullets(programme.obstacles)),
    )


def attended(programme: Programme, as_of: date) -> tuple[Block, ...]:
    """Return how many of those invited came to each workshop that is over."""
    return table(
        (
            Column(gettext("Workshop")),
            Column(pgettext("of a workshop", "Day")),
            Column(gettext("Came, of those invited"), align="right"),
        ),
        [
            (
                workshop.title,
                day(workshop.day),
                share(len(present(programme, workshop)), len(programme.invited(workshop)))
                if workshop.attendance
                else gettext("not recorded"),
            )
            for workshop in held_by(programme, as_of)
        ],
        row_headings=True,
    )


def _actions(programme: Programme, as_of: date) -> tuple[Block, ...]:
    found = progress(programme, as_of)
    if not found.actions:
        return ()
    pairs = (
        (gettext("Done of those due"), found.completion),
        (gettext("On time, by the date first agreed"), found.on_time),
        (gettext("Verified, of those done"), found.verified),
        (gettext("Overdue, of those open"), found.overdue),
        (gettext("Put later at least once"), found.slipped),
    )
    none = pgettext("of actions", "none")
    return facts(*((label, counted(n) if n.denominator else none) for label, n in pairs))

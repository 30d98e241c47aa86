"""What comes after a workshop: the next one, what to prepare for it, and what is due."""

from __future__ import annotations

from datetime import date

from workshopcore.contracts.report import Block, Paragraph
from workshopcore.language import gettext, ngettext
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.reports.blocks import facts, filled
from workshopcore.reports.occasion import place, takes_place, when
from workshopcore.reports.wording import day

__all__ = ["coming_up"]


def coming_up(programme: Programme, workshop: Workshop, as_of: date) -> tuple[Block, ...]:
    """Return the next workshop that takes place, and when the open actions are due."""
    coming = programme.following(workshop)
    while coming is not None and not takes_place(coming, as_of):
        coming = programme.following(coming)
    still_open = (gettext("Your open actions"), _open_actions(programme, as_of))
    if coming is None:
        last = (Paragraph(gettext("This was the last workshop of the programme.")),)
        return filled(last, facts(still_open))
    return facts(
        (gettext("Workshop"), coming.title),
        (gettext("When"), when(programme, coming)),
        *place(coming)[:1],
        (gettext("Please prepare"), "; ".join(coming.pre_work)),
        still_open,
    )


def _open_actions(programme: Programme, as_of: date) -> str:
    """Say how many actions are open on a day, and between which days they are due."""
    found = [action for action in programme.actions if action.is_open(as_of)]
    if not found:
        return ""
    dues = [due for action in found if (due := action.current_due(as_of)) is not None]
    if not dues:
        return gettext("{number} open, none with a date yet", number=len(found))
    first, last = min(dues), max(dues)
    if first == last:
        told = gettext("{number} open, due on {day}", number=len(found), day=day(first))
    else:
        told = gettext(
            "{number} open, due from {first} to {last}",
            number=len(found),
            first=day(first),
            last=day(last),
        )
    undated = len(found) - len(dues)
    if not undated:
        return told
    more = ngettext("{count} has no date yet", "{count} have no date yet", undated)
    return f"{told}; {more}"

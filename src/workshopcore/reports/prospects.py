"""How likely a day is to hold: for facilitators, the day before, with what it takes for granted."""

from __future__ import annotations

from workshopcore.agenda import RunSheet
from workshopcore.agenda.outlook import Outlook, Prospect, outlook
from workshopcore.contracts.report import Block, Paragraph
from workshopcore.errors import AgendaError
from workshopcore.language import gettext, ngettext, pgettext
from workshopcore.reports.blocks import bullets, filled, section, table

__all__ = ["chance", "prospects"]


_MOST = 3000
"""Minutes of room in all beyond which nobody asks about a tenth of an hour."""


def prospects(sheet: RunSheet) -> tuple[Block, ...]:
    """Return how likely it is that nothing has to be re-planned; nothing for a day too full."""
    room = sum(row.length.slack for row in sheet.rows)
    if not 0 < room <= _MOST:
        return ()
    try:
        found = outlook(sheet)
    except AgendaError:
        return ()
    return filled(
        table(
            (
                gettext("If nobody re-plans"),
                pgettext("of a day", "On time"),
                gettext("In nine days out of ten"),
            ),
            [_line(each) for each in (found.planning, found.finish) if each is not None],
        ),
        _most(found),
        section(gettext("What these figures take for granted"), bullets(found.assumptions)),
    )


def _line(prospect: Prospect) -> tuple[str, ...]:
    starts = gettext("{session} starts", session=prospect.title)
    what = starts if prospect.title else gettext("The day ends")
    return what, chance(prospect.on_time), _lateness(prospect.late)


def _lateness(minutes: int) -> str:
    if minutes <= 0:
        return gettext("not late")
    return ngettext("at most {count} minute late", "at most {count} minutes late", minutes)


def chance(share: float) -> str:
    """Return a probability as people say it; nothing is quite sure.

    >>> chance(0.8349), chance(1.0), chance(0.003)
    ('83 in 100', 'more than 99 in 100', 'less than 1 in 100')
    """
    hundredths = round(100 * share)
    if hundredths >= 100:
        return gettext("more than 99 in 100")
    if not hundredths:
        return gettext("less than 1 in 100")
    return gettext("{number} in 100", number=hundredths)


def _most(found: Outlook) -> tuple[Block, ...]:
    if not found.matters_most:
        return ()
    told = gettext(
        "What helps most is that “{session}” keeps to its minutes.", session=found.matters_most
    )
    return (Paragraph(told),)

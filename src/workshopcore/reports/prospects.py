"""How likely a day is to hold: for facilitators, the day before, with what it takes for granted."""

from __future__ import annotations

from workshopcore.agenda import RunSheet
from workshopcore.agenda.outlook import Outlook, Prospect, outlook
from workshopcore.contracts.report import Block, Paragraph
from workshopcore.errors import AgendaError
from workshopcore.reports.blocks import bullets, filled, section, table
from workshopcore.reports.wording import count

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
            ("If nobody re-plans", "On time", "In nine days out of ten"),
            [_line(each) for each in (found.planning, found.finish) if each is not None],
        ),
        _most(found),
        section("What these figures take for granted", bullets(found.assumptions)),
    )


def _line(prospect: Prospect) -> tuple[str, ...]:
    what = f"{prospect.title} starts" if prospect.title else "The day ends"
    late = f"at most {count(prospect.late, 'minute')} late" if prospect.late > 0 else "not late"
    return what, chance(prospect.on_time), late


def chance(share: float) -> str:
    """Return a probability as people say it; nothing is quite sure.

    >>> chance(0.8349), chance(1.0), chance(0.003)
    ('83 in 100', 'more than 99 in 100', 'less than 1 in 100')
    """
    hundredths = round(100 * share)
    if hundredths >= 100:
        return "more than 99 in 100"
    return f"{hundredths} in 100" if hundredths else "less than 1 in 100"


def _most(found: Outlook) -> tuple[Block, ...]:
    if not found.matters_most:
        return ()
    return (Paragraph(f"What helps most is that “{found.matters_most}” keeps to its minutes."),)

"""What a facilitator must know first: that the day does not fit, or what has changed."""

from __future__ import annotations

from collections.abc import Iterator

from workshopcore.agenda import Clash, Cut, RunSheet
from workshopcore.agenda.changes import left_out
from workshopcore.contracts.report import Block, Bullets, Callout, Paragraph
from workshopcore.contracts.reports import ReportRequest
from workshopcore.language import gettext, ngettext
from workshopcore.reports.wording import capitalised, clock, listed

__all__ = ["changes", "is_live", "warnings"]


def is_live(sheet: RunSheet) -> bool:
    """Return whether a sheet is one of the day itself: re-planned, or with something begun."""
    return bool(sheet.changes) or any(row.state != "planned" for row in sheet.rows)


def changes(sheet: RunSheet) -> tuple[Block, ...]:
    """Return what a new plan does differently."""
    if not sheet.changes:
        return ()
    gone = {left_out(cut) for cut in sheet.cuts}
    told = [line for line in sheet.changes if line not in gone]
    return (Callout(gettext("What changes"), (Bullets([*told, *map(_to_leave_out, sheet.cuts)]),)),)


def _to_leave_out(cut: Cut) -> str:
    return ngettext(
        "Leave out {session} ({count} minute)",
        "Leave out {session} ({count} minutes)",
        cut.minutes,
        session=cut.title,
    )


def warnings(sheet: RunSheet, request: ReportRequest) -> tuple[Block, ...]:
    """Return what stands in the way: a day that does not fit, formats that are missing."""
    told: list[Block] = [*_too_full(sheet)]
    if not sheet.rows:
        told.append(Paragraph(gettext("Nothing is on the agenda yet.")))
    told += [
        Paragraph(
            gettext(
                "The format '{format}' is not installed: its steps and materials are missing here.",
                format=key,
            )
        )
        for key in dict.fromkeys(s.format for s in sheet.workshop.sessions() if s.format)
        if key not in request.formats
    ]
    if not told:
        return ()
    return (Callout(_title(sheet), told, kind="warning"),)


def _title(sheet: RunSheet) -> str:
    if not sheet.clashes:
        return gettext("Before you print this")
    if is_live(sheet):
        return gettext("A fixed time cannot hold")
    return gettext("The day does not fit")


def _too_full(sheet: RunSheet) -> Iterator[Block]:
    """Yield what is missed, by how much, and what to leave out so that it is not."""
    if not sheet.clashes:
        return
    if is_live(sheet):
        yield Paragraph(gettext("{reason}. Tell people now.", reason=capitalised(sheet.reason)))
        return
    yield Bullets([_missed(clash) for clash in sheet.clashes])
    if sheet.cuts:
        yield Paragraph(_proposal(sheet))
    else:
        yield Paragraph(
            gettext(
                "Leaving out everything that may go is not enough. Start earlier, end later, move"
                " a fixed time, or let something be shorter that must be done."
            )
        )


def _proposal(sheet: RunSheet) -> str:
    return ngettext(
        "Proposal: leave out {sessions}. That is {count} minute of work lost, the least that will"
        " do. Nothing is left out of this paper until you do it.",
        "Proposal: leave out {sessions}. That is {count} minutes of work lost, the least that will"
        " do. Nothing is left out of this paper until you do it.",
        sum(cut.minutes for cut in sheet.cuts),
        sessions=listed(map(_words, sheet.cuts)),
    )


def _missed(clash: Clash) -> str:
    if not clash.path:
        return ngettext(
            "The day ends {count} minute after {time}, even with everything at its shortest.",
            "The day ends {count} minutes after {time}, even with everything at its shortest.",
            clash.minutes,
            time=clock(clash.at),
        )
    return ngettext(
        "{session} is fixed for {time}; what stands before it needs {count} minute more than"
        " there are, even at its shortest.",
        "{session} is fixed for {time}; what stands before it needs {count} minutes more than"
        " there are, even at its shortest.",
        clash.minutes,
        session=clash.title,
        time=clock(clash.at),
    )


def _words(cut: Cut) -> str:
    return ngettext(
        "{session} ({count} minute)",
        "{session} ({count} minutes)",
        cut.minutes,
        session=cut.title,
    )

"""What a facilitator must know first: that the day does not fit, or what has changed."""

from __future__ import annotations

from collections.abc import Iterator

from workshopcore.agenda import Clash, Cut, RunSheet
from workshopcore.contracts.report import Block, Bullets, Callout, Paragraph
from workshopcore.contracts.reports import ReportRequest
from workshopcore.reports.wording import clock, count, listed

__all__ = ["changes", "is_live", "warnings"]


def is_live(sheet: RunSheet) -> bool:
    """Return whether a sheet is one of the day itself: re-planned, or with something begun."""
    return bool(sheet.changes) or any(row.state != "planned" for row in sheet.rows)


def changes(sheet: RunSheet) -> tuple[Block, ...]:
    """Return what a new plan does differently."""
    if not sheet.changes:
        return ()
    left_out = [f"Leave out {_words(cut)}" for cut in sheet.cuts] if is_live(sheet) else []
    told = [line for line in sheet.changes if not line.endswith(" left out")]
    return (Callout("What changes", (Bullets([*told, *left_out]),)),)


def warnings(sheet: RunSheet, request: ReportRequest) -> tuple[Block, ...]:
    """Return what stands in the way: a day that does not fit, formats that are missing."""
    told: list[Block] = [*_too_full(sheet)]
    if not sheet.rows:
        told.append(Paragraph("Nothing is on the agenda yet."))
    told += [
        Paragraph(f"The format '{key}' is not installed: its steps and materials are missing here.")
        for key in dict.fromkeys(s.format for s in sheet.workshop.sessions() if s.format)
        if key not in request.formats
    ]
    if not told:
        return ()
    return (Callout(_title(sheet), told, kind="warning"),)


def _title(sheet: RunSheet) -> str:
    if not sheet.clashes:
        return "Before you print this"
    return "A fixed time cannot hold" if is_live(sheet) else "The day does not fit"


def _too_full(sheet: RunSheet) -> Iterator[Block]:
    """Yield what is missed, by how much, and what to leave out so that it is not."""
    if not sheet.clashes:
        return
    if is_live(sheet):
        yield Paragraph(f"{sheet.reason}. Tell people now.")
        return
    yield Bullets([_missed(clash) for clash in sheet.clashes])
    if sheet.cuts:
        saved = count(sum(cut.minutes for cut in sheet.cuts), "minute")
        yield Paragraph(
            f"Proposal: leave out {listed(map(_words, sheet.cuts))}. That is {saved} of work lost,"
            " the least that will do. Nothing is left out of this paper until you do it."
        )
    else:
        yield Paragraph(
            "Leaving out everything that may go is not enough. Start earlier, end later, move a"
            " fixed time, or let something be shorter that must be done."
        )


def _missed(clash: Clash) -> str:
    late = count(clash.minutes, "minute")
    if not clash.path:
        return f"The day ends {late} after {clock(clash.at)}, even with everything at its shortest."
    return (
        f"{clash.title} is fixed for {clock(clash.at)}; what stands before it needs {late} more"
        " than there are, even at its shortest."
    )


def _words(cut: Cut) -> str:
    return f"{cut.title} ({count(cut.minutes, 'minute')})"

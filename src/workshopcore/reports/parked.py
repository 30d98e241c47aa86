"""What a workshop parked, and what became of it."""

from __future__ import annotations

from datetime import date

from workshopcore.contracts.report import Block, Callout, Paragraph
from workshopcore.language import gettext, ngettext
from workshopcore.model.outcomes import ParkedIssue
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.reports.blocks import filled, table
from workshopcore.reports.wording import state

__all__ = ["parked"]


def parked(programme: Programme, workshop: Workshop, as_of: date) -> tuple[Block, ...]:
    """Return the issues of a workshop as they stand on a day, without who raised them."""
    issues = [
        issue
        for issue in programme.parked_issues
        if issue.origin.partition("/")[0] == workshop.id
        and (issue.raised is None or issue.raised <= as_of)
    ]
    rows = [(issue.statement, _became(programme, issue, as_of)) for issue in issues]
    waiting = sum(issue.state(as_of) == "parked" for issue in issues)
    columns = (gettext("Issue"), gettext("What became of it"))
    return filled(_waiting(waiting, len(issues)), table(columns, rows))


def _waiting(waiting: int, parked: int) -> tuple[Block, ...]:
    """Say how many issues nobody has looked at yet."""
    if not waiting:
        return ()
    told = ngettext(
        "{count} of {whole} is only parked: nobody has looked at what becomes of them. This"
        " workshop is not closed before that is settled.",
        "{count} of {whole} are only parked: nobody has looked at what becomes of them. This"
        " workshop is not closed before that is settled.",
        waiting,
        whole=parked,
    )
    return (Callout(gettext("Still to be settled"), (Paragraph(told),), kind="warning"),)


def _became(programme: Programme, issue: ParkedIssue, as_of: date) -> str:
    told = state(issue.state(as_of), "parked issue")
    if not issue.became:
        return told
    action = programme.action(issue.became)
    return f"{told}: {action.statement}" if action.exists(as_of) else told

"""What people said, in the wording and as far as they agreed to."""

from __future__ import annotations

from datetime import date

from workshopcore.contracts.report import Block, QuoteBlock
from workshopcore.language import gettext
from workshopcore.model.evaluation import Quote, Scope, Subject
from workshopcore.model.programme import Programme
from workshopcore.reports.people import introduced, role_of
from workshopcore.reports.wording import capitalised

__all__ = ["voices"]


def voices(programme: Programme, subject: Subject, scope: Scope, as_of: date) -> tuple[Block, ...]:
    """Return the quotes about something whose consent covers a use on a day."""
    return tuple(
        QuoteBlock(quote.approved, _attribution(programme, quote))
        for quote in programme.quotes
        if quote.about == subject and quote.may_appear(scope, as_of)
    )


def _attribution(programme: Programme, quote: Quote) -> str:
    """Say who spoke, no closer than they agreed to.

    Where only one person has a role, the role would give them away: an anonymous speaker who
    is no participant is somebody involved in the programme.
    """
    speaker = programme.person(quote.speaker) if quote.speaker else None
    if speaker is None:
        return ""
    if quote.attribution == "named":
        return introduced(speaker)
    if quote.attribution == "role":
        return speaker.position or capitalised(role_of(speaker))
    if speaker.role == "participant":
        return gettext("A participant")
    return gettext("Somebody involved in the programme")

"""Which engagement a document is about, and whether the expert is coming."""

from __future__ import annotations

from datetime import date

from workshopcore.contracts.reports import ReportRequest
from workshopcore.errors import ReportError
from workshopcore.language import gettext
from workshopcore.model.expert import ExpertEngagement
from workshopcore.model.programme import Programme
from workshopcore.model.shortlist import shortlist
from workshopcore.model.workshop import Workshop
from workshopcore.reports.people import introduced

__all__ = ["announced", "engaged", "is_off", "promised", "the_engagement", "workshop_of"]

_OFF = frozenset({"declined", "withdrawn"})
_UNDECIDED = frozenset({"identified", "approached"})


def is_off(engagement: ExpertEngagement, day: date) -> bool:
    """Return whether the expert has declined or withdrawn by the end of a day."""
    return engagement.state(day) in _OFF


def announced(programme: Programme, engagement: ExpertEngagement, day: date) -> str:
    """Return the expert's name and post once they have agreed, until then only that one comes."""
    if engagement.state(day) in _UNDECIDED:
        return gettext("an external expert")
    return introduced(programme.person(engagement.expert))


def engaged(programme: Programme, day: date) -> tuple[ExpertEngagement, ...]:
    """Return the engagements that still hold; of a shortlist, only who is to come as it stands."""
    return tuple(
        one
        for one in programme.experts
        if not is_off(one, day)
        and (not one.session or one in shortlist(programme, one.session, day).in_play)
    )


def promised(
    programme: Programme, workshop_id: str, session_id: str, day: date
) -> tuple[ExpertEngagement, ...]:
    """Return the engagements at a session that still hold."""
    return shortlist(programme, f"{workshop_id}/{session_id}", day).in_play


def the_engagement(programme: Programme, request: ReportRequest, report: str) -> ExpertEngagement:
    """Return the engagement that a report is about.

    Raises:
        ReportError: none was named.
        UnknownKeyError: there is none of that identifier.
    """
    if not request.engagement:
        names = ", ".join(one.id for one in programme.experts) or "none yet"
        raise ReportError(f"the report '{report}' is about an engagement: name one of {names}")
    return programme.engagement(request.engagement)


def workshop_of(programme: Programme, engagement: ExpertEngagement) -> Workshop | None:
    """Return the workshop that an expert is to come to, ``None`` while that is open."""
    name = engagement.session.partition("/")[0]
    return programme.workshop(name) if name else None

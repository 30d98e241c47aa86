"""Whether an expert is coming: nobody is announced before they have agreed."""

from __future__ import annotations

from datetime import date

from workshopcore.model.expert import ExpertEngagement
from workshopcore.model.programme import Programme
from workshopcore.reports.people import introduced

__all__ = ["announced", "is_off", "promised"]

_OFF = frozenset({"declined", "withdrawn"})
_UNDECIDED = frozenset({"identified", "approached"})


def is_off(engagement: ExpertEngagement, day: date) -> bool:
    """Return whether the expert has declined or withdrawn by the end of a day."""
    return engagement.state(day) in _OFF


def announced(programme: Programme, engagement: ExpertEngagement, day: date) -> str:
    """Return the expert's name and post once they have agreed, until then only that one comes."""
    if engagement.state(day) in _UNDECIDED:
        return "an external expert"
    return introduced(programme.person(engagement.expert))


def promised(
    programme: Programme, workshop_id: str, session_id: str, day: date
) -> tuple[ExpertEngagement, ...]:
    """Return the engagements at a session that still hold."""
    place = f"{workshop_id}/{session_id}"
    return tuple(e for e in programme.experts if e.session == place and not is_off(e, day))

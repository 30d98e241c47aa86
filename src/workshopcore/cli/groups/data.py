"""What the commands about groups print for machines."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from workshopcore.groups.meeting_all import EveryoneMeets
from workshopcore.groups.meetings import Meetings

if TYPE_CHECKING:
    from workshopcore.groups import Rotation
    from workshopcore.model.workshop import Group
    from workshopcore.toolkit.seating import GroupProposal

__all__ = ["met", "mixed", "proposal"]


def proposal(found: GroupProposal, *, written: bool) -> dict[str, Any]:
    """Return proposed groups, and how sure it is that they cannot be better."""
    formed = found.formed
    return {
        "written": written,
        "rounds": [
            {
                "workshop": each.workshop,
                "session": each.allocation.session,
                "title": each.title,
                "round": each.allocation.round,
                "status": each.allocation.status,
                "groups": [_group(group) for group in each.allocation.groups],
            }
            for each in found.rounds
        ],
        "repeats": formed.repeats,
        "earlier": formed.earlier,
        "lower_bound": formed.lower_bound,
        "uneven": formed.uneven,
        "proven": formed.proven,
        "explanation": formed.explain(),
        "never": [list(pair) for pair in found.meetings.never],
        "left_out": [
            {"workshop": each.workshop, "session": each.session or None, "reason": each.reason}
            for each in found.left_out
        ],
    }


def _group(group: Group) -> dict[str, Any]:
    return {
        "name": group.name or None,
        "members": list(group.members),
        "host": group.host or None,
    }


def met(found: Meetings, as_of: date | None) -> dict[str, Any]:
    """Return who met whom, each pair once."""
    return {
        "as_of": as_of.isoformat() if as_of else None,
        "people": list(found.people),
        "pairs": [
            {"people": list(pair), "times": times} for pair, times in found.times.items() if times
        ],
        "never": [list(pair) for pair in found.never],
        "repeats": found.repeats,
    }


def mixed(found: Rotation | EveryoneMeets) -> dict[str, Any]:
    """Return groups for people without a programme."""
    rotation = found.rotation if isinstance(found, EveryoneMeets) else found
    return {
        "rounds": [[list(group) for group in groups] for groups in rotation.rounds],
        "repeats": rotation.repeats,
        "lower_bound": found.lower_bound,
        "proven": found.proven,
        "explanation": found.explain(),
        "never": [list(pair) for pair, times in rotation.met.items() if not times],
    }

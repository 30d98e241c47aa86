"""An action as data for machines."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from workshopcore.actions import answering

if TYPE_CHECKING:
    from workshopcore.actions import Standing
    from workshopcore.model.programme import Programme

__all__ = ["as_data", "iso", "number"]


def as_data(programme: Programme, each: Standing) -> dict[str, Any]:
    """Return how an action stands, by names that stay; ``None`` for what there is none of."""
    action = each.action
    answers = answering(programme, each.owner, each.moment.on)
    return {
        "id": action.id,
        "statement": action.statement,
        "owner": each.owner,
        "answering": answers.id if answers else None,
        "supporters": [{"person": one.person, "part": one.part} for one in action.supporters],
        "objective": action.objective or None,
        "origin": action.origin or None,
        "agreed": iso(action.agreed),
        "first_due": iso(each.first_due),
        "due": iso(each.due),
        "late": each.late,
        "status": each.status,
        "progress": each.progress,
        "age": each.age,
        "carries": each.carries,
        "slips": each.slips,
        "slipped": each.slipped,
        "unreviewed": list(each.unreviewed),
        "news": each.news or None,
        "blocked_by": each.blocked_by or None,
        "closed": iso(each.closed),
        "superseded_by": each.replacement or None,
        "effort": number(action.effort),
        "evidence_required": action.evidence_required or None,
        "evidence": list(action.evidence(each.moment.last)),
    }


def iso(value: date | None) -> str | None:
    """Return a day as ISO 8601."""
    return value.isoformat() if value else None


def number(value: Decimal | None) -> int | float | None:
    """Return a number of hours as JSON has it."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)

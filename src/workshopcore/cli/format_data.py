"""A session format as data for machines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshopcore.cli.run_card import RunCard, offsets, told

if TYPE_CHECKING:
    from workshopcore.contracts.formats import GroupPlan, SessionFormat, Step
    from workshopcore.model.length import Length

__all__ = ["as_data"]


def as_data(
    format: SessionFormat, people: int, length: Length, card: RunCard | None = None
) -> dict[str, Any]:
    """Return all that is known of a format, with a card also how it runs."""
    least, most = format.people
    data = {
        "key": format.key,
        "title": format.title,
        "people": {"least": least, "most": most},
        "minutes": {"people": people, **_length(length)},
        "options": [_option(rule) for rule in getattr(format, "options", ())],
    }
    for name in ("summary", "source", "provenance", "licence"):
        data[name] = " ".join(told(format, name))
    for name in ("purposes", "outputs", "prompts", "notes"):
        data[name] = list(told(format, name))
    return data if card is None else {**data, "plan": _plan(card)}


def _option(rule: Any) -> dict[str, Any]:
    least, usual, most = rule.bounds
    return {
        "name": rule.name,
        "meaning": rule.meaning,
        "least": least,
        "usual": usual,
        "most": most,
    }


def _plan(card: RunCard) -> dict[str, Any]:
    plan = card.plan
    return {
        "people": card.people,
        "minutes": card.minutes,
        "options": dict(card.chosen),
        "steps": [
            _step(step, start, minutes)
            for step, (start, minutes) in zip(plan.steps, offsets(plan), strict=True)
        ],
        "groups": _groups(plan.groups),
        "materials": [{"item": need.item, "quantity": need.quantity} for need in plan.materials],
        "prompts": list(plan.prompts),
        "captures": list(plan.captures),
        "notes": list(plan.notes),
    }


def _step(step: Step, start: int, minutes: int) -> dict[str, Any]:
    return {
        "name": step.name,
        "start": start,
        "minutes": minutes,
        "length": _length(step.length),
        "times": step.times,
        "round": step.round,
        "arrangement": step.arrangement,
        "groups": _groups(step.groups),
        "prompt": step.prompt,
        "capture": step.capture,
    }


def _groups(groups: GroupPlan | None) -> dict[str, Any] | None:
    if groups is None:
        return None
    return {"sizes": list(groups.sizes), "called": groups.called, "note": groups.note}


def _length(length: Length) -> dict[str, int | None]:
    return {"shortest": length.shortest, "usual": length.usual, "longest": length.longest}

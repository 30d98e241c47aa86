"""What `dates --json` prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from workshopcore.calendar import Conflict, DatedWorkshop, DatePlan, Dates, Rejection
    from workshopcore.errors import Problem

__all__ = ["to_json"]


def to_json(
    dates: Dates,
    on: date,
    problems: Iterable[Problem],
    reasons: Iterable[tuple[date, str | None, Iterable[Rejection]]],
    saved: bool,
) -> dict[str, Any]:
    """Return an answer, by names that stay.

    Args:
        dates: the answer.
        on: dates lie after this day.
        problems: what could not be read of people's time.
        reasons: days, the workshop each was asked about, and what rules it out.
        saved: whether the programme has the dates.
    """
    return {
        "as_of": on.isoformat(),
        "saved": saved,
        "proven": dates.proven,
        "how": dates.how,
        "steps": dates.steps,
        "plan": None if dates.plan is None else _plan(dates.plan),
        "reached": [
            {"aim": each.aim, "value": _number(each.value), "bound": _number(each.bound)}
            for each in dates.reached
        ],
        "alternatives": [_plan(plan) for plan in dates.alternatives],
        "conflict": None if dates.conflict is None else _conflict(dates.conflict),
        "days": [
            {
                "day": each.day.isoformat(),
                "workshops": list(each.workshops),
                "attendance": None if each.attendance is None else _number(each.attendance),
                "reasons": [_reason(reason) for reason in each.rejections],
            }
            for each in dates.days
        ],
        "why_not": [
            {
                "day": day.isoformat(),
                "workshop": workshop,
                "reasons": [_reason(reason) for reason in found],
            }
            for day, workshop, found in reasons
        ],
        "unasked": list(dates.unasked),
        "problems": [
            {
                "file": each.file,
                "line": each.line,
                "code": each.code,
                "place": each.path,
                "found": each.found,
                "expected": each.expected,
                "hint": each.hint,
            }
            for each in problems
        ],
    }


def _plan(plan: DatePlan) -> dict[str, Any]:
    return {
        "workshops": [_workshop(each) for each in plan.workshops],
        "attendance": _number(plan.attendance),
        "invited": _number(plan.invited),
        "misses": _numbers(plan.misses),
        "gaps": list(plan.gaps),
    }


def _workshop(each: DatedWorkshop) -> dict[str, Any]:
    return {
        "workshop": each.workshop,
        "title": each.title,
        "start": each.start.isoformat(),
        "end": each.end.isoformat(),
        "attendance": _number(each.attendance),
        "invited": _number(each.invited),
        "absent": list(each.absent),
        "unsure": list(each.unsure),
        "unknown": list(each.unknown),
        "room": each.room,
        "held": each.held,
        "was": None if each.was is None else each.was.isoformat(),
    }


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {
        "proven": conflict.proven,
        "minimal": conflict.minimal,
        "constraints": [
            {
                "kind": each.kind,
                "text": each.text,
                "workshops": list(each.workshops),
                "people": list(each.people),
            }
            for each in conflict.constraints
        ],
        "remedies": [
            {
                "gives": [each.text for each in remedy.gives],
                "instead": list(remedy.instead),
                "plan": _plan(remedy.plan),
            }
            for remedy in conflict.remedies
        ],
    }


def _reason(reason: Rejection) -> dict[str, Any]:
    return {
        "text": reason.text,
        "workshops": list(reason.workshops),
        "people": list(reason.people),
    }


def _numbers(values: Mapping[str, Fraction]) -> dict[str, int | float]:
    return {name: _number(value) for name, value in values.items()}


def _number(value: Fraction) -> int | float:
    return value.numerator if value.denominator == 1 else float(value)

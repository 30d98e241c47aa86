"""What `progress --json` prints: the same figures for machines."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from workshopcore.actions import Days, Loads, Progress, Proportion, RagRule, TimeToDone
from workshopcore.cli.actions.data import number

__all__ = ["to_json"]

_SHARES = (
    "done",
    "verified",
    "completion",
    "on_time",
    "overdue",
    "blocked",
    "carried",
    "undated",
    "slipped",
)
_COLOURS = ("green", "amber", "red", "complete", "unreported")


def to_json(found: Progress, rule: RagRule) -> dict[str, Any]:
    """Return how a plan gets on, by names that stay; ``None`` for what cannot be told."""
    return {
        "as_of": found.as_of.isoformat(),
        "actions": found.actions,
        "cancelled": found.cancelled,
        "superseded": found.superseded,
        **{name: _proportion(getattr(found, name)) for name in _SHARES},
        "slippage": _spread(found.slippage),
        "lead_times": _spread(found.lead_times),
        "ages": [
            {"first": band.first, "last": band.last, "open": _proportion(band.open)}
            for band in found.ages
        ],
        "rag": _rag(found, rule),
        "reviews": [
            {
                "workshop": each.workshop,
                "on": each.on.isoformat(),
                "reviewed": _proportion(each.reviewed),
                "carried": _proportion(each.carried),
            }
            for each in found.reviews
        ],
        "loads": _loads(found.loads),
        "time_to_done": _time_to_done(found.time_to_done),
    }


def _proportion(share: Proportion) -> dict[str, int]:
    return {"number": share.numerator, "of": share.denominator}


def _float(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def _spread(days: Days) -> dict[str, Any]:
    return {"of": days.count, "median": _float(days.median()), "mean": _float(days.mean())}


def _rag(found: Progress, rule: RagRule) -> dict[str, Any]:
    return {
        "rule": {
            "red_up_to": rule.red_up_to,
            "amber_up_to": rule.amber_up_to,
            "late_below": rule.late_below,
        },
        **{name: _proportion(getattr(found.rag, name)) for name in _COLOURS},
    }


def _loads(loads: Loads) -> dict[str, Any]:
    return {
        "people": [
            {
                "person": load.person or None,
                "actions": load.actions,
                "hours": number(load.hours),
                "unestimated": load.unestimated,
            }
            for load in loads.people
        ],
        "balance": _float(loads.balance()),
    }


def _time_to_done(times: TimeToDone) -> dict[str, Any]:
    median = times.median()
    return {
        "of": times.count,
        "median": median.days,
        "low": median.low,
        "high": median.high,
        "steps": [
            {
                "days": step.days,
                "at_risk": step.at_risk,
                "done": step.done,
                "open": float(step.open),
                "low": band.low,
                "high": band.high,
            }
            for step, band in zip(times.steps, times.band(), strict=True)
        ],
    }

"""What `trace --json` prints."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from workshopcore.actions import Proportion
from workshopcore.trace import GainTrace, Node, Trace

__all__ = ["to_json"]


def to_json(found: Trace, gain: str | None, objective: str | None) -> dict[str, Any]:
    """Return a trace as plain data; of one gain or one objective, what is linked to it."""
    if gain:
        each = found.gain(gain)
        return {**_gain(each), "goes_back_to": _nodes(found.back(each.path[-1]))}
    if objective:
        node = found.node("objective", objective)
        return {**_node(node), "has_led_to": _nodes(found.forward(node))}
    covered = found.coverage
    return {
        "as_of": found.as_of.isoformat(),
        "gains": [_gain(each) for each in found.gains],
        "coverage": {
            "objectives_with_an_action": _share(covered.acted),
            "objectives_with_a_gain": _share(covered.gained),
            "objectives_with_more_than_self_report": _share(covered.supported),
            "traceable_gains": _share(covered.traceable),
            "verified_actions_used": _share(covered.used),
            "gains_by_independence": list(covered.independence),
        },
        "orphans": [{**_node(each.node), "lacks": each.lacks} for each in found.orphans],
    }


def _gain(each: GainTrace) -> dict[str, Any]:
    return {
        "id": each.gain.id,
        "statement": each.gain.statement,
        "grade": each.grade,
        "path": _nodes(each.path),
        "lacks": list(each.lacks),
        "rivals": list(each.gain.rivals),
    }


def _nodes(nodes: Iterable[Node]) -> list[dict[str, str]]:
    return [_node(node) for node in nodes]


def _node(node: Node) -> dict[str, str]:
    return {"kind": node.kind, "id": node.id, "title": node.title}


def _share(share: Proportion) -> dict[str, int]:
    return {"numerator": share.numerator, "denominator": share.denominator}

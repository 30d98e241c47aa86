"""What `evaluate` prints for machines."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import attrs

from workshopcore.contracts.evaluation import Evaluation, ShownChange, ShownItem, ShownWave

__all__ = ["changes_to_json", "items_to_json", "summary_to_json"]


def summary_to_json(found: Evaluation, waves: Iterable[ShownWave]) -> dict[str, Any]:
    """Return what may be shown of some waves."""
    return {
        "as_of": found.as_of.isoformat(),
        "k": found.k,
        "waves": [_plain(wave) for wave in waves],
        "notes": list(found.notes),
    }


def changes_to_json(found: Evaluation, changes: Iterable[ShownChange]) -> dict[str, Any]:
    """Return what may be shown of how answers changed."""
    return {
        "as_of": found.as_of.isoformat(),
        "k": found.k,
        "changes": [_plain(change) for change in changes],
        "notes": list(found.notes),
    }


def items_to_json(items: Iterable[ShownItem]) -> list[dict[str, Any]]:
    """Return what may be shown of some questions."""
    return [_plain(item) for item in items]


def _plain(value: Any) -> dict[str, Any]:
    return attrs.asdict(value, value_serializer=_serialised)


def _serialised(_owner: object, _attribute: object, value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value

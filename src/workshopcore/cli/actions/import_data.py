"""What `import --json` prints."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workshopcore.actions import Merge

__all__ = ["to_json"]


def to_json(merged: Merge, path: Path, key: str, saved: bool) -> dict[str, Any]:
    """Return what came of taking a file in, by names that stay."""
    return {
        "file": str(path),
        "format": key,
        "saved": saved,
        "changes": [
            {
                "place": each.place,
                "action": each.action,
                "field": each.field,
                "before": _value(each.before),
                "after": _value(each.after),
                "on": each.on.isoformat(),
            }
            for each in merged.changes
        ],
        "conflicts": [
            {
                "place": each.place,
                "action": each.action,
                "field": each.field,
                "sent": _value(each.sent),
                "ours": _value(each.ours),
                "theirs": _value(each.theirs),
            }
            for each in merged.conflicts
        ],
        "problems": [
            {
                "code": each.code,
                "place": each.path,
                "found": each.found,
                "expected": each.expected,
                "hint": each.hint,
            }
            for each in merged.problems
        ],
        "unchanged": merged.unchanged,
    }


def _value(value: str | int | date | None) -> str | int | None:
    return value.isoformat() if isinstance(value, date) else value

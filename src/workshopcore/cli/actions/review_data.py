"""What `review --json` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workshopcore.cli.actions.data import as_data, iso

if TYPE_CHECKING:
    from workshopcore.actions import ActionReviewSheet
    from workshopcore.model.programme import Programme

__all__ = ["to_json"]


def to_json(programme: Programme, sheet: ActionReviewSheet) -> dict[str, Any]:
    """Return an opening review, by names that stay."""
    return {
        "workshop": sheet.workshop,
        "on": sheet.on.isoformat(),
        "since": iso(sheet.since),
        "owners": [
            {
                "owner": group.owner.id if group.owner else None,
                "actions": [as_data(programme, each) for each in group.actions],
            }
            for group in sheet.owners
        ],
        "closed": [as_data(programme, each) for each in sheet.closed],
    }

"""Which engagement is meant, and what is said of it after a change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workshopcore.cli.editing import Edit, warn_at
from workshopcore.cli.program import Refusal

if TYPE_CHECKING:
    from workshopcore.model.expert import ExpertEngagement
    from workshopcore.model.programme import Programme

__all__ = ["chosen_engagement", "warn"]


def chosen_engagement(programme: Programme, name: str) -> ExpertEngagement:
    """Return the engagement of an identifier, or of a beginning that only its identifier has.

    Raises:
        Refusal: there are none yet, or several identifiers begin like that.
        UnknownKeyError: none does.
    """
    ids = [one.id for one in programme.experts]
    if not ids:
        raise Refusal(f"'{programme.title}' has no expert yet: add [[experts]] to its file")
    found = [id for id in ids if id.startswith(name)] if name and name not in ids else [name]
    if len(found) > 1:
        raise Refusal(
            f"{len(found)} engagements begin with '{name}'. Name one of: {', '.join(found)}"
        )
    return programme.engagement(found[0] if found else name)


def warn(edited: Edit, file: Path, engagement: str) -> None:
    """Print what a change has brought that is wrong or unwise about an engagement."""
    number = [one.id for one in edited.after.experts].index(engagement)
    warn_at(edited, file, (f"experts[{number}]",))

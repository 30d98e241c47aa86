"""Photographs and files of a workshop's record: what they show and where they are."""

from __future__ import annotations

from workshopcore.contracts.report import Block, Inline, Run
from workshopcore.model.workshop import Attachment, Workshop
from workshopcore.reports.blocks import table
from workshopcore.reports.occasion import item_titles

__all__ = ["attachments"]

_ENOUGH = 12
"""Characters of a hash that tell one file of a record from all others."""


def attachments(workshop: Workshop) -> tuple[Block, ...]:
    """Return the files of a record, in the order of the agenda; none of them is embedded."""
    titles = item_titles(workshop)
    places = {name: number for number, name in enumerate(titles)}
    found = sorted(workshop.attachments, key=lambda each: places.get(each.session, -1))
    return table(
        ("What it shows", "From", "Where it is", "Hash begins"),
        [
            (
                each.caption or "No description",
                titles.get(each.session, ""),
                _where(each),
                (Run(each.sha256[:_ENOUGH], "code"),) if each.sha256 else "",
            )
            for each in found
        ],
    )


def _where(attachment: Attachment) -> Inline:
    """Return a path as it is; an address on the web can be followed."""
    followed = attachment.path.lower().startswith(("http://", "https://"))
    return (Run(attachment.path, "code", attachment.path if followed else ""),)

"""Photographs and files of a workshop's record: what they show and where they are."""

from __future__ import annotations

from collections.abc import Mapping

from workshopcore.contracts.report import Block, Inline, Run
from workshopcore.language import gettext, pgettext
from workshopcore.model.workshop import Attachment, Workshop
from workshopcore.reports.blocks import table

__all__ = ["attachments"]

_ENOUGH = 12
"""Characters of a hash that tell one file of a record from all others."""


def attachments(workshop: Workshop, titles: Mapping[str, str]) -> tuple[Block, ...]:
    """Return the files of a record, in the order of the agenda; none of them is embedded.

    Args:
        workshop: the workshop.
        titles: what everything on its agenda is called, by identifier, in its order.
    """
    places = {name: number for number, name in enumerate(titles)}
    found = sorted(workshop.attachments, key=lambda each: places.get(each.session, -1))
    return table(
        (
            gettext("What it shows"),
            pgettext("of a session", "From"),
            gettext("Where it is"),
            gettext("Hash begins"),
        ),
        [
            (
                each.caption or gettext("No description"),
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

"""Which reports may be put into which: nothing travels to readers it was not meant for."""

from __future__ import annotations

from workshopcore.contracts.report import Audience
from workshopcore.contracts.reports import ReportType

__all__ = ["why_not"]

_HOUSE: Audience = "facilitators"
_NEVER: tuple[Audience, ...] = ("facilitators", "expert")
"""Whose papers say what nobody else is told: how the day is led, and on which terms."""
_PRIVATE = ("person", "engagement")


def why_not(guest: ReportType, host: ReportType, shared: bool) -> str:
    """Return why a report may not be put into another, ``""`` if it may.

    Facilitators write all papers, so theirs may hold any. What is public, or for the same
    readers, may travel; participants' and the sponsor's papers travel where the house says so.
    What concerns one person travels into papers that concern one person, too.

    Args:
        guest: the report that is to be put in.
        host: the report it is to be put into.
        shared: whether the house says that these readers may have it.
    """
    if host.audience == _HOUSE:
        return ""
    for subject in _PRIVATE:
        if subject in guest.needs and subject not in host.needs:
            return f"the report '{guest.key}' is about one {subject}, and this one is not"
    if guest.audience in (host.audience, "public"):
        return ""
    between = f"the report '{guest.key}' is for {guest.audience}, and this one for {host.audience}"
    if guest.audience in _NEVER:
        return f"{between}: it cannot be put in here"
    return "" if shared else f"{between}: add shared=true if they may have it"

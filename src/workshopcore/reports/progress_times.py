"""How long an action takes, in words and as a curve: those still open count as far as they got."""

from __future__ import annotations

from workshopcore.actions import Median, Progress, TimeToDone
from workshopcore.contracts.report import Block, Paragraph
from workshopcore.language import gettext, ngettext
from workshopcore.reports.counted import days_in_words
from workshopcore.reports.progress_figures import time_figure

__all__ = ["times"]


def times(found: Progress) -> tuple[Block, ...]:
    """Return the curve of time to done, and what it says; that nothing is known where it is not."""
    known = found.time_to_done
    if not known.count:
        return (Paragraph(gettext("Of no action is it known when it was agreed.")),)
    unknown = found.actions - known.count
    left_out = ngettext(
        "Not counted: {count} action of unknown age.",
        "Not counted: {count} actions of unknown age.",
        unknown,
    )
    parts = [_middle(known), _done_alone(found), left_out if unknown else ""]
    said = Paragraph(" ".join(part for part in parts if part))
    return (*time_figure(known), said) if known.steps else (said,)


def _middle(times: TimeToDone) -> str:
    """Say within how many days half of the actions are done, or that it is not reached."""
    middle = times.median()
    if not times.steps:
        return gettext("No action is done yet: how long one takes is not known.")
    if middle.days is None:
        return gettext(
            "The day by which half of the actions are done is not reached: too many are still open."
        )
    return ngettext(
        "Half of the actions are done within {count} day ({band}).",
        "Half of the actions are done within {count} days ({band}).",
        middle.days,
        band=_band(middle),
    )


def _band(middle: Median) -> str:
    if middle.low is None:
        return gettext("too few to say how sure that is")
    if middle.high is None:
        return gettext("95% band: {low} to a day not yet reached", low=middle.low)
    return gettext("95% band: {low} to {high}", low=middle.low, high=middle.high)


def _done_alone(found: Progress) -> str:
    """Say how long those took that are done, while others are open."""
    taken = found.lead_times
    middle = taken.median()
    if middle is None or not found.overdue.denominator:
        return ""
    counts = (
        gettext(
            "Those still open count for as long as they have been open, and those given up until"
            " they were."
        )
        if found.cancelled + found.superseded
        else gettext("Those still open count for as long as they have been open.")
    )
    half = gettext(
        "Of the {number} done, half took up to {days}; that alone would flatter, because the slow"
        " ones are still open.",
        number=taken.count,
        days=days_in_words(middle),
    )
    return f"{counts} {half}"

"""The dates of workshops as a strip, phase after phase, with the table that says the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from workshopcore.contracts.report import Figure, Table
from workshopcore.language import gettext, ngettext, pgettext
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.reports.wording import day, days, listed

__all__ = ["timeline", "where"]


def timeline(
    programme: Programme,
    workshops: Sequence[Workshop],
    standing: Callable[[Workshop], str] | None = None,
) -> Figure:
    """Return the dates of one workshop or more.

    Args:
        programme: theirs.
        workshops: in order of time.
        standing: says how firm a date is; left out, the table does not tell.
    """
    groups = [_phase(programme, workshop) for workshop in workshops]
    points = [
        {"label": workshop.title, "date": workshop.day.isoformat(), "group": group}
        for workshop, group in zip(workshops, groups, strict=True)
    ]
    table = _table(programme, workshops, groups, standing)
    return Figure("timeline", {"points": points}, _in_words(workshops, groups), table)


def _table(
    programme: Programme,
    workshops: Sequence[Workshop],
    groups: Sequence[str],
    standing: Callable[[Workshop], str] | None,
) -> Table:
    columns = [
        gettext("When"),
        gettext("Workshop"),
        gettext("Phase"),
        gettext("Where"),
        gettext("Purpose"),
    ]
    rows = [
        [
            _when(programme, workshop),
            workshop.title,
            group,
            where(workshop) or pgettext("of a place", "To be announced"),
            _purpose(programme, workshop),
        ]
        for workshop, group in zip(workshops, groups, strict=True)
    ]
    if standing is not None:
        columns.insert(1, gettext("Date is"))
        for row, workshop in zip(rows, workshops, strict=True):
            row.insert(1, standing(workshop))
    return Table(columns, rows, caption=gettext("Dates of the workshops"))


def _when(programme: Programme, workshop: Workshop) -> str:
    return days(programme.starts(workshop).date(), programme.ends(workshop).date())


def where(workshop: Workshop) -> str:
    """Return where a workshop is held, ``""`` while nobody knows."""
    if workshop.venue is not None:
        return workshop.venue.name
    return gettext("Online") if workshop.mode == "online" else ""


def _phase(programme: Programme, workshop: Workshop) -> str:
    return programme.phase(workshop.phase).title if workshop.phase else ""


def _in_words(workshops: Sequence[Workshop], groups: Sequence[str]) -> str:
    """Describe the timeline: how many workshops, from when to when, phase after phase."""
    first, last = day(workshops[0].day), day(workshops[-1].day)
    said = ngettext(
        "Timeline of {count} workshop, {first}.",
        "Timeline of {count} workshops, from {first} to {last}.",
        len(workshops),
        first=first,
        last=last,
    )
    phases = [f"{name} ({groups.count(name)})" for name in dict.fromkeys(groups) if name]
    if not phases:
        return said
    in_order = listed(phases, pgettext("phase after phase", "then"))
    told = gettext("Phases: {phases}.", phases=in_order)
    return f"{said} {told}"


def _purpose(programme: Programme, workshop: Workshop) -> str:
    """Return what a workshop is for; where it does not say, what its phase is for."""
    of_phase = programme.phase(workshop.phase).purpose if workshop.phase else ""
    return workshop.purpose or of_phase

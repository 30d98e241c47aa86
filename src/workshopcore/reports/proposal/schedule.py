"""The schedule: the dates as a strip, how firm they are, and what they keep clear of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from workshopcore.contracts.report import Block, Paragraph
from workshopcore.language import gettext, ngettext, pgettext
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.reports.blocks import bullets, filled
from workshopcore.reports.occasion import takes_place
from workshopcore.reports.timeline import timeline
from workshopcore.reports.wording import days, listed, quoted, share, state

__all__ = ["dated", "days_of", "loose", "schedule", "span"]

_LOOSE = frozenset({"proposed", "pencilled"})


def dated(programme: Programme, on: date) -> tuple[Workshop, ...]:
    """Return the workshops whose date holds, in order of time."""
    return tuple(w for w in programme.in_order if takes_place(w, on))


def loose(programme: Programme, on: date) -> tuple[Workshop, ...]:
    """Return the workshops whose date is proposed or pencilled, and not confirmed yet."""
    return tuple(w for w in dated(programme, on) if w.state(on) in _LOOSE)


def days_of(programme: Programme, workshop: Workshop) -> tuple[date, ...]:
    """Return the calendar days on which a workshop is held."""
    first, last = programme.starts(workshop).date(), programme.ends(workshop).date()
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))


def span(programme: Programme, on: date) -> str:
    """Return how many workshops there are, on how many days, from when to when."""
    workshops = dated(programme, on)
    if not workshops:
        return ""
    number = len({one for workshop in workshops for one in days_of(programme, workshop)})
    last = max(days_of(programme, workshop)[-1] for workshop in workshops)
    return ngettext(
        "{workshops} on {count} day, {span}",
        "{workshops} on {count} days, {span}",
        number,
        workshops=ngettext("{count} workshop", "{count} workshops", len(workshops)),
        span=days(programme.starts(workshops[0]).date(), last),
    )


def schedule(programme: Programme, on: date) -> tuple[Block, ...]:
    """Return the dates, or that there are none yet."""
    workshops = dated(programme, on)
    off = bullets(
        f"{state(workshop.state(on), 'workshop')}: {workshop.title}"
        for workshop in programme.in_order
        if workshop not in workshops
    )
    if not workshops:
        return (Paragraph(gettext("No dates have been set yet.")), *off)
    strip = timeline(programme, workshops, lambda workshop: state(workshop.state(on), "workshop"))
    return filled((strip,), off, _firm(programme, on), _closures(programme, workshops))


def _firm(programme: Programme, on: date) -> tuple[Block, ...]:
    waiting, workshops = loose(programme, on), dated(programme, on)
    if not waiting:
        return (Paragraph(gettext("All dates are confirmed.")),)
    found = {workshop.state(on) for workshop in waiting}
    states = listed([said for name, said in _loose_words() if name in found], gettext("or"))
    said = ngettext(
        "Not fixed yet: {share} date is {states} and can still change.",
        "Not fixed yet: {share} dates are {states} and can still change.",
        len(workshops),
        share=share(len(waiting), len(workshops)),
        states=states,
    )
    return (Paragraph(said),)


def _loose_words() -> tuple[tuple[str, str], ...]:
    return (
        ("pencilled", pgettext("of dates that can still change", "pencilled")),
        ("proposed", pgettext("of dates that can still change", "proposed")),
    )


def _closures(programme: Programme, workshops: Sequence[Workshop]) -> tuple[Block, ...]:
    if not programme.closures:
        return ()
    fallen = list(_fallen(programme, workshops))
    if fallen:
        return bullets(fallen)
    return (
        Paragraph(
            ngettext(
                "The dates keep clear of the {count} closure that is known.",
                "The dates keep clear of the {count} closures that are known.",
                len(programme.closures),
            )
        ),
    )


def _fallen(programme: Programme, workshops: Sequence[Workshop]) -> Iterator[str]:
    """Yield each workshop that falls on days when nobody should be asked for anything."""
    for workshop in workshops:
        closures = dict.fromkeys(
            closure.title
            for one in days_of(programme, workshop)
            for closure in programme.closures_on(one)
        )
        if closures:
            yield gettext(
                "{workshop} falls on a closure: {closures}",
                workshop=quoted(workshop.title),
                closures=listed(closures),
            )

"""When and where a workshop is, how its day is timed, and whether it takes place at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from workshopcore.agenda import Row, RunSheet, run_sheet
from workshopcore.contracts.formats import SessionFormat
from workshopcore.contracts.report import Block, Callout, Inline, Paragraph
from workshopcore.contracts.reports import ReportRequest
from workshopcore.errors import AgendaError, ReportError
from workshopcore.language import gettext, gettext_noop, pgettext
from workshopcore.model.agenda import AgendaItem, Parallel, Session, Slot
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.reports.wording import moments

__all__ = [
    "aims",
    "called",
    "item_titles",
    "known_day",
    "numbered",
    "place",
    "row_of",
    "status_notice",
    "takes_place",
    "timed",
    "when",
]

_NOT_HELD = {
    "postponed": gettext_noop(
        "This workshop has been postponed. The date given here no longer holds."
    ),
    "cancelled": gettext_noop("This workshop has been cancelled."),
}
_CLOCKS_CHANGE = gettext_noop("the clocks change meanwhile, and times are as they show then")


def known_day(request: ReportRequest) -> date:
    """Return the day a document describes; without one, the end of all that is on record.

    Only for documents of a plan: one that tells how things stand asks ``request.day``.
    """
    return request.as_of or date.max


def takes_place(workshop: Workshop, day: date) -> bool:
    """Return whether a workshop is neither postponed nor cancelled at the end of a day."""
    return workshop.state(day) not in _NOT_HELD


def status_notice(workshop: Workshop, day: date) -> tuple[Block, ...]:
    """Return a warning if the workshop does not take place as planned."""
    said = _NOT_HELD.get(workshop.state(day))
    if said is None:
        return ()
    return (Callout(gettext("Please note"), (Paragraph(gettext(said)),), kind="warning"),)


def timed(programme: Programme, workshop: Workshop, request: ReportRequest) -> RunSheet:
    """Return the run sheet of a workshop.

    Raises:
        ReportError: its agenda cannot be timed; the message says why.
    """
    try:
        return run_sheet(programme, workshop.id, formats=request.formats)
    except AgendaError as error:
        raise ReportError(f"the agenda of '{workshop.id}' cannot be timed: {error}") from error


def row_of(sheet: RunSheet, session: str) -> Row | None:
    """Return the row of a session, ``None`` when it is no single item of the agenda."""
    return next((row for row in sheet.rows if row.slot and row.id == session), None)


def numbered(programme: Programme, workshop: Workshop) -> str:
    """Return a workshop's place in the programme, such as ``Workshop 2 of 6``."""
    return gettext(
        "Workshop {number} of {whole}",
        number=programme.number(workshop),
        whole=len(programme.workshops),
    )


def when(programme: Programme, workshop: Workshop) -> str:
    """Return a workshop's day and times, with what readers elsewhere need to know of them."""
    start, end = programme.starts(workshop), programme.ends(workshop)
    notes = [moments(start, end)]
    zone = programme.zone_of(workshop)
    zones = {programme.zone_of(other) for other in programme.workshops}
    if len(zones) > 1 or workshop.mode != "in-person":
        notes.append(gettext("{zone} time", zone=zone))
    if start.utcoffset() != end.utcoffset():
        notes.append(gettext(_CLOCKS_CHANGE))
    return "; ".join(notes)


def place(workshop: Workshop) -> tuple[tuple[str, Inline], ...]:
    """Return where a workshop is held, how to get there, and how everybody can take part."""
    venue = workshop.venue
    if venue is None:
        return ((gettext("Where"), _mode(workshop)),)
    where = ", ".join(part for part in (venue.name, venue.address) if part.strip())
    return (
        (gettext("Where"), _held(workshop, where)),
        (gettext("Getting there"), venue.travel),
        (pgettext("of a venue", "Access"), venue.access),
    )


def _mode(workshop: Workshop) -> str:
    match workshop.mode:
        case "online":
            return gettext("Online")
        case "hybrid":
            return gettext("In the room and online")
        case "in-person":
            return ""


def _held(workshop: Workshop, where: str) -> str:
    match workshop.mode:
        case "online":
            return gettext("{place} (online)", place=where)
        case "hybrid":
            return gettext("{place} (in the room and online)", place=where)
        case "in-person":
            return where


def aims(programme: Programme, workshop: Workshop) -> tuple[str, ...]:
    """Return the objectives that a workshop works towards, in words."""
    return tuple(programme.objective(name).statement for name in workshop.aims)


def called(slot: Slot, formats: Mapping[str, SessionFormat]) -> str:
    """Return what a session or a break is called: its own title, or its format's."""
    known = formats.get(slot.format) if isinstance(slot, Session) else None
    return slot.title or gettext(known.title if known else slot.name)


def item_titles(workshop: Workshop, formats: Mapping[str, SessionFormat]) -> dict[str, str]:
    """Return what everything on an agenda is called, tracks included, by identifier."""
    return dict(_titles(workshop.agenda, formats))


def _titles(
    agenda: Iterable[AgendaItem], formats: Mapping[str, SessionFormat]
) -> Iterator[tuple[str, str]]:
    for item in agenda:
        if isinstance(item, Parallel):
            yield item.id, item.title or gettext("In parallel")
            for track in item.tracks:
                yield track.id, track.title
                yield from _titles(track.agenda, formats)
        else:
            yield item.id, called(item, formats)

"""When and where a workshop is, how its day is timed, and whether it takes place at all."""

from __future__ import annotations

from datetime import date

from workshopcore.agenda import Row, RunSheet, run_sheet
from workshopcore.contracts.report import Block, Callout, Inline, Paragraph
from workshopcore.contracts.reports import ReportRequest
from workshopcore.errors import AgendaError, ReportError
from workshopcore.model.agenda import AgendaItem, Parallel
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.reports.wording import moments

__all__ = [
    "aims",
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
    "postponed": "This workshop has been postponed. The date given here no longer holds.",
    "cancelled": "This workshop has been cancelled.",
}
_MODES = {"in-person": "", "online": "Online", "hybrid": "In the room and online"}
_CLOCKS_CHANGE = "the clocks change meanwhile, and times are as they show then"


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
    return (Callout("Please note", (Paragraph(said),), kind="warning"),)


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
    return f"Workshop {programme.number(workshop)} of {len(programme.workshops)}"


def when(programme: Programme, workshop: Workshop) -> str:
    """Return a workshop's day and times, with what readers elsewhere need to know of them."""
    start, end = programme.starts(workshop), programme.ends(workshop)
    notes = [moments(start, end)]
    zone = programme.zone_of(workshop)
    zones = {programme.zone_of(other) for other in programme.workshops}
    if len(zones) > 1 or workshop.mode != "in-person":
        notes.append(f"{zone} time")
    if start.utcoffset() != end.utcoffset():
        notes.append(_CLOCKS_CHANGE)
    return "; ".join(notes)


def place(workshop: Workshop) -> tuple[tuple[str, Inline], ...]:
    """Return where a workshop is held, how to get there, and how everybody can take part."""
    venue, mode = workshop.venue, _MODES[workshop.mode]
    if venue is None:
        return (("Where", mode),)
    where = ", ".join(part for part in (venue.name, venue.address) if part.strip())
    return (
        ("Where", f"{where} ({mode[:1].lower()}{mode[1:]})" if mode else where),
        ("Getting there", venue.travel),
        ("Access", venue.access),
    )


def aims(programme: Programme, workshop: Workshop) -> tuple[str, ...]:
    """Return the objectives that a workshop works towards, in words."""
    return tuple(programme.objective(name).statement for name in workshop.aims)


def item_titles(workshop: Workshop) -> dict[str, str]:
    """Return what everything on an agenda is called, tracks included, by identifier."""
    titles: dict[str, str] = {}
    _add_titles(workshop.agenda, titles)
    return titles


def _add_titles(agenda: tuple[AgendaItem, ...], titles: dict[str, str]) -> None:
    for item in agenda:
        if isinstance(item, Parallel):
            titles[item.id] = item.title or "In parallel"
            for track in item.tracks:
                titles[track.id] = track.title
                _add_titles(track.agenda, titles)
        else:
            titles[item.id] = item.name

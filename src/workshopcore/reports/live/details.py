"""What a page needs to run the day: the day itself, how it is worded, and what is on record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from workshopcore.agenda import RunSheet
from workshopcore.agenda.day import Day, Item
from workshopcore.agenda.fingerprint import agenda_fingerprint
from workshopcore.contracts.reports import ReportRequest
from workshopcore.model.agenda import Session
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Actual, Workshop
from workshopcore.reports.experts import promised
from workshopcore.reports.live.day import facts_of, live_day
from workshopcore.reports.live.phrases import phrases, shortcuts
from workshopcore.reports.live.steps import session_plans
from workshopcore.reports.occasion import known_day, takes_place
from workshopcore.reports.people import introduced, named
from workshopcore.reports.wording import moments

__all__ = ["live_details"]


def live_details(
    programme: Programme, sheet: RunSheet, request: ReportRequest
) -> dict[str, Mapping[str, Any]]:
    """Return the facilitator mode of a planned day, as the ``live`` details of its report.

    Args:
        programme: the programme.
        sheet: the day as planned.
        request: the day the document describes.

    Returns:
        ``live``; nothing where there is nothing to run: an empty agenda, or a workshop that
        does not take place.
    """
    day = sheet.day
    if day is None or not day.items or not takes_place(sheet.workshop, known_day(request)):
        return {}
    workshop = sheet.workshop
    live = live_day(sheet)
    for number, item in enumerate(day.items):
        live["items"][number] |= session_plans(day, number)
        if about := list(_about(programme, day, item, known_day(request))):
            live["items"][number]["about"] = about
    return {
        "live": {
            **live,
            "programme": programme.id,
            "workshop": workshop.id,
            "title": workshop.title,
            "when": moments(sheet.starts, sheet.ends),
            "zone": programme.zone_of(workshop),
            "fingerprint": agenda_fingerprint(workshop),
            "facts": facts_of(day, _on_record(workshop, known_day(request))),
            "phrases": phrases(),
            "shortcuts": shortcuts(),
        }
    }


def _on_record(workshop: Workshop, on: date) -> Iterator[Actual]:
    """Yield what had happened by the end of a day."""
    for actual in workshop.actuals:
        happened = actual.start or actual.end or workshop.start
        if happened.date() <= on:
            yield actual


def _about(programme: Programme, day: Day, item: Item, on: date) -> Iterator[str]:
    """Yield what to know of an item at a glance: who leads it, where, and which expert comes."""
    venue = day.workshop.venue
    rooms = {room.id: room.name for room in (venue.rooms if venue else ())}
    if item.slot.room:
        yield rooms[item.slot.room]
    if isinstance(item.slot, Session):
        yield named(programme, item.slot.lead)
        for engagement in promised(programme, day.workshop.id, item.slot.id, on):
            who = introduced(programme.person(engagement.expert))
            yield f"{who}: {engagement.arrival}" if engagement.arrival else who

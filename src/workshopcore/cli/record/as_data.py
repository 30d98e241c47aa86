"""The record of a workshop for machines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from workshopcore.agenda import attended_minutes, run_sheet
from workshopcore.contracts.formats import SessionFormat
from workshopcore.errors import AgendaError
from workshopcore.files.notes import Missing
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop

__all__ = ["missing_data", "record_data"]


def record_data(
    programme: Programme, workshop: Workshop, formats: Mapping[str, SessionFormat]
) -> dict[str, Any]:
    """Return what `record --json` prints."""
    return {
        "workshop": workshop.id,
        "title": workshop.title,
        "state": workshop.state(date.max),
        "start": programme.starts(workshop).isoformat(),
        "end": programme.ends(workshop).isoformat(),
        "attendance": list(_attendance(programme, workshop, formats)),
        "actuals": [
            {
                "session": each.session,
                "start": _text(each.start),
                "end": _text(each.end),
                "fate": each.fate,
                "note": each.note,
            }
            for each in workshop.actuals
        ],
        "outputs": [
            {"session": each.session, "label": each.label, "text": each.text}
            for each in workshop.captures
        ],
        "decisions": list(_decisions(programme, workshop)),
        "parked": list(_parked(programme, workshop)),
        "attachments": [
            {
                "path": each.path,
                "sha256": each.sha256,
                "caption": each.caption,
                "session": each.session,
            }
            for each in workshop.attachments
        ],
    }


def missing_data(found: Iterable[Missing]) -> list[dict[str, str]]:
    """Return what `record --check --json` prints."""
    return [
        {"kind": each.kind, "about": each.about, "message": each.message, "cure": each.cure}
        for each in found
    ]


def _attendance(
    programme: Programme, workshop: Workshop, formats: Mapping[str, SessionFormat]
) -> Iterable[dict[str, Any]]:
    try:
        minutes: dict[str, int | None] | None = attended_minutes(
            run_sheet(programme, workshop.id, formats=formats)
        )
    except AgendaError:
        minutes = None
    for each in workshop.attendance:
        yield {
            "person": each.person,
            "name": programme.person(each.person).name,
            "status": each.status,
            "arrived": _text(each.arrived),
            "left": _text(each.left),
            "substitute": each.substitute,
            "minutes": minutes.get(each.person, 0) if minutes is not None else None,
            "substitute_minutes": minutes.get(each.substitute) if minutes is not None else None,
            "note": each.note,
        }


def _decisions(programme: Programme, workshop: Workshop) -> Iterable[dict[str, Any]]:
    for each in programme.decisions:
        if each.origin.partition("/")[0] == workshop.id:
            yield {
                "id": each.id,
                "statement": each.statement,
                "session": each.origin.partition("/")[2],
                "made": _text(each.made),
                "method": each.method,
                "rationale": each.rationale,
                "dissent": each.dissent,
                "authority": each.authority,
            }


def _parked(programme: Programme, workshop: Workshop) -> Iterable[dict[str, Any]]:
    for each in programme.parked_issues:
        if each.origin.partition("/")[0] == workshop.id:
            yield {
                "id": each.id,
                "statement": each.statement,
                "session": each.origin.partition("/")[2],
                "raised": _text(each.raised),
                "raised_by": each.raised_by,
                "state": each.state(date.max),
                "became": each.became,
            }


def _text(value: date | None) -> str | None:
    return value.isoformat() if value is not None else None

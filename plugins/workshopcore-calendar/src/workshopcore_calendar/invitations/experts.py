"""An expert's own appointment: the slot that is theirs, and nothing else of the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve

from workshopcore.errors import AgendaError
from workshopcore.language import gettext, ngettext
from workshopcore.model.expert import ExpertEngagement
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.renderers.characters import one_line
from workshopcore.reports.experts import is_off
from workshopcore.reports.occasion import row_of
from workshopcore.reports.people import named
from workshopcore_calendar.invitations.appointment import Appointment, Guest, Status, uid_of
from workshopcore_calendar.invitations.description import labelled
from workshopcore_calendar.invitations.guests import reply_of

if TYPE_CHECKING:
    from workshopcore import Toolkit
    from workshopcore.agenda import Row

__all__ = ["expert_appointments"]

# Nobody is sent an invitation before they have said that they would come.
_NOT_ASKED = frozenset({"identified", "approached"})
_TO_BE_CONFIRMED = frozenset({"agreed", "contracted", "briefed"})


def expert_appointments(
    toolkit: Toolkit, programme: Programme, workshop: Workshop, held: Appointment, on: date
) -> Iterator[Appointment]:
    """Yield an appointment for each expert at a workshop who has agreed to come.

    Args:
        toolkit: whose formats time the day.
        programme: the programme.
        workshop: the workshop.
        held: the workshop as an appointment.
        on: the day on which things stand so.
    """
    asked = [e for e in programme.engagements_of(workshop) if e.state(on) not in _NOT_ASKED]
    if not asked:
        return
    try:
        sheet = toolkit.run_sheet(programme, workshop.id)
    except AgendaError:
        return
    for engagement in asked:
        row = row_of(sheet, engagement.session.partition("/")[2])
        if row is not None:
            yield _slot(programme, workshop, held, engagement, row, on)


def _slot(
    programme: Programme,
    workshop: Workshop,
    held: Appointment,
    engagement: ExpertEngagement,
    row: Row,
    on: date,
) -> Appointment:
    expert = programme.person(engagement.expert)
    return evolve(
        held,
        uid=uid_of("expert", programme.id, engagement.id),
        id=f"{engagement.id}-expert",
        title=f"{one_line(engagement.topic)} ({held.title})",
        start=row.start,
        end=row.end,
        status=_status(held.status, engagement, on),
        description=_said(programme, held, engagement),
        guests=[Guest(expert, "REQ-PARTICIPANT", reply_of(workshop, expert.id))],
    )


def _status(held: Status, engagement: ExpertEngagement, on: date) -> Status:
    if held == "CANCELLED" or is_off(engagement, on):
        return "CANCELLED"
    if held == "TENTATIVE" or engagement.state(on) in _TO_BE_CONFIRMED:
        return "TENTATIVE"
    return "CONFIRMED"


def _said(programme: Programme, held: Appointment, engagement: ExpertEngagement) -> str:
    return labelled(
        (gettext("Your part in"), held.title),
        (gettext("Topic"), engagement.topic),
        (gettext("Divided into"), ", ".join(_split(engagement))),
        (gettext("Arrival"), engagement.arrival),
        (gettext("Your host"), named(programme, [engagement.host]) if engagement.host else ""),
        (gettext("In the room"), "; ".join(engagement.kit)),
        (gettext("Recording"), engagement.recording),
    )


def _split(engagement: ExpertEngagement) -> Iterator[str]:
    """Yield what the slot is made of."""
    talk, questions = engagement.talk_minutes, engagement.question_minutes
    if talk:
        yield ngettext("{count} minute for talk", "{count} minutes for talk", talk)
    if questions:
        yield ngettext("{count} minute for questions", "{count} minutes for questions", questions)

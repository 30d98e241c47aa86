"""Every appointment of a programme: for those who come, those who run it, and experts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from workshopcore.errors import PluginCallError, ReportError
from workshopcore.language import gettext, speaking
from workshopcore.model.moments import later
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.links import web_address
from workshopcore.reports.blocks import plain
from workshopcore.reports.joining_instructions import meeting_address
from workshopcore.reports.occasion import place
from workshopcore.reports.preparations import SET_UP, SET_UP_ONLINE
from workshopcore.reports.wording import clocks
from workshopcore_calendar.invitations.appointment import Appointment, Status, uid_of
from workshopcore_calendar.invitations.description import as_description, labelled
from workshopcore_calendar.invitations.experts import expert_appointments
from workshopcore_calendar.invitations.guests import asked_to_come, running_it

if TYPE_CHECKING:
    from workshopcore import Toolkit

__all__ = ["appointments"]

_STATUS: dict[str, Status] = {
    "proposed": "TENTATIVE",
    "pencilled": "TENTATIVE",
    "postponed": "CANCELLED",
    "cancelled": "CANCELLED",
}


def appointments(
    toolkit: Toolkit, programme: Programme, on: date, *, set_up: int | None = None
) -> tuple[Appointment, ...]:
    """Return every appointment of a programme as things stand at the end of a day.

    Each workshop is one for those who are invited, and another one for those who run it, which
    begins with setting up. An expert who has agreed has one for their own slot.

    Args:
        toolkit: whose formats time the day, and whose participants' agenda describes it.
        programme: the programme.
        on: the day.
        set_up: minutes before the start that facilitators are asked for; left out, what the
            run sheet says: 60, and 30 online.
    """
    made = _Appointments(toolkit, programme, on, set_up)
    with speaking(programme.language, folders=toolkit.translations):
        return tuple(each for workshop in programme.in_order for each in made.of(workshop))


@frozen
class _Appointments:
    toolkit: Toolkit
    programme: Programme
    on: date
    set_up: int | None

    def of(self, workshop: Workshop) -> Iterator[Appointment]:
        held = self._workshop(workshop)
        yield held
        yield self._facilitation(workshop, held)
        yield from expert_appointments(self.toolkit, self.programme, workshop, held, self.on)

    def _workshop(self, workshop: Workshop) -> Appointment:
        return Appointment(
            uid_of("workshop", self.programme.id, workshop.id),
            workshop.id,
            workshop.id,
            one_line(workshop.title),
            self.programme.starts(workshop),
            self.programme.ends(workshop),
            _where(workshop),
            _url(workshop),
            _STATUS.get(workshop.state(self.on), "CONFIRMED"),
            self._agenda(workshop),
            asked_to_come(self.programme, workshop),
        )

    def _facilitation(self, workshop: Workshop, held: Appointment) -> Appointment:
        jobs = SET_UP_ONLINE if workshop.mode == "online" else SET_UP
        early = jobs[0][0] if self.set_up is None else self.set_up
        start = later(held.start, -early)
        when = labelled((gettext("Setting up"), clocks(start, held.start) if early else ""))
        return evolve(
            held,
            uid=uid_of("facilitation", self.programme.id, workshop.id),
            id=f"{workshop.id}-facilitation",
            title=gettext("{workshop} (facilitation, with setting up)", workshop=held.title),
            start=start,
            description=f"{when}\n\n{held.description}".strip(),
            guests=running_it(self.programme, workshop),
        )

    def _agenda(self, workshop: Workshop) -> str:
        """Return the participants' agenda; a day that cannot be timed has none yet."""
        try:
            report = self.toolkit.report(
                self.programme, "participant-agenda", workshop=workshop.id, as_of=self.on
            )
        except (ReportError, PluginCallError):
            return one_line(workshop.purpose)
        return as_description(report)


def _where(workshop: Workshop) -> str:
    (_, where), *_ = place(workshop)
    return one_line(plain(where))


def _url(workshop: Workshop) -> str:
    """Return the web address at which a workshop is held, ``""`` for one that no file can hold."""
    address = web_address(meeting_address(workshop))
    return address if address.isascii() else ""

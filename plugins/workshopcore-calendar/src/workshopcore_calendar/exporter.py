"""Writing actions as the tasks of one calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import frozen

from workshopcore.actions import Standing
from workshopcore.actions.merging import state_of
from workshopcore.contracts.exchange import ExportRequest, Matter
from workshopcore.errors import InvalidValueError, Shown
from workshopcore.exchange.manners import option_problems
from workshopcore.exchange.pace import paced
from workshopcore.exchange.table import to_export
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.renderers.characters import one_line
from workshopcore_calendar.description import described
from workshopcore_calendar.identity import uid_of
from workshopcore_calendar.people import organiser_of, people_of
from workshopcore_calendar.sent import MODIFIED, kept
from workshopcore_calendar.states import word_of
from workshopcore_calendar.values import Text, noon

if TYPE_CHECKING:
    from icalendar import Todo

__all__ = ["PRODUCT", "TaskExporter"]

PRODUCT = "-//workshopcore//workshopcore-calendar//EN"
_END = b"END:VCALENDAR\r\n"


@frozen
class TaskExporter:
    """Actions as tasks (VTODO) that calendars and task lists can read."""

    key: str = "calendar:vtodo"
    title: str = "Calendar tasks"
    matter: Matter = "actions"
    suffix: str = ".ics"

    def write(self, programme: Programme, request: ExportRequest) -> bytes:
        """Return one calendar with a task for each action, in the order of the programme.

        Raises:
            InvalidValueError: there is an option; it has none.
            UnknownKeyError: the programme has no action of a name.
        """
        for fault in option_problems(request.options, ()):
            raise InvalidValueError(Shown(fault.found), "no option")
        tasks = _Tasks(programme, organiser_of(programme), request.as_of)
        standings = paced(to_export(programme, request), request.advance)
        written = [tasks.task_of(standing).to_ical(sorted=False) for standing in standings]
        return b"".join([_beginning(programme), *written, _END])


def _beginning(programme: Programme) -> bytes:
    """Return the calendar up to its first task: one after the other, so that progress shows."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", PRODUCT)
    calendar.add("X-WR-CALNAME", Text(one_line(programme.title)), encode=False)
    data: bytes = calendar.to_ical(sorted=False)
    return data.removesuffix(_END)


@frozen
class _Tasks:
    """Makes the tasks of one file."""

    programme: Programme
    organiser: Person | None
    as_of: date

    def task_of(self, standing: Standing) -> Todo:
        from icalendar import Todo

        task = Todo()
        for name, value in self._properties(standing):
            if value.__class__ is str:
                task.add(name, Text(value), encode=False)
            else:
                task.add(name, value)
        return task

    def _properties(self, standing: Standing) -> Iterator[tuple[str, Any]]:
        action = standing.action
        yield "UID", uid_of(self.programme.id, action.id)
        yield from self._happened(standing)
        yield "SUMMARY", one_line(action.statement)
        if standing.due is not None:
            yield "DUE", standing.due
        yield "STATUS", word_of(standing.status)
        if standing.progress is not None:
            yield "PERCENT-COMPLETE", standing.progress
        yield "DESCRIPTION", described(self.programme, standing)
        yield from people_of(self.programme, standing, self.organiser)
        yield "CATEGORIES", one_line(self.programme.title)
        yield from kept(state_of(standing))

    def _happened(self, standing: Standing) -> Iterator[tuple[str, Any]]:
        """Yield when a task was written down, changed last and done, and how often it changed."""
        zone = self.programme.time_zone
        born, agreed = standing.action.born or standing.start, standing.action.agreed
        later = [agreed] if born and agreed and born < agreed <= self.as_of else []
        changes = [*later, *(entry.on for entry in standing.history)]
        changed = noon(max(changes, default=born or self.as_of), zone)
        yield "DTSTAMP", changed
        yield "LAST-MODIFIED", changed
        yield MODIFIED, f"{changed:%Y%m%dT%H%M%SZ}"
        if born is not None:
            yield "CREATED", noon(born, zone)
        if standing.is_done and standing.closed is not None:
            yield "COMPLETED", noon(standing.closed, zone)
        yield "SEQUENCE", len(changes)

"""The tasks in a calendar file: the properties between the beginning and the end of each."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from attrs import define, field, frozen

from workshopcore.errors import Problem, shown
from workshopcore_calendar.lines import Line, Property, content_lines, parsed
from workshopcore_calendar.problems import unreadable
from workshopcore_calendar.sent import PREFIX

__all__ = ["Task", "tasks_in"]

_TASK = "VTODO"


@frozen(slots=False)
class Task:
    """A task as it stands in a file.

    Attributes:
        line: where it begins.
        properties: its own, in the order of the file, without those of its alarms.
    """

    line: int
    properties: list[Property] = field(factory=list)

    def first(self, *names: str) -> Property | None:
        """Return the first property that has one of these names and says something."""
        for one in self.properties:
            if one.name in names and one.raw.strip():
                return one
        return None

    def all(self, name: str) -> list[Property]:
        """Return every property of a name."""
        return [one for one in self.properties if one.name == name]

    @cached_property
    def kept(self) -> dict[str, str]:
        """What we wrote into it that other programs do not know, as text."""
        return {one.name: one.text for one in self.properties if one.name.startswith(PREFIX)}


def tasks_in(data: bytes) -> tuple[list[Task], list[Problem]]:
    """Return the whole tasks of a file, however many calendars are in it, and its faults."""
    reader = _Reader()
    for line in content_lines(data):
        reader.take(line)
    reader.finish()
    return reader.tasks, reader.problems


@define
class _Reader:
    tasks: list[Task] = field(factory=list)
    problems: list[Problem] = field(factory=list)
    open: list[tuple[str, int]] = field(factory=list)
    names: Counter[str] = field(factory=Counter)
    seen: Counter[str] = field(factory=Counter)
    task: Task | None = None
    depth: int = 0

    def take(self, line: Line) -> None:
        found = parsed(line)
        if found is None:
            self._broken(line)
        elif found.name == "BEGIN":
            self._begin(found.raw.strip().upper(), line.number)
        elif found.name == "END":
            self._end(found.raw.strip().upper(), line.number)
        elif self.task is not None and len(self.open) == self.depth:
            self.task.properties.append(found)
            if not line.sound:
                self._fault(line.number, "bytes that are no UTF-8", "text in UTF-8", _ENCODING)

    def finish(self) -> None:
        """Say what is missing when all lines are read; a task without an end is not whole."""
        if self.task is not None:
            self._cut_short(self.task)
        if not self.seen:
            self._fault(1, "no calendar", "a calendar file, from BEGIN:VCALENDAR", _NOT_A_CALENDAR)
        elif not self.seen[_TASK] and self.seen.keys() & _OTHERS:
            kinds = ", ".join(sorted(self.seen.keys() & _OTHERS))
            self._fault(1, f"only {kinds}", "tasks (VTODO)", "Export tasks, not appointments")

    def _begin(self, name: str, number: int) -> None:
        self.seen[name] += 1
        if name == _TASK and self.task is not None:
            self._cut_short(self.task)
            self._close(self.depth - 1)
        self.open.append((name, number))
        self.names[name] += 1
        if name == _TASK:
            self.task, self.depth = Task(number), len(self.open)

    def _end(self, name: str, number: int) -> None:
        if not self.names[name]:
            self._fault(number, f"END:{name[:40]}", "the end of something that has begun")
            return
        while self.open[-1][0] != name:
            inner, began = self.open[-1]
            self._fault(number, f"END:{name[:40]}", f"END:{inner[:40]}, begun on line {began}")
            self._close(len(self.open) - 1)
        if self.task is not None and len(self.open) == self.depth:
            self.tasks.append(self.task)
            self.task = None
        self._close(len(self.open) - 1)

    def _close(self, depth: int) -> None:
        """Forget what is open below a depth."""
        for name, _ in self.open[depth:]:
            self.names[name] -= 1
        del self.open[depth:]
        if self.task is not None and depth < self.depth:
            self.task = None

    def _cut_short(self, task: Task) -> None:
        cure = "The task is left out: get the whole file again"
        self._fault(task.line, "a task without an end", "END:VTODO", cure)

    def _broken(self, line: Line) -> None:
        if self.open:
            expected = "a property, such as SUMMARY:Order the desk"
            self._fault(line.number, shown(line.text), expected, "The line is left out")

    def _fault(self, number: int, found: str, expected: str, hint: str = "") -> None:
        self.problems.append(unreadable(number, found, expected, hint))


_ENCODING = "It was read as Windows-1252: compare the text, or save the file as UTF-8"
_NOT_A_CALENDAR = "Export the tasks as an .ics file"
_OTHERS = frozenset({"VEVENT", "VJOURNAL", "VFREEBUSY"})

"""Whose diary a calendar is: by what it is called, else by whom its events have in common."""

from __future__ import annotations

from functools import reduce

from workshopcore_calendar.busy.asked import People
from workshopcore_calendar.busy.components import Calendar, Entry

__all__ = ["owner_of"]


def owner_of(calendar: Calendar, people: People, file: str) -> str:
    """Return the person whose diary a calendar is, ``""`` where nothing tells.

    Args:
        calendar: its name counts first (``X-WR-CALNAME``, ``NAME``).
        people: those of the programme.
        file: what the file is called, which counts next; at last it is the one person who is
            named by every event that names anybody.
    """
    names = [calendar.text("X-WR-CALNAME"), calendar.text("NAME"), file]
    return people.called(filter(None, names)) or _in_common(calendar, people)


def _in_common(calendar: Calendar, people: People) -> str:
    named = [found for entry in calendar.entries if (found := _named(entry, people))]
    common = reduce(set.__and__, named) if named else set()
    return common.pop() if len(common) == 1 else ""


def _named(entry: Entry, people: People) -> set[str]:
    """Return who of the programme is named by an event; of busy time, whose it is."""
    found = {people.of_address(one.raw) for one in entry.all("ATTENDEE")} - {""}
    if found and entry.kind == "VFREEBUSY":
        return found
    return (found | {people.of_address(one.raw) for one in entry.all("ORGANIZER")}) - {""}

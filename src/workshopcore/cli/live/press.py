"""What each key does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias

from attrs import evolve

from workshopcore.cli.live.course import Course, Item
from workshopcore.cli.live.entry import Entry
from workshopcore.cli.live.jotting import Jotting
from workshopcore.cli.live.state import State
from workshopcore.model.agenda import Slot
from workshopcore.model.moments import elapsed

__all__ = ["KEYS", "press"]

_MORE = 5
"""Minutes by which a key makes a session longer or shorter."""

Answer: TypeAlias = tuple[State, tuple[Entry, ...]]
_Act: TypeAlias = Callable[[State, datetime], Answer]

KEYS = (
    ("s, space, Enter", "start what is next; what is on ends"),
    ("e", "end what is on"),
    ("+", "what is on takes 5 minutes longer"),
    ("-", "what is on takes 5 minutes less"),
    ("n", "choose something else to be next"),
    ("x", "leave out what is next"),
    ("1 to 9", "choose a track"),
    ("u", "take back the last key that changed something"),
    ("?", "show the keys"),
    ("q", "quit; everything is on record, and the next start goes on from there"),
)
"""The keys, and what they do."""


def press(state: State, key: str, now: datetime) -> Answer:
    """Return what a key makes of a state, and what goes on record.

    Args:
        state: the state before.
        key: one character; a key that means nothing changes nothing.
        now: the moment, an instant in the workshop's time zone.
    """
    key, state = key.lower(), evolve(state, said="", pressed=now, helping=False)
    if key in _ACTS:
        return _ACTS[key](state, now)
    if len(key) == 1 and key in "123456789":
        return _choose_track(state, int(key), state.at(now)), ()
    return state, ()


def _start(state: State, now: datetime) -> Answer:
    if state.repeats(now):
        return state.saying("Pressed twice at once: counted once"), ()
    course = state.at(now)
    lane, item = state.lane(course), state.next(course)
    if item is None and course.running(lane) is None:
        return state.saying(_through(course)), ()
    jotting = Jotting(state.facts, course, now)
    jotting.end_of(lane)
    if item is not None:
        jotting.cuts(_passed(state, course, item))
        jotting.starts(course.openings(item))
    return state.after(jotting.told(), jotting.entries, now), tuple(jotting.entries)


def _end(state: State, now: datetime) -> Answer:
    if state.repeats(now):
        return state.saying("Pressed twice at once: counted once"), ()
    course = state.at(now)
    jotting = Jotting(state.facts, course, now)
    jotting.end_of(state.lane(course))
    if not jotting.entries:
        return state.saying("Nothing is on by the record, so nothing can end"), ()
    return state.after(jotting.told(), jotting.entries, now), tuple(jotting.entries)


def _leave_out(state: State, now: datetime) -> Answer:
    if state.repeats(now):
        return state.saying("Pressed twice at once: counted once"), ()
    course = state.at(now)
    item = state.next(course)
    if item is None:
        return state.saying("Nothing comes that could be left out"), ()
    jotting = Jotting(state.facts, course, now)
    jotting.cuts(_still_coming(course, item))
    return state.after(jotting.told(), jotting.entries, now), tuple(jotting.entries)


def _longer(state: State, now: datetime) -> Answer:
    return _lasting(state, now, _MORE), ()


def _shorter(state: State, now: datetime) -> Answer:
    return _lasting(state, now, -_MORE), ()


def _lasting(state: State, now: datetime, more: int) -> State:
    course = state.at(now)
    on = course.running(state.lane(course))
    if on is None:
        return state.saying("Nothing is on by the record: start it first")
    row, slot = on
    minutes = max(row.minutes + more, elapsed(row.start, now), 0)
    if minutes >= row.minutes > row.minutes + more:
        return state.saying(f"{row.title} has used its {row.minutes} minutes: end it")
    return state.deciding(f"{row.title} takes {minutes} minutes", slot.id, minutes)


def _undo(state: State, _now: datetime) -> Answer:
    if not state.moves:
        return state.saying("Nothing has been done since the start that could be taken back"), ()
    return state.taking_back()


def _another(state: State, now: datetime) -> Answer:
    course = state.at(now)
    items = course.coming(state.lane(course))
    if len(items) < 2:
        return state.saying("There is nothing else to choose from"), ()
    return evolve(state, turn=(state.turn + 1) % len(items)), ()


def _choose_track(state: State, number: int, course: Course) -> State:
    count = len(course.lanes())
    if number > count:
        there = f"{count} tracks are on" if count > 1 else "no parallel tracks are on"
        return state.saying(f"There is no track {number}: {there}")
    return evolve(state, track=number - 1, turn=0)


def _help(state: State, _now: datetime) -> Answer:
    return evolve(state, helping=True), ()


def _quit(state: State, _now: datetime) -> Answer:
    return evolve(state, over=True), ()


_ACTS: dict[str, _Act] = {
    "s": _start,
    " ": _start,
    "\r": _start,
    "\n": _start,
    "e": _end,
    "+": _longer,
    "=": _longer,
    "-": _shorter,
    "u": _undo,
    "n": _another,
    "x": _leave_out,
    "?": _help,
    "h": _help,
    "q": _quit,
}


def _passed(state: State, course: Course, item: Item) -> tuple[Slot, ...]:
    """Return what was to come before an item in the chosen track, and now will not be."""
    found: list[Slot] = []
    for earlier in course.coming(state.lane(course)):
        if earlier.path == item.path:
            break
        found += _still_coming(course, earlier)
    return tuple(found)


def _still_coming(course: Course, item: Item) -> tuple[Slot, ...]:
    return tuple(slot for path, slot in item.slots() if course.is_coming(path, slot))


def _through(course: Course) -> str:
    lanes = course.lanes()
    busy = [n for n, lane in enumerate(lanes, 1) if course.running(lane) or course.coming(lane)]
    if busy:
        return f"This track is through; track {busy[0]} is still on: press {busy[0]}"
    return "Nothing comes any more: the day is through"

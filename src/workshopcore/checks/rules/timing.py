"""Rules about the clock: what a day looks like once it is timed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import time

from workshopcore.agenda import Line, Part, Tier
from workshopcore.agenda.earliest import Margin
from workshopcore.checks.fitted import FittedDay, fitted, fitted_days, groups_of
from workshopcore.checks.places import agendas, numbered
from workshopcore.checks.rule import Found, rule
from workshopcore.checks.wording import called, contains_any, counted, listed
from workshopcore.contracts.checks import CheckContext
from workshopcore.model.agenda import AgendaItem, Buffer, Lunch, Parallel, Session, Slot


@rule("WC240")
def does_not_fit(context: CheckContext) -> Iterator[Found]:
    """Find fixed times that are missed even with everything at its shortest."""
    for path, workshop in agendas(context.programme):
        timed = fitted(context, workshop)
        if timed is not None and not timed.fits:
            cure = _proposal(timed)
            for margin in timed.fit.missed:
                place, message = _missed(timed, margin)
                yield Found(f"{path}.{place}", f"{message}; {cure}")


def _missed(timed: FittedDay, margin: Margin) -> tuple[str, str]:
    late = counted(-margin.minutes, "minute")
    if margin.part is None:
        end = timed.clock(timed.day.minutes)
        return "end", f"At its shortest the agenda ends {late} after {end:%H:%M}"
    item = timed.day.items[margin.part]
    start = item.part.start
    at = timed.clock(start[1] if start else 0)
    field = "window" if item.slot.start is None else "start"
    title = called(timed.day.title(margin.part))
    message = f"At its shortest, what stands before {title} runs {late} past {at:%H:%M}"
    return f"{item.path}.{field}", message


def _proposal(timed: FittedDay) -> str:
    gone = timed.fit.cuts
    if not gone:
        return "leaving out all that may go is not enough"
    names = listed([called(timed.day.title(number)) for number in gone])
    minutes = sum(timed.day.items[number].part.usual for number in gone)
    return f"leaving out {names} ({minutes} minutes) would do"


@rule("WC241")
def lunch_at_an_odd_time(context: CheckContext) -> Iterator[Found]:
    """Find lunches that start when nobody is hungry yet, or everybody too long."""
    first, last = (time.fromisoformat(context.thresholds[name]) for name in ("first", "last"))
    for path, _, timed in fitted_days(context):
        for place, item in timed.items():
            if isinstance(item.slot, Lunch):
                at = timed.clock(timed.span(place)[0])
                if not first <= at.time() <= last:
                    yield Found(f"{path}.{place}", f"{called(item.slot.name)} starts at {at:%H:%M}")


@rule("WC242")
def filled_to_the_brim(context: CheckContext) -> Iterator[Found]:
    """Find long agendas whose sessions fill nearly all the time there is."""
    for path, workshop, timed in fitted_days(context):
        minutes = _minutes_awake(timed)
        slots = [slot for _, slot in workshop.slots()]
        if minutes <= context.thresholds["minutes"]:
            continue
        work = _work(timed.day.line)
        buffered = any(isinstance(slot, Buffer) for slot in slots)
        if buffered and work > context.thresholds["share"] * minutes:
            told = f"{work} of {minutes} minutes"
            yield Found(f"{path}.agenda", f"The sessions of {called(workshop.title)} need {told}")


def _minutes_awake(timed: FittedDay) -> int:
    """Return the minutes of a workshop without its nights."""
    items = zip(timed.day.items, timed.fit.starts, timed.fit.minutes, strict=True)
    nights = reached = 0
    for item, start, minutes in items:
        if item.part.rests:
            nights += start - reached
        reached = max(reached, start + minutes)
    return timed.day.minutes - nights


def _work(line: Line) -> int:
    """Return the usual minutes of the sessions, those of the longest track where there are."""
    idle = (Tier.BUFFER, Tier.PAUSE)
    minutes = 0
    for item in line:
        if isinstance(item, Part):
            minutes += 0 if item.tier in idle else item.usual
        else:
            minutes += max(map(_work, item.tracks))
    return minutes


@rule("WC243")
def no_time_to_move(context: CheckContext) -> Iterator[Found]:
    """Find sessions that start in another room in the minute in which the last one ends."""
    for path, workshop, timed in fitted_days(context):
        if workshop.mode != "online" and workshop.venue is not None:
            rooms = {room.id: room.name for room in workshop.venue.rooms}
            for place, slot, before, minutes in _moves(timed, workshop.agenda, "agenda", [])[0]:
                if minutes < context.thresholds["minutes"]:
                    message = (
                        f"{counted(minutes, 'minute')} to move from {called(rooms[before.room])}"
                        f" to {called(rooms[slot.room])} for {called(slot.name)}"
                    )
                    yield Found(f"{path}.{place}.room", message)


_Move = tuple[str, Session, Slot, int]
_Place = tuple[str, Slot]


def _moves(
    timed: FittedDay, agenda: Iterable[AgendaItem], path: str, last: list[_Place]
) -> tuple[list[_Move], list[_Place]]:
    """Return the moves to another room with their minutes, and where people are at the end.

    ``last`` is where people come from: nowhere known, one session, or one in each track.
    """
    found: list[_Move] = []
    for place, item in numbered(agenda, path):
        if isinstance(item, Parallel):
            ends: list[_Place] = []
            for lane, track in numbered(item.tracks, f"{place}.tracks"):
                moves, end = _moves(timed, track.agenda, f"{lane}.agenda", last)
                found += moves
                ends += end
            last = ends
        elif isinstance(item, Session):
            found += _moves_to(timed, place, item, last)
            last = [(place, item)] if item.room else []
    return found, last


def _moves_to(timed: FittedDay, place: str, session: Session, last: list[_Place]) -> list[_Move]:
    start = timed.span(place)[0]
    moves = [
        (place, session, before, start - timed.span(where)[1])
        for where, before in last
        if session.room and before.room != session.room
    ]
    return sorted(moves, key=lambda move: move[3])[:1]


@rule("WC244")
def feedback_too_short(context: CheckContext) -> Iterator[Found]:
    """Find rounds of feedback in which not every group can say something."""
    each, words = context.thresholds["minutes"], context.thresholds["words"]
    for path, workshop, timed in fitted_days(context):
        groups = 1
        for place, item in numbered(workshop.agenda, "agenda"):
            if isinstance(item, Parallel):
                groups = len(item.tracks)
            elif isinstance(item, Session):
                minutes = timed.minutes(place)
                reports = not item.format and contains_any(item.title, words)
                if reports and groups > 1 and minutes < groups * each:
                    message = f"{called(item.name)} has {minutes} minutes for {groups} groups"
                    yield Found(f"{path}.{place}", message)
                groups = groups_of(timed, place, item)

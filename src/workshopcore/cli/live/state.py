"""The state of a live run sheet between two keys. Nothing here reads, writes or waits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import cached_property

from attrs import evolve, field, frozen

from workshopcore.agenda import RunSheet
from workshopcore.cli.live.course import Course, Item, Lane
from workshopcore.cli.live.entry import Entry, applied
from workshopcore.model.moments import later
from workshopcore.model.workshop import Actual

__all__ = ["AFTERWARDS", "Move", "State"]

AFTERWARDS = 12 * 60
"""Minutes after its planned end during which a workshop may still be going on."""

_AT_ONCE = timedelta(seconds=2)


@frozen
class Move:
    """What one key did.

    Attributes:
        words: the same in words.
        entries: what it put on record.
        lasting: the minutes that had been decided before it.
    """

    words: str
    entries: tuple[Entry, ...]
    lasting: Mapping[str, int]


@frozen(slots=False)
class State:
    """A live run sheet between two keys.

    Attributes:
        plan: the run sheet as planned.
        actuals: the record.
        lasting: minutes that were decided on the day, by session.
        moves: what the keys have done, for taking it back.
        track: which of the tracks that are on now is chosen, from 0.
        turn: how many were passed over in choosing what comes next.
        acted: when a key last put something on record.
        said: what there is to say to the last key.
        pressed: when that was.
        helping: whether the keys are explained.
        over: whether it is to end.
    """

    plan: RunSheet
    actuals: tuple[Actual, ...] = ()
    lasting: Mapping[str, int] = field(factory=dict)
    moves: tuple[Move, ...] = ()
    track: int = 0
    turn: int = 0
    acted: datetime | None = None
    said: str = ""
    pressed: datetime | None = field(default=None, eq=False)
    helping: bool = False
    over: bool = False

    @cached_property
    def facts(self) -> dict[str, Actual]:
        """The record, by session."""
        return {actual.session: actual for actual in self.actuals}

    def at(self, now: datetime) -> Course:
        """Return the course of the day at a moment; before it begins, as of its beginning.

        What is on record has happened, even where a clock went back since.
        """
        last = later(self.plan.ends, AFTERWARDS)
        moment = max(now.replace(second=0, microsecond=0), self.plan.starts, *self._recorded())
        moment = min(moment, last)
        known = {slot.id for _, slot in self.plan.workshop.slots()}
        lasting = {name: minutes for name, minutes in self.lasting.items() if name in known}
        sheet = self.plan.replan(now=moment, actuals=self.actuals, lasting=lasting)
        return Course(sheet, self.facts)

    def _recorded(self) -> Iterator[datetime]:
        day = self.plan.day
        for actual in self.actuals if day else ():
            for moment in (actual.start, actual.end):
                if moment is not None and day is not None:
                    yield day.at(day.position(moment))

    def lane(self, course: Course) -> Lane:
        """Return the chosen track: the first one where the chosen one is not on any more."""
        lanes = course.lanes()
        return lanes[self.track] if self.track < len(lanes) else lanes[0]

    def next(self, course: Course) -> Item | None:
        """Return what the key for starting would start in the chosen track."""
        items = course.coming(self.lane(course))
        if not items:
            return None
        return items[(course.first_kept(items) + self.turn) % len(items)]

    def repeats(self, now: datetime) -> bool:
        """Return whether a key comes so soon after the last that it may have been held down."""
        return self.acted is not None and timedelta() <= now - self.acted < _AT_ONCE

    def saying(self, words: str) -> State:
        """Return the same with something to say."""
        return evolve(self, said=words)

    def after(self, words: str, entries: Iterable[Entry], now: datetime) -> State:
        """Return the state after something went on record."""
        move = Move(words, tuple(entries), self.lasting)
        return evolve(
            self._with(move.entries),
            moves=(*self.moves, move),
            turn=0,
            acted=now,
            said=words,
        )

    def deciding(self, words: str, session: str, minutes: int) -> State:
        """Return the state after it was decided how long a session takes."""
        move = Move(words, (), self.lasting)
        lasting = {**self.lasting, session: minutes}
        return evolve(self, lasting=lasting, moves=(*self.moves, move), said=words)

    def taking_back(self) -> tuple[State, tuple[Entry, ...]]:
        """Return the state before the last move, and what takes it off the record."""
        move = self.moves[-1]
        entries = tuple(entry.undone for entry in reversed(move.entries))
        state = evolve(
            self._with(entries),
            lasting=move.lasting,
            moves=self.moves[:-1],
            turn=0,
            acted=None,
            said=f"Taken back: {move.words}",
        )
        return state, entries

    def _with(self, entries: Iterable[Entry]) -> State:
        actuals = self.actuals
        for entry in entries:
            actuals = applied(actuals, entry)
        return evolve(self, actuals=actuals)

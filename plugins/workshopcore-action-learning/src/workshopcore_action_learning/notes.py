"""What a facilitator should know of a meeting: who presents, who is next, what was assumed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from workshopcore_action_learning.history import History
from workshopcore_action_learning.record import NOBODY, PRESENTED, Meeting
from workshopcore_action_learning.sets import LearningSet
from workshopcore_action_learning.timetable import Timetable
from workshopcore_action_learning.turns import Presenters, one_by_one

__all__ = ["Today", "about_time", "by_numbers"]

SHORT_AIRTIME = 30
"""The shortest airtime that practice speaks of, in minutes."""


@frozen
class Today:
    """Who presents at a meeting that stands in a programme."""

    meeting: Meeting
    history: History
    sets: tuple[LearningSet, ...]
    presenters: Presenters

    def round(self, number: int) -> str:
        """Return who presents in a round (counted from 0), in a sentence."""
        up = [
            f"{self._person(presenters[number])}{self._within(learning_set)}"
            for learning_set, presenters in zip(self.sets, self.presenters, strict=True)
            if number < len(presenters)
        ]
        return f"Presenting: {', '.join(up)}."

    def notes(self) -> Iterator[str]:
        """Yield who sits where, who presents, who is next, and how that is known."""
        if len(self.sets) > 1:
            for learning_set in self.sets:
                yield f"In {learning_set.name}: {self._names(learning_set.members)}."
        for learning_set, presenters in zip(self.sets, self.presenters, strict=True):
            yield f"Presenting today{self._in(learning_set)}: {self._names(presenters)}."
        after = self.history.turns.after(self._heard())
        for learning_set, presenters in zip(self.sets, self.presenters, strict=True):
            following = after.next(learning_set, len(presenters))
            yield f"First next time{self._in(learning_set)}: {self._names(following)}."
        yield from self._sources()

    def _sources(self) -> Iterator[str]:
        for meeting in (*self.history.meetings, self.meeting):
            yield from meeting.unknown()
        if self.history.assumed:
            titles = ", ".join(f"“{each.workshop.title}”" for each in self.history.assumed)
            yield (
                f"Not recorded, and so taken as planned: who presented at {titles}. Write each"
                f" presenter, or '{NOBODY}', into a capture with the label '{PRESENTED}'."
            )

    def _heard(self) -> tuple[str, ...]:
        recorded = self.meeting.recorded()
        return one_by_one(self.presenters) if recorded is None else recorded

    def _in(self, learning_set: LearningSet) -> str:
        return f" in {learning_set.name}" if learning_set.name else ""

    def _within(self, learning_set: LearningSet) -> str:
        return f" ({learning_set.name})" if learning_set.name else ""

    def _names(self, people: Sequence[str]) -> str:
        return ", ".join(map(self._person, people))

    def _person(self, person: str) -> str:
        return self.meeting.programme.person(person).name


def by_numbers(rounds: int, sets: Sequence[LearningSet]) -> Iterator[str]:
    """Yield what is known where nobody's name is."""
    each = "Each set" if len(sets) > 1 else "The set"
    voices = "one presenter" if rounds == 1 else f"{rounds} presenters"
    yield (
        f"{each} hears {voices} today. Note who was not heard: they come first next time, and"
        " the plan names them where the session stands in a programme with these people."
    )


def about_time(
    timetable: Timetable, minutes: int, rounds: int, sets: Sequence[LearningSet]
) -> Iterator[str]:
    """Yield what the minutes allow beyond the plan, and which sets end early."""
    for learning_set in sets:
        if learning_set.size < rounds:
            yield (
                f"Everybody in {learning_set.name} is heard after round {learning_set.size},"
                " and goes on to look back."
            )
    if rounds < max(learning_set.size for learning_set in sets):
        each = (minutes - timetable.opening - timetable.closing) // (rounds + 1)
        if each >= SHORT_AIRTIME:
            yield f"With {each} minutes each, {rounds + 1} in a set could be heard."
    spare = timetable.shares(minutes, rounds).spare
    if spare:
        yield f"Everybody is heard with {spare} minutes to spare."

"""What a facilitator should know of a meeting: who presents, who is next, what was assumed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from workshopcore.language import gettext, ngettext
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
        return gettext("Presenting: {names}.", names=", ".join(up))

    def notes(self) -> Iterator[str]:
        """Yield who sits where, who presents, who is next, and how that is known."""
        if len(self.sets) > 1:
            for learning_set in self.sets:
                yield gettext(
                    "In {set}: {names}.",
                    set=learning_set.name,
                    names=self._names(learning_set.members),
                )
        for learning_set, presenters in zip(self.sets, self.presenters, strict=True):
            yield _presenting(learning_set.name, self._names(presenters))
        after = self.history.turns.after(self._heard())
        for learning_set, presenters in zip(self.sets, self.presenters, strict=True):
            following = after.next(learning_set, len(presenters))
            yield _first_next_time(learning_set.name, self._names(following))
        yield from self._sources()

    def _sources(self) -> Iterator[str]:
        for meeting in (*self.history.meetings, self.meeting):
            yield from meeting.unknown()
        if self.history.assumed:
            titles = ", ".join(_quoted(each.workshop.title) for each in self.history.assumed)
            yield gettext(
                "Not recorded, and so taken as planned: who presented at {workshops}. Write each"
                " presenter, or '{nobody}', into a capture with the label '{label}'.",
                workshops=titles,
                nobody=NOBODY,
                label=PRESENTED,
            )

    def _heard(self) -> tuple[str, ...]:
        recorded = self.meeting.recorded()
        return one_by_one(self.presenters) if recorded is None else recorded

    def _within(self, learning_set: LearningSet) -> str:
        return f" ({learning_set.name})" if learning_set.name else ""

    def _names(self, people: Sequence[str]) -> str:
        return ", ".join(map(self._person, people))

    def _person(self, person: str) -> str:
        return self.meeting.programme.person(person).name


def _presenting(learning_set: str, names: str) -> str:
    if learning_set:
        return gettext("Presenting today in {set}: {names}.", set=learning_set, names=names)
    return gettext("Presenting today: {names}.", names=names)


def _first_next_time(learning_set: str, names: str) -> str:
    if learning_set:
        return gettext("First next time in {set}: {names}.", set=learning_set, names=names)
    return gettext("First next time: {names}.", names=names)


def by_numbers(rounds: int, sets: Sequence[LearningSet]) -> Iterator[str]:
    """Yield what is known where nobody's name is."""
    rest = gettext(
        "Note who was not heard: they come first next time, and the plan names them where the"
        " session stands in a programme with these people."
    )
    yield f"{_heard(rounds, several=len(sets) > 1)} {rest}"


def about_time(
    timetable: Timetable, minutes: int, rounds: int, sets: Sequence[LearningSet]
) -> Iterator[str]:
    """Yield what the minutes allow beyond the plan, and which sets end early."""
    for learning_set in sets:
        if learning_set.size < rounds:
            yield gettext(
                "Everybody in {set} is heard after round {round}, and goes on to look back.",
                set=learning_set.name,
                round=learning_set.size,
            )
    if rounds < max(learning_set.size for learning_set in sets):
        each = (minutes - timetable.opening - timetable.closing) // (rounds + 1)
        if each >= SHORT_AIRTIME:
            yield gettext(
                "With {minutes} minutes each, {number} in a set could be heard.",
                minutes=each,
                number=rounds + 1,
            )
    spare = timetable.shares(minutes, rounds).spare
    if spare:
        yield ngettext(
            "Everybody is heard with {count} minute to spare.",
            "Everybody is heard with {count} minutes to spare.",
            spare,
        )


def _quoted(title: str) -> str:
    return gettext("“{title}”", title=title)


def _heard(rounds: int, *, several: bool) -> str:
    if several:
        return ngettext(
            "Each set hears one presenter today.",
            "Each set hears {count} presenters today.",
            rounds,
        )
    return ngettext(
        "The set hears one presenter today.", "The set hears {count} presenters today.", rounds
    )

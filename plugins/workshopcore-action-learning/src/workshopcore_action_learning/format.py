"""Action learning sets: colleagues help each other with real problems by asking questions."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from workshopcore.contracts.formats import FormatPlan, FormatRequest, GroupPlan, MaterialPlan
from workshopcore.errors import FormatError
from workshopcore.language import gettext, gettext_noop, pgettext
from workshopcore.model.length import Length
from workshopcore.model.options import Options
from workshopcore_action_learning.history import history
from workshopcore_action_learning.notes import Today, about_time, by_numbers
from workshopcore_action_learning.record import Meeting
from workshopcore_action_learning.sets import (
    LearningSet,
    named_sets,
    numbered_sets,
    planned_for,
)
from workshopcore_action_learning.steps import steps
from workshopcore_action_learning.timetable import Timetable

__all__ = ["ActionLearningSet"]

_NO_OPTIONS = Options()
_USUAL_PRESENTERS = 3
_STEP = 5


@frozen
class ActionLearningSet:
    """Action learning sets that remember, from workshop to workshop, who was heard.

    A session may set its own ``airtime`` (the minutes of a presenter), ``opening`` and
    ``closing``. As many present as the minutes have room for, those first who were not heard
    at an earlier workshop of the programme.

    >>> ActionLearningSet().length(9)
    Length(shortest=66, usual=140, longest=210)
    """

    key: str = "action-learning:set"
    title: str = gettext_noop("Action learning sets")
    people: tuple[int, int] = (4, 40)

    def length(self, people: int, options: Options = _NO_OPTIONS) -> Length:
        """Return the minutes with one presenter to a set, with three, and with everybody.

        The last two are rounded up to five minutes: days are planned in steps of five, and a
        set that needs 138 minutes would lose its third presenter to a session of 135.

        Raises:
            FormatError: it does not work for this many people.
            InvalidValueError: an option is out of bounds.
        """
        timetable = Timetable.of(options)
        largest = max(learning_set.size for learning_set in self._numbered(people))
        usual = min(_USUAL_PRESENTERS, largest)
        return Length(
            timetable.total(1), _upwards(timetable.total(usual)), _upwards(timetable.total(largest))
        )

    def expand(self, request: FormatRequest) -> FormatPlan:
        """Return who presents, and the steps of every round, in whole minutes.

        Raises:
            FormatError: it does not work for this many people, or in so few minutes.
            InvalidValueError: an option is out of bounds.
        """
        timetable = Timetable.of(request.options)
        numbered = self._numbered(request.people)
        _refuse_haste(timetable, request.minutes)
        room = timetable.presenters(request.minutes)
        today = _today(request, self, room)
        sets = today.sets if today else numbered
        rounds = min(room, max(learning_set.size for learning_set in sets))
        groups = _groups(sets)
        notes = [
            *(today.notes() if today else by_numbers(rounds, sets)),
            *about_time(timetable, request.minutes, rounds, sets),
        ]
        who = [today.round(number) if today else "" for number in range(rounds)]
        return FormatPlan(
            steps(timetable, timetable.shares(request.minutes, rounds), who, groups),
            groups=groups,
            materials=_materials(sets),
            prompts=[
                gettext("What is your question?"),
                gettext("Ask what you do not know the answer to"),
            ],
            captures=[
                gettext("What each presenter will do, and by when"),
                gettext("What each set has learned"),
            ],
            notes=notes,
        )

    def _numbered(self, people: int) -> tuple[LearningSet, ...]:
        least, most = self.people
        if not least <= people <= most:
            cure = "Invite more people" if people < least else "Run it in several rooms"
            raise FormatError(
                f"'{self.key}' works for {least} to {most} people, found {people}. {cure},"
                " or choose another format"
            )
        return numbered_sets(people)


def _upwards(minutes: int) -> int:
    return -(-minutes // _STEP) * _STEP


def _refuse_haste(timetable: Timetable, minutes: int) -> None:
    shortest = timetable.total(1)
    if minutes < shortest:
        raise FormatError(
            f"action learning sets need {shortest} minutes: {timetable.opening} to open,"
            f" {timetable.airtime} for one presenter and {timetable.closing} to close; found"
            f" {minutes}. Give them {shortest - minutes} more, or set a shorter 'airtime'"
        )


def _today(request: FormatRequest, own: ActionLearningSet, room: int) -> Today | None:
    """Return who presents, ``None`` where the programme does not say who is there."""
    if request.programme is None or request.workshop is None or request.session is None:
        return None
    meeting = Meeting(request.programme, request.workshop, request.session)
    where = (meeting.programme, meeting.workshop, meeting.session)
    if request.people > planned_for(*where):
        return None  # more than the programme knows by name
    sets = named_sets(*where)
    if not 0 < sum(learning_set.size for learning_set in sets) <= request.people:
        return None  # somebody asks what becomes of fewer than will be there
    before = history(meeting, own)
    return Today(meeting, before, sets, before.turns.presenters(sets, room))


def _groups(sets: tuple[LearningSet, ...]) -> GroupPlan | None:
    if len(sets) == 1:
        return None
    called = pgettext("of groups", "sets")
    return GroupPlan([each.size for each in sets], called, lasting="programme")


def _materials(sets: tuple[LearningSet, ...]) -> Iterator[MaterialPlan]:
    people = sum(learning_set.size for learning_set in sets)
    yield MaterialPlan(gettext("Room or corner where nobody listens in"), len(sets))
    yield MaterialPlan(gettext("Clock in sight of everybody"), len(sets))
    yield MaterialPlan(gettext("Sheet for own actions"), people)

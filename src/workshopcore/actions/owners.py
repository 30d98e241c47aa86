"""Who answers for an action when its owner has left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from workshopcore.actions.plan import plan
from workshopcore.actions.standing import Standing
from workshopcore.model.moments import as_of_day
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme

__all__ = ["HandOver", "answering", "by_answering", "hand_over"]


def answering(programme: Programme, owner: str, on: date) -> Person | None:
    """Return who answers for an owner's actions on a day: the owner, or who took over.

    ``None`` when the owner has left and nobody took over: the actions need a new owner.
    """
    *_, last = _succession(programme, owner, on)
    return None if _has_left(last, on) else last


def by_answering(
    programme: Programme, standings: Iterable[Standing], on: date
) -> list[tuple[Person | None, list[Standing]]]:
    """Return actions by who answers for them on a day, in the order of the programme.

    Those that need a new owner come last.
    """
    owned: dict[str, list[Standing]] = {}
    for each in standings:
        owned.setdefault(each.owner, []).append(each)
    answered: dict[str, list[Standing]] = {}
    for owner, actions in owned.items():
        person = answering(programme, owner, on)
        answered.setdefault(person.id if person else "", []).extend(actions)
    found: list[tuple[Person | None, list[Standing]]] = [
        (person, answered[person.id]) for person in programme.people if person.id in answered
    ]
    return [*found, (None, answered[""])] if "" in answered else found


def _succession(programme: Programme, owner: str, on: date) -> Iterator[Person]:
    """Yield the owner, and while they have left, who took over from them."""
    passed: set[str] = set()
    while owner and owner not in passed:
        person = programme.person(owner)
        yield person
        passed.add(owner)
        owner = person.successor if _has_left(person, on) else ""


def _has_left(person: Person, on: date) -> bool:
    return person.left is not None and person.left < on


@frozen
class HandOver:
    """What somebody who leaves has in hand.

    Attributes:
        person: who leaves.
        successor: who takes over; ``None`` when that is still to be settled.
        actions: the open actions that they answer for, those they took over themselves included.
        supported: the open actions of others that they support.
    """

    person: Person
    successor: Person | None
    actions: tuple[Standing, ...]
    supported: tuple[Standing, ...]


def hand_over(programme: Programme, person: str, as_of: date | str) -> HandOver:
    """Return which open actions need somebody new when a person leaves.

    It may be asked before they go, for the conversation, and after, for what was forgotten.

    Raises:
        AsOfRequiredError: no day was given.
        UnknownKeyError: there is no such person.
    """
    day = as_of_day(as_of, "what somebody hands over")
    leaver = programme.person(person)
    unfinished = [each for each in plan(programme, day) if each.is_open]
    lines = {
        owner: {each.id for each in _succession(programme, owner, day)}
        for owner in {each.owner for each in unfinished}
    }
    return HandOver(
        leaver,
        _taking_over(programme, leaver, day),
        tuple(each for each in unfinished if leaver.id in lines[each.owner]),
        tuple(
            each
            for each in unfinished
            if any(supporter.person == leaver.id for supporter in each.action.supporters)
        ),
    )


def _taking_over(programme: Programme, leaver: Person, on: date) -> Person | None:
    if not leaver.successor:
        return None
    person = answering(programme, leaver.successor, on)
    return None if person == leaver else person

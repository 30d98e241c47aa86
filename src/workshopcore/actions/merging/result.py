"""What came of taking in a list: what changed, what is disputed, and what was of no use."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from attrs import frozen

from workshopcore.errors import Problem
from workshopcore.model.programme import Programme

__all__ = ["Change", "Conflict", "Field", "Merge", "Value"]

Value: TypeAlias = str | int | date | None
"""What a field of an action holds: text, an identifier, a state, per cent, or a day."""

Field: TypeAlias = Literal[
    "action", "statement", "owner", "status", "progress", "due", "objective", "note", "known_as"
]
"""A field of an action; ``action`` is the whole of it, where it is new."""


@frozen
class Change:
    """Something that was taken in.

    Attributes:
        place: where in the file, for people: ``row 7``.
        action: the action, by identifier.
        field: what changed; ``action`` where it is new.
        before: what we had.
        after: what we have now; for a new action its statement.
        on: the day under which it is on record.
    """

    place: str
    action: str
    field: Field
    before: Value
    after: Value
    on: date


@frozen
class Conflict:
    """Something that was not taken in, because ours has moved on since the list was sent out.

    Attributes:
        place: where in the file, for people: ``row 7``.
        action: the action, by identifier.
        field: what is disputed.
        sent: what was sent out; ``None`` where nobody knows.
        ours: what we have, which stays.
        theirs: what the file says.
    """

    place: str
    action: str
    field: Field
    sent: Value
    ours: Value
    theirs: Value


@frozen
class Merge:
    """What came of taking in a list of actions.

    Every line of the list is in ``changes``, ``conflicts`` or ``problems`` by its place, or is
    counted in ``unchanged``.

    Attributes:
        programme: the programme with all that was taken in.
        changes: what was taken in, in the order of the list.
        conflicts: what has to be settled by people; ours stays until then.
        problems: what was of no use, each with its place and the cure.
        unchanged: how many lines said nothing new.
    """

    programme: Programme
    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    problems: tuple[Problem, ...] = ()
    unchanged: int = 0

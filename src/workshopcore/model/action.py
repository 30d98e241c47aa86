"""Actions and their history.

An action's first due date stays what it was: updates and reviews may add a later one, and
everything that happens to an action is appended, never overwritten.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

from attrs import field, frozen

from workshopcore.errors import InvalidValueError
from workshopcore.model import accept
from workshopcore.model.entity import checked
from workshopcore.model.identifiers import identify
from workshopcore.model.lifecycle import ACTION

__all__ = [
    "CLOSED",
    "Action",
    "ActionStatus",
    "Change",
    "Review",
    "Supporter",
    "Update",
    "as_actions",
]

ActionStatus: TypeAlias = Literal[
    "proposed",
    "agreed",
    "in-progress",
    "blocked",
    "done",
    "verified",
    "reopened",
    "cancelled",
    "superseded",
]
Part: TypeAlias = Literal["responsible", "consulted", "informed"]

CLOSED = frozenset({"done", "verified", "cancelled", "superseded"})
"""The states in which an action needs no more work."""


def _on(value: date | str) -> date:
    found = accept.day(value)
    if found is None:
        raise InvalidValueError(value, "a date such as 2027-01-19")
    return found


def _owner(value: str) -> str:
    if not isinstance(value, str) or not value.strip():
        one = "exactly one owner, the identifier of a person"
        cure = "Name the one person who answers for it; the others are supporters"
        raise InvalidValueError(value if value != "" else None, one, cure, code="WC008")
    return accept.reference(value)


@checked
@frozen(slots=False)
class Supporter:
    """Somebody who helps the owner: responsible for part, consulted, or informed."""

    person: str = field(converter=accept.reference, metadata={"to": "person"})
    part: Part = field(default="responsible", validator=accept.one_of(Part))


def _supporters(values: Iterable[Supporter]) -> tuple[Supporter, ...]:
    return accept.items(values, Supporter)


@checked
@frozen(slots=False)
class Update:
    """News of an action on a day: whatever is left out stays as it was.

    Attributes:
        progress: per cent done, 0 to 100.
        due: a new due date; the first one is kept beside it.
        owner: who answers for it from that day; whose it was first is kept beside it.
        evidence: what shows it, by identifier.
        superseded_by: the action that takes its place.
    """

    on: date = field(converter=_on)
    status: ActionStatus | None = field(default=None, validator=accept.one_of(ActionStatus))
    progress: int | None = field(default=None, validator=accept.count(0, 100), kw_only=True)
    due: date | None = field(default=None, converter=accept.day, kw_only=True)
    owner: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "owner"}
    )
    note: str = field(default="", converter=accept.text, kw_only=True)
    evidence: tuple[str, ...] = field(
        default=(), converter=accept.references, kw_only=True, metadata={"to": "evidence"}
    )
    by: str = field(default="", converter=accept.reference, kw_only=True, metadata={"to": "person"})
    superseded_by: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "action"}
    )


def _updates(values: Iterable[Update]) -> tuple[Update, ...]:
    return accept.items(values, Update)


@checked
@frozen(slots=False)
class Review:
    """What a workshop's opening review said of an action.

    Attributes:
        workshop: the workshop that reviewed it.
        on: the day of the review.
        carried: it was carried over; ``note`` says why.
        due: the due date agreed there, if it was changed.
        status: the state reported there, if it changed.
    """

    workshop: str = field(converter=accept.reference, metadata={"to": "workshop"})
    on: date = field(converter=_on)
    carried: bool = field(default=False, converter=accept.flag, kw_only=True)
    status: ActionStatus | None = field(
        default=None, validator=accept.one_of(ActionStatus), kw_only=True
    )
    due: date | None = field(default=None, converter=accept.day, kw_only=True)
    note: str = field(default="", converter=accept.text, kw_only=True)


class Change(NamedTuple):
    """What an entry of a history changed: the state, the due date, or both."""

    on: date
    status: ActionStatus | None
    due: date | None


def _reviews(values: Iterable[Review]) -> tuple[Review, ...]:
    return accept.items(values, Review)


@checked
@frozen(slots=False)
class Action:
    """A task with exactly one owner.

    Attributes:
        owner: the one person who answers for it first; an update may hand it over.
        origin: the session that produced it, as ``workshop/session``, or the workshop.
        due: the due date first agreed; it never changes.
        created, agreed: the days it was put forward and agreed.
        effort: hours of work.
        evidence_required: what will show that it is done.
        known_as: what other tools call it, with the tool's name: ``jira:CARE-12``.
        updates, reviews: its history, each in the order it happened.
    """

    statement: str = field(converter=accept.title)
    owner: str = field(converter=_owner, metadata={"to": "owner"})
    due: date | None = field(default=None, converter=accept.day)
    id: str = field(default="", converter=accept.entity_id, kw_only=True)
    supporters: tuple[Supporter, ...] = field(default=(), converter=_supporters, kw_only=True)
    objective: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "objective"}
    )
    origin: str = field(
        default="", converter=accept.reference, kw_only=True, metadata={"to": "origin"}
    )
    created: date | None = field(default=None, converter=accept.day, kw_only=True)
    agreed: date | None = field(default=None, converter=accept.day, kw_only=True)
    effort: Decimal | None = field(default=None, converter=accept.decimal, kw_only=True)
    evidence_required: str = field(default="", converter=accept.text, kw_only=True)
    known_as: tuple[str, ...] = field(default=(), converter=accept.texts, kw_only=True)
    updates: tuple[Update, ...] = field(default=(), converter=_updates, kw_only=True)
    reviews: tuple[Review, ...] = field(default=(), converter=_reviews, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not self.id:
            identify(self, self.statement, "action")
        born = self.created or self.agreed
        if born is not None and self.due is not None and self.due < born:
            raise InvalidValueError(
                self.due.isoformat(),
                f"a due date not before {born.isoformat()}, when the action began",
                code="WC009",
                field="due",
            )

    @property
    def born(self) -> date | None:
        """The day from which it exists; ``None`` when nobody wrote it down."""
        return self.created or self.agreed

    def history(self, as_of: date | None = None) -> tuple[Update | Review, ...]:
        """Return updates and reviews in the order they happened, up to the end of a day."""
        if as_of is None:
            return self._entries
        return tuple(entry for entry in self._entries if entry.on <= as_of)

    @cached_property
    def _entries(self) -> tuple[Update | Review, ...]:
        if not self.reviews:
            return self.updates
        return tuple(sorted([*self.updates, *self.reviews], key=lambda entry: entry.on))

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """The entries of its history that moved it or its due date, in order."""
        return tuple(
            Change(entry.on, entry.status, entry.due)
            for entry in self._entries
            if entry.status is not None or entry.due is not None
        )

    @cached_property
    def _owners(self) -> tuple[tuple[date, str], ...]:
        """Who it was handed over to, with the days."""
        return tuple((update.on, update.owner) for update in self.updates if update.owner)

    def exists(self, as_of: date) -> bool:
        """Return whether it had been put forward by the end of a day."""
        return self.born is None or self.born <= as_of

    def status(self, as_of: date) -> str:
        """Return its state at the end of a day."""
        start = "agreed" if self.agreed is not None and self.agreed <= as_of else "proposed"
        return ACTION.state(self.history(as_of), as_of, start)

    def is_open(self, as_of: date) -> bool:
        """Return whether it exists and still needs work at the end of a day."""
        return self.exists(as_of) and self.status(as_of) not in CLOSED

    def current_due(self, as_of: date) -> date | None:
        """Return the due date that held at the end of a day."""
        changed = [entry.due for entry in self.history(as_of) if entry.due is not None]
        return changed[-1] if changed else self.due

    def owner_on(self, as_of: date) -> str:
        """Return who it belonged to at the end of a day, by identifier."""
        if not self._owners:
            return self.owner
        given = [owner for on, owner in self._owners if on <= as_of]
        return given[-1] if given else self.owner

    def progress(self, as_of: date) -> int | None:
        """Return the per cent last reported by the end of a day; done is 100."""
        return 100 if self.status(as_of) in ("done", "verified") else self.reported(as_of)

    def reported(self, as_of: date) -> int | None:
        """Return the per cent last reported by the end of a day, whatever its state."""
        for on, progress in self._reports:
            if on <= as_of:
                return progress
        return None

    @cached_property
    def _reports(self) -> tuple[tuple[date, int], ...]:
        """What was reported, with the days, the latest first."""
        told = [(u.on, u.progress) for u in self.updates if u.progress is not None]
        return tuple(reversed(told))

    def is_overdue(self, as_of: date) -> bool:
        """Return whether it is open and past its current due date."""
        due = self.current_due(as_of)
        return due is not None and due < as_of and self.is_open(as_of)

    def carries(self, as_of: date) -> int:
        """Return how often it had been carried over by the end of a day."""
        return sum(1 for review in self.reviews if review.carried and review.on <= as_of)

    def evidence(self, as_of: date) -> tuple[str, ...]:
        """Return the evidence given for it by the end of a day, each once."""
        given = (name for u in self.updates if u.on <= as_of for name in u.evidence)
        return tuple(dict.fromkeys(given))


def as_actions(values: Iterable[Action]) -> tuple[Action, ...]:
    """Accept actions."""
    return accept.items(values, Action)

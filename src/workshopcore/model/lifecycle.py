"""Lifecycles: which states a thing goes through, and which moves are legal.

A state is never stored. It is the last dated event on or before a day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from attrs import field, frozen

from workshopcore.errors import IllegalMoveError, InvalidValueError, Problem, a_or_an, nearest
from workshopcore.model import accept
from workshopcore.model.entity import checked

__all__ = [
    "ACTION",
    "ENGAGEMENT",
    "GAIN",
    "PARKED_ISSUE",
    "PROGRAMME",
    "QUOTE",
    "WAVE",
    "WORKSHOP",
    "Event",
    "Lifecycle",
    "as_events",
    "out_of_order",
]


def _day(value: date | str) -> date:
    found = accept.day(value)
    if found is None:
        raise InvalidValueError(value, "a date such as 2027-01-19")
    return found


@checked
@frozen(slots=False)
class Event:
    """Something changed its state on a day.

    >>> Event("2027-01-19", "delivered").on
    datetime.date(2027, 1, 19)
    """

    on: date = field(converter=_day)
    status: str = field(converter=accept.text)
    note: str = field(default="", converter=accept.text)


def as_events(values: Iterable[Event]) -> tuple[Event, ...]:
    """Accept a history of events."""
    return accept.items(values, Event)


class Dated(Protocol):
    """A dated entry of a history; one without a status changes something else."""

    @property
    def on(self) -> date: ...
    @property
    def status(self) -> str | None: ...


@frozen
class Lifecycle:
    """The states of one kind of thing and the moves between them.

    Attributes:
        kind: what it is called in messages.
        start: the state before any event.
        moves: each state with those that may follow it.
    """

    kind: str
    start: str
    moves: Mapping[str, tuple[str, ...]]

    @property
    def states(self) -> tuple[str, ...]:
        """Every state, in the usual order."""
        return tuple(self.moves)

    def step(self, current: str, to: str) -> str:
        """Return the next state.

        Raises:
            IllegalMoveError: the move is not legal; the message lists those that are.
        """
        if to in self.moves[current]:
            return to
        if to not in self.moves:
            guess = nearest(to, self.moves)
            cure = f"did you mean '{guess}'?" if guess else f"it is one of {', '.join(self.moves)}"
            raise IllegalMoveError(f"no {self.kind} is ever '{to}': {cure}")
        legal = ", ".join(self.moves[current]) or "nothing"
        raise IllegalMoveError(
            f"{a_or_an(self.kind)} that is '{current}' cannot become '{to}'; it can become {legal}"
        )

    def state(self, history: Iterable[Dated], as_of: date, start: str = "") -> str:
        """Return the state at the end of a day: the last one reached on or before it."""
        current = start or self.start
        for entry in sorted((e for e in history if e.on <= as_of), key=lambda e: e.on):
            if entry.status is not None:
                current = entry.status
        return current

    def problems(self, history: Sequence[Dated], path: str) -> list[Problem]:
        """Return what is wrong with a history: illegal moves, and dates out of order."""
        return out_of_order(history, path) + self.illegal_moves(
            history, lambda number: f"{path}[{number}].status"
        )

    def illegal_moves(
        self, history: Sequence[Dated], path_of: Callable[[int], str], start: str = ""
    ) -> list[Problem]:
        """Return the moves of a history that are not legal.

        An entry that only repeats the state is allowed: it reports, it does not move.
        """
        found = []
        current = start or self.start
        for number, entry in enumerate(history):
            if entry.status is None or entry.status == current:
                continue
            if entry.status not in self.moves[current]:
                found.append(self._illegal(current, entry.status, path_of(number)))
            if entry.status in self.moves:
                current = entry.status
        return found

    def _illegal(self, current: str, to: str, path: str) -> Problem:
        cure = ""
        if to not in self.moves:
            guess = nearest(to, self.moves)
            cure = f"Did you mean '{guess}'?" if guess else f"States: {', '.join(self.moves)}"
        legal = ", ".join(self.moves[current]) or "no further move"
        return Problem("WC011", path, f"'{to[:60]}' after '{current}'", legal, cure)


def out_of_order(history: Sequence[Dated], path: str) -> list[Problem]:
    """Return the entries of a history that are dated before the one above them."""
    return [
        Problem(
            "WC011",
            f"{path}[{number}].on",
            entry.on.isoformat(),
            f"a date not before the entry above it ({history[number - 1].on.isoformat()})",
            "A history is append-only: put the entries in the order they happened",
        )
        for number, entry in enumerate(history)
        if number and entry.on < history[number - 1].on
    ]


def _lifecycle(kind: str, moves: dict[str, str]) -> Lifecycle:
    table = {state: tuple(following.split()) for state, following in moves.items()}
    return Lifecycle(kind, next(iter(table)), table)


PROGRAMME = _lifecycle(
    "programme",
    {
        "draft": "proposed cancelled",
        "proposed": "contracted cancelled",
        "contracted": "active cancelled",
        "active": "paused closing cancelled",
        "paused": "active cancelled",
        "closing": "closed cancelled",
        "closed": "follow-up archived",
        "follow-up": "archived",
        "archived": "",
        "cancelled": "",
    },
)

WORKSHOP = _lifecycle(
    "workshop",
    {
        "proposed": "pencilled confirmed postponed cancelled",
        "pencilled": "confirmed postponed cancelled",
        "confirmed": "in-progress delivered postponed cancelled",
        "in-progress": "delivered",
        "delivered": "written-up",
        "written-up": "closed",
        "closed": "",
        "postponed": "proposed pencilled confirmed cancelled",
        "cancelled": "",
    },
)

ACTION = _lifecycle(
    "action",
    {
        "proposed": "agreed cancelled superseded",
        "agreed": "in-progress blocked done cancelled superseded",
        "in-progress": "blocked done cancelled superseded",
        "blocked": "in-progress done cancelled superseded",
        "done": "verified reopened",
        "verified": "reopened",
        "reopened": "in-progress blocked done cancelled superseded",
        "cancelled": "",
        "superseded": "",
    },
)

PARKED_ISSUE = _lifecycle(
    "parked issue",
    {
        "parked": "triaged",
        "triaged": "action agenda escalated dropped",
        "action": "closed",
        "agenda": "closed",
        "escalated": "closed",
        "dropped": "closed",
        "closed": "",
    },
)

ENGAGEMENT = _lifecycle(
    "expert engagement",
    {
        "identified": "approached declined withdrawn",
        "approached": "agreed declined withdrawn",
        "agreed": "contracted briefed confirmed declined withdrawn",
        "contracted": "briefed confirmed declined withdrawn",
        "briefed": "confirmed withdrawn",
        "confirmed": "delivered withdrawn",
        "delivered": "followed-up paid",
        "followed-up": "paid",
        "paid": "",
        "declined": "",
        "withdrawn": "",
    },
)

WAVE = _lifecycle(
    "wave",
    {
        "designed": "open",
        "open": "closed",
        "closed": "analysed",
        "analysed": "reported",
        "reported": "",
    },
)

GAIN = _lifecycle(
    "gain",
    {
        "stated": "coded contested",
        "coded": "evidenced contested",
        "evidenced": "substantiated contested",
        "substantiated": "published contested",
        "contested": "published",
        "published": "",
    },
)

QUOTE = _lifecycle(
    "quote",
    {
        "captured": "requested",
        "requested": "consented refused",
        "consented": "approved withdrawn",
        "refused": "",
        "approved": "published withdrawn",
        "published": "withdrawn",
        "withdrawn": "",
    },
)

"""How much a template may do: steps, characters, and the size of any one thing."""

from __future__ import annotations

from collections.abc import Iterator, Sized
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from attrs import define
from jinja2.exceptions import SecurityError

__all__ = ["Budget", "bounded", "room_for", "spend", "spending"]

T = TypeVar("T")

_LONGEST_TEXT = 5_000_000
_MOST_ITEMS = 100_000
_WIDEST_NUMBER = 1024


@define
class Budget:
    """What is left to a template while it runs.

    Attributes:
        steps: turns of loops, and calls.
        characters: of what it writes, those of parts that it puts together counted again.
    """

    steps: int = 500_000
    characters: int = 10_000_000


_BUDGET: ContextVar[Budget | None] = ContextVar("workshopcore_template_budget", default=None)


@contextmanager
def spending(budget: Budget) -> Iterator[None]:
    """Let templates that run in the ``with`` block share a budget."""
    token = _BUDGET.set(budget)
    try:
        yield
    finally:
        _BUDGET.reset(token)


def spend(*, steps: int = 0, characters: int = 0) -> None:
    """Take something out of the budget, if there is one.

    Raises:
        SecurityError: it is used up.
    """
    budget = _BUDGET.get()
    if budget is None:
        return
    budget.steps -= steps
    budget.characters -= characters
    if budget.steps < 0:
        raise SecurityError("it goes on for too long: use fewer turns of loops, and fewer calls")
    if budget.characters < 0:
        raise SecurityError("it writes too much: a document of this length helps nobody")


def bounded(value: T) -> T:
    """Return a value that is not too large to go on with.

    Raises:
        SecurityError: it is.

    >>> bounded("A year of change")
    'A year of change'
    """
    if isinstance(value, int):
        if value.bit_length() > _WIDEST_NUMBER:
            raise SecurityError("it reckons with a number that is too large")
    elif isinstance(value, str):
        room_for(len(value))
    elif isinstance(value, Sized) and len(value) > _MOST_ITEMS:
        raise SecurityError(f"it makes a list of {len(value):,}; {_MOST_ITEMS:,} is the most")
    return value


def room_for(characters: int) -> None:
    """Let no text come about that is too long to go on with.

    Raises:
        SecurityError: this one would be.
    """
    if characters > _LONGEST_TEXT:
        raise SecurityError(
            f"it makes a text of {characters:,} characters; {_LONGEST_TEXT:,} is the most"
        )

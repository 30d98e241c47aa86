"""Screens: what looks through a text for words that could tell whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from attrs import frozen

if TYPE_CHECKING:
    from workshopcore.model.people import Person

__all__ = ["Flag", "TextScreen"]


@frozen(order=True)
class Flag:
    """Words that could tell who wrote or said something.

    Attributes:
        start, end: where they are in the text, in characters from 0, the end not included.
        kind: what they are, such as "name", "role", "date", "place" or "phrase".
        words: they, as they stand there.
        suggestion: what to do about them, in words.
    """

    start: int
    end: int
    kind: str
    words: str
    suggestion: str


@runtime_checkable
class TextScreen(Protocol):
    """Something that looks through a text."""

    @property
    def key(self) -> str: ...

    @property
    def title(self) -> str: ...

    def screen(self, text: str, people: Sequence[Person]) -> Iterable[Flag]:
        """Return what it finds in a text, given who is on the programme.

        The places of flags are those of the text as it was given, whatever it was turned into
        for looking at it.
        """

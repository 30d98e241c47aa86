"""Pairs, threes and fours: what becomes of those who are left over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, TypeAlias, get_args

from attrs import frozen

from workshopcore.contracts.formats import Lasting
from workshopcore.formats.grouping import Sizes, split
from workshopcore.formats.names import number_name
from workshopcore.language import gettext, gettext_noop, ngettext

__all__ = ["JOINED", "Joined", "JoinedWord", "fours", "pairs", "threes"]

JoinedWord: TypeAlias = Literal["pairs", "threes", "fours"]
JOINED: tuple[JoinedWord, ...] = get_args(JoinedWord)


def pairs(people: int) -> Sizes:
    """Put people in pairs; an odd one makes one of them a three.

    >>> pairs(5)
    (3, 2)
    """
    return split(people, 2, 3, aim=2)


def threes(people: int) -> Sizes:
    """Put people in threes; whoever is left over makes some of them fours.

    >>> threes(8), threes(5)
    ((4, 4), ())
    """
    return split(people, 3, 4, aim=3)


def fours(people: int) -> Sizes:
    """Put pairs together two by two, without parting any.

    A pair that is left over joins two others, and a pair that is a three makes a five. Seven
    people are a four and a three.

    >>> fours(10), fours(9), fours(7)
    ((6, 4), (5, 4), (4, 3))
    """
    groups = people // 4
    if people == 7:
        return (4, 3)
    if groups < 2:
        return (people,) if groups else ()
    odd, left_over = people % 2, people // 2 % 2
    return (6,) * left_over + (5,) * odd + (4,) * (groups - left_over - odd)


def _pairs_note(sizes: Sizes) -> str:
    return gettext("one three, as the number is odd") if 3 in sizes else ""


def _threes_note(sizes: Sizes) -> str:
    larger = sizes.count(4)
    if not larger:
        return ""
    return ngettext(
        "{number} four, as {number} is left over",
        "{number} fours, as {number} are left over",
        larger,
        number=number_name(larger),
    )


_FOURS_NOTES = {
    6: gettext_noop("one six, as a pair is left over"),
    5: gettext_noop("one five, as the number is odd"),
    3: gettext_noop("one three, which finds no pair to join"),
}


def _fours_note(sizes: Sizes) -> str:
    return "; ".join(gettext(_FOURS_NOTES[size]) for size in sizes if size in _FOURS_NOTES)


_RULES: Mapping[JoinedWord, tuple[Callable[[int], Sizes], Callable[[Sizes], str]]] = {
    "pairs": (pairs, _pairs_note),
    "threes": (threes, _threes_note),
    "fours": (fours, _fours_note),
}


@frozen
class Joined:
    """The rule of pairs, threes or fours.

    Attributes:
        word: which of them.
        name: what they are called, ``""`` for the word itself.
        lasting: how long they stay together.
        hosted: whether a host stays when the others change groups.
    """

    word: JoinedWord
    name: str = ""
    lasting: Lasting = "session"
    hosted: bool = False

    @property
    def called(self) -> str:
        """What they are called."""
        return self.name or self.word

    @property
    def wanted(self) -> str:
        """What it needs, for messages."""
        return self.word

    def sizes(self, people: int) -> Sizes:
        """Return the size of each, ``()`` where there is no way."""
        return _RULES[self.word][0](people)

    def note(self, sizes: Sizes) -> str:
        """Return what becomes of those who are left over, ``""`` where nobody is.

        >>> Joined("pairs").note((3, 2))
        'one three, as the number is odd'
        """
        return _RULES[self.word][1](sizes)

"""Going through many things while saying how far it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import length_hint
from typing import TypeVar

from workshopcore.contracts.exchange import Advance

__all__ = ["paced"]

T = TypeVar("T")
_STEPS = 100


def paced(things: Iterable[T], advance: Advance) -> Iterator[T]:
    """Yield things, and say about a hundred times how many are done, the last time all.

    What does not know its length is gathered first.

    >>> [thing for thing in paced("ab", lambda done, all: print(f"{done} of {all}"))]
    1 of 2
    2 of 2
    ['a', 'b']
    """
    many = things if length_hint(things) else list(things)
    most = length_hint(many)
    step = most // _STEPS + 1
    done = 0
    for done, thing in enumerate(many, 1):
        yield thing
        if done % step == 0 and done < most:
            advance(done, most)
    advance(done, done)

"""Words for messages and explanations."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from workshopcore.errors import shown

__all__ = ["counted", "in_groups", "listed"]

_MOST = 12


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number of things in words.

    >>> counted(1, "round"), counted(12, "person", "people")
    ('1 round', '12 people')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(names: Sequence[str]) -> str:
    """Return identifiers as a sentence has them, not more than a dozen.

    >>> listed(["amina", "ben", "chidi"])
    "'amina', 'ben' and 'chidi'"
    """
    words = [shown(name) for name in names[:_MOST]]
    if len(names) > _MOST:
        words.append(f"{len(names) - _MOST} more")
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def in_groups(sizes: Sequence[int]) -> str:
    """Return sizes in words.

    >>> in_groups((4, 4, 3)), in_groups((3, 3))
    ('2 groups of 4 and 1 group of 3', '2 groups of 3')
    """
    parts = [
        f"{counted(len(list(same)), 'group')} of {size}"
        for size, same in groupby(sorted(sizes, reverse=True))
    ]
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]

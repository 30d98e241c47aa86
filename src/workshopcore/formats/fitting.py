"""How the steps of a session share the minutes that it gets."""

from __future__ import annotations

from collections.abc import Iterable

from workshopcore.agenda import fit
from workshopcore.model.length import Length

__all__ = ["fitted"]


def fitted(lengths: Iterable[Length], minutes: int) -> tuple[int, ...]:
    """Return the minutes of consecutive steps that have so many minutes together.

    Whole minutes are shared as the agenda shares out a day, so that steps give up, or gain, the
    same share of what they have to give. They never take more than their longest.

    >>> fitted([Length(5, 8, 10), Length(15, 25, 30)], 28)
    (7, 21)
    """
    bounds = [(length.shortest or 0, length.usual or 0, length.longest or 0) for length in lengths]
    return fit(bounds, minutes, grid=1).minutes

"""Where something becomes true, to the last digit that a float holds."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["where"]


def where(reached: Callable[[float], bool], low: float, high: float) -> float:
    """Return the place between two numbers from which on something is true.

    >>> round(where(lambda x: x * x >= 2, 0, 2), 12)
    1.414213562373
    """
    while low < (middle := (low + high) / 2) < high:
        if reached(middle):
            high = middle
        else:
            low = middle
    return (low + high) / 2

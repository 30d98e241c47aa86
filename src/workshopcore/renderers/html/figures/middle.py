"""The middle of a scale, which answers are drawn around, and the tones on either side of it."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["TONES", "left_of_middle"]

TONES = {
    2: ("alarm", "done"),
    3: ("alarm", "plain", "done"),
    4: ("alarm", "caution", "good", "done"),
    5: ("alarm", "caution", "plain", "good", "done"),
    6: ("alarm", "poor", "caution", "good", "fine", "done"),
    7: ("alarm", "poor", "caution", "plain", "good", "fine", "done"),
}
"""By how many points a scale has: the tone of each, from the unfavourable end."""


def left_of_middle(counts: Sequence[int]) -> float:
    """Return how many stand left of the middle; those in it stand half on either side.

    >>> left_of_middle([1, 2, 3, 4]), left_of_middle([1, 2, 3])
    (3, 2.0)
    """
    middle = len(counts) // 2
    half = counts[middle] / 2 if len(counts) % 2 else 0
    return sum(counts[:middle]) + half

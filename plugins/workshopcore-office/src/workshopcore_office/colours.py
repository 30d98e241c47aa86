"""Colours as Office files write them."""

from __future__ import annotations

__all__ = ["digits_of"]

_ALL = 6


def digits_of(colour: str) -> str:
    """Return the six digits of a colour; ``""`` gives black.

    >>> digits_of("#abc"), digits_of("#1d4f7c")
    ('AABBCC', '1D4F7C')
    """
    digits = colour.removeprefix("#").upper() or "000"
    return digits if len(digits) == _ALL else "".join(digit * 2 for digit in digits)

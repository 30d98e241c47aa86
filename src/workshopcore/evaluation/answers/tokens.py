"""Tokens to hand out: they tell answers of the same person apart from others', and not whose."""

from __future__ import annotations

from random import Random

from workshopcore.errors import InvalidValueError

__all__ = ["is_token", "make_tokens"]

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that look alike: i, l, 1, o and 0. They are 31, a prime: see the check."""
_LENGTH = 5
_MOST = 100_000


def make_tokens(count: int, random: Random) -> tuple[str, ...]:
    """Return tokens, each different, in an order that says nothing.

    Nobody keeps a list of who has which: put them on slips, let people draw one, and ask for it
    in every wave. Each ends in a check letter, so that one mistyped letter, or two neighbours
    swapped, make no token: the weighted sum of the letters' places is 0 modulo 31.

    Args:
        count: how many.
        random: where chance comes from; ``random.SystemRandom()`` cannot be guessed.

    Raises:
        InvalidValueError: the count is negative, or beyond a hundred thousand.

    >>> tokens = make_tokens(3, Random(5))
    >>> [is_token(token) for token in tokens], is_token("aaaab2")
    ([True, True, True], False)
    """
    if not 0 <= count <= _MOST:
        raise InvalidValueError(count, f"a number of tokens from 0 to {_MOST}")
    found: dict[str, None] = {}
    while len(found) < count:
        body = "".join(random.choice(_LETTERS) for _ in range(_LENGTH))
        found[body + _check(body)] = None
    return tuple(found)


def is_token(code: str) -> bool:
    """Return whether something is a token without a slip in it."""
    text = code.strip().casefold()
    return (
        len(text) == _LENGTH + 1
        and all(letter in _LETTERS for letter in text)
        and text[-1] == _check(text[:-1])
    )


def _check(body: str) -> str:
    total = sum(weight * _LETTERS.index(letter) for weight, letter in enumerate(body, start=2))
    return _LETTERS[-total % len(_LETTERS)]

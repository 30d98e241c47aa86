"""Digests of tokens, so that a ledger can compare respondents without holding them."""

from __future__ import annotations

import hmac
from collections.abc import Iterable

from workshopcore.contracts.publication import Base
from workshopcore.errors import InvalidValueError

__all__ = ["base_of", "digests"]

_SHORTEST_KEY = 16
_LENGTH = 32
_MARK = 8


def digests(tokens: Iterable[str], key: bytes) -> tuple[str, ...]:
    """Return a keyed digest of each token (HMAC-SHA256, RFC 2104, cut to 128 bits), sorted.

    With the key and a list of tokens anybody can tell who was meant, so the key is kept where
    the answers are, and never beside the ledger. With another key nothing can be compared.

    Args:
        tokens: pseudonymous tokens, the same in every wave.
        key: a secret of the house, 16 bytes or more, the same for the whole programme.

    Raises:
        InvalidValueError: the key is too short to be a secret.

    >>> digests(["t1"], b"sixteen bytes ok") == digests(["t1"], b"sixteen bytes ok")
    True
    >>> digests(["t1"], b"sixteen bytes ok") == digests(["t1"], b"another 16 bytes")
    False
    """
    if not isinstance(key, bytes) or len(key) < _SHORTEST_KEY:
        raise InvalidValueError(
            f"a key of {len(key)} bytes" if isinstance(key, bytes) else "no bytes",
            f"a secret key of {_SHORTEST_KEY} bytes or more",
            "Make one with secrets.token_bytes(32) and keep it with the answers",
        )
    return tuple(sorted(_digest(token, key)[:_LENGTH] for token in set(tokens)))


def base_of(
    tokens: Iterable[str],
    key: bytes | None = None,
    *,
    wave: str = "",
    group: str = "everybody",
    questions: Iterable[str] = (),
) -> Base:
    """Return some respondents as the base of figures.

    Args:
        tokens: theirs.
        key: for their digests; without one only their number is kept.
        wave: in which they were asked.
        group: what they are called.
        questions: to which questions figures of them are shown.

    Raises:
        InvalidValueError: the key is too short to be a secret.

    >>> base_of(["t1", "t2"], b"sixteen bytes ok", wave="close")
    Base(wave='close', group='everybody', count=2, questions=(), key='7fb0d897')
    """
    who = set(tokens)
    if key is None:
        return Base(wave, group, len(who), questions)
    # The empty token is nobody's, so its digest marks the key and gives nobody away.
    members = digests(who, key)
    return Base(wave, group, len(who), questions, members, _digest("", key)[:_MARK])


def _digest(token: str, key: bytes) -> str:
    return hmac.digest(key, token.encode(), "sha256").hex()

"""Whose figures are to be shown, as the ledger has them."""

from __future__ import annotations

from collections.abc import Collection

from workshopcore.contracts.publication import Base
from workshopcore.evaluation.disclosure import base_of

__all__ = ["base_behind"]


def base_behind(
    people: Collection[str],
    count: int,
    key: bytes | None,
    *,
    wave: str,
    group: str,
    question: str,
) -> Base:
    """Return the base of figures; its members only where everybody is known by a token.

    Args:
        people: the tokens of those who have one.
        count: how many there are.
        key: for the digests of tokens; ``None`` for none.
        wave: in which round of asking, as the ledger has it.
        group: what they are called.
        question: what the figures are of.
    """
    if key is None or len(set(people)) != count:
        return Base(wave, group, count, [question])
    return base_of(people, key, wave=wave, group=group, questions=[question])

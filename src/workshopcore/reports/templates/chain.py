"""Which reports are being built, each within the one before: none can be put into itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

__all__ = ["building", "why_endless"]

_BEING_BUILT: ContextVar[tuple[str, ...]] = ContextVar("workshopcore_being_built", default=())


@contextmanager
def building(key: str) -> Iterator[None]:
    """Know of a report that it is being built, until the end of the ``with`` block."""
    token = _BEING_BUILT.set((*_BEING_BUILT.get(), key))
    try:
        yield
    finally:
        _BEING_BUILT.reset(token)


def why_endless(key: str) -> str:
    """Return why a report cannot be put in now, ``""`` if it can.

    >>> with building("acme:letter"), building("acme:note"):
    ...     why_endless("acme:letter")
    "a report cannot be put into itself: 'acme:letter' in 'acme:note' in 'acme:letter'"
    """
    chain = _BEING_BUILT.get()
    if key not in chain:
        return ""
    within = " in ".join(f"'{each}'" for each in (key, *reversed(chain)))
    return f"a report cannot be put into itself: {within}"

"""Which language is spoken: a setting of the code that is running, not of the process.

A context variable holds it, so that threads and tasks that make documents in different
languages at the same time do not disturb one another, and so that no function has to hand a
language on to the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import field, frozen

from workshopcore.language.catalogue import Catalogue, catalogues

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["ENGLISH", "Speech", "speaking", "speaking_as", "speech"]

ENGLISH = "en-GB"
"""The language that phrases are written in."""
_NOTHING: Mapping[str, str] = MappingProxyType({})


@frozen
class Speech:
    """How documents are worded at a moment.

    Attributes:
        language: a BCP 47 tag, such as ``de`` or ``en-GB``.
        catalogues: the translations into it, those of plugins first.
        dates: patterns for dates and times of the house's own, in the letters of Unicode's
            CLDR, by use: ``day``, ``weekday`` and ``clock``.
    """

    language: str = ENGLISH
    catalogues: tuple[Catalogue, ...] = ()
    dates: Mapping[str, str] = field(default=_NOTHING)

    @property
    def plain(self) -> bool:
        """Whether dates and numbers are written as in British English, with nothing own."""
        return self.language in ("en-GB", "en") and not self.dates


# It is frozen, so nobody can change what all begin with.
_SPEECH: ContextVar[Speech] = ContextVar("workshopcore_speech", default=Speech())  # noqa: B039


def speech() -> Speech:
    """Return how documents are worded now.

    >>> speech().language
    'en-GB'
    """
    return _SPEECH.get()


@contextmanager
def speaking(
    language: str,
    *,
    dates: Mapping[str, str] | None = None,
    folders: Iterable[Traversable] = (),
) -> Iterator[Speech]:
    """Word everything in a language until the end of the ``with`` block.

    A language without translations of its own takes those of the wider one (``de-AT`` those of
    ``de``), and where there are none either, British English.

    Args:
        language: a BCP 47 tag.
        dates: the house's patterns for dates and times; left out, those spoken with so far.
        folders: where further translations are, as files ``de.po``; the first one that has a
            phrase wins, the library's own come last.

    >>> with speaking("de-AT"):
    ...     speech().language
    'de-AT'
    """
    patterns = _SPEECH.get().dates if dates is None else dates
    with speaking_as(Speech(language, catalogues(language, tuple(folders)), patterns)) as spoken:
        yield spoken


@contextmanager
def speaking_as(spoken: Speech) -> Iterator[Speech]:
    """Word everything as it was worded at some other moment until the end of the ``with`` block.

    >>> with speaking("de"):
    ...     then = speech()
    >>> with speaking_as(then):
    ...     speech().language
    'de'
    """
    token = _SPEECH.set(spoken)
    try:
        yield spoken
    finally:
        _SPEECH.reset(token)

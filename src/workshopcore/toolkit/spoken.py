"""The language of documents: which one is asked for, and the translations that plugins bring."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

import attrs

from workshopcore.language import speaking

if TYPE_CHECKING:
    from workshopcore.contracts.reports import Style
    from workshopcore.model.programme import Programme
    from workshopcore.plugins.registry import Registry

__all__ = ["spoken", "spoken_programme"]


@contextmanager
def spoken(
    registry: Registry, language: str, dates: Mapping[str, str] | None = None
) -> Iterator[None]:
    """Word everything in a language, with the translations of plugins, until the block ends."""
    folders = registry.collected("translations").things.values()
    with speaking(language, dates=dates, folders=folders):
        yield


@contextmanager
def spoken_programme(
    registry: Registry, programme: Programme, language: str = "", style: Style | None = None
) -> Iterator[Programme]:
    """Word the documents of a programme in a language until the block ends.

    Args:
        registry: which plugins there are.
        programme: what the documents are about.
        language: a BCP 47 tag; left out, the style's, and without one there the programme's own.
        style: the house's style, whose patterns dates follow.

    Yields:
        The programme, as one of that language.
    """
    chosen = language or (style.language if style else "") or programme.language
    # Patterns that are there already stay where nobody hands over a style.
    dates = None if style is None else style.dates
    with spoken(registry, chosen, dates):
        same = chosen == programme.language
        yield programme if same else attrs.evolve(programme, language=chosen)

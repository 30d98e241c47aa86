"""Quotes and comments looked through for words that give people away."""

from __future__ import annotations

from workshopcore.evaluation.disclosure import Screening, identifying
from workshopcore.model.programme import Programme
from workshopcore.plugins.registry import Registry
from workshopcore.toolkit.guards import guarded_screens

__all__ = ["screened"]


def screened(registry: Registry, programme: Programme, text: str, speaker: str) -> Screening:
    """Return what in a text could tell whose it is."""
    said: dict[str, list[str]] = {}
    for quote in programme.quotes:
        if quote.speaker and text not in (quote.verbatim, quote.approved):
            said.setdefault(quote.speaker, []).append(quote.verbatim)
    return identifying(
        text,
        programme.people,
        speaker=speaker,
        said=said,
        screens=guarded_screens(registry),
    )

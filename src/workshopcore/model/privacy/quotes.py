"""Quotes of somebody who is not to be known any more: the fact stays, the words go."""

from __future__ import annotations

from datetime import date

import attrs

from workshopcore.errors import IllegalMoveError
from workshopcore.model.evaluation import Quote
from workshopcore.model.identifiers import identifier_from
from workshopcore.model.lifecycle import QUOTE, Event

__all__ = ["REMOVED", "WITHDRAWN", "withdrawn"]

REMOVED = "[words removed]"
"""What stands in the place of somebody's words."""
WITHDRAWN = "Withdrawn because the speaker's name was removed"


def withdrawn(quote: Quote, on: date, id: str) -> Quote:
    """Return a quote without its words, withdrawn if it had been consented to.

    One that was never consented to, or was refused, keeps its state: nothing was to be shown of
    it, and there is nothing to withdraw.

    Args:
        quote: the quote.
        on: the day.
        id: its identifier, if the one it has was made from its words.

    Raises:
        IllegalMoveError: there is later news of it.
    """
    state = quote.state(on)
    moves = "withdrawn" in QUOTE.moves[state]
    if moves and quote.events[-1].on > on:
        last = quote.events[-1].on.isoformat()
        raise IllegalMoveError(
            f"there is later news of the quote '{quote.id}' ({last}), and it has to be withdrawn:"
            f" name {last} or a later day"
        )
    events = [*quote.events, Event(on, "withdrawn", WITHDRAWN)] if moves else quote.events
    return attrs.evolve(
        quote,
        id=id if _of_its_words(quote) else quote.id,
        verbatim=REMOVED,
        approved="",
        attribution="anonymous",
        events=events,
    )


def _of_its_words(quote: Quote) -> bool:
    made = str(identifier_from(quote.verbatim, "quote"))
    return quote.id == made or quote.id.rpartition("-")[0] == made

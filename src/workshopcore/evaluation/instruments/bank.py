"""The instruments that come with the library, worded for it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from workshopcore.evaluation.instruments.loading import instruments_in
from workshopcore.model.evaluation import Instrument

__all__ = ["bank"]


@cache
def bank() -> tuple[Instrument, ...]:
    """Return the instruments that come with the library, in the order of their identifiers.

    >>> for instrument in bank():
    ...     print(instrument.id, len(instrument.questions))
    follow-up 12
    programme-close 17
    programme-start 7
    session-pulse 4
    team-climate 13
    workshop-close 11
    """
    return instruments_in(files("workshopcore.evaluation.instruments") / "bank")

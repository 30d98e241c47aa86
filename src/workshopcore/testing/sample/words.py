"""The days, and the words to look for, of the sample programme."""

from __future__ import annotations

__all__ = ["AS_OF", "CLOSE", "SECRET"]

AS_OF = "2027-06-30"
"""A day in the middle of the sample's year, after two of its four workshops."""

CLOSE = "2027-12-31"
"""A day after all of them, when results can be told."""

SECRET = "known to the facilitators alone"
"""Words that stand wherever the sample keeps something for facilitators only."""

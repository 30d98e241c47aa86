"""The language of a letter, whenever and wherever it is written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from workshopcore.language import speaking, speaking_as, speech

if TYPE_CHECKING:
    from workshopcore.actions.reminders import Reminder

__all__ = ["in_its_language"]


@contextmanager
def in_its_language(reminder: Reminder) -> Iterator[None]:
    """Word everything as a reminder wants it, until the end of the ``with`` block."""
    language = reminder.programme.language
    if reminder.speech is not None:
        with speaking_as(reminder.speech):
            yield
    elif speech().language == language:
        # Whoever speaks it already may have brought translations of their own.
        yield
    else:
        with speaking(language):
            yield

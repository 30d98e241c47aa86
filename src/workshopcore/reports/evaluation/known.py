"""What of an evaluation a document of a day may know."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

import attrs

from workshopcore.contracts.evaluation import Evaluation, ShownItem, ShownWave
from workshopcore.language import gettext

__all__ = ["at_least_at_most", "known_by", "last_wave", "nothing_shown", "on_a_scale", "opening"]

_LAST = ("close", "follow-up")


def known_by(evaluation: Evaluation | None, as_of: date) -> Evaluation | None:
    """Return what was known by the end of a day: waves that closed later are not in it.

    Returns:
        ``None`` where no wave is left.

    >>> late = ShownWave("close", "Close", "close", "Year", None, date(2027, 12, 1), 9, 8)
    >>> known_by(Evaluation(date(2027, 12, 31), [late]), date(2027, 11, 30)) is None
    True
    """
    if evaluation is None:
        return None
    waves = [wave for wave in evaluation.waves if wave.closed is None or wave.closed <= as_of]
    names = {wave.wave for wave in waves}
    changes = [each for each in evaluation.changes if {each.before, each.after} <= names]
    return attrs.evolve(evaluation, waves=waves, changes=changes) if waves else None


def last_wave(evaluation: Evaluation) -> ShownWave | None:
    """Return the last wave at or after the close of which anything is shown."""
    found = [w for w in evaluation.waves if w.kind in _LAST and not w.withheld]
    return found[-1] if found else None


def nothing_shown(wave: ShownWave) -> str:
    """Return why nothing is shown of a round."""
    return gettext(
        "{round}: nothing is shown, because {reason}.", round=wave.title, reason=wave.withheld
    )


def on_a_scale(items: Iterable[ShownItem]) -> list[ShownItem]:
    """Return the questions with points from low to high, without those that look back."""
    return [item for item in items if item.scaled and item.kind != "retrospective"]


def at_least_at_most(numbers: Collection[int]) -> str:
    """Return numbers as a range, or the one number that they all are.

    >>> at_least_at_most({8, 6}), at_least_at_most({7})
    ('6 to 8', '7')
    """
    first, last = min(numbers), max(numbers)
    return str(first) if first == last else gettext("{first} to {last}", first=first, last=last)


def opening(item: ShownItem) -> str:
    """Return what is said first of a question: a count, or why there is none."""
    return next(iter((*item.sentences, *item.notes)), "")

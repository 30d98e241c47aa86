"""What may be shown of answers in the sample programme."""

from __future__ import annotations

from datetime import date, timedelta

from workshopcore.contracts.evaluation import (
    Evaluation,
    ShownAnswer,
    ShownChange,
    ShownItem,
    ShownWave,
)
from workshopcore.contracts.publication import Base

__all__ = ["sample_evaluation"]

_TEXT = "Callers get one answer"
_POINTS = ("Disagree", "Neither", "Agree")


def sample_evaluation(closed: date) -> Evaluation:
    """Return an evaluation of two rounds, the later of which closed on a day.

    Programmes know nothing of these rounds: a report has to do with what it is given.

    >>> shown = sample_evaluation(date(2027, 6, 30))
    >>> [(wave.kind, wave.answered) for wave in shown.waves]
    [('baseline', 8), ('close', 8)]
    """
    waves = [
        _wave("shown-before", "baseline", closed - timedelta(days=90), (4, 2, 2)),
        _wave("shown-after", "close", closed, (1, 1, 6)),
    ]
    change = ShownChange(
        "one-answer", _TEXT, "shown-before", "shown-after", 8, improved=5, same=2, worse=1
    )
    bases = [Base(wave.wave, "everybody", 8, ["one-answer"]) for wave in waves]
    return Evaluation(closed, waves, [change], bases)


def _wave(name: str, kind: str, closed: date, counts: tuple[int, int, int]) -> ShownWave:
    answers = [
        ShownAnswer(label, str(number), number)
        for label, number in zip(_POINTS, counts, strict=True)
    ]
    told = f"{counts[-1]} of 8 answered Agree; 9 were asked"
    item = ShownItem(
        "one-answer",
        "one-answer",
        "scale",
        _TEXT,
        9,
        8,
        answers=answers,
        sentences=[told],
        scaled=True,
        construct="service",
    )
    opened = closed - timedelta(days=7)
    title = f"Asked until {closed.isoformat()}"
    return ShownWave(name, title, kind, "Callers", opened, closed, 9, 8, items=[item])

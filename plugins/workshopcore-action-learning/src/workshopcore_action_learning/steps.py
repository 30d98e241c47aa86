"""The steps of a meeting: news, a round for each presenter, and a look back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workshopcore.contracts.formats import GroupPlan, Step
from workshopcore.model.length import Length
from workshopcore_action_learning.timetable import Shares, Timetable, divide

__all__ = ["steps"]

_NEWS = (
    "Tell your set what you said you would do, what came of it, and what you know now"
    " that you did not know then."
)
_TURN = (
    (
        "Set out the problem",
        "Tell us what is on your mind and what you hope to leave with. The rest of us listen.",
        "",
    ),
    (
        "Get the picture",
        "Ask for the facts you need to see the situation, and nothing more.",
        "",
    ),
    (
        "Ask openly",
        "Ask what helps our presenter to think further. Leave out what is advice in disguise.",
        "The presenter's own notes",
    ),
    (
        "What will you do?",
        "What do you see differently? What will you do, by when, and whose help do you want?",
        "At least one action with a date, in the presenter's words",
    ),
)
_REVIEW = "Which question made the difference? What does this set want to do better next time?"


def steps(
    timetable: Timetable, shares: Shares, rounds: Sequence[str], groups: GroupPlan | None
) -> Iterator[Step]:
    """Yield the steps in order, with their minutes.

    Args:
        timetable: the least that each part gets.
        shares: what each part gets this time.
        rounds: for each round, who presents, in a sentence, or "".
        groups: the sets, ``None`` where there is only one.
    """
    arrangement = "groups" if groups else "plenary"
    opening = Length(timetable.opening, shares.opening, 2 * timetable.opening)
    yield Step(
        "News since last time",
        opening,
        arrangement=arrangement,
        prompt=_NEWS,
        capture="What became of each action",
        minutes=shares.opening,
        groups=groups,
    )
    least, fitted, most = (
        divide(airtime) for airtime in (timetable.airtime, shares.airtime, 2 * timetable.airtime)
    )
    for number, who in enumerate(rounds, 1):
        for part, (name, prompt, capture) in enumerate(_TURN):
            yield Step(
                name,
                Length(least[part], fitted[part], most[part]),
                arrangement=arrangement,
                prompt=f"{who} {prompt}" if who and part == 0 else prompt,
                capture=capture,
                minutes=fitted[part],
                round=f"Round {number} of {len(rounds)}",
                groups=groups,
            )
    yield Step(
        "How did we work?",
        Length(timetable.closing, shares.closing, max(2 * timetable.closing, shares.closing)),
        arrangement=arrangement,
        prompt=_REVIEW,
        capture="What the set wants to keep, and to change",
        minutes=shares.closing,
        groups=groups,
    )

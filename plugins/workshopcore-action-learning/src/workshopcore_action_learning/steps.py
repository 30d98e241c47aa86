"""The steps of a meeting: news, a round for each presenter, and a look back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workshopcore.contracts.formats import GroupPlan, Step
from workshopcore.language import gettext, gettext_noop, pgettext
from workshopcore.model.length import Length
from workshopcore_action_learning.timetable import Shares, Timetable, divide

__all__ = ["steps"]

_NEWS = gettext_noop(
    "Tell your set what you said you would do, what came of it, and what you know now"
    " that you did not know then."
)
_TURN = (
    (
        gettext_noop("Set out the problem"),
        gettext_noop(
            "Tell us what is on your mind and what you hope to leave with. The rest of us listen."
        ),
        "",
    ),
    (
        gettext_noop("Get the picture"),
        gettext_noop("Ask for the facts you need to see the situation, and nothing more."),
        "",
    ),
    (
        gettext_noop("Ask openly"),
        gettext_noop(
            "Ask what helps our presenter to think further. Leave out what is advice in disguise."
        ),
        gettext_noop("The presenter's own notes"),
    ),
    (
        gettext_noop("What will you do?"),
        gettext_noop(
            "What do you see differently? What will you do, by when, and whose help do you want?"
        ),
        gettext_noop("At least one action with a date, in the presenter's words"),
    ),
)
_REVIEW = gettext_noop(
    "Which question made the difference? What does this set want to do better next time?"
)


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
        gettext("News since last time"),
        opening,
        arrangement=arrangement,
        prompt=gettext(_NEWS),
        capture=gettext("What became of each action"),
        minutes=shares.opening,
        groups=groups,
    )
    least, fitted, most = (
        divide(airtime) for airtime in (timetable.airtime, shares.airtime, 2 * timetable.airtime)
    )
    for number, who in enumerate(rounds, 1):
        for part, (name, prompt, capture) in enumerate(_TURN):
            yield Step(
                gettext(name),
                Length(least[part], fitted[part], most[part]),
                arrangement=arrangement,
                prompt=" ".join(filter(None, (who if part == 0 else "", gettext(prompt)))),
                capture=gettext(capture),
                minutes=fitted[part],
                round=_round(number, len(rounds)),
                groups=groups,
            )
    yield Step(
        gettext("How did we work?"),
        Length(timetable.closing, shares.closing, max(2 * timetable.closing, shares.closing)),
        arrangement=arrangement,
        prompt=gettext(_REVIEW),
        capture=gettext("What the set wants to keep, and to change"),
        minutes=shares.closing,
        groups=groups,
    )


def _round(number: int, rounds: int) -> str:
    one = pgettext("of a round", "Round")
    return gettext("{round} {number} of {rounds}", round=one, number=number, rounds=rounds)

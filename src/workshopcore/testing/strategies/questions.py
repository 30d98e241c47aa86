from __future__ import annotations

from datetime import date, timedelta
from typing import get_args

from hypothesis import strategies as st

from workshopcore.model.evaluation import AnswerFile, Question, QuestionType, Wave
from workshopcore.model.lifecycle import WAVE
from workshopcore.testing.strategies.entities import Pools, fields_of
from workshopcore.testing.strategies.histories import histories
from workshopcore.testing.strategies.moments import days
from workshopcore.testing.strategies.words import texts

__all__ = ["questions", "wave"]


_KINDS = st.sampled_from(get_args(QuestionType))
_SEVERAL = st.lists(texts(), min_size=2, max_size=4)
_LATER = st.integers(0, 60).map(lambda days: timedelta(days=days))
_ANSWERS = st.builds(
    AnswerFile,
    st.sampled_from(("answers/close.csv", "answers/Wave_2.v1-final.csv", "answers/1.csv")),
    st.text("0123456789abcdef", min_size=64, max_size=64),
)


@st.composite
def questions(draw: st.DrawFn) -> Question:
    """Return questions of every type, with the labels, options and rows that it needs."""
    several = dict.fromkeys(("labels", "options", "rows"), _SEVERAL)
    given = fields_of(draw, Question, {}, **several) | {"type": draw(_KINDS)}
    for needed in several:
        given[needed] = given.get(needed) or draw(_SEVERAL)
    return Question(**given)


def wave(draw: st.DrawFn, pools: Pools, name: str) -> Wave:
    """Draw a wave that opens before it closes."""
    given = fields_of(
        draw, Wave, pools, opens=days(), closes=None, answers=_ANSWERS, events=histories(WAVE)
    )
    if draw(st.booleans()):
        opens = given.get("opens", date(2027, 1, 1))
        given["closes"] = min(opens + draw(_LATER), date(2500, 12, 31))
    return Wave(**given, id=name)

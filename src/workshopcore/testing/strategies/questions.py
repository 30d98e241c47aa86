from __future__ import annotations

from datetime import date, timedelta
from typing import Any, get_args

from hypothesis import strategies as st

from workshopcore.model.evaluation import AnswerFile, Question, QuestionType, Wave
from workshopcore.model.lifecycle import WAVE
from workshopcore.testing.strategies.entities import Pools, fields_of
from workshopcore.testing.strategies.histories import histories
from workshopcore.testing.strategies.moments import days
from workshopcore.testing.strategies.words import texts

__all__ = ["questions", "waves"]


@st.composite
def questions(draw: st.DrawFn) -> Question:
    """Return questions of every type, with the labels, options and rows that it needs."""
    kind = draw(st.sampled_from(get_args(QuestionType)))
    several = st.lists(texts(), min_size=2, max_size=4)
    given = draw(fields_of(Question, {}, labels=several, options=several, rows=several))
    given["type"] = kind
    for needed in ("labels", "options", "rows"):
        given[needed] = given.get(needed) or draw(several)
    return Question(**given)


@st.composite
def waves(draw: st.DrawFn, pools: Pools) -> dict[str, Any]:
    """Return what a wave needs to be built: it opens before it closes."""
    given: dict[str, Any] = draw(
        fields_of(
            Wave,
            pools,
            opens=days(),
            closes=None,
            answers=_answers(),
            events=histories(WAVE),
        )
    )
    if draw(st.booleans()):
        opens = given.get("opens", date(2027, 1, 1))
        given["closes"] = min(opens + timedelta(days=draw(st.integers(0, 60))), date(2500, 12, 31))
    return given


def _answers() -> st.SearchStrategy[AnswerFile]:
    paths = st.from_regex(r"answers/[A-Za-z0-9][A-Za-z0-9._-]{0,12}\.csv", fullmatch=True)
    return st.builds(AnswerFile, paths, st.text("0123456789abcdef", min_size=64, max_size=64))

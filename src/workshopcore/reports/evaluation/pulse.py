"""The pulse of a programme: how the last rounds were answered, as far as that may be shown."""

from __future__ import annotations

from workshopcore.contracts.evaluation import Evaluation, ShownWave
from workshopcore.contracts.report import Block, Paragraph
from workshopcore.language import gettext
from workshopcore.model.programme import Programme
from workshopcore.reports.blocks import bullets, filled
from workshopcore.reports.evaluation.known import on_a_scale
from workshopcore.reports.evaluation.response import responses
from workshopcore.reports.evaluation.scales import Row, scale_figures
from workshopcore.reports.wording import share

__all__ = ["pulse"]


def pulse(programme: Programme, evaluation: Evaluation) -> tuple[Block, ...]:
    """Return the answers of the last round of which anything is shown, and what is not shown."""
    shown = [wave for wave in evaluation.waves if not wave.withheld]
    rounds = [
        gettext(
            "{round}: {share} answered",
            round=each.title,
            share=share(each.answered, each.asked),
        )
        for each in responses(programme, evaluation)
        if each.answered is not None
    ]
    said = gettext(
        "What was answered is shown only where {k} people or more stand behind a figure, and"
        " where nothing about fewer can be worked out from it.",
        k=evaluation.k,
    )
    return filled(
        _answers(shown[-1]) if shown else (),
        bullets(rounds),
        (Paragraph(said),),
    )


def _answers(wave: ShownWave) -> tuple[Block, ...]:
    rows = [Row(item, item.text) for item in on_a_scale(wave.items)]
    caption = gettext("{round}: the last round that is shown", round=wave.title)
    return scale_figures(rows, caption)

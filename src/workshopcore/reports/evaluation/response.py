"""How many were invited, came, were asked and answered, round by round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from workshopcore.contracts.evaluation import Evaluation, ShownWave
from workshopcore.contracts.report import Block, Column, Figure, Paragraph, Table
from workshopcore.language import gettext, ngettext, pgettext
from workshopcore.model.programme import Programme
from workshopcore.reports.attendance import present
from workshopcore.reports.wording import share

__all__ = ["Response", "response_figure", "responses"]

_UNKNOWN = "–"


@frozen
class Response:
    """What is known of one round of asking.

    Attributes:
        title: the round.
        invited, came: to and at the workshop it is about; ``None`` where there is none, or
            nothing is on record.
        asked, answered: how many; ``None`` where it is not shown.
    """

    title: str
    invited: int | None
    came: int | None
    asked: int
    answered: int | None

    @property
    def counts(self) -> tuple[int | None, ...]:
        """The four figures, in the order of the stages."""
        return (self.invited, self.came, self.asked, self.answered)


def responses(programme: Programme, evaluation: Evaluation) -> tuple[Response, ...]:
    """Return who answered in each round."""
    return tuple(_response(programme, wave) for wave in evaluation.waves)


def _response(programme: Programme, shown: ShownWave) -> Response:
    workshops = {wave.id: wave.workshop for wave in programme.waves}
    name = workshops.get(shown.wave, "")
    invited = came = None
    if name:
        workshop = programme.workshop(name)
        invited = len(programme.invited(workshop))
        came = len(present(programme, workshop)) if workshop.attendance else None
    return Response(shown.title, invited, came, shown.invited, shown.answered)


def response_figure(found: Sequence[Response]) -> tuple[Block, ...]:
    """Return the rounds as a picture and, where more answered than came, why that can be."""
    if not found:
        return ()
    rows = [
        {"label": each.title, "counts": ["" if n is None else n for n in each.counts]}
        for each in found
    ]
    caption = gettext("Invited to the workshop, came, were asked and answered, round by round")
    rounds = "; ".join(f"{each.title}: {_answered(each)}" for each in found)
    return (
        Figure(
            "response-funnel",
            {"stages": list(_stages()), "rows": rows},
            ngettext(
                "{count} round of asking. {rounds}.",
                "{count} rounds of asking. {rounds}.",
                len(found),
                rounds=rounds,
            ),
            _table(found, caption),
            caption=caption,
        ),
        *_more_than_came(found),
    )


def _stages() -> tuple[str, ...]:
    return (
        pgettext("how many people", "Invited"),
        pgettext("how many people", "Came"),
        pgettext("how many people", "Asked"),
        pgettext("how many people", "Answered"),
    )


def _answered(each: Response) -> str:
    if each.answered is None:
        return gettext("{asked} asked, how many answered is not shown", asked=each.asked)
    return gettext("{share} answered", share=share(each.answered, each.asked))


def _table(found: Sequence[Response], caption: str) -> Table:
    rounds = Column(pgettext("of asking", "Round"))
    columns = [rounds, *(Column(stage, align="right") for stage in _stages())]
    rows = [
        [each.title, *(_UNKNOWN if number is None else str(number) for number in each.counts)]
        for each in found
    ]
    return Table(columns, rows, caption=caption, row_headings=True)


def _more_than_came(found: Sequence[Response]) -> Iterator[Block]:
    more = [e for e in found if e.answered is not None and e.came is not None]
    titles = [each.title for each in more if (each.answered or 0) > (each.came or 0)]
    if titles:
        yield Paragraph(
            gettext(
                "More answered than are on record as having come: {rounds}. Somebody who missed"
                " the day may have answered, or the record of attendance has a gap.",
                rounds="; ".join(titles),
            )
        )

"""How many were invited, came, were asked and answered, round by round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from workshopcore.contracts.evaluation import Evaluation, ShownWave
from workshopcore.contracts.report import Block, Column, Figure, Paragraph, Table
from workshopcore.model.programme import Programme
from workshopcore.reports.attendance import present
from workshopcore.reports.wording import count, share

__all__ = ["Response", "response_figure", "responses"]

_STAGES = ("Invited", "Came", "Asked", "Answered")
_CAPTION = "Invited to the workshop, came, were asked and answered, round by round"
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
    said = "; ".join(f"{each.title}: {_answered(each)}" for each in found)
    return (
        Figure(
            "response-funnel",
            {"stages": list(_STAGES), "rows": rows},
            f"{count(len(found), 'round')} of asking. {said}.",
            _table(found),
            caption=_CAPTION,
        ),
        *_more_than_came(found),
    )


def _answered(each: Response) -> str:
    if each.answered is None:
        return f"{each.asked} asked, how many answered is not shown"
    return f"{share(each.answered, each.asked)} answered"


def _table(found: Sequence[Response]) -> Table:
    columns = [Column("Round"), *(Column(stage, align="right") for stage in _STAGES)]
    rows = [
        [each.title, *(_UNKNOWN if number is None else str(number) for number in each.counts)]
        for each in found
    ]
    return Table(columns, rows, caption=_CAPTION, row_headings=True)


def _more_than_came(found: Sequence[Response]) -> Iterator[Block]:
    more = [e for e in found if e.answered is not None and e.came is not None]
    titles = [each.title for each in more if (each.answered or 0) > (each.came or 0)]
    if titles:
        yield Paragraph(
            f"More answered than are on record as having come: {'; '.join(titles)}. Somebody who"
            " missed the day may have answered, or the record of attendance has a gap."
        )

"""What an instrument asks, one answer at a time: a matrix asks as often as it has rows."""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import frozen

from workshopcore.model.evaluation import Instrument, Question

__all__ = ["Item", "Moment", "items_of"]

Moment: TypeAlias = Literal["", "then", "now"]


@frozen
class Item:
    """One answer that is asked for.

    Attributes:
        key: what it goes by: the identifier of the question; of a matrix ``climate/2`` for its
            second row, of a retrospective question ``skill/then`` and ``skill/now``.
        question: the question it belongs to.
        row: the statement of a matrix that it is about.
        moment: what a retrospective answer speaks of: before the programme, or today.
    """

    key: str
    question: Question
    row: str = ""
    moment: Moment = ""

    @property
    def text(self) -> str:
        """What is asked, in words."""
        if self.row:
            return f"{self.question.text} {self.row}"
        if self.moment:
            return f"{self.question.text} ({self.moment})"
        return self.question.text

    @property
    def is_scaled(self) -> bool:
        """Whether the answer is a point of a scale with labels."""
        return self.question.type in ("scale", "matrix", "retrospective")


def items_of(instrument: Instrument) -> tuple[Item, ...]:
    """Return everything an instrument asks for, in order.

    What is asked on a sheet of its own, because that bears a name, is not among the answers.

    >>> labels = ("No", "Yes")
    >>> form = Instrument(
    ...     "Pulse",
    ...     [
    ...         Question("We meet", "matrix", id="meet", labels=labels, rows=("early", "often")),
    ...         Question("I can chair", "retrospective", id="chair", labels=labels),
    ...     ],
    ... )
    >>> [item.key for item in items_of(form)]
    ['meet/1', 'meet/2', 'chair/then', 'chair/now']
    """
    found: list[Item] = []
    for question in instrument.questions:
        if question.apart:
            continue
        if question.type == "matrix":
            found += [
                Item(f"{question.id}/{number}", question, row)
                for number, row in enumerate(question.rows, start=1)
            ]
        elif question.type == "retrospective":
            found.append(Item(f"{question.id}/then", question, moment="then"))
            found.append(Item(f"{question.id}/now", question, moment="now"))
        else:
            found.append(Item(question.id, question))
    return tuple(found)

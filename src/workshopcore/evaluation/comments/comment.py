"""Comments: what people wrote in their own words, each with a number and no name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from attrs import frozen

from workshopcore.errors import InvalidValueError
from workshopcore.evaluation.answers import Answers

__all__ = ["Comment", "Mark", "comments_of"]


class Mark(NamedTuple):
    """Which comment is meant: the question, and the number of the answer, counted from 1."""

    item: str
    number: int

    def __str__(self) -> str:
        return f"{self.item} {self.number}"


@frozen
class Comment:
    """What somebody wrote.

    Attributes:
        mark: which comment it is. Those with the same number are of the same person.
        text: the words.
    """

    mark: Mark
    text: str


def comments_of(answers: Answers, items: Iterable[str] = ()) -> tuple[Comment, ...]:
    """Return what people wrote, question by question, in the order of the answers.

    Args:
        answers: of a wave.
        items: questions, by key; left out, every one that is answered in words.

    Raises:
        InvalidValueError: a question is not answered in words.
        UnknownKeyError: the answers have no such question.

    >>> from workshopcore.evaluation.answers import read_answers
    >>> from workshopcore.model.evaluation import Instrument, Question
    >>> form = Instrument("Pulse", [Question("What helped?", id="helped")])
    >>> answers = read_answers([["helped"], ["The cards"], [""], ["Time to talk"]], form)
    >>> [(str(comment.mark), comment.text) for comment in comments_of(answers)]
    [('helped 1', 'The cards'), ('helped 2', 'Time to talk')]
    """
    keys = [items] if isinstance(items, str) else list(items)
    wanted = [answers.item(key) for key in keys] or [
        item for item in answers.items if item.question.type == "text"
    ]
    found = []
    for item in wanted:
        if item.question.type != "text":
            raise InvalidValueError(item.key, "a question that is answered in words")
        for number, answer in enumerate(answers.column(item.key), 1):
            text = answer.strip() if isinstance(answer, str) else ""
            if text:
                found.append(Comment(Mark(item.key, number), text))
    return tuple(found)

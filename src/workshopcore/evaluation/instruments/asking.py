"""How a question is put: its answers in words, and what helps to give one."""

from __future__ import annotations

from workshopcore.language import gettext, ngettext, pgettext
from workshopcore.model.evaluation import Question
from workshopcore.model.programme import Programme

__all__ = [
    "LIKELIHOOD",
    "confidentiality",
    "hint_of",
    "options_of",
    "then_and_now",
    "yes_and_no",
]

LIKELIHOOD = range(11)
"""The points of a likelihood: 0 to 10."""

_LEFT_EMPTY = ("text", "ranking")


def then_and_now() -> tuple[str, str]:
    """Return the two statements of a retrospective question, in this order.

    >>> then_and_now()
    ('Before, as I see it now', 'Today')
    """
    return gettext("Before, as I see it now"), pgettext("as opposed to before", "Today")


def yes_and_no() -> tuple[str, str]:
    """Return the two answers to a question of yes or no.

    >>> yes_and_no()
    ('Yes', 'No')
    """
    return pgettext("an answer", "Yes"), pgettext("an answer", "No")


def confidentiality(programme: Programme) -> str:
    """Return from how many answers on a programme shows results.

    >>> confidentiality(Programme(title="A year", k_min=6))
    'Results are shown only where 6 people or more have answered.'
    """
    return ngettext(
        "Results are shown only where {count} person or more have answered.",
        "Results are shown only where {count} people or more have answered.",
        programme.k_min,
    )


def options_of(question: Question) -> tuple[str, ...]:
    """Return what can be answered, in words; nothing for a question that is open.

    >>> options_of(Question("Was it worth it?", "yes-no", not_applicable="I was not there"))
    ('Yes', 'No', 'I was not there')
    """
    match question.type:
        case "text":
            return ()
        case "likelihood":
            found = tuple(map(str, LIKELIHOOD))
        case "yes-no":
            found = yes_and_no()
        case "scale" | "matrix" | "retrospective":
            found = question.labels
        case _:
            found = question.options
    return (*found, question.not_applicable) if _has_an_answer_for_none(question) else found


def _has_an_answer_for_none(question: Question) -> bool:
    return bool(question.not_applicable.strip()) and question.type not in _LEFT_EMPTY


def hint_of(question: Question) -> str:
    """Return what helps to answer a question: its guidance, and how to go about it.

    >>> hint_of(Question("Recommend it?", "likelihood", labels=["Never", "At once"]))
    '0: Never. 10: At once'
    """
    parts = [question.guidance.strip(), _manner(question)]
    if question.type in _LEFT_EMPTY and question.not_applicable.strip():
        parts.append(
            gettext("Leave it empty for: {answer}", answer=question.not_applicable.strip())
        )
    parts.append(gettext("Please answer this one") if question.required else "")
    return ". ".join(part.rstrip(".") for part in parts if part)


def _manner(question: Question) -> str:
    limit = question.limit
    if question.type == "likelihood" and len(question.labels) > 1:
        return f"0: {question.labels[0]}. 10: {question.labels[-1]}"
    if question.type == "ranking":
        if limit:
            return gettext("Number your first {limit}, from 1 to {limit}", limit=limit)
        return gettext("Give each a number, 1 for the first")
    if question.type == "several-choice":
        if limit:
            return ngettext("At most {count} answer", "At most {count} answers", limit)
        return pgettext("of answers", "Any number")
    return ""

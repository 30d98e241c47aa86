"""What LimeSurvey calls the questions and answers of a form, and how its exports are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workshopcore.evaluation.answers import AnswerMapping
from workshopcore.model.evaluation import Instrument, Question

__all__ = ["NOT_APPLICABLE", "answers_of", "codes_of", "limesurvey_mapping", "rows_of"]

NOT_APPLICABLE = "NA"
"""The code of an answer that counts as none."""

_LONGEST = 20
_OTHER = "-oth-"
_OF_THE_SURVEY = ("id", "submitdate", "lastpage", "startlanguage", "seed")
"""The columns of every export that hold no answer."""

_RESERVED = frozenset({"time", "other", "sid", "gid", "qid", "id", "token", "language", "lang"})


def codes_of(questions: Iterable[Question]) -> dict[str, str]:
    """Return for each identifier the code of its question: letters and digits, at most twenty.

    >>> codes_of([Question("?", id="worth-it"), Question("?", id="4-weeks")])
    {'worth-it': 'worthit', '4-weeks': 'q4weeks'}
    """
    found: dict[str, str] = {}
    taken = set(_RESERVED)
    for question in questions:
        plain = re.sub("[^a-z0-9]", "", str(question.id))
        code = plain if plain[:1].isalpha() else f"q{plain}"
        unused = next(each for each in _tries(code) if each not in taken)
        taken.add(unused)
        found[str(question.id)] = unused
    return found


def _tries(code: str) -> Iterator[str]:
    yield code[:_LONGEST]
    number = 2
    while True:
        ending = f"x{number}"
        yield code[: _LONGEST - len(ending)] + ending
        number += 1


def rows_of(question: Question) -> tuple[tuple[str, str], ...]:
    """Return the code and the text of each subquestion, as our own keys number them."""
    if question.type == "matrix":
        return tuple((str(number), row) for number, row in enumerate(question.rows, 1))
    if question.type == "several-choice":
        return (*_options(question), *_none(question))
    return ()


def answers_of(question: Question) -> tuple[tuple[str, str], ...]:
    """Return the code and the text of each answer to choose from.

    >>> answers_of(Question("?", "scale", labels=["No", "Yes"], not_applicable="Not mine"))
    (('1', 'No'), ('2', 'Yes'), ('NA', 'Not mine'))
    """
    if question.type in ("scale", "matrix", "retrospective"):
        found = [(str(number), label) for number, label in enumerate(question.labels, 1)]
    elif question.type in ("single-choice", "ranking"):
        found = list(_options(question))
    else:
        return ()
    return tuple(found) if question.type == "ranking" else (*found, *_none(question))


def _none(question: Question) -> Iterator[tuple[str, str]]:
    """Yield the answer that counts as none, where there is one."""
    if question.not_applicable.strip():
        yield NOT_APPLICABLE, question.not_applicable


def _options(question: Question) -> Iterator[tuple[str, str]]:
    """Yield the options with their codes, without the one for words of one's own."""
    for number, option in enumerate(question.options, 1):
        if option != question.other:
            yield str(number), option


def limesurvey_mapping(instrument: Instrument) -> AnswerMapping:
    """Return how the answers to an instrument are read from what LimeSurvey exports.

    For an export with question codes as headings and answer codes in the cells, of a survey
    that was made from our file. Words that somebody wrote under "Other" have a column of their
    own, ``code[other]``, and each place of a ranking has one.

    >>> pulse = Instrument("Pulse", [Question("Worth it?", "yes-no", id="worth-it")])
    >>> limesurvey_mapping(pulse).columns["worthit"]
    'worth-it'
    """
    questions = [each for each in instrument.questions if not each.apart]
    codes = codes_of(questions)
    columns = dict.fromkeys(_OF_THE_SURVEY, "")
    words: dict[str, dict[str, str]] = {}
    for question in questions:
        code = codes[str(question.id)]
        columns |= dict(_columns(question, code))
        if question.type in ("single-choice", "ranking"):
            words[str(question.id)] = dict(_options(question))
            if question.other:
                words[str(question.id)][_OTHER] = question.other
    return AnswerMapping(columns=columns, words=words)


def _columns(question: Question, code: str) -> Iterator[tuple[str, str]]:
    match question.type:
        case "ranking":
            for place in range(1, len(question.options) + 1):
                yield f"{code}[{place}]", f"{question.id}={place}"
        case "matrix":
            for row, _ in rows_of(question):
                yield f"{code}[{row}]", f"{question.id}/{row}"
        case "retrospective":
            yield f"{code}[then]", f"{question.id}/then"
            yield f"{code}[now]", f"{question.id}/now"
        case "several-choice":
            for row, option in _options(question):
                yield f"{code}[{row}]", f"{question.id}={option}"
            for row, _ in _none(question):
                yield f"{code}[{row}]", ""
            yield from _other(question, code)
        case _:
            yield code, str(question.id)
            yield from _other(question, code)


def _other(question: Question, code: str) -> Iterator[tuple[str, str]]:
    """Yield the column with the words that somebody wrote under "Other"."""
    if question.other:
        yield f"{code}[other]", f"{question.id}={question.other}"

"""Where answers are kept: a plain table beside the programme, without names and without moments."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from hashlib import sha256
from io import StringIO

from attrs import evolve

from workshopcore.delimited.formulas import as_text, as_typed
from workshopcore.errors import InvalidValueError
from workshopcore.evaluation.answers.answers import Answers
from workshopcore.evaluation.answers.coding import Answer, Other
from workshopcore.evaluation.answers.mapping import AnswerMapping
from workshopcore.evaluation.answers.reading import read_answers
from workshopcore.evaluation.answers.source import rows_of
from workshopcore.model.evaluation import AnswerFile, Instrument

__all__ = ["answer_file", "kept_answers", "stored_answers"]

_TOKEN, _MOMENT = "token", "submitted at"
_KEPT = AnswerMapping(token=_TOKEN, blanks=(), divider=" | ")
_OTHER = "Other: "


def stored_answers(answers: Answers, *, keep_times: bool = False) -> bytes:
    r"""Return answers as the file in which they are kept.

    One row for each person, headed by the keys of the items: points of scales as numbers,
    options in words, several answers with a bar between them. The rows are put into an order
    that says nothing of when they came, and moments of submission are left out; so the same
    answers give the same file. It is UTF-8, and no cell runs as a formula in a spreadsheet.

    Args:
        answers: what people answered.
        keep_times: whether to keep the moments after all, as far as they were read.

    >>> from workshopcore.model.evaluation import Question
    >>> form = Instrument("Pulse", [Question("Worth it?", "yes-no", id="worth")])
    >>> stored_answers(Answers(form, {"worth": [True, None, False]}, tokens=["b", "a", "c"]))
    b'token,worth\r\nc,no\r\nb,yes\r\na,\r\n'
    """
    moments = [answers.submitted] if keep_times and answers.submitted else []
    rows = [
        [
            token,
            *(moment[at] for moment in moments),
            *(_cell(column[at]) for column in answers.columns.values()),
        ]
        for at, token in enumerate(answers.tokens or [""] * len(answers))
    ]
    rows.sort(key=lambda row: sha256("\0".join(row).encode()).digest())
    file = StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow([_TOKEN, *([_MOMENT] if moments else []), *answers.columns])
    writer.writerows([as_text(cell) for cell in row] for row in rows)
    return file.getvalue().encode()


def _cell(answer: Answer | None) -> str:
    if answer is None:
        return ""
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    if isinstance(answer, tuple):
        return " | ".join(map(_word, answer))
    return _word(answer)


def _word(answer: int | str | Other) -> str:
    if isinstance(answer, Other):
        return f"{_OTHER}{answer.text}" if answer.text else answer.option
    return str(answer)


def kept_answers(data: bytes, instrument: Instrument, file: AnswerFile | None = None) -> Answers:
    """Return answers from the file in which they are kept.

    Args:
        data: what is in the file.
        instrument: what was asked.
        file: what the programme says of it; then it must be just as it was when they were put
            there.

    Raises:
        InvalidValueError: it is not what was put there, or not a file of answers to this
            instrument.
    """
    found = sha256(data).hexdigest()
    if file is not None and found != file.sha256:
        raise InvalidValueError(
            f"{file.path} with the sha256 {found}",
            f"the file that the programme names, {file.sha256}",
            "Restore it, or import the answers again",
        )
    rows = [[as_typed(cell) for cell in row] for row in rows_of(data, [])]
    timed = _MOMENT in (rows[0][1:2] if rows else ())
    mapping = evolve(_KEPT, submitted=_MOMENT) if timed else _KEPT
    answers = read_answers(rows, instrument, mapping, keep_times=timed)
    wrong = [each for each in answers.problems if not each.path.startswith("item ")]
    if wrong:
        raise InvalidValueError(
            wrong[0].found,
            f"{wrong[0].expected} at {wrong[0].path}",
            f"The answers are not to the instrument '{instrument.id}' as it is now",
        )
    return answers


def answer_file(path: str, data: bytes, answers: Iterable[object]) -> AnswerFile:
    """Return what a programme says of a file of answers: where it is, its hash, how many."""
    return AnswerFile(path, sha256(data).hexdigest(), count=len(list(answers)))

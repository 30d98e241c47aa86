"""Which questions a form is to hold, and whether they may still change."""

from __future__ import annotations

import re
from datetime import date

from workshopcore.contracts.exchange import ExportRequest
from workshopcore.errors import InvalidValueError, Shown
from workshopcore.exchange.manners import option_problems
from workshopcore.language import gettext
from workshopcore.model.evaluation import Instrument, Question
from workshopcore.model.programme import Programme

__all__ = ["PARTS", "instrument_of", "one_line", "questions_of", "standing"]

PARTS = ("answers", "apart")
"""The two forms of an instrument: what is asked without a name, and what is asked with one."""

_UNFIT = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


def instrument_of(
    programme: Programme, request: ExportRequest, options: tuple[str, ...] = ()
) -> Instrument:
    """Return the instrument that is asked for.

    Raises:
        InvalidValueError: an option is of no use.
        UnknownKeyError: the programme has no such instrument.
    """
    for fault in option_problems(request.options, options):
        raise InvalidValueError(Shown(fault.found), fault.expected, fault.hint)
    return programme.instrument(request.instrument)


def questions_of(instrument: Instrument, request: ExportRequest) -> tuple[Question, ...]:
    """Return the questions of the part that is asked for with the option ``part``.

    Raises:
        InvalidValueError: there is no such part, or nothing in it.
    """
    part = request.options.get("part", "answers")
    if part not in PARTS:
        raise InvalidValueError(part, f"part, one of {', '.join(PARTS)}")
    found = tuple(each for each in instrument.questions if each.apart == (part == "apart"))
    if part == "apart" and not found:
        raise InvalidValueError(instrument.id, "an instrument that asks something apart")
    return found


def standing(instrument: Instrument, on: date) -> str:
    """Return in words whether an instrument may still change.

    >>> standing(Instrument("Pulse", frozen_on="2027-01-11"), date(2027, 1, 11))
    'Frozen on 2027-01-11.'
    """
    if instrument.frozen_on is not None and instrument.frozen_on <= on:
        return gettext("Frozen on {day}.", day=instrument.frozen_on)
    return gettext("Draft of {day}: not frozen yet, so do not send it out.", day=on)


def one_line(text: str) -> str:
    r"""Return text on one line, without characters that no form can show.

    >>> one_line(" Two\nlines\x07 ")
    'Two lines'
    """
    return " ".join(_UNFIT.sub("", text).split())

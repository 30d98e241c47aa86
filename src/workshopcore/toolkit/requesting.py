"""What a report is asked for, made sure of before the report is built."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from workshopcore.contracts.evaluation import Evaluation
from workshopcore.contracts.reports import ReportRequest
from workshopcore.errors import InvalidValueError, ReportError, UnknownKeyError, nearest
from workshopcore.model.moments import as_of_day
from workshopcore.model.options import as_options

if TYPE_CHECKING:
    from workshopcore.contracts.formats import SessionFormat
    from workshopcore.contracts.reports import ReportType
    from workshopcore.model.programme import Programme

__all__ = ["SUBJECTS", "made_request"]

SUBJECTS: dict[str, Callable[[Programme], list[str]]] = {
    "workshop": lambda programme: [workshop.id for workshop in programme.in_order],
    "engagement": lambda programme: [engagement.id for engagement in programme.experts],
    "person": lambda programme: [person.id for person in programme.people],
    "wave": lambda programme: [wave.id for wave in programme.waves],
}
"""What a report can be about, and the identifiers that a programme has of it."""

_NAMES = ("as_of", *SUBJECTS, "options", "evaluation")


def made_request(
    report: ReportType,
    programme: Programme,
    asked: Mapping[str, Any],
    formats: Mapping[str, SessionFormat],
    reports: Mapping[str, ReportType] | None = None,
) -> ReportRequest:
    """Return a request that names everything the report needs.

    Args:
        report: the kind of report.
        programme: the programme it is to be about.
        asked: ``as_of``, ``workshop``, ``engagement``, ``person``, ``wave``, ``options``,
            ``evaluation``.
        formats: the session formats that are installed.
        reports: the report types that are installed.

    Raises:
        AsOfRequiredError: the report depends on the day, and none was given.
        InvalidValueError: the evaluation is none, such as answers that nobody protected.
        ReportError: something else is missing; the message lists the choices.
        UnknownKeyError: the programme has nothing of that identifier.
    """
    _refuse_unknown(report, asked)
    subjects = {name: _subject(report, programme, name, asked.get(name) or "") for name in SUBJECTS}
    return ReportRequest(
        as_of=_day(report, asked.get("as_of")),
        options=as_options(asked.get("options") or {}),
        formats=formats,
        reports=reports or {},
        evaluation=_evaluation(asked.get("evaluation")),
        **subjects,
    )


def _refuse_unknown(report: ReportType, asked: Mapping[str, Any]) -> None:
    for name in asked:
        if name not in _NAMES:
            guess = nearest(name, _NAMES)
            cure = f"Did you mean '{guess}'?" if guess else f"It knows {', '.join(_NAMES)}"
            raise ReportError(f"the report '{report.key}' cannot be asked for '{name}'. {cure}")


def _day(report: ReportType, as_of: Any) -> date | None:
    if as_of is None and "as_of" not in report.needs:
        return None
    return as_of_day(as_of, f"the report '{report.key}'")


def _evaluation(value: Any) -> Evaluation | None:
    if value is None or isinstance(value, Evaluation):
        return value
    raise InvalidValueError(
        f"an object of type {type(value).__name__}",
        "an evaluation",
        "Answers go through evaluation.evaluate first",
        field="evaluation",
    )


def _subject(report: ReportType, programme: Programme, name: str, id: str) -> str:
    if not id and name not in report.needs:
        return ""
    choices = SUBJECTS[name](programme)
    if not id:
        names = ", ".join(choices) or "none in this programme yet"
        a = "an" if name == "engagement" else "a"
        raise ReportError(f"the report '{report.key}' is about {a} {name}: name one of {names}")
    if id not in choices:
        raise UnknownKeyError(name, id, choices)
    return id

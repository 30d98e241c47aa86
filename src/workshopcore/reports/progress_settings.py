"""What the report on progress can be told: the house's colours, the last report, hours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

import attrs
from attrs import field, frozen

from workshopcore.actions import RagRule
from workshopcore.errors import InvalidValueError, ReportError, UnknownKeyError, nearest, shown
from workshopcore.model import accept
from workshopcore.model.options import Options
from workshopcore.model.programme import Programme

__all__ = ["ProgressSettings", "read_settings"]

T = TypeVar("T")

_NAMES = ("rag", "since", "compare", "capacity")
_THRESHOLDS = tuple(field.name for field in attrs.fields(RagRule))


@frozen
class ProgressSettings:
    """How progress is to be told.

    Attributes:
        rule: when an action is red, amber or green.
        since: the day of the last report, if what it showed as complete leaves the colours.
        compare: the day to compare with.
        capacity: hours that people have for actions, by identifier.
    """

    rule: RagRule = field(factory=RagRule)
    since: date | None = None
    compare: date | None = None
    capacity: Mapping[str, Any] | None = None


def read_settings(
    options: Options, programme: Programme, as_of: date, rule: RagRule, report: str
) -> ProgressSettings:
    """Return what a request's options ask for.

    Args:
        options: the options of the request.
        programme: the programme, which knows whose hours may be given.
        as_of: the day of the report; the days it goes back to lie before it.
        rule: the house's rule; an option may change parts of it.
        report: the key of the report, for what to say of a slip.

    Raises:
        ReportError: an option is not known, or not what it should be; the message says which.
    """
    for name in options:
        if name not in _NAMES:
            raise ReportError(f"the report '{report}' has no option {shown(name)}. {_cure(name)}")

    def read(name: str, reader: Callable[[Any], T]) -> T | None:
        if name not in options:
            return None
        try:
            return reader(options[name])
        except (InvalidValueError, UnknownKeyError) as error:
            raise ReportError(f"the report '{report}', option '{name}': {error}") from error

    return ProgressSettings(
        read("rag", lambda given: _rule(given, rule)) or rule,
        read("since", lambda given: _earlier(given, as_of)),
        read("compare", lambda given: _earlier(given, as_of)),
        read("capacity", lambda given: _capacity(given, programme)),
    )


def _cure(name: str, known: tuple[str, ...] = _NAMES) -> str:
    guess = nearest(name, known)
    return f"Did you mean '{guess}'?" if guess else f"It knows {', '.join(known)}"


def _rule(given: object, house: RagRule) -> RagRule:
    thresholds = _table(given, "a table such as {red_up_to = 25, amber_up_to = 75}")
    for name, value in thresholds.items():
        if name not in _THRESHOLDS:
            raise InvalidValueError(name, "a threshold", _cure(name, _THRESHOLDS))
        if not isinstance(value, int) or isinstance(value, bool):
            raise InvalidValueError(value, f"whole per cents for '{name}', from 0 to 100")
    return attrs.evolve(house, **thresholds)


def _earlier(given: Any, as_of: date) -> date:
    found = accept.day(given)
    if found is None or found >= as_of:
        raise InvalidValueError(given, f"a day before {as_of.isoformat()}")
    return found


def _capacity(given: object, programme: Programme) -> Mapping[str, Any]:
    hours = _table(given, "hours by person, such as {amina-yusuf = 12}")
    for name, value in hours.items():
        programme.person(name)
        number = accept.decimal(value)
        if number is None or number <= 0:
            raise InvalidValueError(value, f"hours for '{name}', above 0")
    return hours


def _table(given: object, expected: str) -> Mapping[str, Any]:
    if not isinstance(given, Mapping):
        raise InvalidValueError(given, expected)
    return given

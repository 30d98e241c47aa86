"""Rules for dates in a file of their own: the house's, and under each workshop its wishes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import define, field, frozen

from workshopcore.cli.dates.faults import Faults
from workshopcore.cli.dates.words import spells_of
from workshopcore.cli.words import chosen_person, chosen_workshop
from workshopcore.errors import InvalidValueError, nearest
from workshopcore.model.programme import Closure, Programme

if TYPE_CHECKING:
    from workshopcore.calendar import Apart, BusyTime, Spell
    from workshopcore.files.layout import Layout

__all__ = ["Settings", "read_rules"]

LARGEST = 2**20
"""The largest file of rules that is read, in bytes."""

_SPACING = "weeks_apart"
_RULES = (
    *("between", "weekdays", "closed", "not_in", "quorum"),
    *("nobody_misses_more_than", "fairest_first", "maybe_is_enough"),
)
_WISHES = (
    *("between", "weekdays", "hours", "days", "only", "not_on", "on"),
    *("rooms", "quorum", "required", "invited"),
)
_PEOPLE = ("required", "invited")
_CLOSURE = ("title", "start", "end", "kind")


@define
class Settings:
    """What is said of rules, and of the wishes of single workshops, by field.

    Attributes:
        rules: for ``DateRules``.
        wishes: for the ``Wish`` of each workshop.
        away: who is away when.
    """

    rules: dict[str, Any] = field(factory=dict)
    wishes: dict[str, dict[str, Any]] = field(factory=dict)
    away: list[BusyTime] = field(factory=list)


def read_rules(path: Path, programme: Programme, faults: Faults) -> Settings:
    """Return what a file of rules says.

    Args:
        path: a TOML file.
        programme: whose workshops and people it names.
        faults: who is told what is wrong, each with its line.

    Raises:
        ProgrammeFileError: it cannot be read as TOML.
    """
    from workshopcore.errors import ProgrammeFileError
    from workshopcore.files.content import bytes_of, decoded
    from workshopcore.files.layout import layout_of
    from workshopcore.files.parsing import parsed, refuse_deep

    try:
        text = decoded(bytes_of(path, LARGEST), str(path)).removeprefix("\ufeff")
        document = parsed(text, "toml", str(path))
        refuse_deep(document, str(path))
    except ProgrammeFileError as error:
        of_rules = (
            each._replace(
                expected=each.expected.replace("a programme file", "a file of rules"),
                hint="" if "load(path" in each.hint else each.hint,
            )
            for each in error.problems
        )
        raise ProgrammeFileError(of_rules) from None
    found = Settings()
    _Reading(str(path), layout_of(text, "toml"), programme, faults, found).take(document)
    return found


@frozen
class _Reading:
    file: str
    layout: Layout
    programme: Programme
    faults: Faults
    found: Settings

    def take(self, document: Mapping[str, Any]) -> None:
        from workshopcore.calendar import DateRules

        parts: dict[str, Callable[[Any], None]] = {
            "away": self._away,
            "closures": self._closures,
            "workshops": self._workshops,
        }
        for key, value in document.items():
            if key in parts:
                parts[key](value)
            else:
                self._setting(DateRules, self.found.rules, _RULES, tuple(parts), value, key)

    def _setting(
        self,
        kind: Callable[..., Any],
        into: dict[str, Any],
        known: tuple[str, ...],
        others: tuple[str, ...],
        value: Any,
        *steps: str,
    ) -> None:
        """Take one field, if the library accepts it."""
        key = steps[-1]
        with self._at(*steps):
            if key == _SPACING:
                into["apart"] = spacing(value)
            elif key in known:
                accepted = self._people(value) if key in _PEOPLE else value
                kind(**{key: accepted})
                into[key] = accepted
            else:
                raise _unknown(key, (*known, _SPACING, *others))

    def _people(self, value: Any) -> list[str]:
        names = [value] if isinstance(value, str) else value
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise InvalidValueError(value, "a list of people")
        return [chosen_person(self.programme, name).id for name in names]

    def _closures(self, value: Any) -> None:
        tables = value if isinstance(value, list) else [value]
        closures = []
        for number, each in enumerate(tables):
            with self._at("closures", number):
                closures.append(_closure(each))
        self.found.rules["closures"] = closures

    def _workshops(self, value: Any) -> None:
        from workshopcore.calendar import Wish

        with self._at("workshops"):
            if not isinstance(value, dict):
                raise InvalidValueError(value, "a table for each workshop: [workshops.where-now]")
            for name, table in value.items():
                with self._at("workshops", name):
                    if not isinstance(table, dict):
                        raise InvalidValueError(table, f"a table [workshops.{name}]")
                    workshop = chosen_workshop(self.programme, name).id
                    wish = self.found.wishes.setdefault(workshop, {})
                    for key, entry in table.items():
                        self._setting(Wish, wish, _WISHES, (), entry, "workshops", name, key)

    def _away(self, value: Any) -> None:
        from workshopcore.calendar import Busy

        with self._at("away"):
            if not isinstance(value, dict):
                raise InvalidValueError(value, "people and their days: [away]")
            for name, days in value.items():
                with self._at("away", name):
                    person = chosen_person(self.programme, name).id
                    self.found.away.append(Busy(person, _spells(days)))

    def _at(self, *steps: str | int) -> Any:
        from workshopcore.files.paths import path_text

        return self.faults.at(path_text(steps), self.file, self.layout.line_of(steps))


def spacing(value: Any) -> Apart:
    """Accept how many weeks workshops are apart: the least, or the least and the most.

    >>> spacing(6), spacing([6, 12])
    (Apart(least=42, most=None), Apart(least=42, most=84))
    """
    from workshopcore.calendar import weeks

    numbers = value if isinstance(value, list) else [value]
    whole = all(number.__class__ is int and 0 <= number <= _MOST_WEEKS for number in numbers)
    if not whole or not 1 <= len(numbers) <= 2:
        raise InvalidValueError(value, "weeks: the least, or the least and the most, as [6, 12]")
    return weeks(*numbers)


_MOST_WEEKS = 520


def _spells(value: Any) -> list[Spell]:
    from workshopcore.calendar import Spell

    found: list[Spell] = []
    for each in value if isinstance(value, list) else [value]:
        found += spells_of(each) if isinstance(each, str) else [Spell(each, each)]
    return found


def _closure(table: Any) -> Closure:
    if not isinstance(table, dict):
        raise InvalidValueError(table, f"a table of {', '.join(_CLOSURE)}")
    for key in table:
        if key not in _CLOSURE:
            raise _unknown(key, _CLOSURE)
    for key in ("title", "start"):
        if key not in table:
            raise InvalidValueError(None, f"a {key}", code="WC004")
    return Closure(**table)


def _unknown(key: str, known: tuple[str, ...]) -> InvalidValueError:
    guess = nearest(key, known)
    cure = f"Did you mean '{guess}'?" if guess else ""
    return InvalidValueError(key, f"one of {', '.join(known)}", cure, code="WC002")

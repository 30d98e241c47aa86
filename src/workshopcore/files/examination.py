"""One walk over a document: every entity built as far as it can be, every fault noted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date, datetime
from functools import cache
from typing import Any

import attrs

from workshopcore.errors import InvalidValueError, Problem, ProgrammeError, nearest, shown
from workshopcore.files.building import AGENDA_KINDS
from workshopcore.files.parsing import Table
from workshopcore.files.paths import Path, path_text, steps
from workshopcore.model.agenda import Session
from workshopcore.model.programme import Programme
from workshopcore.model.shape import FieldShape, shape

__all__ = ["MOST_PROBLEMS", "Examination", "TooManyProblems"]

MOST_PROBLEMS = 1000
"""So many faults are named; a document with more is beyond reading them."""

_STAND_INS: tuple[Any, ...] = ("unnamed", date(2000, 1, 1), datetime(2000, 1, 1), "UTC")
_NOTHING = object()


class TooManyProblems(Exception):  # noqa: N818 - not an error of the library, only a way out
    """There are more faults than anybody will read."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(len(problems))
        more = f"more than {MOST_PROBLEMS} problems"
        rest = Problem("WC003", "", more, "a programme", "Cure the others first")
        self.problems = (*problems[:MOST_PROBLEMS], rest)


class Examination:
    """A walk over a document.

    Args:
        document: what to examine.
        left_out: paths to pass over, as if they were not there.
        standing_in: let something stand in for required fields that are missing or wrong;
            otherwise an entity that lacks one is left out.
        title: stands in for the programme's own title, in any case.

    Attributes:
        problems: the faults that were found.
        faulty: their paths.
        kept: for each list, the numbers of the entries that were kept.
    """

    def __init__(
        self,
        document: Table,
        *,
        left_out: Set[Path] = frozenset(),
        standing_in: bool = False,
        title: str = "Untitled",
    ) -> None:
        self.document = document
        self.left_out = set(left_out)
        self.standing_in = standing_in
        self.title = title
        self.problems: list[Problem] = []
        self.faulty: set[Path] = set()
        self.kept: dict[Path, list[int]] = {}
        self.stand_ins = 0

    def programme(self) -> Table:
        """Return the values of a programme, as far as each is sound by itself."""
        values = self.values(Programme, self.document, ())
        return {"title": self.title, **values}

    def note(self, path: Path, problem: Problem) -> None:
        self.faulty.add(path)
        self.problems.append(problem._replace(path=path_text(path)))
        if self.standing_in and len(self.problems) >= MOST_PROBLEMS:
            raise TooManyProblems(self.problems)

    def values(self, cls: type, table: Table, path: Path) -> Table:
        """Return what of a table can be given to a class, and note what cannot."""
        fields = fields_of(cls)
        meant = set()
        for key in table:
            if key not in fields and (*path, key) not in self.left_out:
                guess = nearest(key, fields)
                meant.add(guess)
                self.note((*path, key), _unknown(key, guess, cls))
        values = {}
        for name, field in fields.items():
            place = (*path, name)
            value = _NOTHING
            if name in table and place not in self.left_out:
                value = self.field(cls, field, table[name], place)
            elif field.required and name not in meant:
                self.note(place, _missing(name, cls))
            if value is _NOTHING and field.required and self.standing_in:
                value = _stand_in(cls, name)
                self.stand_ins += 1
            if value is not _NOTHING:
                values[name] = value
        return values

    def field(self, cls: type, field: FieldShape, value: Any, path: Path) -> Any:
        """Return a field's value, ``_NOTHING`` if it has none that is sound."""
        if value.__class__ is list and field.many:
            if field.children:
                return list(self.entries(field, value, path))
            value = self.left_in(value, path) if self.left_out else value
        if field.children and not field.many and value.__class__ is dict:
            return self.entity(field.children[0], value, path)
        faults = list(_faults(cls, field.name, value, path))
        for place, problem in faults:
            if field.children and field.many and value.__class__ is dict:
                problem = problem._replace(hint=f"In TOML, write [[{field.name}]]")
            self.note(place, problem)
        if not faults:
            return value
        if value.__class__ is list and all(place != path for place, _ in faults):
            self.left_out |= {place for place, _ in faults}
            return self.left_in(value, path)
        return _NOTHING

    def left_in(self, values: list[Any], path: Path) -> list[Any]:
        """Return what is not left out of a list."""
        kept = [number for number in range(len(values)) if (*path, number) not in self.left_out]
        if len(kept) < len(values):
            self.kept[path] = kept
        return [values[number] for number in kept]

    def entries(self, field: FieldShape, values: list[Any], path: Path) -> Iterator[Any]:
        self.kept[path] = kept = []
        for number, value in enumerate(values):
            place = (*path, number)
            if place in self.left_out:
                continue
            if value.__class__ is not dict:
                expected = f"a table of {_article(_words(field.children[0]))}"
                self.note(place, Problem("WC003", "", shown(value), expected))
                continue
            built = (
                self.item(value, place)
                if len(field.children) > 1
                else self.entity(field.children[0], value, place)
            )
            if built is not _NOTHING:
                kept.append(number)
                yield built

    def item(self, table: Table, path: Path) -> Any:
        """Return an item of an agenda: a session, unless its ``kind`` says otherwise."""
        if "kind" not in table:
            return self.entity(Session, table, path)
        kind = table["kind"]
        if not isinstance(kind, str) or kind not in AGENDA_KINDS:
            guess = nearest(kind, AGENDA_KINDS) if isinstance(kind, str) else ""
            cure = f"Did you mean '{guess}'?" if guess else ""
            expected = "one of " + ", ".join(AGENDA_KINDS)
            self.note((*path, "kind"), Problem("WC003", "", shown(kind), expected, cure))
            return _NOTHING
        rest = {key: value for key, value in table.items() if key != "kind"}
        return self.entity(AGENDA_KINDS[kind], rest, path)

    def entity(self, cls: type, table: Table, path: Path) -> Any:
        """Return an entity, ``_NOTHING`` if it cannot be built.

        What is wrong with it as a whole is cured by leaving out the first field without which
        it can be built.
        """
        before = self.stand_ins
        values = self.values(cls, table, path)
        try:
            return cls(**values)
        except ProgrammeError as error:
            if self.stand_ins == before and not _is_cured(cls, values, table):
                for problem in error.problems:
                    self.note((*path, *steps(problem.path)), problem)
        except TypeError:
            # A required field is missing, which has been noted.
            return _NOTHING
        for name in values:
            try:
                return cls(**{key: value for key, value in values.items() if key != name})
            except (ProgrammeError, TypeError):
                continue
        return _NOTHING


@cache
def fields_of(cls: type) -> Mapping[str, FieldShape]:
    """Return the fields of an entity that a file may hold, by name."""
    return {field.name: field for field in shape(cls)}


def _is_cured(cls: type, values: Table, table: Table) -> bool:
    """Whether an entity could be built if only its fields that are wrong or misspelt were right.

    A session whose title is a number is not also blamed for having no title.
    """
    fields = fields_of(cls)
    meant = {key if key in fields else nearest(key, fields) for key in table} - values.keys()
    stand_ins = {name: _stand_in(cls, name) for name in meant if name}
    right = {name: value for name, value in stand_ins.items() if value is not _NOTHING}
    try:
        cls(**{**values, **right})
    except (ProgrammeError, TypeError):
        return False
    return True


def _faults(cls: type, name: str, value: Any, path: Path) -> Iterator[tuple[Path, Problem]]:
    """Yield what is wrong with a value: with some of its parts, or else as a whole.

    A table is looked into only where a table is wanted.
    """
    whole = list(_faults_of(cls, name, value, path))
    parts: list[tuple[Path, Problem]] = []
    if whole and value.__class__ is list and len(value) <= MOST_PROBLEMS:
        for number, entry in enumerate(value):
            parts += _faults_of(cls, name, [entry], (*path, number))
        parts = parts if len(parts) < len(value) else []
    if whole and value.__class__ is dict and not list(_faults_of(cls, name, {}, path)):
        parts += _faults_within(cls, name, value, path)
    yield from parts or whole


def _faults_within(
    cls: type, name: str, table: Table, path: Path
) -> Iterator[tuple[Path, Problem]]:
    for key, entry in table.items():
        place = (*path, key)
        faults = list(_faults_of(cls, name, {key: entry}, place))
        if faults and entry.__class__ is dict:
            faults = list(_faults_within(cls, name, entry, place)) or faults
        yield from faults


def _faults_of(cls: type, name: str, value: Any, path: Path) -> Iterator[tuple[Path, Problem]]:
    field = attrs.fields_dict(cls)[name]
    try:
        if field.converter is not None:
            value = field.converter(value)  # type: ignore[operator]
        if field.validator is not None:
            field.validator(None, field, value)
    except InvalidValueError as error:
        yield path, error.at("")
    except ProgrammeError as error:
        for problem in error.problems:
            yield path, problem


def _unknown(key: str, guess: str, cls: type) -> Problem:
    cure = f"Did you mean '{guess}'?" if guess else f"Known: {', '.join(fields_of(cls))}"
    expected = f"a field of {_article(_words(cls))}"
    return Problem("WC002", "", f"the unknown key {shown(key)}", expected, cure)


def _missing(name: str, cls: type) -> Problem:
    return Problem("WC004", "", "nothing", f"the {name} of {_article(_words(cls))}", f"Add {name}")


@cache
def _stand_in(cls: type, name: str) -> Any:
    """Return a value that a required field accepts, ``_NOTHING`` if there is no simple one."""
    for value in _STAND_INS:
        if not list(_faults_of(cls, name, value, ())):
            return value
    return _NOTHING


def _words(cls: type) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", " ", cls.__name__).lower()


def _article(words: str) -> str:
    return f"an {words}" if words[0] in "aeiou" else f"a {words}"

"""Strict reading of a format's file: each value by its key, and the place of whatever is wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from workshopcore.errors import InvalidValueError, Shown, nearest, shown
from workshopcore.formats.expression import Expression
from workshopcore.formats.reading import constant, read_expression

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["Table", "home", "read_table"]

_THREE_MINUTES = "shortest, usual and longest minutes in rising order"
_MINUTES_CURE = 'Write [1, 2.5, 4], or as text what follows from people: [1, 2, "n / 4"]'


def home() -> Traversable:
    """Return the folder of what is built in."""
    from importlib.resources import files

    return files("workshopcore.formats")


def read_table(file: Traversable) -> Table:
    """Read a TOML file.

    Raises:
        InvalidValueError: it is none.
    """
    import tomllib

    try:
        text = file.read_bytes().decode("utf-8")
        return Table(tomllib.loads(text, parse_float=Decimal), file.name)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InvalidValueError(str(error), f"TOML in {file.name}") from error


class Table:
    """A table of a file, from which values are taken one by one; what is left over is refused.

    Every fault is an :class:`~workshopcore.errors.InvalidValueError` that names the file, the
    key and what would have been right.
    """

    def __init__(self, values: Mapping[str, Any], file: str, path: str = "") -> None:
        self._left = dict(values)
        self._known: list[str] = []
        self._file = file
        self._path = f"{path}." if path else ""

    def fault(self, key: str, found: object, expected: str, hint: str = "") -> InvalidValueError:
        """Return the error for a value."""
        place = f"{expected} for '{self._path}{key}' in {self._file}"
        return InvalidValueError(_as_written(found), place, hint)

    def text(self, key: str, default: str | None = None) -> str:
        """Take text; with no default it must be there and not be empty."""
        value = self._take(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.fault(key, value, "text")
        return value

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Take a list of texts; with no default there must be one at least."""
        values = self._take(key, default)
        if default is not None and values is default:
            return default
        if not isinstance(values, list) or not values:
            raise self.fault(key, values, "a list of texts")
        for number, value in enumerate(values):
            if not isinstance(value, str) or not value.strip():
                raise self.fault(f"{key}[{number}]", value, "text")
        return tuple(values)

    def grid(self, key: str, width: int) -> tuple[tuple[str, ...], ...]:
        """Take rows of up to so many texts, which may be missing; the rest of a row is empty."""
        rows = self._take(key, [])
        if not isinstance(rows, list):
            raise self.fault(key, rows, "a list of rows")
        for number, row in enumerate(rows):
            texts = isinstance(row, list) and all(isinstance(cell, str) for cell in row)
            if not texts or not 1 <= len(row) <= width:
                expected = f"a row of 1 to {width} texts, one for each column at most"
                raise self.fault(f"{key}[{number}]", row, expected)
        return tuple((*row, *[""] * (width - len(row))) for row in rows)

    def word(self, key: str, known: Collection[str], default: str | None = None) -> str:
        """Take one of the known words."""
        return self.one_of(key, self.text(key, default), known)

    def one_of(self, key: str, word: str, known: Collection[str]) -> str:
        """Return a word if it is a known one."""
        if word in known:
            return word
        guess = nearest(word, known)
        hint = f"Did you mean '{guess}'?" if guess else ""
        raise self.fault(key, word, "one of " + ", ".join(known), hint)

    def words(self, key: str, known: Collection[str]) -> tuple[str, ...]:
        """Take a list of known words, each once."""
        found = self.texts(key)
        if len(set(found)) < len(found):
            raise self.fault(key, found, "each word once")
        return tuple(self.one_of(f"{key}[{n}]", word, known) for n, word in enumerate(found))

    def count(self, key: str, default: int | None = None, least: int = 1) -> int:
        """Take a whole number."""
        value = self._take(key, default)
        if value.__class__ is not int or value < least:
            raise self.fault(key, value, f"a whole number of {least} or more")
        return int(value)

    def pair(self, key: str) -> tuple[int, int]:
        """Take the fewest and the most of something."""
        least, most = self._rising(key, 2)
        return least, most

    def pair_if_given(self, key: str) -> tuple[int, int] | None:
        """Take the fewest and the most of something, if it is there."""
        return self.pair(key) if self.has(key) else None

    def triple(self, key: str) -> tuple[int, int, int]:
        """Take the least, the usual and the greatest number of something."""
        least, usual, most = self._rising(key, 3)
        return least, usual, most

    def figure(
        self, key: str, options: Collection[str], default: int | None = None, least: int = 0
    ) -> Expression:
        """Take a whole number, or an expression of people, groups and options."""
        value = self._take(key, default)
        if isinstance(value, str):
            return self._expression(key, value, options)
        if value.__class__ is not int or value < least:
            raise self.fault(key, value, f"a whole number of {least} or more, or an expression")
        return self._expression(key, value, options)

    def minutes(self, key: str, options: Collection[str]) -> tuple[Expression, ...]:
        """Take shortest, usual and longest minutes: numbers or expressions."""
        values = self._take(key)
        if not isinstance(values, list) or len(values) != 3:
            raise self.fault(key, values, _THREE_MINUTES, _MINUTES_CURE)
        found = [
            self._expression(f"{key}[{number}]", value, options)
            for number, value in enumerate(values)
        ]
        fixed = [each.value({}) for each in found if not each.names]
        if fixed != sorted(fixed) or any(value < 0 for value in fixed):
            raise self.fault(key, values, _THREE_MINUTES, _MINUTES_CURE)
        return tuple(found)

    def _expression(self, key: str, value: object, options: Collection[str]) -> Expression:
        if isinstance(value, bool) or not isinstance(value, (int, Decimal, str)):
            raise self.fault(key, value, "a number, or an expression as text")
        try:
            return read_expression(value, options) if isinstance(value, str) else constant(value)
        except InvalidValueError as error:
            raise self.fault(key, value, error.expected, error.hint) from None

    def has(self, key: str) -> bool:
        """Return whether a key is there, and not taken yet."""
        self._known.append(key)
        return key in self._left

    def flag(self, key: str) -> bool:
        """Take true or false; left out, it is false."""
        value = self._take(key, False)
        if not isinstance(value, bool):
            raise self.fault(key, value, "true or false")
        return value

    def tables(self, key: str) -> list[Table]:
        """Take a list of tables, which may be missing."""
        values = self._take(key, [])
        if not isinstance(values, list):
            raise self.fault(key, values, "a list of tables")
        return [self._inner(f"{key}[{number}]", value) for number, value in enumerate(values)]

    def table(self, key: str) -> Table:
        """Take a table, which may be missing."""
        return self._inner(key, self._take(key, {}))

    def named_tables(self) -> Iterator[tuple[str, Table]]:
        """Take every table that is left, with its name."""
        for name in list(self._left):
            yield name, self._inner(name, self._take(name))

    def named_texts(self) -> dict[str, str]:
        """Take every text that is left, by name."""
        return {name: self.text(name) for name in list(self._left)}

    def finish(self) -> None:
        """Refuse whatever nobody asked for."""
        for key, value in self._left.items():
            guess = nearest(key, self._known)
            hint = f"Did you mean '{guess}'?" if guess else f"Known: {', '.join(self._known)}"
            raise self.fault(key, value, "nothing", hint)

    def _take(self, key: str, default: object = None) -> Any:
        self._known.append(key)
        return self._left.pop(key, default)

    def _inner(self, key: str, value: object) -> Table:
        if not isinstance(value, dict):
            raise self.fault(key, value, "a table")
        return Table(value, self._file, f"{self._path}{key}")

    def _rising(self, key: str, size: int) -> list[int]:
        values = self._take(key)
        if (
            not isinstance(values, list)
            or len(values) != size
            or any(value.__class__ is not int for value in values)
            or values != sorted(values)
            or values[0] < 1
        ):
            expected = f"{size} whole numbers of 1 or more, in rising order"
            raise self.fault(key, values, expected)
        return values


def _as_written(value: object) -> object:
    """Return a short list as it was written: its values are what a reader needs to see."""
    if isinstance(value, (list, tuple)) and len(value) <= 4:
        return Shown("[" + ", ".join(shown(each) for each in value) + "]")
    return str(value) if isinstance(value, Decimal) else value

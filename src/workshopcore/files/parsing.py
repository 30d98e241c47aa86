"""From text to a document: tables, lists and plain values, in TOML or in JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Literal, NoReturn, TypeAlias, cast, get_args

from workshopcore.errors import InvalidValueError, Problem, ProgrammeFileError, shown
from workshopcore.files.content import unreadable

__all__ = [
    "DEEPEST",
    "FileFormat",
    "Table",
    "checked_format",
    "format_of",
    "parsed",
    "refuse_deep",
    "too_deep",
]

FileFormat: TypeAlias = Literal["toml", "json"]
Table: TypeAlias = dict[str, Any]

DEEPEST = 100
"""How many tables and lists may stand within one another."""

MOST_VALUES = 1_000_000
"""So many values fit into memory easily; a whole programme has a few thousand."""

_AT = re.compile(r" ?\(at (?:line (\d+), column (\d+)|end of document)\)$")


def format_of(path: Path) -> FileFormat:
    """Return the format of a file by its suffix.

    Raises:
        InvalidValueError: it is neither ``.toml`` nor ``.json``.
    """
    match path.suffix.lower():
        case ".toml":
            return "toml"
        case ".json":
            return "json"
    raise InvalidValueError(path.name, "a file name that ends in .toml or .json")


def checked_format(format: str) -> FileFormat:
    """Accept the name of a file format.

    Raises:
        InvalidValueError: it is neither ``toml`` nor ``json``.
    """
    if format == "toml" or format == "json":
        return "toml" if format == "toml" else "json"
    raise InvalidValueError(format, "a format: " + " or ".join(get_args(FileFormat)))


def parsed(text: str, format: FileFormat, file: str = "") -> Table:
    """Return the document that a text holds.

    Raises:
        ProgrammeFileError: it is not valid TOML or JSON, a key comes twice, or it holds no
            table; with the line where that is known.
    """
    text = text.removeprefix("\ufeff")
    if len(text) > MOST_VALUES and text.count(",") + text.count("\n") > MOST_VALUES:
        raise unreadable(f"more than {MOST_VALUES:,} values", "a programme", file=file)
    try:
        document = _toml(text, file) if format == "toml" else _json(text, file)
    except RecursionError:
        raise too_deep(file) from None
    except MemoryError:
        raise unreadable("more than fits into memory", "a programme", file=file) from None
    if document.__class__ is not dict:
        found = "a list" if document.__class__ is list else "a single value"
        raise unreadable(found, "a table of a programme's fields", "", file, 1)
    return cast(Table, document)


def too_deep(file: str = "") -> ProgrammeFileError:
    """Return the error for a document whose tables and lists nest too deeply."""
    return unreadable(
        "deeper nesting", f"at most {DEEPEST} tables and lists within another", file=file
    )


def refuse_deep(document: object, file: str = "") -> None:
    """Refuse a document that nests too deeply, walking it level by level.

    Raises:
        ProgrammeFileError: it does.
    """
    level: list[Any] = [document]
    for _ in range(DEEPEST):
        level = [
            value
            for holder in level
            for value in (holder.values() if holder.__class__ is dict else holder)
            if value.__class__ is dict or value.__class__ is list
        ]
        if not level:
            return
    raise too_deep(file)


# The standard library's TOML parser takes quadratic time over a key of very many parts.
_LONGEST_KEY = 16
_PART = r"""(?:"[^"\n]*+"|'[^'\n]*+'|(?<![\w-])[\w-]++)"""
_LONG_KEY = re.compile(rf"(?:{_PART}[ \t]*+\.[ \t]*+){{{_LONGEST_KEY}}}")


def _toml(text: str, file: str) -> object:
    import tomllib

    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") >= _LONGEST_KEY and _LONG_KEY.search(line):
            raise unreadable(
                "a key of very many parts", f"at most {_LONGEST_KEY} parts", "", file, number
            )
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        place = _AT.search(message)
        at = int(place[1]) if place and place[1] else text.count("\n") + 1
        column = f" in column {place[2]}" if place and place[2] else ""
        fault = message[: place.start()] if place else message
        raise unreadable(
            f"a fault{column}: {_lowered(fault)}", "valid TOML", "", file, at
        ) from None
    except ValueError as error:
        raise _bad_number(text, error, file) from None


class _RepeatedKeyError(ValueError):
    """A key that comes twice in one table."""


def _table(pairs: list[tuple[str, Any]]) -> Table:
    table = dict(pairs)
    if len(table) != len(pairs):
        raise _RepeatedKeyError
    return table


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


_DECODER = json.JSONDecoder(object_pairs_hook=_table, parse_constant=_refuse_constant)


_LENIENT = json.JSONDecoder(parse_constant=_refuse_constant)


def _json(text: str, file: str, decoder: json.JSONDecoder = _DECODER) -> object:
    try:
        return decoder.decode(text)
    except json.JSONDecodeError as error:
        found = f"a fault in column {error.colno}: {_lowered(error.msg.removesuffix(' at'))}"
        raise unreadable(found, "valid JSON", "", file, error.lineno) from None
    except _RepeatedKeyError:
        raise _repetitions(text, file) from None
    except ValueError as error:
        raise _bad_number(text, error, file) from None


def _lowered(message: str) -> str:
    return message[:1].lower() + message[1:]


_MOST_REPETITIONS = 1000


def _repetitions(text: str, file: str) -> ProgrammeFileError:
    """Find keys that come twice, not all of very many, unless something worse comes later."""
    from workshopcore.files.layout import layout_of

    _json(text, file, _LENIENT)
    problems = []
    layout = layout_of(text, "json")
    for offset in layout.repeated[:_MOST_REPETITIONS]:
        key = _json_string(text, offset)
        problems.append(
            Problem(
                "WC001",
                "",
                f"the key {shown(key)} again",
                "each key once in a table",
                "Remove one of the two",
                file,
                layout.line_at(offset),
            )
        )
    return ProgrammeFileError(problems)


def _json_string(text: str, start: int) -> str:
    return str(json.JSONDecoder().raw_decode(text, start)[0])


def _bad_number(text: str, error: ValueError, file: str) -> ProgrammeFileError:
    match = re.search(r"[0-9_]{4000}|\b(?:NaN|Infinity)\b", text)
    line = text.count("\n", 0, match.start()) + 1 if match else 0
    found = str(error) if match is None or match[0].isalpha() else "a number of thousands of digits"
    return unreadable(found, "numbers of a sensible size", "", file, line)

"""What is wrong in a style as somebody wrote it: each fault with its place and its cure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias, get_args, get_type_hints

from attrs import fields

from workshopcore.contracts.reports import Style
from workshopcore.errors import Problem, nearest, shown
from workshopcore.renderers.html.look import FONTS, LANGUAGE
from workshopcore.renderers.styles import DEFAULT_STYLE
from workshopcore.renderers.styles.contrast import faint_colours
from workshopcore.renderers.styles.dates import USES, faults_of_pattern
from workshopcore.renderers.styles.margins import BOUNDS
from workshopcore.renderers.styles.wording import names_in

__all__ = ["faults_of", "problems_of"]

_Fault: TypeAlias = tuple[str, str]
"""What was expected, and what to do."""

_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_MUST = ("key", "title")
_CHOICES = ("paper", "headings", "tables")
_RENDERERS = "renderers"


def problems_of(found: Mapping[str, Any], file: str = "") -> list[Problem]:
    """Return what is wrong in a style, and what of its colours cannot be read on one another.

    Args:
        found: the fields of a style, as TOML has them.
        file: where they were found.
    """
    problems = list(faults_of(found, file))
    if not any(each.path.startswith("colours") for each in problems):
        problems += _faint(found.get("colours", {}), file)
    return problems


def faults_of(found: Mapping[str, Any], file: str = "") -> Iterator[Problem]:
    """Yield which fields of a style are not what they should be, each looked at by itself.

    Args:
        found: the fields of a style, as TOML has them.
        file: where they were found.
    """
    for key in _MUST:
        if key not in found:
            yield Problem("WC003", key, "nothing", "text", f'add {key} = "…"', file)
    known = [each.name for each in fields(Style)]
    for key, value in found.items():
        for place, it, expected, hint in _faults(key, value, known):
            yield Problem("WC003", place, shown(it), expected, hint, file)


def _faults(key: str, value: Any, known: list[str]) -> Iterator[tuple[str, Any, str, str]]:
    """Yield the place, what was found there, what was expected, and the cure."""
    if key not in known:
        yield key, key, "a field of a style", _likely(key, known)
    elif key in _TABLES or key == _RENDERERS:
        if not isinstance(value, dict):
            yield key, value, f"a table [{key}]", ""
        elif key != _RENDERERS:
            yield from _faults_of_table(key, value)
    elif not isinstance(value, str):
        yield key, value, "text", ""
    elif key in _CHOICES:
        choices = get_args(get_type_hints(Style)[key])
        if value not in choices:
            yield key, value, " or ".join(choices), ""
    elif key == "language" and value and not LANGUAGE.fullmatch(value):
        yield key, value, "a language's tag such as en-GB", "leave it out for the programme's own"


def _faults_of_table(table: str, values: Mapping[str, Any]) -> Iterator[tuple[str, Any, str, str]]:
    names, check = _TABLES[table]
    for name, value in values.items():
        place = f"{table}.{name}" if table != "wording" else f"{table}.'{name}'"
        if names and name not in names:
            yield place, name, f"one of {', '.join(names)}", _likely(name, names)
            continue
        for expected, hint in check(name, value):
            yield place, value, expected, hint


def _likely(name: str, known: Iterable[str]) -> str:
    choices = list(known)
    likely = nearest(name, choices)
    return f"did you mean '{likely}'?" if likely else f"use one of {', '.join(choices)}"


def _colour(_use: str, value: Any) -> Iterator[_Fault]:
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        yield ("a colour such as #1d4f7c" if isinstance(value, str) else "text"), ""


def _font(_use: str, value: Any) -> Iterator[_Fault]:
    if not isinstance(value, str):
        yield "text", ""
    elif not FONTS.fullmatch(value):
        yield "font families such as \"Georgia, 'Times New Roman', serif\"", ""


def _margin(side: str, value: Any) -> Iterator[_Fault]:
    least, most = BOUNDS[side]
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not number or not least <= value <= most:
        yield f"{least:g} to {most:g} millimetres", "write the number alone"


def _pattern(use: str, value: Any) -> Iterator[_Fault]:
    if not isinstance(value, str):
        yield "text", ""
    else:
        yield from faults_of_pattern(use, value)


def _words(heading: str, value: Any) -> Iterator[_Fault]:
    if not heading.strip():
        yield "a heading as documents have it", "a heading that says nothing is not printed"
    elif not isinstance(value, str) or not value.strip():
        yield "words for it", "leave the line out to keep the heading"
    elif set("{}") & set(value) and not names_in(value) <= names_in(heading):
        names = ", ".join(f"{{{name}}}" for name in sorted(names_in(heading))) or "none"
        yield "names in braces that are in the heading too", f"there: {names}"


_TABLES: Mapping[str, tuple[tuple[str, ...], Callable[[str, Any], Iterator[_Fault]]]] = {
    "colours": (tuple(DEFAULT_STYLE.colours), _colour),
    "fonts": (tuple(DEFAULT_STYLE.fonts), _font),
    "margins": (tuple(BOUNDS), _margin),
    "dates": (tuple(USES), _pattern),
    "wording": ((), _words),
}
"""The tables of a style: the names that may stand in each, any if there are none; and its check."""


def _faint(colours: Mapping[str, str], file: str) -> Iterator[Problem]:
    for one in faint_colours(colours):
        left_out = [use for use in (one.use, one.ground) if use not in colours]
        told = f" ({' and '.join(left_out)} left out, so the default's)" if left_out else ""
        place = f"colours.{one.use if one.use in one.cure else one.ground}"
        wanted = f"{one.wanted:g}:1 or more"
        yield Problem("WC003", place, one.found + told, wanted, one.advice, file)

"""The head of a report's file: TOML between two lines of ``+++``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from attrs import frozen

from workshopcore.contracts.report import Audience
from workshopcore.contracts.reports import Need
from workshopcore.errors import InvalidValueError, nearest, shown
from workshopcore.model.options import Options, as_options

__all__ = ["FrontMatter", "front_matter", "has_front_matter"]

_RULE = "+++"
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*:[a-z0-9]+(?:-[a-z0-9]+)*")
_PLACE = re.compile(r" \(at line (\d+), column \d+\)$")
_AUDIENCES, _NEEDS = get_args(Audience), get_args(Need)
_TEXTS = ("key", "title", "audience", "heading", "subtitle")
_MUST = ("key", "title", "audience")
_KNOWN = (*_TEXTS, "needs", "on_request", "options", "pages")
_MOST_PAGES = 1000


@frozen
class FrontMatter:
    """What a file says of its report before the report begins.

    Attributes:
        key, title, audience, needs, on_request: as of any report type.
        heading: the title that the document bears, as a template; left out, ``title``.
        subtitle: the line under it, as a template; left out, the programme's title.
        pages: how many pages the document asks to fit; 0 for as many as it takes.
        options: what a request may set, by name, with what holds otherwise.
        lines: the lines at which ``heading`` and ``subtitle`` stand.
        ends: the line of the second ``+++``.
    """

    key: str
    title: str
    audience: Audience
    needs: frozenset[Need]
    on_request: bool
    heading: str
    subtitle: str
    pages: int
    options: Options
    lines: Mapping[str, int]
    ends: int


def has_front_matter(text: str) -> bool:
    """Return whether a file begins as a report does."""
    return text.partition("\n")[0].rstrip() == _RULE


def front_matter(text: str) -> tuple[FrontMatter | None, list[tuple[int, str]]]:
    r"""Return the head of a report's file, or what is wrong in it, each with its line.

    >>> text = '+++\nkey = "acme:note"\ntitle = "Note"\naudience = "all"\n+++\n'
    >>> front_matter(text)[1]
    [(4, "audience is facilitators, participants, expert, sponsor or public, not 'all'")]
    """
    lines = text.split("\n")
    ends = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == _RULE), 0)
    if not ends:
        return None, [(1, f"the head of this file has no end: a second line '{_RULE}'")]
    head = "\n".join(lines[1:ends])
    try:
        found = tomllib.loads(head)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = _PLACE.search(str(error))
        at = int(place[1]) + 1 if place else ends
        return None, [(at, f"the head of this file is no TOML: {_PLACE.sub('', str(error))}")]
    faults = [(_line_of(key, lines, ends), words) for key, words in _faults(found)]
    if faults:
        return None, sorted(faults)
    return _made(found, lines, ends), []


def _made(found: Mapping[str, Any], lines: list[str], ends: int) -> FrontMatter:
    return FrontMatter(
        key=found["key"],
        title=found["title"],
        audience=found["audience"],
        needs=frozenset(found.get("needs", ())),
        on_request=found.get("on_request", False),
        heading=found.get("heading", ""),
        subtitle=found.get("subtitle", "{{ programme.title }}"),
        pages=found.get("pages", 0),
        options=as_options(found.get("options", {})),
        lines={name: _line_of(name, lines, ends) for name in ("heading", "subtitle")},
        ends=ends + 1,
    )


def _faults(found: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key in _MUST:
        if key not in found:
            yield "", f'{key} is missing: add {key} = "…"'
    for key, value in found.items():
        if key not in _KNOWN:
            guess = nearest(key, _KNOWN)
            cure = f"did you mean '{guess}'?" if guess else f"there are {', '.join(_KNOWN)}"
            yield key, f"there is no '{key}' in the head of a report: {cure}"
        else:
            for words in _odd(key, value):
                yield key, words


def _odd(key: str, value: Any) -> Iterator[str]:
    if key in _TEXTS and not (isinstance(value, str) and value.strip()):
        if key in _MUST or not isinstance(value, str):
            yield f"{key} is text, not {shown(value)}"
    elif key == "key" and not _KEY.fullmatch(value):
        yield f"key is a namespace and a name, such as 'acme:thank-you', not {shown(value)}"
    elif key == "audience" and value not in _AUDIENCES:
        yield f"audience is {_or(_AUDIENCES)}, not {shown(value)}"
    elif key == "on_request" and not isinstance(value, bool):
        yield f"on_request is true or false, not {shown(value)}"
    elif key == "pages" and not (type(value) is int and 0 <= value <= _MOST_PAGES):
        yield f"pages is how many pages the document asks to fit, not {shown(value)}"
    elif key == "needs":
        yield from _odd_needs(value)
    elif key == "options":
        yield from _odd_options(value)


def _odd_needs(value: Any) -> Iterator[str]:
    if not isinstance(value, list):
        yield f'needs is a list, such as ["as_of"], not {shown(value)}'
        return
    for need in value:
        if need not in _NEEDS:
            yield f"a report may need {_or(_NEEDS)}, not {shown(need)}"


def _odd_options(value: Any) -> Iterator[str]:
    try:
        as_options(value)
    except InvalidValueError as error:
        yield f"options is a table [options] of names and defaults: {error}"


def _line_of(key: str, lines: list[str], ends: int) -> int:
    """Return the line of a key, or the first one for what is missing."""
    pattern = re.compile(rf"""\s*(?:\[\s*)?["']?{re.escape(key)}["']?\s*[=\].]""")
    places = (n for n, line in enumerate(lines[:ends], 1) if pattern.match(line))
    return next(places, 1) if key else 1


def _or(words: tuple[str, ...]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"

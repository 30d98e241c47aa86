"""Lines of a calendar file as they were before they were folded, each with its number.

A calendar library says which property is wrong, but not on which line. Here lines are put
together again with their numbers; what their values mean is icalendar's affair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Line", "Property", "content_lines", "parsed"]

_BREAK = re.compile(rb"\r\n|\n|\r")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# A parameter's value is quoted, or without the signs that end one. Possessive: what does not
# match is given up at once, however long it is.
_PROPERTY = re.compile(
    r"""([A-Za-z0-9-]+)((?:;[^";:=]++(?:=(?:"[^"]*+"|[^";:])*+)?+)*+):(.*)""", re.DOTALL
)
_PARAMETER = re.compile(r""";([^";:=]++)(?:=((?:"[^"]*+"|[^";:])*+))?+""")
_VALUE = re.compile(r"(?:\\.|[^,\\])+")
_ESCAPED = re.compile(r'\\([\\,;:"nN])')


class Line(NamedTuple):
    """A line with the number of its beginning, counted from 1.

    Attributes:
        sound: whether it was UTF-8; what was not is read as Windows-1252.
    """

    number: int
    text: str
    sound: bool


class Property(NamedTuple):
    """A property: its name in capital letters, its parameters, and its value as it stands."""

    line: int
    name: str
    parameters: dict[str, str]
    raw: str

    @property
    def text(self) -> str:
        """The value as text, its escapes undone."""
        return _ESCAPED.sub(_unescaped, self.raw)

    @property
    def texts(self) -> list[str]:
        """The values of a property that may have several, as text."""
        return [_ESCAPED.sub(_unescaped, value) for value in _VALUE.findall(self.raw)]


def content_lines(data: bytes) -> Iterator[Line]:
    r"""Yield the lines of a file that have something in them, put together again.

    Files that were folded in the middle of a character, and files with the line breaks of any
    system, come out as they were meant.

    >>> [line.text for line in content_lines(b"BEGIN:VTODO\r\nSUMMARY:One\r\n  desk\r\n")]
    ['BEGIN:VTODO', 'SUMMARY:One desk']
    """
    parts: list[bytes] = []
    began = 0
    for number, part in enumerate(_BREAK.split(_as_utf_8(data)), start=1):
        if part[:1] in (b" ", b"\t") and parts:
            parts.append(part[1:])
        elif part:
            if parts:
                yield _line(began, b"".join(parts))
            began, parts = number, [part]
    if parts:
        yield _line(began, b"".join(parts))


def _as_utf_8(data: bytes) -> bytes:
    if data.startswith(_UTF_16):
        return data.decode("utf-16", "replace").encode()
    return data.removeprefix(b"\xef\xbb\xbf")


def _line(number: int, data: bytes) -> Line:
    try:
        return Line(number, data.decode(), sound=True)
    except UnicodeDecodeError:
        return Line(number, data.decode("cp1252", "replace"), sound=False)


def parsed(line: Line) -> Property | None:
    """Return the property that a line holds, ``None`` where it holds none.

    >>> found = parsed(Line(3, 'DUE;VALUE=DATE;TZID="Mars/Here":20270401', sound=True))
    >>> found.name, found.parameters, found.raw
    ('DUE', {'VALUE': 'DATE', 'TZID': 'Mars/Here'}, '20270401')
    """
    found = _PROPERTY.fullmatch(line.text.lstrip())
    if found is None:
        return None
    name, parameters, value = found.groups()
    told = {
        one[1].strip().upper(): (one[2] or "").strip().replace('"', "")
        for one in _PARAMETER.finditer(parameters)
    }
    return Property(line.number, name.upper(), told, value)


def _unescaped(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1]

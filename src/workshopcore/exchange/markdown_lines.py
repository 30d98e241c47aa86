"""The lines of a Markdown list: headings, tasks, news below them, and what was sent out."""

from __future__ import annotations

import re

from attrs import Factory, frozen

from workshopcore.exchange.markdown_sent import OPENING
from workshopcore.exchange.markdown_text import from_markdown

__all__ = ["MOST_LINES", "Heading", "SentLine", "Task", "parts_of"]

MOST_LINES = 400_000
"""As many lines as are read of a list: more than any has."""

_HEADING = re.compile(r"#{1,6}(?=\s)")
_CLOSED = re.compile(r"(?<=\s)#+$")
_TASK = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+\[([ xX])\](?:\s+(.*))?$")
_NEWS = re.compile(r"(?:\t|\s{2,})(?:[-*+]\s+)?(.*)$")
# Up to a comment that no backslash makes text of; what is passed is never looked at again.
_COMMENTED = re.compile(r"((?:[^\\<]|\\.|\\$|<(?!!--))*+)<!--(.*?)-->")
_NAME = re.compile(r"\s*action:\s*(\S+)\s*")
_FACTS = re.compile(r"(?:^|\s)\(([^()\\]*)\)$")
_END = "-->"


@frozen
class Heading:
    """A heading: what it says, and its line."""

    number: int
    text: str


@frozen
class Task:
    """A task.

    Attributes:
        number: its line.
        is_ticked: whether its box is.
        statement: what is to be done, without what stands in brackets behind it.
        facts: what stands in the brackets; ``None`` where there are none.
        id: the action's identifier, ``""`` for none.
        news: the lines below it.
    """

    number: int
    is_ticked: bool
    statement: str
    facts: str | None
    id: str
    news: list[str] = Factory(list)


@frozen
class SentLine:
    """A line of what was sent out."""

    number: int
    text: str


def parts_of(text: str) -> list[Heading | Task | SentLine]:
    """Return the parts of a list in order; what is none of them is left aside.

    What comes after ``MOST_LINES`` is not looked at.
    """
    parts: list[Heading | Task | SentLine] = []
    task: Task | None = None
    comment = ""
    for number, raw in enumerate(text.split("\n", MOST_LINES)[:MOST_LINES], 1):
        line = raw.rstrip("\r")
        if comment:
            if comment == OPENING and _END not in line:
                parts.append(SentLine(number, line))
            comment = "" if _END in line else comment
        elif line.lstrip().startswith("<!--"):
            opening = OPENING if line.startswith(OPENING) else "<!--"
            comment = "" if _END in line else opening
        elif heading := _HEADING.match(line):
            task = None
            parts.append(Heading(number, _title(line[heading.end() :])))
        elif match := _TASK.match(line):
            task = _task(number, match[1] != " ", match[2] or "")
            parts.append(task)
        elif task is not None and (match := _NEWS.match(line)):
            if match[1].strip():
                task.news.append(from_markdown(match[1].rstrip()))
        elif line.strip():
            task = None
    return parts


def _title(line: str) -> str:
    return from_markdown(_CLOSED.sub("", line.strip()).strip())


def _task(number: int, is_ticked: bool, line: str) -> Task:
    text, id = _without_comments(line)
    facts = _FACTS.search(text)
    statement = text[: facts.start()] if facts else text
    return Task(number, is_ticked, from_markdown(statement.strip()), facts and facts[1], id)


def _without_comments(line: str) -> tuple[str, str]:
    """Return what is shown of a line, and the identifier that a comment in it has."""
    shown: list[str] = []
    id, place = "", 0
    while match := _COMMENTED.match(line, place):
        shown.append(match[1])
        name = _NAME.fullmatch(match[2])
        id = id or (name[1] if name else "")
        place = match.end()
    return "".join([*shown, line[place:]]).strip(), id

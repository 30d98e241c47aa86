"""What is wrong with a calendar file, and on which line."""

from __future__ import annotations

from workshopcore.errors import InvalidValueError, Problem

__all__ = ["line_of", "place", "problem", "unreadable"]


def place(line: int, name: str = "") -> str:
    """Return where something is, for people: its line, and the name of the property."""
    return f"line {line}, {name}" if name else f"line {line}"


def problem(line: int, error: InvalidValueError, name: str = "") -> Problem:
    """Return the fault of a task, or of one of its properties."""
    return error.at(place(line, name))


def unreadable(line: int, found: str, expected: str, cure: str = "") -> Problem:
    """Return the fault of a line that is not what a calendar file is made of."""
    return Problem("WC001", place(line), found, expected, cure)


def line_of(fault: Problem) -> int:
    """Return the number of the line that a fault is on.

    >>> line_of(problem(12, InvalidValueError(None, "a date"), "DUE"))
    12
    """
    return int(fault.path.partition(",")[0].removeprefix("line "))

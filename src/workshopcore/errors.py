"""The exception tree: everything the library raises on purpose.

::

    WorkshopCoreError
    ├── ProgrammeError (ValueError)        structural faults, all together: .problems
    │   └── ProgrammeFileError             the same, found in a file
    ├── InvalidValueError (ValueError)     one value that cannot be
    │   └── LocalTimeError                 a clock time that does not exist, or comes twice
    ├── IllegalMoveError (ValueError)      a lifecycle does not allow this move
    ├── AsOfRequiredError (TypeError)      the answer depends on the day, and no day was given
    ├── UnknownKeyError (LookupError)      no format, report, renderer, person … of that name
    ├── FileChangedError                   a file changed since it was read
    ├── AgendaError (ValueError)           an agenda that cannot be timed
    ├── GroupsError (ValueError)           groups that cannot be formed as asked
    ├── FormatError (ValueError)           a session format cannot run with these people or minutes
    ├── ReportError (ValueError)           a report that cannot be built as asked
    │   └── TemplateError                  a report written as a template has faults: .faults
    ├── RenderError                        a renderer failed
    └── PluginError
        ├── PluginLoadError                a plugin could not be loaded
        └── PluginCallError                a plugin raised when it was called
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple

__all__ = [
    "AgendaError",
    "AsOfRequiredError",
    "FileChangedError",
    "FormatError",
    "GroupsError",
    "IllegalMoveError",
    "InvalidValueError",
    "LocalTimeError",
    "PluginCallError",
    "PluginError",
    "PluginLoadError",
    "Problem",
    "ProgrammeError",
    "ProgrammeFileError",
    "RenderError",
    "ReportError",
    "TemplateError",
    "TemplateFault",
    "UnknownKeyError",
    "WorkshopCoreError",
    "a_or_an",
    "nearest",
    "shown",
]


class Problem(NamedTuple):
    """One structural fault: where it is, what was found, what was expected, and the cure.

    ``path`` reads like ``workshops[2].agenda[0].format``; ``file`` and ``line`` are filled in
    when the programme came from a file (``line`` counts from 1, 0 means unknown).
    """

    code: str
    path: str
    found: str
    expected: str
    hint: str = ""
    file: str = ""
    line: int = 0

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}: " if self.line else f"{self.file}: " if self.file else ""
        where = f"{self.path}: " if self.path else ""
        cure = f". {self.hint}" if self.hint else ""
        return f"{place}{self.code} {where}expected {self.expected}, found {self.found}{cure}"


class WorkshopCoreError(Exception):
    """The root of every error this library raises on purpose."""


class ProgrammeError(WorkshopCoreError, ValueError):
    """Structural faults, reported together.

    Attributes:
        problems: every fault that was found, in the order of the programme.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        lines = [str(problem) for problem in self.problems]
        return lines[0] if len(lines) == 1 else "\n  ".join([f"{len(lines)} problems", *lines])


class ProgrammeFileError(ProgrammeError):
    """A programme file that cannot be read as a programme, with the line of each fault."""


class InvalidValueError(WorkshopCoreError, ValueError):
    """One value that cannot be what it is meant to be.

    Attributes:
        found: the value, shortened for display.
        expected: what would have been right, in words.
        hint: how to cure it.
        code: the code under which the fault is reported.
        field: the field at fault, where the value alone does not tell.
    """

    def __init__(
        self, found: object, expected: str, hint: str = "", code: str = "WC003", field: str = ""
    ) -> None:
        self.found = found if isinstance(found, Shown) else shown(found)
        self.expected = expected
        self.hint = hint
        self.code = code
        self.field = field
        super().__init__(found, expected, hint, code, field)

    def __str__(self) -> str:
        cure = f". {self.hint}" if self.hint else ""
        return f"expected {self.expected}, found {self.found}{cure}"

    def at(self, path: str) -> Problem:
        """Return this fault as a problem at a path."""
        return Problem(self.code, path, str(self.found), self.expected, self.hint)


class LocalTimeError(InvalidValueError):
    """A wall-clock time that does not exist in its time zone, or that comes twice."""


class IllegalMoveError(WorkshopCoreError, ValueError):
    """A lifecycle does not allow this move; the message lists the moves that it does."""


class AsOfRequiredError(WorkshopCoreError, TypeError):
    """The answer depends on the day, and no ``as_of`` was given."""

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(what)

    def __str__(self) -> str:
        return (
            f"{self.what} depends on the day: pass as_of, a date such as 2027-03-31"
            " (nothing in the library reads the clock)"
        )


class UnknownKeyError(WorkshopCoreError, LookupError):
    """Nothing of that kind has that key; the nearest keys are suggested."""

    def __init__(self, kind: str, key: str, known: Iterable[str] = ()) -> None:
        self.kind = kind
        self.key = key
        self.known = tuple(sorted(known))
        super().__init__(kind, key, self.known)

    def __str__(self) -> str:
        guess = nearest(self.key, self.known)
        if guess:
            return f"no {self.kind} '{self.key}'. Did you mean '{guess}'?"
        known = ", ".join(self.known[:12]) or "none"
        more = f" and {len(self.known) - 12} more" if len(self.known) > 12 else ""
        return f"no {self.kind} '{self.key}'. Known: {known}{more}"


class FileChangedError(WorkshopCoreError):
    """The file on disk is not the one that was read: saving would undo somebody's work."""


class AgendaError(WorkshopCoreError, ValueError):
    """An agenda that cannot be timed."""


class GroupsError(WorkshopCoreError, ValueError):
    """Groups that cannot be formed as asked; the message names what contradicts what."""


class FormatError(WorkshopCoreError, ValueError):
    """A session format cannot run with these people or minutes."""


class ReportError(WorkshopCoreError, ValueError):
    """A report that cannot be built as asked."""


class TemplateFault(NamedTuple):
    """One thing wrong in a template of a house; ``line`` counts from 1, 0 means unknown."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.message}"


class TemplateError(ReportError):
    """A report that is written as a template cannot be read, or failed when it was built.

    Attributes:
        faults: everything that is wrong, by file and line.
    """

    def __init__(self, faults: Iterable[TemplateFault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        lines = [str(fault) for fault in self.faults]
        return lines[0] if len(lines) == 1 else "\n  ".join([f"{len(lines)} faults", *lines])


class RenderError(WorkshopCoreError):
    """A renderer failed on a report."""


class PluginError(WorkshopCoreError):
    """Something about a plugin.

    Attributes:
        plugin: its name.
        distribution: the installed distribution it came from, ``""`` when there is none.
        hook: the hook that was being called, ``""`` while loading.
    """

    def __init__(self, message: str, plugin: str, distribution: str = "", hook: str = "") -> None:
        self.message = message
        self.plugin = plugin
        self.distribution = distribution
        self.hook = hook
        super().__init__(message, plugin, distribution, hook)

    def __str__(self) -> str:
        origin = f" (distribution {self.distribution})" if self.distribution else ""
        during = f", hook {self.hook}" if self.hook else ""
        return f"plugin '{self.plugin}'{origin}{during}: {self.message}"


class PluginLoadError(PluginError):
    """A plugin could not be loaded."""


class PluginCallError(PluginError):
    """A plugin raised when it was called."""


class Shown(str):
    """Text that is already fit for display in a message."""

    __slots__ = ()


def a_or_an(noun: str) -> str:
    """Return a noun with its article.

    >>> a_or_an("action"), a_or_an("workshop")
    ('an action', 'a workshop')
    """
    return f"{'an' if noun[0] in 'aeio' else 'a'} {noun}"


def shown(value: object, most: int = 60) -> str:
    """Return a value as it appears in messages: quoted, on one line, never long.

    >>> shown("tomorrow"), shown(["a", "b"])
    ("'tomorrow'", 'a list of 2')
    """
    if isinstance(value, str):
        text = repr(value[: most + 1])
        return text if len(value) <= most else f"{text[:most]}…' ({len(value)} characters)"
    if isinstance(value, (list, tuple)):
        return f"a list of {len(value)}"
    if isinstance(value, dict):
        return "a table"
    if value is None:
        return "nothing"
    if isinstance(value, int) and value.bit_length() > 200:
        return "an enormous number"
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    text = str(value) if isinstance(value, (bool, int, float)) else repr(value)
    return text if len(text) <= most else text[:most] + "…"


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word closest to a mistaken one, or ``""``.

    >>> nearest("chek-in", ["check-in", "check-out"])
    'check-in'
    """
    if len(word) > 100:
        return ""
    matches = get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)
    return matches[0] if matches else ""

"""How the people, or the tool, behind a table write: their headings, their words, their dates."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from attrs import frozen

from workshopcore.errors import InvalidValueError, Problem, nearest, shown
from workshopcore.exchange.columns import COLUMNS, READ_ONLY
from workshopcore.exchange.presets import Preset, presets, recognised
from workshopcore.exchange.words import our_status
from workshopcore.model.options import Options

__all__ = ["OPTIONS", "Manners", "lacking", "manners_of", "option_problems", "short"]

OPTIONS = ("preset", "columns", "statuses", "month_first", "tool")
"""The options that every importer of a table knows."""

_LONGEST = 60
_HEADINGS = {column.field: (column.heading, *column.aliases) for column in (*COLUMNS, *READ_ONLY)}
_KINDS = {str: "text", bool: "true or false", Mapping: "a table"}


@frozen
class Manners:
    """How the people, or the tool, behind a table write.

    Attributes:
        headings: what a field may be called, by field; the first that is there counts.
        own: the fields whose heading somebody has named, so that it must be there.
        statuses: their words for states, each with ours.
        month_first: months come first in their dates.
        tool: what stands before their identifiers in ``known_as``.
        separator: what stands between several names in one cell.
    """

    headings: Mapping[str, tuple[str, ...]]
    own: Collection[str]
    statuses: Mapping[str, str]
    month_first: bool
    tool: str
    separator: str


def short(text: str) -> str:
    """Return text on one line that is short enough for the place in a message."""
    line = " ".join(text[: 2 * _LONGEST].split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def lacking(code: str, path: str, name: str, known: Iterable[str], what: str) -> Problem:
    """Return the problem of a name that nothing has, with the nearest that something has."""
    few = list(known)[:200]
    guess = nearest(name, few)
    cure = f"Did you mean '{guess}'?" if guess else ""
    listed = ", ".join(few[:12])
    return Problem(code, path, shown(name), f"{what}: {listed}" if listed else what, cure)


def option_problems(options: Options, known: Collection[str] = OPTIONS) -> list[Problem]:
    """Return the options that an importer does not have, each with the nearest that it has."""
    strange = [name for name in options if name not in known]
    return [lacking("WC002", f"options.{short(n)}", n, known, "an option") for n in strange]


def manners_of(options: Options, headings: Sequence[str]) -> tuple[Manners, list[Problem]]:
    """Return how a table is written: what the options say, and else what its headings tell.

    Args:
        options: ``preset``, ``columns`` (a heading by field), ``statuses`` (our word by
            theirs), ``month_first`` and ``tool``; all may be left out.
        headings: the table's, for recognising the tool that wrote them.
    """
    found = _Options(options)
    preset = found.preset(headings)
    own = found.columns()
    manners = Manners(
        {**(preset.columns if preset else _HEADINGS), **own},
        own,
        {**(preset.statuses if preset else {}), **found.statuses()},
        found.of("month_first", bool, preset.month_first if preset else False),
        found.of("tool", str, preset.tool if preset else ""),
        preset.separator if preset else "",
    )
    return manners, found.problems


class _Options:
    """Takes options one by one, and keeps what is wrong with them."""

    def __init__(self, options: Options) -> None:
        self.problems: list[Problem] = []
        self._options = options

    def of(self, name: str, kind: Any, otherwise: Any) -> Any:
        value = self._options.get(name, otherwise)
        if isinstance(value, kind):
            return value
        self.problems.append(InvalidValueError(value, _KINDS[kind]).at(f"options.{name}"))
        return otherwise

    def preset(self, headings: Sequence[str]) -> Preset | None:
        key = self.of("preset", str, "")
        if not key:
            return recognised(headings)
        if key not in presets():
            self.problems.append(lacking("WC006", "options.preset", key, presets(), "a preset"))
        return presets().get(key)

    def columns(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for name, heading in self.of("columns", Mapping, {}).items():
            path = f"options.columns.{short(name)}"
            if name not in _HEADINGS:
                self.problems.append(lacking("WC002", path, name, _HEADINGS, "a field"))
            elif not isinstance(heading, str):
                self.problems.append(InvalidValueError(heading, "a heading").at(path))
            else:
                found[name] = (heading,)
        return found

    def statuses(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for word, ours in self.of("statuses", Mapping, {}).items():
            try:
                found[word] = our_status(ours)
            except InvalidValueError as fault:
                self.problems.append(fault.at(f"options.statuses.{short(word)}"))
        return found

"""Which action a line of a list is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from attrs import Factory, frozen

from workshopcore.actions.merging.ledger import Ledger
from workshopcore.actions.merging.lines import Line
from workshopcore.actions.merging.ours import Ours
from workshopcore.actions.merging.text import folded
from workshopcore.errors import Problem, shown
from workshopcore.model.action import Action
from workshopcore.model.programme import Programme

__all__ = ["Group", "matched"]

_WHICH = "Give the identifier of the one that is meant"

Text: TypeAlias = tuple[str, str]


@frozen
class Group:
    """The lines about one action, which is still to be proposed where it is ``None``."""

    action: Action | None
    lines: list[Line] = Factory(list)


def matched(programme: Programme, lines: Iterable[Line], ledger: Ledger) -> list[Group]:
    """Return the lines by the action that they are about.

    An identifier of ours says which; else what the other tool calls it; else the same
    statement with somebody who owns the action, or owned it. What is about none of ours is
    about a new action, and lines that say the same are about the same one.

    Args:
        programme: whose actions.
        lines: those of the list.
        ledger: takes what may be about several actions, or about none that there is.
    """
    matcher = _Matcher(Ours(programme), ledger)
    listed = list(lines)
    matcher.by_id([line for line in listed if line.id])
    matcher.by_name([line for line in listed if line.known_as and not line.id])
    matcher.by_text([line for line in listed if not line.known_as and not line.id])
    groups = list(matcher.groups.values())
    for group in groups:
        group.lines.sort(key=lambda line: line.number)
    return groups


@frozen
class _Task:
    """The lines about one task of another tool."""

    name: str
    lines: list[Line]

    @property
    def tool(self) -> str:
        return self.lines[0].tool


class _Matcher:
    """Puts lines into groups.

    Attributes:
        groups: the lines about each action, ours or new.
    """

    def __init__(self, ours: Ours, ledger: Ledger) -> None:
        self.groups: dict[tuple[str, ...], Group] = {}
        self._ours = ours
        self._ledger = ledger
        self._newcomers: dict[Text, list[tuple[str, ...]]] = {}

    def by_id(self, lines: Sequence[Line]) -> None:
        """Put lines that have an identifier of ours."""
        claims: dict[str, set[str]] = {}
        for line in lines:
            claims.setdefault(line.known_as, set()).add(line.id)
        for line in lines:
            action = self._ours.ids.get(line.id)
            known = self._ours.names.get(line.known_as, ()) if line.known_as else ()
            if action is None:
                guess = self._ours.guess(line.id)
                cure = f"Did you mean '{guess}'?" if guess else "Leave it empty for a new action"
                expected = "the identifier of an action"
                self._refuse([line], "WC006", shown(line.id), expected, cure, "id")
            elif (known and action not in known) or (
                line.known_as and len(claims[line.known_as]) > 1
            ):
                found = f"{shown(line.known_as)} for several actions"
                self._refuse([line], "WC005", found, "it for one", "Correct the others", "known_as")
            else:
                self._put(action, [line])
                self._ours.add_owners(action, line.said.owner)
                if line.known_as and not known:
                    self._ours.names[line.known_as] = [action]

    def by_name(self, lines: Sequence[Line]) -> None:
        """Put lines that have an identifier of another tool: all of one task together."""
        tasks: dict[str, _Task] = {}
        for line in lines:
            tasks.setdefault(line.known_as, _Task(line.known_as, [])).lines.append(line)
        alike: dict[Text, list[_Task]] = {}
        for task in tasks.values():
            known = self._ours.names.get(task.name)
            if known:
                self._put_with(known, task.lines)
                for action in known[:1]:
                    self._ours.add_owners(action, *[line.said.owner for line in task.lines])
            else:
                alike.setdefault(_text_of(task.lines), []).append(task)
        for text, several in alike.items():
            self._put_alike(text, several)

    def _put_alike(self, text: Text, tasks: Sequence[_Task]) -> None:
        """Put tasks that read the same, each with the action that does, or with a new one."""
        often = Counter(task.tool for task in tasks)
        new = []
        for task in tasks:
            found = self._ours.alike(*text, task.tool)
            if not found:
                new.append(task)
            elif often[task.tool] > 1:
                several = f"{often[task.tool]} tasks that read like '{found[0].id}'"
                self._refuse(task.lines, "WC005", several, "one", _WHICH)
            else:
                self._put_with(found, task.lines)
        if new and all(text):
            self._put_new_alike(text, new)
        else:
            for task in new:
                self._put_new((task.name,), task.lines)

    def _put_new_alike(self, text: Text, tasks: Sequence[_Task]) -> None:
        """Put tasks about new actions: one tool's are different, those of several the same."""
        tools = {task.tool for task in tasks}
        if len(tools) == 1:
            keys: list[tuple[str, ...]] = [(task.name,) for task in tasks]
        elif len(tools) == len(tasks):
            keys = [text] * len(tasks)
        else:
            keys = []
            for task in tasks:
                found = f"{len(tasks)} tasks of {len(tools)} tools that read the same"
                self._refuse(task.lines, "WC005", found, "one of each tool", _WHICH)
        for key, task in zip(keys, tasks, strict=False):
            self._put_new(key, task.lines)
        self._newcomers[text] = list(dict.fromkeys(keys)) or [(task.name,) for task in tasks]

    def by_text(self, lines: Sequence[Line]) -> None:
        """Put lines that only say what is to be done, and by whom."""
        for line in lines:
            text = _text_of([line])
            found = self._ours.alike(*text, "")
            newcomers = self._newcomers.get(text, [])
            if len(found) + len(newcomers) > 1:
                several = f"{len(found) + len(newcomers)} actions that it may be about"
                self._refuse([line], "WC005", several, "one action", _WHICH)
            elif found:
                self._put(found[0], [line])
            else:
                self._put_new(newcomers[0] if newcomers else text, [line])

    def _put_with(self, actions: Sequence[Action], lines: Sequence[Line]) -> None:
        if len(actions) == 1:
            self._put(actions[0], lines)
        else:
            ids = " or ".join(f"'{action.id}'" for action in actions[:2])
            self._refuse(lines, "WC005", f"{ids} that it may be about", "one action", _WHICH)

    def _put(self, action: Action, lines: Iterable[Line]) -> None:
        self.groups.setdefault(("", action.id), Group(action)).lines.extend(lines)

    def _put_new(self, key: tuple[str, ...], lines: Iterable[Line]) -> None:
        self.groups.setdefault(("new", *key), Group(None)).lines.extend(lines)

    def _refuse(
        self,
        lines: Iterable[Line],
        code: str,
        found: str,
        expected: str,
        cure: str,
        field: str = "",
    ) -> None:
        for line in lines:
            self._ledger.complain(line.number, Problem(code, line.at(field), found, expected, cure))


def _text_of(lines: Iterable[Line]) -> Text:
    """Return what lines say is to be done, and by whom; ``""`` where none says."""
    statement = owner = ""
    for line in lines:
        statement = statement or folded(line.said.statement or "")
        owner = owner or line.said.owner or ""
    return statement, owner

"""Action lists as task lists in Markdown, which people edit in any editor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from attrs import frozen

from workshopcore.actions.merging import state_of
from workshopcore.actions.standing import Standing
from workshopcore.contracts.exchange import (
    ActionState,
    ExportRequest,
    Imported,
    ImportRequest,
    Matter,
)
from workshopcore.errors import InvalidValueError, Shown
from workshopcore.exchange.decoding import decoded
from workshopcore.exchange.manners import option_problems
from workshopcore.exchange.markdown_reader import read_tasks
from workshopcore.exchange.markdown_sent import sent_lines
from workshopcore.exchange.markdown_text import to_markdown
from workshopcore.exchange.pace import paced
from workshopcore.exchange.table import to_export
from workshopcore.exchange.words import Words
from workshopcore.model.programme import Programme

__all__ = ["MarkdownTasksExporter", "MarkdownTasksImporter"]

_OPTIONS = ("month_first",)
_HOW = (
    "Tick what is done, change what is in the brackets, write news below an action. "
    "An action under another name is handed over; a new line is a new action."
)


@frozen
class MarkdownTasksExporter:
    """Writes actions as task lists, one for each owner.

    A comment behind each action has its identifier, and one at the end of the file what was
    sent out, for comparing when it comes back. It has no options.
    """

    key: str = "markdown-tasks"
    title: str = "Markdown task list"
    matter: Matter = "actions"
    suffix: str = ".md"

    def write(self, programme: Programme, request: ExportRequest) -> bytes:
        """Return the file."""
        for fault in option_problems(request.options, ()):
            raise InvalidValueError(Shown(fault.found), "no option")
        sent: dict[str, ActionState] = {}
        owned: dict[str, list[str]] = {}
        for each in paced(to_export(programme, request), request.advance):
            state = state_of(each)
            sent[each.action.id] = state
            owned.setdefault(each.owner, []).extend(_task(each, state))
        title = f"# {to_markdown(programme.title)}: actions on {request.as_of.isoformat()}"
        words = Words(programme)
        lines = [title, "", _HOW, ""]
        for owner, tasks in owned.items():
            lines += [f"## {to_markdown(words.name_of(owner))}", "", *tasks, ""]
        lines += sent_lines(sent, request.as_of)
        return "\n".join([*lines, ""]).encode()


def _task(each: Standing, state: ActionState) -> Iterator[str]:
    """Yield the line of an action, and the line of its latest news if there is any."""
    box = "x" if each.is_done else " "
    facts = ", ".join(_facts(state))
    text = _statement(cast(str, state.statement))
    yield f"- [{box}] {text} ({facts}) <!-- action: {each.action.id} -->"
    if state.note is not None:
        yield f"  - {to_markdown(state.note)}"


def _statement(text: str) -> str:
    """Return a statement whose last brackets cannot be taken for the facts behind it."""
    line = to_markdown(text)
    return f"{line[:-1]}\\)" if line.endswith(")") else line


def _facts(state: ActionState) -> Iterable[str]:
    if state.due is not None:
        yield f"due {state.due.isoformat()}"
    if state.progress is not None:
        yield f"{state.progress} %"
    yield cast(str, state.status).replace("-", " ")


@frozen
class MarkdownTasksImporter:
    """Reads task lists: ours, and others with a heading for each owner.

    Ticking a box means that the action is done, and taking the tick away that it is reopened.
    In brackets at the end of a line there may be a due date, per cent done and a status:
    ``(due 2027-03-01, 40 %, in progress)``. What is indented below an action is news of it.
    The option ``month_first`` is for dates such as ``2/28/2027``.
    """

    key: str = "markdown-tasks"
    title: str = "Markdown task list"
    matter: Matter = "actions"
    suffixes: tuple[str, ...] = (".md", ".markdown")

    def read(self, data: bytes, programme: Programme, request: ImportRequest) -> Imported:
        """Return what the lists say of actions."""
        problems = option_problems(request.options, _OPTIONS)
        month_first = request.options.get("month_first", False)
        if not isinstance(month_first, bool):
            fault = InvalidValueError(month_first, "true or false")
            problems.append(fault.at("options.month_first"))
            month_first = False
        text, faults = decoded(data)
        words = Words(programme, month_first=month_first)
        found = read_tasks(text, words, request.advance)
        return Imported(found.value, [*problems, *faults, *found.problems])

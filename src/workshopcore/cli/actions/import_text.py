"""What `import` prints: what changed, what is disputed, and what was of no use."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from workshopcore.cli import findings
from workshopcore.cli.terminal import Terminal
from workshopcore.model.finding import Finding
from workshopcore.reports.wording import count, listed

if TYPE_CHECKING:
    from workshopcore.actions import Change, Conflict, Merge

__all__ = ["show"]


def show(merged: Merge, path: Path, file: Path, saved: bool) -> None:
    """Print what came of taking a list in.

    Args:
        merged: what came of it.
        path: the list.
        file: the programme.
        saved: whether the programme has what was taken in.
    """
    terminal = Terminal()
    _show_changes(terminal, merged.changes, saved)
    _show_conflicts(terminal, merged.conflicts)
    for problem in merged.problems:
        finding = Finding.from_problem(problem._replace(file=str(path)))
        findings.show(finding, terminal)
    if merged.problems:
        terminal.say()
    terminal.say(f"{path}: {_summary(merged)}")
    if merged.changes:
        terminal.say(f"Saved in {file}" if saved else f"A dry run: {file} is as it was")


def _show_changes(terminal: Terminal, changes: Iterable[Change], saved: bool) -> None:
    rows = [
        (each.place, each.action, each.field, _said(each.before), _said(each.after))
        for each in changes
    ]
    if rows:
        terminal.say(("Taken in" if saved else "To be taken in", "bold"))
        terminal.table(("where", "action", "what", "before", "now"), rows)
        terminal.say()


def _show_conflicts(terminal: Terminal, conflicts: Iterable[Conflict]) -> None:
    rows = [
        (
            each.place,
            each.action,
            each.field,
            _said(each.sent),
            _said(each.ours),
            _said(each.theirs),
        )
        for each in conflicts
    ]
    if rows:
        terminal.say(("Not taken in: ours has moved on meanwhile, and stays", "bold"))
        terminal.table(("where", "action", "what", "sent", "ours", "theirs"), rows)
        terminal.say()


def _said(value: str | int | date | None) -> str:
    return "–" if value is None else str(value)


def _summary(merged: Merge) -> str:
    """Return how many lines came to what."""
    found = [
        count(len(some), one)
        for some, one in (
            (merged.changes, "change"),
            (merged.conflicts, "conflict"),
            (merged.problems, "problem"),
        )
        if some
    ]
    same = f"{count(merged.unchanged, 'line')} with nothing new" if merged.unchanged else ""
    return listed([*found, same]) if found else f"nothing new in {count(merged.unchanged, 'line')}"

"""What `evaluate import` prints: what was read, and everything that could not be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import attrs

from workshopcore.cli import findings
from workshopcore.cli.answers import KEY
from workshopcore.cli.terminal import Terminal
from workshopcore.errors import Problem
from workshopcore.model.finding import Finding
from workshopcore.reports.wording import count

if TYPE_CHECKING:
    from workshopcore.cli.evaluate.import_answers import Taken

__all__ = ["show", "show_problems", "to_json"]


def show(taken: Taken, problems: Sequence[Problem]) -> None:
    """Print what came of reading an export.

    Args:
        taken: what came of it.
        problems: what could not be read of a workbook.
    """
    terminal = Terminal()
    show_problems(taken, problems)
    answers = taken.answers
    rows = [
        (item.key, f"{sum(a is not None for a in answers.columns[item.key])} of {len(answers)}")
        for item in answers.items
    ]
    terminal.table(("question", "answered"), rows)
    terminal.say()
    terminal.say(f"{taken.path}: {_summary(taken)}")
    _show_kept(terminal, taken)


def show_problems(taken: Taken, problems: Sequence[Problem]) -> None:
    """Print what could not be used, each with its place and cure."""
    terminal = Terminal()
    found = [*problems, *taken.answers.problems]
    for problem in found:
        findings.show(Finding.from_problem(problem._replace(file=str(taken.path))), terminal)
    if found:
        terminal.say()


def _summary(taken: Taken) -> str:
    answers = taken.answers
    parts = [f"answers of {count(len(answers), 'person', 'people')} for '{taken.wave}'"]
    coded = sum(map(bool, answers.tokens))
    if coded:
        parts.append(f"{coded} with a code")
    for number, words in (
        (answers.left_out.repeated, "answered again later"),
        (answers.left_out.retracted, "taken back or never finished"),
        (answers.left_out.empty, "without any answer"),
    ):
        if number:
            parts.append(f"{count(number, 'row')} left out: {words}")
    if taken.chosen.name:
        parts.append(f"read by the mapping '{taken.chosen.name}'")
    return "; ".join(parts)


def _show_kept(terminal: Terminal, taken: Taken) -> None:
    kept = taken.kept
    if kept is None:
        terminal.say("Only looked at: add --write to keep them")
        return
    terminal.say(f"Kept in {kept.path}")
    if kept.frozen:
        terminal.say("The instrument is frozen now: a change to it is a new version")
    if kept.key:
        terminal.say(f"Made {kept.path.parent.parent / KEY}: keep it safe, and to yourself")


def to_json(taken: Taken, problems: Sequence[Problem]) -> dict[str, Any]:
    """Return the same for machines."""
    answers, kept = taken.answers, taken.kept
    return {
        "file": str(taken.path),
        "wave": taken.wave,
        "mapping": taken.chosen.name,
        "people": len(answers),
        "with_code": sum(map(bool, answers.tokens)),
        "left_out": attrs.asdict(answers.left_out),
        "answered": {
            item.key: sum(each is not None for each in answers.columns[item.key])
            for item in answers.items
        },
        "problems": [
            findings.to_json(Finding.from_problem(problem._replace(file=str(taken.path))))
            for problem in (*problems, *answers.problems)
        ],
        "kept": None
        if kept is None
        else {"path": str(kept.path), "sha256": kept.file.sha256, "frozen": kept.frozen},
    }

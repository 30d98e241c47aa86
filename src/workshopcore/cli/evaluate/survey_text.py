"""What `evaluate survey` prints: what was guessed, then the counts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workshopcore.cli.evaluate.telling import tell_item, tell_notes
from workshopcore.cli.terminal import Terminal
from workshopcore.reports.wording import count

if TYPE_CHECKING:
    from workshopcore.contracts.evaluation import Evaluation
    from workshopcore.errors import Problem
    from workshopcore.evaluation.guessing import GuessedSurvey

__all__ = ["tell"]


def tell(
    terminal: Terminal,
    path: Path,
    guessed: GuessedSurvey,
    found: Evaluation,
    problems: Sequence[Problem],
) -> None:
    """Print what an export was taken for, and what may be shown of it."""
    wave = found.waves[0]
    laid_out = f", with {guessed.laid_out}" if guessed.laid_out else ""
    rows = count(guessed.people, "row")
    terminal.say((f"{path}: {rows}{laid_out}; {wave.answered} answered something", "bold"))
    terminal.say()
    terminal.say("Guessed, column by column; correct a guess with --as HEADING=KIND:")
    terminal.table(
        ("column", "taken for", "because", "answered"),
        [
            (column.heading, column.kind, column.why, str(column.answered))
            for column in guessed.columns
        ],
    )
    if wave.withheld:
        terminal.say()
        terminal.say(f"Not shown: {wave.withheld}.")
    for item in wave.items:
        if item.kind != "text":
            terminal.say()
            tell_item(terminal, item)
    _tell_texts(terminal, guessed)
    _tell_problems(terminal, problems)
    tell_notes(terminal, found.notes)


def _tell_texts(terminal: Terminal, guessed: GuessedSurvey) -> None:
    texts = [column for column in guessed.columns if column.kind == "text"]
    if texts:
        terminal.say()
        terminal.say("In people's own words, and not shown:")
        for column in texts:
            terminal.say(f"  {column.heading}: {count(column.answered, 'answer')}")


def _tell_problems(terminal: Terminal, problems: Sequence[Problem]) -> None:
    """Name the place of what could not be used; it may be somebody's own words."""
    if problems:
        terminal.say()
        terminal.say("Not counted, because it fits no answer to its question:")
        for problem in problems:
            terminal.say(f"  {problem.path}: expected {problem.expected}")

"""`workshopcore evaluate change`: what is different between the baseline and later waves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workshopcore.cli.answers import evaluated
from workshopcore.cli.evaluate.summary import strict
from workshopcore.cli.program import Command
from workshopcore.cli.terminal import Terminal, print_json
from workshopcore.cli.words import as_of

if TYPE_CHECKING:
    from workshopcore.contracts.evaluation import ShownChange
    from workshopcore.model.programme import Programme

__all__ = ["change"]


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore evaluate change programme.toml
  workshopcore evaluate change programme.toml --as-of 2027-12-31
  workshopcore evaluate change programme.toml --tests
  workshopcore evaluate change programme.toml --json

\b
The baseline is compared with the close and the follow-up that ask the same.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@as_of
@strict
@click.option("--tests", is_flag=True, help="Add p-values and effect sizes, with what they mean.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def change(file: Path, as_of: date | None, strict: bool, tests: bool, as_json: bool) -> None:
    """Say how answers changed between the start and later waves."""
    from workshopcore import files
    from workshopcore.cli.evaluate import data, telling

    programme = files.load(file)
    found = evaluated(programme, file, as_of or date.today(), strict=strict, tests=tests)
    if as_json:
        print_json(data.changes_to_json(found, found.changes))
        return
    terminal = Terminal()
    terminal.say((f"What changed in '{programme.title}', as of {found.as_of}", "bold"))
    _tell(terminal, programme, found.changes)
    telling.tell_notes(terminal, found.notes if found.changes else ())


def _tell(terminal: Terminal, programme: Programme, changes: Sequence[ShownChange]) -> None:
    from workshopcore.cli.evaluate import telling

    if not changes:
        terminal.say("There are no two waves with answers to the same questions yet.")
    titles = {wave.id: wave.title for wave in programme.waves}
    for (before, after, back), some in groupby(changes, key=_between):
        terminal.say()
        if back:
            terminal.say((f"Looking back, in '{titles[after]}'", "bold underline"))
        else:
            terminal.say((f"From '{titles[before]}' to '{titles[after]}'", "bold underline"))
        for each in some:
            telling.tell_change(terminal, each)


def _between(change: ShownChange) -> tuple[str, str, bool]:
    return change.before, change.after, change.retrospective

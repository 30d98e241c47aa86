"""`workshopcore actions`: the action log between two workshops, from a terminal."""

from __future__ import annotations

import click

from workshopcore.cli.actions.add import add
from workshopcore.cli.actions.export import export
from workshopcore.cli.actions.import_actions import import_actions
from workshopcore.cli.actions.list_actions import list_actions
from workshopcore.cli.actions.progress import progress
from workshopcore.cli.actions.remind import remind
from workshopcore.cli.actions.review import review
from workshopcore.cli.actions.update import update
from workshopcore.cli.program import Program

__all__ = ["actions"]


@click.group(
    cls=Program,
    epilog="""\b
Examples:
  workshopcore actions list programme.toml --as-of 2027-02-16 --overdue
  workshopcore actions progress programme.toml --as-of 2027-02-16
  workshopcore actions list --help""",
)
def actions() -> None:
    """Keep the action log: who does what by when, and what came of it."""


for _command in (add, export, import_actions, list_actions, progress, remind, review, update):
    actions.add_command(_command)

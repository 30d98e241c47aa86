"""`workshopcore privacy`: what is held about people, and how to let go of it."""

from __future__ import annotations

import click

from workshopcore.cli.privacy.due import due
from workshopcore.cli.privacy.pseudonymise import pseudonymise
from workshopcore.cli.privacy.show import show
from workshopcore.cli.program import Program

__all__ = ["privacy"]


@click.group(
    cls=Program,
    epilog="""\b
Examples:
  workshopcore privacy show programme.toml "Amina Yusuf"
  workshopcore privacy due programme.toml
  workshopcore privacy pseudonymise programme.toml Amina --dry-run
  workshopcore privacy show --help""",
)
def privacy() -> None:
    """Show what is held about people, and take names out."""


for _command in (due, pseudonymise, show):
    privacy.add_command(_command)

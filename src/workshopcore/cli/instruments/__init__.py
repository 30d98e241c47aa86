"""`workshopcore instruments`: what is asked, from the bank into the programme and out again."""

from __future__ import annotations

import click

from workshopcore.cli.instruments.copy import copy
from workshopcore.cli.instruments.export import export
from workshopcore.cli.instruments.freeze import freeze
from workshopcore.cli.instruments.list_instruments import list_instruments
from workshopcore.cli.instruments.plan import plan
from workshopcore.cli.instruments.show import show
from workshopcore.cli.program import Program

__all__ = ["instruments"]


@click.group(
    cls=Program,
    epilog="""\b
Examples:
  workshopcore instruments list
  workshopcore instruments copy programme.toml team-climate
  workshopcore instruments freeze programme.toml team-climate --on 2027-01-18
  workshopcore instruments export --help

\b
Forms to print come from `workshopcore publish` (evaluation-form), one for each
wave that is open or to come.""",
)
def instruments() -> None:
    """Choose what participants are asked, freeze it, and send it out."""


for _command in (copy, export, freeze, list_instruments, plan, show):
    instruments.add_command(_command)

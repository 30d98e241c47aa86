"""`workshopcore groups`: who works with whom, mixed over rounds, workshops and a year."""

from __future__ import annotations

import click

from workshopcore.cli.groups.met import met
from workshopcore.cli.groups.mix import mix
from workshopcore.cli.groups.propose import propose
from workshopcore.cli.program import Program

__all__ = ["groups"]


@click.group(
    cls=Program,
    epilog="""\b
Examples:
  workshopcore groups propose programme.toml where-now --write
  workshopcore groups propose programme.toml --balance service
  workshopcore groups met programme.toml
  workshopcore groups mix 12 --size 3 --rounds 4
  workshopcore groups propose --help""",
)
def groups() -> None:
    """Form groups so that everybody works with everybody."""


for _command in (met, mix, propose):
    groups.add_command(_command)

"""`workshopcore new`: something to start from."""

from __future__ import annotations

import click

from workshopcore.cli.new_plugin import new_plugin
from workshopcore.cli.new_programme import new_programme
from workshopcore.cli.program import Program

__all__ = ["new"]


@click.group(
    cls=Program,
    epilog="""\b
Examples:
  workshopcore new programme
  workshopcore new plugin acme
  workshopcore new programme --help""",
)
def new() -> None:
    """Write something to start from."""


new.add_command(new_plugin)
new.add_command(new_programme)

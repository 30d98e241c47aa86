"""`workshopcore comments`: what people wrote, coded by themes, counted, and shown with care."""

from __future__ import annotations

import click

from workshopcore.cli.comments.agree import agree
from workshopcore.cli.comments.sheet import sheet
from workshopcore.cli.comments.themes import themes
from workshopcore.cli.program import Program

__all__ = ["comments"]


@click.group(
    cls=Program,
    epilog="""\b
Examples:
  workshopcore comments sheet programme.toml close --coder AY --to for-ay.csv
  workshopcore comments themes programme.toml close
  workshopcore comments agree --help""",
)
def comments() -> None:
    """Code what people wrote by themes, and count them."""


for _command in (agree, sheet, themes):
    comments.add_command(_command)

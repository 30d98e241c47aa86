"""`workshopcore instruments freeze`: from that day it asks what it asks."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workshopcore.cli.completion import instrument_ids
from workshopcore.cli.editing import edit
from workshopcore.cli.instruments.choosing import with_one
from workshopcore.cli.program import Command
from workshopcore.cli.terminal import Terminal
from workshopcore.cli.words import day

if TYPE_CHECKING:
    from workshopcore.model.programme import Programme

__all__ = ["freeze"]


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore instruments freeze programme.toml team-climate --on 2027-01-04

\b
The fingerprint of its questions goes into the file, so that `workshopcore check`
finds a change that somebody makes there afterwards (WC504).""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("instrument", metavar="ID", shell_complete=instrument_ids)
@click.option("--on", type=day, metavar="DAY", help="The day.  [default: today]")
def freeze(file: Path, instrument: str, on: date | None) -> None:
    """Freeze an instrument before anybody answers it.

    One of the bank is copied into the programme first.
    """
    from workshopcore.toolkit import Toolkit

    since, toolkit = on or date.today(), Toolkit()

    def change(programme: Programme) -> Programme:
        held, id = with_one(toolkit, programme, instrument)
        return held.with_frozen(id, since)

    edit(file, change)
    Terminal().say((instrument, "bold"), f": frozen on {since}")

"""`workshopcore privacy due`: whose names should have gone by now."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click
from attrs import evolve
from click.exceptions import Exit

from workshopcore.cli import findings as listing
from workshopcore.cli.program import Command
from workshopcore.cli.terminal import Terminal, print_json
from workshopcore.cli.words import day

__all__ = ["due"]

_CODE = "WC140"


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore privacy due programme.toml
  workshopcore privacy due programme.toml --as-of 2027-12-31
  workshopcore privacy due programme.toml --json

\b
How long names may be kept is set in [policy.WC140] of the programme.

\b
Exit code: 0 nobody's name is past its time, 1 somebody's is.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--as-of", type=day, metavar="DAY", help="The day to look from.  [default: today]")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def due(file: Path, as_of: date | None, as_json: bool) -> None:
    """List the people whose names were to go by a day."""
    from workshopcore import files
    from workshopcore.toolkit import Toolkit

    on = as_of or date.today()
    programme = files.load(file)
    reading = files.read(file)
    found = [
        evolve(finding, file=str(file), line=reading.line_of(finding.path))
        for finding in Toolkit().check(programme, as_of=on)
        if finding.code == _CODE
    ]
    if as_json:
        print_json([listing.to_json(finding) for finding in found])
    else:
        for finding in found:
            listing.show(finding, Terminal())
        if not found:
            Terminal().say(f"On {on} nobody's name is past its time.")
    if found:
        raise Exit(1)

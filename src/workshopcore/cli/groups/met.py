"""`workshopcore groups met`: who met whom, as a stair of numbers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from workshopcore.cli.program import Command
from workshopcore.cli.terminal import print_json
from workshopcore.cli.words import day

__all__ = ["met"]


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore groups met programme.toml
  workshopcore groups met programme.toml --as-of 2027-05-20 --json""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--as-of",
    type=day,
    metavar="DAY",
    help="Only workshops that had begun by then.  [default: planned ones too]",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def met(file: Path, as_of: date | None, as_json: bool) -> None:
    """Show how often each two people have worked together in groups."""
    from workshopcore import files
    from workshopcore.cli.groups import data, showing
    from workshopcore.reports.who_met_whom import who_met_whom

    programme = files.load(file)
    found = who_met_whom(programme, as_of)
    if as_json:
        print_json(data.met(found, as_of))
    else:
        showing.show_met(programme, found)

"""`workshopcore trace`: what each gain goes back to, and how well it is supported."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from workshopcore.cli.completion import gain_ids, objective_ids
from workshopcore.cli.program import Command
from workshopcore.cli.terminal import print_json
from workshopcore.cli.words import as_of

__all__ = ["trace"]


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore trace programme.toml
  workshopcore trace programme.toml --as-of 2027-12-31
  workshopcore trace programme.toml --objective vision
  workshopcore trace programme.toml --json""",
)
@click.argument("file", type=click.Path(path_type=Path))
@as_of
@click.option(
    "--gain", metavar="ID", shell_complete=gain_ids, help="Everything that one gain goes back to."
)
@click.option(
    "--objective",
    metavar="ID",
    shell_complete=objective_ids,
    help="Everything that one objective has led to.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def trace(
    file: Path, as_of: date | None, gain: str | None, objective: str | None, as_json: bool
) -> None:
    """Say what each gain goes back to, and how well it is supported."""
    from workshopcore import files
    from workshopcore.cli.trace import data, telling
    from workshopcore.trace import trace as traced

    if gain and objective:
        raise click.UsageError("--gain and --objective answer two questions: ask one at a time")
    programme = files.load(file)
    found = traced(programme, as_of or date.today())
    if as_json:
        print_json(data.to_json(found, gain, objective))
    elif gain:
        telling.tell_gain(found, gain)
    elif objective:
        telling.tell_objective(found, objective)
    else:
        telling.tell(programme, found)

"""`workshopcore actions export`: a list of actions for people who use something else."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from workshopcore.cli.actions.choosing import Wanted, choosing
from workshopcore.cli.completion import exporter_keys
from workshopcore.cli.program import Command, Refusal
from workshopcore.cli.terminal import Terminal
from workshopcore.cli.waiting import waiting
from workshopcore.cli.words import as_of

__all__ = ["export"]


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore actions export programme.toml --to actions.csv --as-of 2027-02-16
  workshopcore actions export programme.toml --to actions.md --all --as-of 2027-02-16
  workshopcore actions export programme.toml --to amina.csv --owner Amina --as-of 2027-02-16

\b
The ending of the file says how: .csv, .md, and with the plugins
workshopcore-office and workshopcore-calendar .xlsx and .ics. What people
changed in it is taken in by `workshopcore actions import`.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "target",
    metavar="PATH",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write.",
)
@click.option(
    "--format",
    "key",
    metavar="KEY",
    shell_complete=exporter_keys,
    help="How to write it.  [default: by the ending of PATH]",
)
@as_of
@choosing
def export(file: Path, target: Path, key: str | None, as_of: date | None, **wanted: Any) -> None:
    """Write actions to a file that people can edit and send back.

    Open ones, unless you say otherwise.
    """
    from workshopcore import files
    from workshopcore.cli.kinds import exporter_for, not_itself
    from workshopcore.reports.wording import count
    from workshopcore.toolkit import Toolkit
    from workshopcore.toolkit.writing import put

    programme = files.load(file)
    toolkit = Toolkit()
    exporter = exporter_for(toolkit, target, key)
    not_itself(target, file)
    chosen = Wanted(**wanted).choose(programme, as_of or date.today())
    if not chosen.shown:
        raise Refusal(f"there is nothing to write. {chosen.summary}")
    with waiting("Writing") as advance:
        data = toolkit.export_actions(
            programme,
            exporter.key,
            as_of=chosen.on,
            actions={each.action.id for each in chosen.shown},
            progress=lambda done, total: advance(done, total, "actions"),
        )
    written = put(target, data)
    verb = "Wrote" if written else "Nothing new in"
    number = count(len(chosen.shown), "action")
    Terminal().say(f"{verb} {target}: {number} as of {chosen.on} ({exporter.title})")

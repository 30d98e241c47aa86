"""`workshopcore instruments export`: an instrument for the tool that asks it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from workshopcore.cli.completion import form_keys, instrument_keys
from workshopcore.cli.instruments.choosing import with_one
from workshopcore.cli.program import Command
from workshopcore.cli.terminal import Terminal
from workshopcore.cli.words import day

__all__ = ["export"]


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore instruments export programme.toml follow-up --to ask.txt --format limesurvey
  workshopcore instruments export programme.toml follow-up --to ask.txt --format question-list
  workshopcore instruments export programme.toml follow-up --apart --to ask.txt --format limesurvey

\b
limesurvey is what LimeSurvey imports as a survey; question-list is text to paste
into Microsoft Forms or Google Forms; with the plugin workshopcore-office, .xlsx is
a workbook to discuss the questions in. An instrument of the bank need not be in
the programme.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("instrument", metavar="ID", shell_complete=instrument_keys)
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
    shell_complete=form_keys,
    help="How to write it.  [default: by the ending of PATH]",
)
@click.option("--apart", is_flag=True, help="For limesurvey: what is asked with a name.")
@click.option("--as-of", type=day, metavar="DAY", help="Frozen by then, or a draft?  [today]")
def export(
    file: Path, instrument: str, target: Path, key: str | None, apart: bool, as_of: date | None
) -> None:
    """Write an instrument for the tool that asks it.

    LimeSurvey imports it as a survey, into Microsoft Forms and Google Forms it is pasted.
    """
    from workshopcore import files
    from workshopcore.cli.kinds import exporter_for, not_itself
    from workshopcore.toolkit import Toolkit
    from workshopcore.toolkit.writing import put

    toolkit = Toolkit()
    programme, id = with_one(toolkit, files.load(file), instrument)
    exporter = exporter_for(toolkit, target, key, "forms")
    not_itself(target, file)
    options = {"part": "apart"} if apart else None
    data = toolkit.export_form(
        programme, exporter.key, id, as_of=as_of or date.today(), options=options
    )
    verb = "Wrote" if put(target, data) else "Nothing new in"
    Terminal().say(f"{verb} {target}: {programme.instrument(id).title} ({exporter.title})")

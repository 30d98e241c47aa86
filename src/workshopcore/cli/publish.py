"""`workshopcore publish`: every document of a programme, and the ledger of what went out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.exceptions import Exit

from workshopcore.cli import ledger
from workshopcore.cli.answers import evaluated
from workshopcore.cli.completion import renderer_keys, report_keys, style_keys, workshop_ids
from workshopcore.cli.program import Command
from workshopcore.cli.terminal import Terminal
from workshopcore.cli.waiting import waiting
from workshopcore.cli.words import chosen_workshop, day

if TYPE_CHECKING:
    from workshopcore.contracts.publication import Publication

__all__ = ["publish"]


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore publish programme.toml --to published
  workshopcore publish programme.toml --to published --as-of 2027-03-31
  workshopcore publish programme.toml --to published --report overview --report run-sheet
  workshopcore publish programme.toml --to published --format html --format markdown
  workshopcore publish programme.toml --to published --workshop 1

\b
releases.json beside the programme lists what went out, and whose answers it
showed figures of. It only grows, and the same content again adds nothing.

\b
Exit code: 0 all is written, 1 a document failed (the others are written),
2 nothing could be done.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "folder",
    metavar="FOLDER",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to write the documents.",
)
@click.option("--as-of", type=day, metavar="DATE", help="The day they describe.  [default: today]")
@click.option(
    "--report",
    "wanted",
    metavar="KEY",
    multiple=True,
    shell_complete=report_keys,
    help="Only these reports.",
)
@click.option(
    "--format",
    "renderers",
    metavar="KEY",
    multiple=True,
    default=("html",),
    show_default=True,
    shell_complete=renderer_keys,
    help="The formats to write them in.",
)
@click.option(
    "--style",
    metavar="KEY",
    shell_complete=style_keys,
    help="The house style, or a file with one (house.toml).",
)
@click.option(
    "--workshop",
    metavar="ID",
    shell_complete=workshop_ids,
    help="Only documents about this workshop, by identifier or number.",
)
@click.option("--strict", is_flag=True, help="Show counts of answers in bands only.")
def publish(
    file: Path,
    folder: Path,
    as_of: date | None,
    wanted: tuple[str, ...],
    renderers: tuple[str, ...],
    style: str | None,
    workshop: str | None,
    strict: bool,
) -> None:
    """Write the documents of a programme.

    `workshopcore reports` lists the reports, formats and styles.
    """
    from workshopcore import files
    from workshopcore.toolkit import Toolkit

    releases = file.parent / ledger.NAME
    programme = files.load(file)
    toolkit = Toolkit()
    today = as_of or date.today()
    shown = evaluated(programme, file, today, strict=strict, lenient=True)
    with waiting("Publishing") as progress:
        publication = toolkit.publish(
            programme,
            folder,
            as_of=today,
            reports=wanted or None,
            renderers=renderers,
            style=style,
            workshop=chosen_workshop(programme, workshop).id if workshop else "",
            answers=shown,
            progress=progress,
        )
    added = ledger.record(releases, publication.releases)
    _tell(publication, added)
    if any(skipped.failed for skipped in publication.skipped):
        raise Exit(1)


def _tell(publication: Publication, added: int) -> None:
    terminal = Terminal()
    for skipped in publication.skipped:
        name = f"{skipped.report} ({skipped.about})" if skipped.about else skipped.report
        style = "bold red" if skipped.failed else "dim"
        terminal.say(
            ("Failed " if skipped.failed else "Skipped ", style), name, f": {skipped.reason}"
        )
    terminal.say(
        f"{_count(len(publication.releases), 'document')} in {publication.folder}:"
        f" {_count(len(publication.changed), 'file')} written,"
        f" {_count(added, 'new entry', 'new entries')} in the ledger"
    )
    if publication.paths:
        terminal.say("Open ", (str(publication.paths[0]), "bold"))


def _count(number: int, one: str, several: str = "") -> str:
    return f"{number} {one if number == 1 else several or one + 's'}"

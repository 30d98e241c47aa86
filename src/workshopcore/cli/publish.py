"""`workshopcore publish`: every document of a programme, and the ledger of what went out."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.exceptions import Exit

from workshopcore.cli import ledger
from workshopcore.cli.answers import kept, rule_of, secret
from workshopcore.cli.completion import (
    language_tags,
    renderer_keys,
    report_keys,
    style_keys,
    workshop_ids,
)
from workshopcore.cli.program import Command
from workshopcore.cli.report_folders import report_folders
from workshopcore.cli.terminal import Terminal
from workshopcore.cli.waiting import waiting
from workshopcore.cli.words import chosen_workshop, day, language

if TYPE_CHECKING:
    from workshopcore.contracts.publication import Publication

__all__ = ["publish"]

_QUICK = frozenset({"html", "markdown", "text"})
_MOST = 4


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore publish programme.toml --to published
  workshopcore publish programme.toml --to published --as-of 2027-03-31
  workshopcore publish programme.toml --to published --report overview --report run-sheet
  workshopcore publish programme.toml --to published --format html --format markdown
  workshopcore publish programme.toml --to published --workshop 1
  workshopcore publish programme.toml --to published --language de
  workshopcore publish programme.toml --to published --report-folder reports

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
@report_folders
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
    "--language",
    type=language,
    metavar="TAG",
    default="",
    shell_complete=language_tags,
    help="The language of the documents, such as de.  [default: the style's or the programme's]",
)
@click.option(
    "--workshop",
    metavar="ID",
    shell_complete=workshop_ids,
    help="Only documents about this workshop, by identifier or number.",
)
@click.option("--strict", is_flag=True, help="Show counts of answers in bands only.")
@click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(1, 64),
    help="How many processes write them.  [default: as many as help]",
)
def publish(
    file: Path,
    folder: Path,
    as_of: date | None,
    wanted: tuple[str, ...],
    report_folders: tuple[Path, ...],
    renderers: tuple[str, ...],
    style: str | None,
    language: str,
    workshop: str | None,
    strict: bool,
    workers: int | None,
) -> None:
    """Write the documents of a programme.

    `workshopcore reports` lists the reports, formats and styles.
    """
    from workshopcore import files
    from workshopcore.toolkit import Toolkit

    releases = file.parent / ledger.NAME
    programme = files.load(file)
    toolkit = Toolkit(report_folders=report_folders)
    today = as_of or date.today()
    answers = kept(programme, file, lenient=True)
    earlier = ledger.read_bases(releases)
    key = secret(file, earlier)
    with waiting("Publishing") as progress:
        publication = toolkit.publish(
            programme,
            folder,
            as_of=today,
            reports=wanted or None,
            renderers=renderers,
            style=style,
            language=language,
            workshop=chosen_workshop(programme, workshop).id if workshop else "",
            answers=answers,
            earlier=earlier,
            key=key,
            rule=rule_of(programme, strict),
            progress=progress,
            workers=workers or _helpful(renderers),
        )
    added = ledger.record(releases, publication.releases)
    _tell(publication, added)
    if any(skipped.failed for skipped in publication.skipped):
        raise Exit(1)


def _helpful(renderers: Iterable[str]) -> int:
    """Return how many processes help: pages of text are made sooner than a process begins."""
    return 1 if _QUICK.issuperset(renderers) else min(os.cpu_count() or 1, _MOST)


def _tell(publication: Publication, added: int) -> None:
    from workshopcore.reports.wording import count

    terminal = Terminal()
    for skipped in publication.skipped:
        style = "bold red" if skipped.failed else "dim"
        state = "Failed " if skipped.failed else "Skipped "
        terminal.say((state, style), f"{skipped.name}: {skipped.reason}")
    terminal.say(
        f"{count(len(publication.releases), 'document')} in {publication.folder}:"
        f" {count(len(publication.changed), 'file')} written,"
        f" {count(added, 'new entry', 'new entries')} in the ledger"
    )
    if publication.paths:
        terminal.say("Open ", (str(publication.paths[0]), "bold"))

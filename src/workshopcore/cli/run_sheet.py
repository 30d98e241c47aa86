"""`workshopcore run-sheet`: one workshop, minute by minute, for those who run it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workshopcore.cli.program import Command, Refusal
from workshopcore.cli.terminal import Terminal, lines
from workshopcore.cli.words import chosen_workshop

if TYPE_CHECKING:
    from workshopcore.contracts.reports import Renderer
    from workshopcore.model.programme import Programme

__all__ = ["run_sheet"]


@click.command(
    "run-sheet",
    cls=Command,
    epilog="""\b
Examples:
  workshopcore run-sheet programme.toml 1
  workshopcore run-sheet programme.toml where-now --format markdown
  workshopcore run-sheet programme.toml 1 --format html --to run-sheet.html""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("workshop", required=False)
@click.option("--format", "renderer", default="text", show_default=True, help="How to write it.")
@click.option("--style", default=None, help="The house style; `workshopcore reports` lists them.")
@click.option(
    "--to",
    "target",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write it to a file.",
)
def run_sheet(
    file: Path, workshop: str | None, renderer: str, style: str | None, target: Path | None
) -> None:
    """Print one workshop, minute by minute.

    WORKSHOP is its identifier or its number. Without one, the only workshop of the programme is
    taken, or all of them are listed.
    """
    from workshopcore import files
    from workshopcore.toolkit import Toolkit

    programme = files.load(file)
    if workshop is None and len(programme.workshops) > 1:
        _list(programme)
        return
    chosen = chosen_workshop(programme, workshop or "1")
    toolkit = Toolkit()
    writer = toolkit.renderers[renderer]
    report = toolkit.report(programme, "run-sheet", workshop=chosen.id)
    data = toolkit.render(report, renderer, style=style)
    if target is None:
        _print(data, writer)
        return
    target.write_bytes(data)
    Terminal().say(f"Wrote {target}")


def _list(programme: Programme) -> None:
    terminal = Terminal()
    terminal.say(f"'{programme.title}' has {len(programme.workshops)} workshops. Name one:")
    rows = [
        (str(number), workshop.id, f"{workshop.start:%Y-%m-%d %H:%M}", workshop.title)
        for number, workshop in enumerate(programme.in_order, 1)
    ]
    terminal.table(("number", "workshop", "start", "title"), rows)


def _print(data: bytes, renderer: Renderer) -> None:
    """Print a document; one that is not text goes to a pipe, never to a terminal."""
    if renderer.media_type.startswith("text/"):
        click.echo(lines(data.decode("utf-8")), nl=False)
    elif sys.stdout.isatty():
        raise Refusal(f"'{renderer.key}' is not text: name a file with --to")
    else:
        click.echo(data, nl=False)

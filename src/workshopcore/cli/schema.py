"""`workshopcore schema`: the JSON Schema of programme files, for editors."""

from __future__ import annotations

import json
from pathlib import Path

import click

from workshopcore.cli.program import Command
from workshopcore.cli.terminal import Terminal

__all__ = ["schema"]


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore schema
  workshopcore schema --to programme.schema.json

\b
An editor that knows TOML or JSON schemas then completes and checks a programme
file; in TOML, put this line first:
  #:schema ./programme.schema.json""",
)
@click.option(
    "--to",
    "target",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write it to a file.",
)
def schema(target: Path | None) -> None:
    """Print the JSON Schema of programme files."""
    from workshopcore import files

    text = json.dumps(files.schema(), indent=2) + "\n"
    if target is None:
        click.echo(text, nl=False)
        return
    target.write_text(text, encoding="utf-8", newline="\n")
    Terminal().say(f"Wrote {target}")

"""`workshopcore comments sheet`: a sheet for one coder to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from workshopcore.cli.comments.gathering import gathered
from workshopcore.cli.completion import wave_ids
from workshopcore.cli.program import Command, Refusal
from workshopcore.cli.terminal import Terminal

__all__ = ["sheet"]


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore comments sheet programme.toml close --coder AY --to for-ay.csv
  workshopcore comments sheet programme.toml close --coder TN --to for-tn.csv
  workshopcore comments sheet programme.toml close --coder JW --to look.csv --lexicon

\b
In the column Themes a coder writes themes with semicolons between them, none where
no theme fits, and nothing where they have not been.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("wave", shell_complete=wave_ids)
@click.option("--coder", metavar="WHO", required=True, help="Who codes: initials will do.")
@click.option(
    "--to",
    "path",
    metavar="PATH",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The CSV file to write.",
)
@click.option(
    "--lexicon", is_flag=True, help="Fill in what the themes' words find; not for double coding."
)
def sheet(file: Path, wave: str, coder: str, path: Path, lexicon: bool) -> None:
    """Write a sheet on which somebody codes the comments."""
    from workshopcore.evaluation.comments import code_by_lexicon, coding_sheet
    from workshopcore.reports.wording import count

    found = gathered(file, wave)
    first_look = code_by_lexicon(found.comments, found.codebook) if lexicon else None
    data = coding_sheet(found.comments, found.codebook, coder, first_look)
    try:
        with path.open("xb") as out:
            out.write(data)
    except FileExistsError:
        raise Refusal(f"{path} is there already, perhaps filled in: name another file") from None
    Terminal().say(f"Written: {path}, {count(len(found.comments), 'comment')} for {coder}")

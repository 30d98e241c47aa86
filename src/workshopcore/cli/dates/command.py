"""`workshopcore dates`: choose dates, move them, explain them, and put them in the programme."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click
from click.exceptions import Exit

from workshopcore.cli.completion import renderer_keys, style_keys
from workshopcore.cli.dates.options import asking
from workshopcore.cli.program import Command
from workshopcore.cli.words import day

__all__ = ["dates"]


@click.command(
    cls=Command,
    epilog="""\b
Rules, wishes and days away in a file; an option goes before it:
  weekdays = ["Tuesday", "Wednesday"]
  weeks_apart = [6, 12]
  [workshops.choice-in-practice]
  only = [2027-06-22, 2027-06-29]
  [away]
  amina = ["2027-05-18", "2027-06-21..2027-06-25"]

\b
Around diaries and polls, which plugins read:
  workshopcore dates programme.toml --busy poll.csv --busy amina=amina.ics
  workshopcore dates programme.toml --busy poll.csv --rules dates.toml --write
  workshopcore dates programme.toml --busy poll.csv --why-not 2027-01-20
  workshopcore dates programme.toml --busy poll.csv --move where-to --write

\b
Examples:
  workshopcore dates programme.toml --from 2027-01-11 --until 2027-03-26 --as-of 2026-11-30

\b
Exit code: 0 there are dates, 1 there are none, or something in a file of
people's time could not be read (the rest is used), 2 nothing could be done.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@asking
@click.option(
    "--why-not",
    metavar="[WORKSHOP=]DAY",
    multiple=True,
    help="Say who or what rules out a day, and nothing else.",
)
@click.option(
    "--report",
    "folder",
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write the choice as a document for the sponsor there.",
)
@click.option(
    "--as",
    "renderers",
    metavar="KEY",
    multiple=True,
    default=("html",),
    show_default=True,
    shell_complete=renderer_keys,
    help="With --report: the formats to write it in.",
)
@click.option("--style", metavar="KEY", shell_complete=style_keys, help="With --report: the style.")
@click.option(
    "--write", is_flag=True, help="Put the dates into the programme file; without it nothing is."
)
@click.option(
    "--as-of", type=day, metavar="DAY", help="Dates lie after this day.  [default: today]"
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def dates(file: Path, as_of: date | None, as_json: bool, **asked: Any) -> None:
    """Choose dates around everybody's diaries.

    Prints the best dates that there are, who can come to each, and how sure it is that none are
    better; or what cannot go together, and what would have to give. With --move or --mend the
    dates that there are stay, as far as they can.

    The rules begin with the policy: its spacing (WC130), its closures and months (WC131) and its
    free days (WC132).
    """
    from workshopcore.cli.dates.sitting import sitting_of

    sitting = sitting_of(file, as_of or date.today(), asked)
    answer = sitting.answer()
    if as_json:
        answer.print_json()
    else:
        answer.show()
    if answer.wanting:
        raise Exit(1)

"""`workshopcore actions progress`: how the plan gets on, every figure with its denominator."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workshopcore.cli.program import Command
from workshopcore.cli.terminal import print_json
from workshopcore.cli.words import as_of, day
from workshopcore.errors import InvalidValueError

if TYPE_CHECKING:
    from workshopcore.actions import RagRule

__all__ = ["progress"]


def _rule(_context: click.Context, _option: click.Parameter, text: str | None) -> RagRule | None:
    """Read ``25,75,50``."""
    if text is None:
        return None
    from workshopcore.actions import RagRule

    parts = [part.strip() for part in text.split(",")]
    if len(parts) != 3 or not all(part.isdecimal() and len(part) < 4 for part in parts):
        raise click.BadParameter(f"expected three per cents such as 25,75,50, found {text!r}")
    red, amber, late = map(int, parts)
    try:
        return RagRule(red_up_to=red, amber_up_to=amber, late_below=late)
    except InvalidValueError as error:
        raise click.BadParameter(str(error)) from error


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore actions progress programme.toml
  workshopcore actions progress programme.toml --as-of 2027-03-31
  workshopcore actions progress programme.toml --rag 40,90,50 --since 2027-01-31
  workshopcore actions progress programme.toml --json

\b
--rag 25,75,50 is the usual rule: red up to 25 per cent, amber up to 75, green
above; red too when late and below 50.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@as_of
@click.option(
    "--rag",
    "rule",
    metavar="RED,AMBER,LATE",
    callback=_rule,
    help="The house's rule for red, amber and green.  [default: 25,75,50]",
)
@click.option(
    "--since",
    type=day,
    metavar="DAY",
    help="The day of the last report: what it showed as complete has no colour now.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def progress(
    file: Path, as_of: date | None, rule: RagRule | None, since: date | None, as_json: bool
) -> None:
    """Say how the action plan gets on."""
    from workshopcore import actions, files
    from workshopcore.cli.actions import figures, figures_data

    programme = files.load(file)
    rule = rule or actions.RagRule()
    found = actions.progress(programme, as_of or date.today(), rule=rule, since=since)
    if as_json:
        print_json(figures_data.to_json(found, rule))
    else:
        figures.show(programme, found, rule)

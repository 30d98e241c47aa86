"""`workshopcore evaluate audit`: what readers can work out of a table that hides figures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click
from click.exceptions import Exit

from workshopcore.cli.program import Command
from workshopcore.cli.terminal import Terminal, print_json

if TYPE_CHECKING:
    from workshopcore.evaluation.disclosure import Audit, Audited

__all__ = ["audit"]


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore evaluate audit table.csv
  workshopcore evaluate audit table.csv --k 7
  workshopcore evaluate audit table.csv --answers --json

\b
The table is a CSV file with labels in its first row and column. A row or column
called Total has the totals. What is hidden is empty, or –, -, *, c or x.

\b
Exit code: 0 everything is protected, 1 something can be worked out,
2 it is no such table.""",
)
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--k",
    type=click.IntRange(2, 1000),
    default=5,
    show_default=True,
    help="The fewest people behind a figure.",
)
@click.option(
    "--answers",
    "columns_are_answers",
    is_flag=True,
    help="The columns are answers of each row's people, rather than groups.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def audit(path: Path, k: int, columns_are_answers: bool, as_json: bool) -> None:
    """Say what can be worked out of a published table, and show how."""
    from workshopcore.cli.evaluate.table_file import table_in
    from workshopcore.evaluation import disclosure
    from workshopcore.evaluation.disclosure import Rule

    published = table_in(path, "answers" if columns_are_answers else "groups")
    found = disclosure.audit(published, Rule(k))
    if as_json:
        figures = [attrs.asdict(figure) for figure in found.figures]
        print_json({"safe": found.safe, "k": k, "figures": figures})
    else:
        _tell(found, path)
    if not found.safe:
        raise Exit(1)


def _tell(found: Audit, path: Path) -> None:
    terminal = Terminal()
    if not found.figures:
        terminal.say(f"{path}: nothing is hidden, and nothing has to be")
        return
    terminal.table(
        ("figure", "readers know it is", "protected"),
        [(_named(each), _range(each), "yes" if each.protected else "no") for each in found.figures],
    )
    terminal.say()
    for attack in found.attacks:
        terminal.say(("Attack: ", "bold red"), attack)
    if found.safe:
        terminal.say(f"{path}: everything that is hidden is protected")


def _named(figure: Audited) -> str:
    return ", ".join(filter(None, (figure.row, figure.column))) or "total"


def _range(figure: Audited) -> str:
    if figure.highest is None:
        return f"{figure.lowest} or more"
    if figure.lowest == figure.highest:
        return f"exactly {figure.lowest}"
    return f"{figure.lowest} to {figure.highest}"

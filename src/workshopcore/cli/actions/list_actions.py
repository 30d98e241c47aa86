"""`workshopcore actions list`: the actions that are open, or any others."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workshopcore.cli.actions.choosing import Wanted, choosing
from workshopcore.cli.program import Command
from workshopcore.cli.terminal import Terminal, print_json
from workshopcore.cli.words import as_of

if TYPE_CHECKING:
    from workshopcore.cli.actions.chosen import Chosen
    from workshopcore.model.programme import Programme

__all__ = ["list_actions"]


@click.command(
    "list",
    cls=Command,
    epilog="""\b
Examples:
  workshopcore actions list programme.toml
  workshopcore actions list programme.toml --as-of 2027-03-16 --overdue
  workshopcore actions list programme.toml --owner "Amina Yusuf" --all
  workshopcore actions list programme.toml --workshop 1 --objective vision
  workshopcore actions list programme.toml --status done --json

\b
WHO is an identifier, a name, an e-mail address, or a part of a name that only
one person has. For --mine, set WORKSHOPCORE_ME to yours.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@as_of
@choosing
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def list_actions(file: Path, as_of: date | None, as_json: bool, **wanted: Any) -> None:
    """List actions, the soonest due first.

    Open ones, unless you say otherwise. What counts is what had been recorded by the end of
    the day.
    """
    from workshopcore import files

    programme = files.load(file)
    chosen = Wanted(**wanted).choose(programme, as_of or date.today())
    if as_json:
        print_json(_to_json(programme, chosen))
    else:
        _show(programme, chosen)


def _to_json(programme: Programme, chosen: Chosen) -> dict[str, Any]:
    from workshopcore.cli.actions.data import as_data
    from workshopcore.cli.actions.listing import by_due

    return {
        "as_of": chosen.on.isoformat(),
        "open": chosen.open,
        "counted": chosen.counted,
        "overdue": chosen.overdue,
        "actions": [as_data(programme, each) for each in sorted(chosen.shown, key=by_due)],
    }


def _show(programme: Programme, chosen: Chosen) -> None:
    from workshopcore.cli.actions.listing import by_due, show_actions

    terminal = Terminal()
    if chosen.shown:
        show_actions(terminal, programme, sorted(chosen.shown, key=by_due), chosen.on)
        terminal.say()
    terminal.say(chosen.summary)

"""`workshopcore actions add`: an action as a workshop agrees it; who, then what, then by when."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workshopcore.cli.actions.agreement import Wanted, completed
from workshopcore.cli.completion import objective_ids, person_ids, workshop_ids
from workshopcore.cli.editing import edit, warn
from workshopcore.cli.program import Command
from workshopcore.cli.terminal import Terminal
from workshopcore.cli.words import day
from workshopcore.errors import InvalidValueError
from workshopcore.model import accept

if TYPE_CHECKING:
    from workshopcore.model.action import Action, Supporter
    from workshopcore.model.programme import Programme

__all__ = ["add"]


def _hours(text: str) -> Decimal:
    """Read a number of hours.

    Raises:
        click.BadParameter: it is none, or not above 0.
    """
    try:
        found = accept.decimal(text)
    except InvalidValueError:
        found = None
    if found is None or found <= 0:
        raise click.BadParameter(f"expected hours such as 2 or 1.5, found {text!r}")
    return found


@click.command(
    cls=Command,
    epilog="""\b
In a terminal it asks: who, then what, then by when. Enter takes the usual date:
  workshopcore actions add programme.toml --workshop 1

\b
Examples:
  workshopcore actions add programme.toml --workshop 1 --owner Amina --what "Print the form"
  workshopcore actions add programme.toml --workshop 1 --owner Tomasz --what "Book the hall" \
--with Amina

\b
What is unwise about the action is told after it was added, with the cure.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--workshop",
    metavar="ID",
    shell_complete=workshop_ids,
    help="The workshop that agrees it, by identifier or number.  [default: the last one held]",
)
@click.option(
    "--owner", metavar="WHO", shell_complete=person_ids, help="The one person who answers for it."
)
@click.option("--what", metavar="TEXT", help="What they will do.")
@click.option(
    "--due", type=day, metavar="DAY", help="By when.  [default: before the next workshop]"
)
@click.option(
    "--objective", metavar="ID", shell_complete=objective_ids, help="The objective it serves."
)
@click.option(
    "--with",
    "supporters",
    metavar="WHO[:PART]",
    multiple=True,
    shell_complete=person_ids,
    help="Who helps: responsible for part, consulted or informed; may be repeated.",
)
@click.option("--effort", type=_hours, metavar="HOURS", help="Hours of work.")
@click.option("--evidence", metavar="TEXT", default="", help="What will show that it is done.")
@click.option("--id", metavar="ID", default="", help="Its identifier.  [default: from the words]")
@click.option(
    "--session",
    metavar="ID",
    default="",
    help="The session it comes from.  [default: the closing action planning]",
)
def add(file: Path, **given: Any) -> None:
    """Add an action that a workshop agreed."""
    from workshopcore import files

    wanted = completed(files.load(file), Wanted(**given))
    edited = edit(file, wanted.added)
    action = edited.after.actions[-1]
    _tell(edited.after, action, wanted)
    warn(edited, file, action.id)


def _tell(programme: Programme, action: Action, wanted: Wanted) -> None:
    from workshopcore.actions import default_due

    owner = programme.person(action.owner).name
    usual = default_due(programme, wanted.workshop or "")
    why = f" ({usual.reason})" if wanted.due is None and usual.day == action.due else ""
    with_whom = _names(programme, action.supporters)
    Terminal().say(
        "Added ",
        (action.id, "bold"),
        f": {owner}{with_whom}, due {action.due}{why};"
        f" agreed {action.agreed}, from {action.origin}",
    )


def _names(programme: Programme, supporters: Iterable[Supporter]) -> str:
    from workshopcore.reports.wording import listed

    names = listed(programme.person(supporter.person).name for supporter in supporters)
    return f" with {names}" if names else ""

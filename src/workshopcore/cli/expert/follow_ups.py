"""`workshopcore expert follow-ups`: what was promised, taken up into the action log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from workshopcore.cli.completion import engagement_ids
from workshopcore.cli.editing import edit
from workshopcore.cli.editing import warn as warn_of_action
from workshopcore.cli.expert.choosing import chosen_engagement
from workshopcore.cli.program import Command
from workshopcore.cli.terminal import Terminal
from workshopcore.cli.words import chosen_person, day

if TYPE_CHECKING:
    from workshopcore.model.programme import Programme

__all__ = ["follow_ups"]

T = TypeVar("T")


@click.command(
    "follow-ups",
    cls=Command,
    epilog="""\b
Examples:
  workshopcore expert follow-ups programme.toml duties --owner 1=Mei --due 1=2027-03-30

\b
The number is the place in the engagement's follow_ups, counted from 1.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("engagement", metavar="ID", shell_complete=engagement_ids)
@click.option("--owner", "owners", multiple=True, metavar="NUMBER=WHO", help="Who sees to it.")
@click.option("--due", "dues", multiple=True, metavar="NUMBER=DAY", help="By when.")
@click.option(
    "--on", type=day, metavar="DAY", help="When this was agreed.  [default: at the workshop]"
)
def follow_ups(
    file: Path,
    engagement: str,
    owners: Sequence[str],
    dues: Sequence[str],
    on: date | None,
) -> None:
    """Turn what was promised around an expert's session into actions.

    Each gets one owner of the team: whoever promised it, or for the expert's own promises the
    host. What is done, or in the action log already, stays as it is.
    """

    def change(programme: Programme) -> Programme:
        from workshopcore.actions import take_up

        return take_up(
            programme,
            chosen_engagement(programme, engagement).id,
            owners=_numbered("--owner", owners, lambda name: chosen_person(programme, name).id),
            due=_numbered("--due", dues, day),
            on=on,
        )

    edited = edit(file, change)
    known = {one.id for one in edited.before.actions}
    new = [one for one in edited.after.actions if one.id not in known]
    terminal = Terminal()
    if not new:
        terminal.say("Nothing to take up: all that was promised is done, or in the action log.")
    for action in new:
        owner = edited.after.person(action.owner).name
        terminal.say("Added ", (action.id, "bold"), f": {owner}, due {action.due}")
    for action in new:
        warn_of_action(edited, file, action.id)


def _numbered(option: str, values: Sequence[str], read: Callable[[str], T]) -> dict[int, T]:
    """Return what stands after each number.

    Raises:
        click.UsageError: a value has no number before it.
    """
    found: dict[int, T] = {}
    for value in values:
        number, sign, said = value.partition("=")
        if not sign or not number.strip().isdecimal() or not said.strip():
            raise click.UsageError(f"{option} takes a number and a value such as 1=…: {value!r}")
        found[int(number.strip()[:9])] = read(said.strip())
    return found

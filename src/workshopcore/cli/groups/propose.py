"""`workshopcore groups propose`: groups for a session, a workshop, or what is left of the year."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workshopcore.cli.completion import person_ids, workshop_ids
from workshopcore.cli.editing import edit
from workshopcore.cli.groups.wishing import advancing, names, wishing
from workshopcore.cli.program import Command
from workshopcore.cli.terminal import print_json
from workshopcore.cli.words import chosen_person, chosen_workshop, day

if TYPE_CHECKING:
    from workshopcore.model.programme import Programme
    from workshopcore.toolkit.seating import GroupProposal

__all__ = ["propose"]

_FIELDS = ("service", "site", "band", "position")


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore groups propose programme.toml where-now
  workshopcore groups propose programme.toml 1/strengths-and-gaps --size 3 --rounds 2
  workshopcore groups propose programme.toml 2 --absent "Mei Tanaka" --seed 7
  workshopcore groups propose programme.toml --as-of 2027-01-04 --balance service --write

\b
WHO is an identifier, a name, an e-mail address, or a part of a name that only
one person has. Groups that are locked, or sat so, stay as they are; proposed
ones are formed anew.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("workshop", required=False, shell_complete=workshop_ids)
@click.option(
    "--as-of",
    type=day,
    metavar="DAY",
    help="Without a workshop: seat all that begin then or later.  [default: today]",
)
@click.option(
    "--balance",
    type=click.Choice(_FIELDS),
    multiple=True,
    help="Spread people evenly by this; may be repeated.",
)
@click.option(
    "--absent",
    metavar="WHO",
    multiple=True,
    shell_complete=person_ids,
    help="Who does not come; may be repeated.",
)
@click.option("--size", type=int, metavar="N", help="For one session: about so many in a group.")
@click.option("--rounds", type=int, metavar="N", help="With --size: for so many rounds.")
@wishing
@click.option("--write", is_flag=True, help="Write the groups into the programme file.")
@click.option("--lock", is_flag=True, help="With --write: as settled, so that they stay.")
def propose(
    file: Path, workshop: str | None, write: bool, lock: bool, as_json: bool, **asked: Any
) -> None:
    """Propose groups that mix people as well as can be.

    WORKSHOP is an identifier or a number, with /SESSION for one session of it. Without one, all
    workshops to come are seated together. Sizes and rounds come from the formats of the
    sessions, and whoever met before counts.
    """
    from workshopcore import files
    from workshopcore.cli.groups import data, showing

    if lock and not write:
        raise click.UsageError("--lock goes with --write")
    found: list[GroupProposal] = []

    def change(programme: Programme) -> Programme:
        found[:] = [_proposed(programme, workshop or "", lock, asked)]
        return found[0].programme

    if write:
        edit(file, change)
    else:
        change(files.load(file))
    written = str(file) if write else ""
    if as_json:
        print_json(data.proposal(found[0], written=write))
    else:
        showing.show_proposal(found[0], written)


def _proposed(programme: Programme, place: str, lock: bool, asked: dict[str, Any]) -> GroupProposal:
    from workshopcore.toolkit import Toolkit

    name, _, session = place.partition("/")
    workshop = chosen_workshop(programme, name).id if name else ""
    with advancing() as advance:
        return Toolkit().propose_groups(
            programme,
            workshop,
            session,
            as_of=asked["as_of"] or date.today(),
            status="locked" if lock else "proposed",
            advance=advance,
            **_wishes(programme, asked),
        )


def _wishes(programme: Programme, asked: dict[str, Any]) -> dict[str, Any]:
    """Return what is asked with people by identifier."""

    def people(texts: tuple[str, ...]) -> list[str]:
        return [chosen_person(programme, text).id for text in texts]

    wishes: dict[str, Any] = {
        "apart": [people(names(text)) for text in asked["apart"]],
        "together": [people(names(text)) for text in asked["together"]],
        "hosts": people(asked["hosts"]),
        "absent": people(asked["absent"]),
        "balance": asked["balance"],
        "seed": asked["seed"],
    }
    given = {name: asked[name] for name in ("size", "rounds", "budget")}
    return wishes | {name: value for name, value in given.items() if value is not None}

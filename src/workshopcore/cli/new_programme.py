"""`workshopcore new programme`: a good programme file to start from."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click
from attrs import field, frozen

from workshopcore.cli.filling import filled
from workshopcore.cli.outlines import MOST_WORKSHOPS, days, plan_workshops
from workshopcore.cli.program import Command, Refusal
from workshopcore.cli.stopping import stoppable
from workshopcore.cli.terminal import Terminal
from workshopcore.cli.words import day

__all__ = ["Beginning", "new_programme", "programme_file"]

NAME = "programme.toml"
_ROLES = (
    "Head of service",
    "Team manager, north",
    "Team manager, south",
    "Practice lead",
    "Commissioning manager",
    "Business manager",
)
_TUESDAY = 1


def _people(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(names) or _ROLES


@frozen
class Beginning:
    """What is known of a programme before it begins.

    Attributes:
        start: the day of the first workshop.
        workshops: how many there are to be.
        people: who takes part; left out, a few posts to be replaced.
    """

    title: str
    client: str
    start: date
    workshops: int = 6
    people: tuple[str, ...] = field(default=(), converter=_people)
    time_zone: str = "Europe/London"


@click.command(
    "programme",
    cls=Command,
    epilog="""\b
Examples:
  workshopcore new programme
  workshopcore new programme harbour --title "Harbour team: a year of change"
  workshopcore new programme library --client "City library" --start 2027-02-02
  workshopcore new programme team --workshops 4 --people "Amina Yusuf, Tomasz Zielak"

\b
On a terminal it asks for what is not given; in a script it asks nothing.""",
)
@click.argument("folder", default=".", type=click.Path(file_okay=False, path_type=Path))
@click.option("--title", help="What the programme is called.")
@click.option("--client", help="The organisation it is for.")
@click.option("--start", type=day, metavar="DATE", help="The day of the first workshop.")
@click.option("--workshops", type=click.IntRange(1, MOST_WORKSHOPS), help="How many.  [default: 6]")
@click.option("--people", metavar='"A, B"', help="Who takes part, with commas between the names.")
@click.option(
    "--time-zone", metavar="NAME", help="Where the workshops are.  [default: Europe/London]"
)
def new_programme(
    folder: Path,
    title: str | None,
    client: str | None,
    start: date | None,
    workshops: int | None,
    people: str | None,
    time_zone: str | None,
) -> None:
    """Write a programme file to start from.

    It has objectives, people, and workshops with agendas: strategic first, operational after,
    each closing with action planning. Nothing is overwritten.
    """
    file = folder / NAME
    if file.exists():
        raise Refusal(f"{file} exists already, and nothing is overwritten: name another folder")
    beginning = Beginning(
        title=_asked("Title", title, "Our programme"),
        client=_asked("Client", client, "Our organisation"),
        start=start or _tuesday_in_a_month(date.today()),
        workshops=workshops or _asked("How many workshops", None, 6, MOST_WORKSHOPS),
        people=_names(_asked("Who takes part (names with commas between)", people, "")),
        time_zone=_asked("Time zone", time_zone, "Europe/London"),
    )
    text = programme_file(beginning)
    folder.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8", newline="\n") as target:
        target.write(text)
    terminal = Terminal()
    terminal.say(f"Wrote {file}")
    terminal.say(f"Make it yours, then: workshopcore check {file}")


def programme_file(beginning: Beginning) -> str:
    """Return the text of a programme file to start from.

    Raises:
        ProgrammeFileError: what is known cannot be part of a programme.
    """
    from workshopcore.files import loads
    from workshopcore.formats import catalogue
    from workshopcore.model.identifiers import identifier_from

    planned = plan_workshops(
        days(beginning.start, beginning.workshops),
        len(beginning.people),
        {format.key: format for format in catalogue()},
    )
    text = filled(
        NAME,
        title=beginning.title,
        client=beginning.client,
        zone=beginning.time_zone,
        start=planned[0].day,
        end=planned[-1].day + timedelta(weeks=4),
        people=beginning.people,
        kinds=list(dict.fromkeys(workshop.phase for workshop in planned)),
        workshops=planned,
        owner=identifier_from(beginning.people[0]),
    )
    loads(text)
    return text


def _asked(question: str, given: Any, otherwise: Any, most: int | None = None) -> Any:
    """Return what was given; ask for the rest, if there is somebody to ask."""
    if given is not None:
        return given
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return otherwise
    kind = click.IntRange(1, most) if most else None
    with stoppable():
        return click.prompt(question, default=otherwise, type=kind, show_default=bool(otherwise))


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _tuesday_in_a_month(today: date) -> date:
    soon = today + timedelta(weeks=4)
    return soon + timedelta(days=(_TUESDAY - soon.weekday()) % 7)

"""`workshopcore expert list`: every engagement, and what is to be done next."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workshopcore.cli.program import Command
from workshopcore.cli.terminal import Terminal, print_json
from workshopcore.cli.words import day

if TYPE_CHECKING:
    from workshopcore.model.expert import ExpertEngagement
    from workshopcore.model.programme import Programme

__all__ = ["list_engagements"]


@click.command(
    "list",
    cls=Command,
    epilog="""\b
Examples:
  workshopcore expert list programme.toml
  workshopcore expert list programme.toml --as-of 2027-05-03
  workshopcore expert list programme.toml --json""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--as-of", type=day, metavar="DAY", help="As it stood on a day.  [default: today]")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def list_engagements(file: Path, as_of: date | None, as_json: bool) -> None:
    """List experts' engagements and what is to be done next.

    Engagements for one session are its shortlist, in the order in which they are to be asked.
    """
    from workshopcore import files

    programme = files.load(file)
    on = as_of or date.today()
    if as_json:
        told = [_to_json(programme, one, on) for one in programme.experts]
        print_json({"as_of": on.isoformat(), "engagements": told})
        return
    terminal = Terminal()
    if not programme.experts:
        terminal.say("No expert yet.")
    for one in programme.experts:
        _show(terminal, programme, one, on)


def _show(terminal: Terminal, programme: Programme, one: ExpertEngagement, on: date) -> None:
    from workshopcore.model.next_steps import next_steps

    name = programme.person(one.expert).name
    where = one.session or "no session yet"
    terminal.say((one.id, "bold"), f": {name}, {where}: {_state(one, on)}")
    if one.reason.strip():
        terminal.say("    Why: ", one.reason)
    for what, by in next_steps(programme, one, on):
        late = by is not None and by < on
        when = f" (by {by}{', late' if late else ''})" if by else ""
        terminal.say("    Next: ", what, (when, "bold red" if late else "dim"))


def _state(one: ExpertEngagement, on: date) -> str:
    state = one.state(on)
    since = one.reached(state, on)
    return f"{state} since {since}" if since else state


def _to_json(programme: Programme, one: ExpertEngagement, on: date) -> dict[str, Any]:
    from workshopcore.model.next_steps import next_steps

    state = one.state(on)
    since = one.reached(state, on)
    return {
        "id": one.id,
        "expert": one.expert,
        "name": programme.person(one.expert).name,
        "topic": one.topic,
        "session": one.session,
        "reason": one.reason,
        "state": state,
        "since": since.isoformat() if since else None,
        "next": [
            {"what": what, "by": by.isoformat() if by else None}
            for what, by in next_steps(programme, one, on)
        ],
    }

"""`workshopcore expert slot`: the visit built into the agenda."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workshopcore.cli.completion import engagement_ids, format_keys
from workshopcore.cli.editing import edit
from workshopcore.cli.expert.choosing import chosen_engagement, warn
from workshopcore.cli.program import Command
from workshopcore.cli.terminal import Terminal
from workshopcore.model.expert import INTERVIEW

if TYPE_CHECKING:
    from workshopcore.model.agenda import Session
    from workshopcore.model.programme import Programme

__all__ = ["slot"]


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore expert slot programme.toml duties
  workshopcore expert slot programme.toml duties --format fishbowl
  workshopcore expert slot programme.toml duties --format none""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("engagement", metavar="ID", shell_complete=engagement_ids)
@click.option(
    "--format",
    "key",
    default=INTERVIEW,
    show_default=True,
    metavar="KEY",
    shell_complete=format_keys,
    help="What a session without a format follows from now on; none to leave it.",
)
def slot(file: Path, engagement: str, key: str) -> None:
    """Build an expert's visit into the agenda.

    The session starts while they can be there (a window that holds when the day is planned
    anew), the host leads it if nobody does, and talk and questions have their minutes.
    """
    from workshopcore.toolkit import Toolkit

    if key != "none":
        key = Toolkit().formats[key].key

    def change(programme: Programme) -> Programme:
        chosen = chosen_engagement(programme, engagement)
        return programme.with_visit(chosen.id, format="" if key == "none" else key)

    edited = edit(file, change)
    chosen = chosen_engagement(edited.before, engagement)
    old, new = (each.session(chosen.session) for each in (edited.before, edited.after))
    Terminal().say((f"{chosen.session}: ", "bold"), _told(edited.after, old, new))
    warn(edited, file, chosen.id)


def _told(programme: Programme, old: Session, new: Session) -> str:
    from workshopcore.reports.wording import listed

    leads = listed(programme.person(name).name for name in new.lead)
    window = " and ".join(f"{edge:%H:%M}" for edge in new.window or ())
    parts = [
        f"starts between {window}" if new.window != old.window else "",
        f"follows {new.format}" if new.format != old.format else "",
        f"{leads} leads it" if new.lead != old.lead else "",
        f"{new.minutes.usual} minutes" if new.minutes and new.minutes != old.minutes else "",
    ]
    return "; ".join(part for part in parts if part) or "everything stands there already"

"""`workshopcore instruments plan`: when the programme asks what."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workshopcore.cli.completion import instrument_keys
from workshopcore.cli.editing import edit
from workshopcore.cli.instruments.choosing import with_one
from workshopcore.cli.program import Command
from workshopcore.cli.terminal import Terminal

if TYPE_CHECKING:
    from workshopcore.model.evaluation import Wave
    from workshopcore.model.programme import Programme

__all__ = ["plan"]


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore instruments plan programme.toml --baseline team-climate --close team-climate
  workshopcore instruments plan programme.toml --after-each workshop-close --write

\b
The baseline is open for the two weeks before the first workshop, a wave after each
workshop for a week, the close for two weeks, and the follow-up opens three months
after the last workshop. Waves that are there already stay as they are.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--baseline", metavar="ID", shell_complete=instrument_keys, help="What to ask first.")
@click.option(
    "--after-each", metavar="ID", shell_complete=instrument_keys, help="After each workshop."
)
@click.option("--close", metavar="ID", shell_complete=instrument_keys, help="At the close.")
@click.option(
    "--follow-up", metavar="ID", shell_complete=instrument_keys, help="Three months later."
)
@click.option("--write", is_flag=True, help="Write waves and instruments into the programme file.")
def plan(file: Path, write: bool, **asked: str | None) -> None:
    """Plan when a programme asks what, and for how long.

    ID is an instrument of the programme or of the bank; one of the bank is copied.
    """
    from workshopcore import files

    if not any(asked.values()):
        raise click.UsageError("Name one instrument or more, such as --close programme-close")
    found: list[Wave] = []

    def change(programme: Programme) -> Programme:
        programme, waves = _planned(programme, asked)
        found[:] = waves
        for wave in waves:
            programme = programme.with_wave(wave)
        return programme

    if write:
        edit(file, change)
    else:
        change(files.load(file))
    terminal = Terminal()
    if not found:
        terminal.say("Nothing to plan: the waves are there, or there is no workshop.")
        return
    rows = [(one.id, one.instrument, str(one.opens), str(one.closes)) for one in found]
    terminal.table(("wave", "instrument", "opens", "closes"), rows)
    terminal.say(f"Written into {file}." if write else "Nothing was written: add --write.")


def _planned(
    programme: Programme, asked: dict[str, str | None]
) -> tuple[Programme, tuple[Wave, ...]]:
    from workshopcore.evaluation.instruments import planned_waves
    from workshopcore.toolkit import Toolkit

    toolkit, names = Toolkit(), {}
    for kind, name in asked.items():
        if name:
            programme, names[kind] = with_one(toolkit, programme, name)
    return programme, planned_waves(programme, **names)

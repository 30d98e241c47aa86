"""`workshopcore evaluate summary`: what may be shown of the answers."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workshopcore.cli.answers import evaluated
from workshopcore.cli.completion import wave_ids
from workshopcore.cli.program import Command
from workshopcore.cli.terminal import Terminal, print_json
from workshopcore.cli.words import as_of

if TYPE_CHECKING:
    from workshopcore.contracts.evaluation import Evaluation, ShownWave
    from workshopcore.model.programme import Programme

__all__ = ["strict", "summary"]

strict = click.option("--strict", is_flag=True, help="Show counts of answers in bands only.")
"""The option of a house that is stricter than others."""


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore evaluate summary programme.toml
  workshopcore evaluate summary programme.toml --wave close
  workshopcore evaluate summary programme.toml --as-of 2027-12-31 --strict
  workshopcore evaluate summary programme.toml --json

\b
What is shown has passed disclosure control, given what was published before.
To show it to others all the same, publish it: only then does the ledger know.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--wave", metavar="ID", shell_complete=wave_ids, help="Only this round of asking.")
@as_of
@strict
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def summary(file: Path, wave: str | None, as_of: date | None, strict: bool, as_json: bool) -> None:
    """Say what people answered, as far as it may be shown."""
    from workshopcore import files
    from workshopcore.cli.evaluate import data, telling

    programme = files.load(file)
    found = evaluated(programme, file, as_of or date.today(), strict=strict)
    shown = _chosen(programme, found, wave)
    if as_json:
        print_json(data.summary_to_json(found, shown))
        return
    terminal = Terminal()
    terminal.say((f"What may be shown of '{programme.title}' on {found.as_of}", "bold"))
    for each in shown:
        terminal.say()
        telling.tell_wave(terminal, each)
    for line in _left_out(programme, found, wave):
        terminal.say()
        terminal.say(line)
    telling.tell_notes(terminal, found.notes if shown else ())


def _chosen(programme: Programme, found: Evaluation, wave: str | None) -> list[ShownWave]:
    """Return the waves that are asked for, as far as anything is known of them.

    Raises:
        UnknownKeyError: there is no such wave.
    """
    wanted = wave and programme.wave(wave).id
    return [each for each in found.waves if not wanted or each.wave == wanted]


def _left_out(programme: Programme, found: Evaluation, wave: str | None) -> list[str]:
    """Return why nothing is said of some waves."""
    shown = {each.wave for each in found.waves}
    lines = [
        f"{each.title} ({each.id}): "
        + (f"open until {each.closes}" if each.answers else "no answers are kept yet")
        for each in programme.waves
        if each.id not in shown and (not wave or each.id == wave)
    ]
    return lines if programme.waves else ["The programme has no waves yet."]

"""`workshopcore instruments copy`: an instrument of the bank, put into a programme."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from workshopcore.cli.completion import instrument_keys
from workshopcore.cli.editing import edit
from workshopcore.cli.program import Command, Refusal
from workshopcore.cli.terminal import Terminal

if TYPE_CHECKING:
    from workshopcore.model.evaluation import Instrument
    from workshopcore.model.programme import Programme

__all__ = ["copy"]


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore instruments copy programme.toml session-pulse
  workshopcore instruments copy programme.toml team-climate programme-close
  workshopcore instruments copy programme.toml session-pulse --as our-pulse

\b
A programme file says everything itself, so that it reads the same in five years:
an instrument of the bank is copied into it, and is the programme's own from then
on. Change it there until it is frozen; keep the identifiers of questions that
you want to compare with other programmes.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("names", metavar="ID...", nargs=-1, required=True, shell_complete=instrument_keys)
@click.option("--as", "own_id", metavar="ID", help="Under another identifier; for one only.")
def copy(file: Path, names: tuple[str, ...], own_id: str | None) -> None:
    """Copy instruments of the bank, or of a plugin, into a programme."""
    from workshopcore.toolkit import Toolkit

    if own_id is not None and len(names) > 1:
        raise click.UsageError("--as goes with one instrument")
    bank = Toolkit().instruments
    chosen = [bank[name] for name in names]
    if own_id is not None:
        chosen = [attrs.evolve(chosen[0], id=own_id)]

    def change(programme: Programme) -> Programme:
        for instrument in chosen:
            programme = _with(programme, instrument)
        return programme

    edited = edit(file, change)
    before = {each.id for each in edited.before.instruments}
    for instrument in chosen:
        what = "is there already" if instrument.id in before else "copied"
        number = len(instrument.questions)
        Terminal().say((instrument.id, "bold"), f": {what}, {number} questions")


def _with(programme: Programme, instrument: Instrument) -> Programme:
    from workshopcore.model.instruments import fingerprint

    old = next((each for each in programme.instruments if each.id == instrument.id), None)
    if old is None:
        return programme.with_instrument(instrument)
    if fingerprint(old) != fingerprint(instrument):
        raise Refusal(
            f"the programme has an instrument '{instrument.id}' that asks something else:"
            " add --as with another identifier"
        )
    return programme

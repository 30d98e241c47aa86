"""`workshopcore instruments list`: the bank, and what a programme has."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workshopcore.cli.program import Command
from workshopcore.cli.terminal import Terminal, print_json

if TYPE_CHECKING:
    from workshopcore.model.evaluation import Instrument

__all__ = ["list_instruments"]


@click.command(
    "list",
    cls=Command,
    epilog="""\b
Examples:
  workshopcore instruments list
  workshopcore instruments list programme.toml
  workshopcore instruments list --json""",
)
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def list_instruments(file: Path | None, as_json: bool) -> None:
    """List the instruments of the bank, or of a programme.

    Without a FILE, those of the bank and of plugins. Levels are Kirkpatrick's: 1 reaction,
    2 learning, 3 behaviour, 4 results.
    """
    from workshopcore import files
    from workshopcore.toolkit import Toolkit

    if file is None:
        found = dict(Toolkit().instruments)
    else:
        found = {each.id: each for each in files.load(file).instruments}
    if as_json:
        print_json({"instruments": [_to_json(key, one) for key, one in found.items()]})
        return
    if not found:
        Terminal().say("No instrument yet. `workshopcore instruments copy` brings one in.")
        return
    rows = [
        (key, one.title, str(len(one.questions)), _levels(one), str(one.frozen_on or ""))
        for key, one in found.items()
    ]
    headings = ("instrument", "title", "questions", "levels", "frozen")
    shown = len(headings) if any(row[-1] for row in rows) else len(headings) - 1
    Terminal().table(headings[:shown], [row[:shown] for row in rows])


def _levels(instrument: Instrument) -> str:
    return ", ".join(map(str, _sorted(one.level for one in instrument.questions)))


def _sorted(levels: Iterable[int | None]) -> list[int]:
    return sorted({level for level in levels if level is not None})


def _to_json(key: str, one: Instrument) -> dict[str, Any]:
    return {
        "key": key,
        "id": one.id,
        "title": one.title,
        "questions": len(one.questions),
        "levels": _sorted(question.level for question in one.questions),
        "frozen_on": one.frozen_on.isoformat() if one.frozen_on else None,
        "replaces": one.replaces or None,
    }

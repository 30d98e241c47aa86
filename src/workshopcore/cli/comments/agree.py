"""`workshopcore comments agree`: how far coders agree, and what they have to talk over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.exceptions import Exit

from workshopcore.cli.comments.gathering import gathered
from workshopcore.cli.completion import wave_ids
from workshopcore.cli.program import Command
from workshopcore.cli.terminal import Terminal, print_json

if TYPE_CHECKING:
    from workshopcore.evaluation.comments import Agreement, Codebook
    from workshopcore.evaluation.statistics import Statistic

__all__ = ["agree"]


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore comments agree programme.toml close ay.csv tn.csv
  workshopcore comments agree programme.toml close ay.csv tn.csv --json

\b
Exit code: 0 everything was read, 1 there are problems (the rest was used),
2 nothing could be done.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("wave", shell_complete=wave_ids)
@click.argument("sheets", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def agree(file: Path, wave: str, sheets: tuple[Path, ...], as_json: bool) -> None:
    """Say how far coders agree, theme by theme, and where not."""
    from workshopcore.evaluation.comments import agreement

    found = gathered(file, wave)
    codings, clean = found.read(sheets)
    agreed = agreement(codings, found.comments, found.codebook)
    if as_json:
        print_json(_to_json(agreed))
    else:
        _show(agreed, found.codebook)
    if not clean:
        raise Exit(1)


def _show(agreed: Agreement, codebook: Codebook) -> None:
    terminal = Terminal()
    terminal.say(("All themes together: ", "bold"), str(agreed.overall))
    for theme in codebook.themes:
        terminal.say(f"{theme.title}: {agreed.alphas[str(theme.id)]}")
    if agreed.disagreements:
        terminal.say(("To talk over", "bold"))
    for each in agreed.disagreements:
        terminal.say((f"{each.comment.mark}: ", "bold"), each.comment.text)
        for coder, themes in each.codes.items():
            terminal.say(f"  {coder}: {'; '.join(themes) or 'none'}")


def _to_json(agreed: Agreement) -> dict[str, Any]:
    return {
        "coders": list(agreed.coders),
        "overall": _figure(agreed.overall),
        "alphas": {key: _figure(one) for key, one in agreed.alphas.items()},
        "kappas": {key: _figure(one) for key, one in agreed.kappas.items()},
        "disagreements": [
            {
                "question": each.comment.mark.item,
                "comment": each.comment.mark.number,
                "codes": {coder: list(themes) for coder, themes in each.codes.items()},
                "themes": list(each.themes),
            }
            for each in agreed.disagreements
        ],
    }


def _figure(one: Statistic) -> dict[str, Any]:
    between = one.interval and [float(one.interval.low), float(one.interval.high)]
    value = None if one.value is None else float(one.value)
    return {"value": value, "units": one.used, "interval": between, "why": one.why}

"""`workshopcore comments themes`: how many spoke of what, and words that may be shown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.exceptions import Exit

from workshopcore.cli.comments.gathering import Gathered, gathered
from workshopcore.cli.completion import wave_ids
from workshopcore.cli.program import Command
from workshopcore.cli.terminal import Terminal, print_json

if TYPE_CHECKING:
    from workshopcore.evaluation.comments import Coding, Example, ThemeCounts

__all__ = ["themes"]


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore comments themes programme.toml close
  workshopcore comments themes programme.toml close ay.csv tn.csv --decided both.csv
  workshopcore comments themes programme.toml close ay.csv --json

\b
Without sheets the words of the themes are looked for. A comment that coders saw
differently counts once it is decided. Words with anything in them that tells whose
they are wait for an approved wording, in the column Wording of a sheet.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("wave", shell_complete=wave_ids)
@click.argument("sheets", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--decided",
    metavar="PATH",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A sheet with what was decided where coders differ.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def themes(
    file: Path, wave: str, sheets: tuple[Path, ...], decided: Path | None, as_json: bool
) -> None:
    """Count how many of those who commented spoke of what."""
    from workshopcore.cli.answers import rule_of
    from workshopcore.evaluation.comments import count_themes, examples

    found = gathered(file, wave)
    coding, left, clean = _coded(found, sheets, decided)
    rule = rule_of(found.programme, strict=False)
    counts = count_themes(found.comments, coding, found.codebook, rule=rule)
    shown = {
        str(row.theme.id): examples(
            found.comments, coding, str(row.theme.id), people=found.programme.people, rule=rule
        )
        for row in counts.rows
    }
    if as_json:
        print_json(_to_json(counts, shown, left))
    else:
        _show(counts, shown, left)
    if not clean:
        raise Exit(1)


def _coded(
    found: Gathered, sheets: Sequence[Path], decided: Path | None
) -> tuple[Coding, int, bool]:
    """Return what holds, how many comments are still open, and whether all could be read."""
    from workshopcore.evaluation.comments import adjudicate, code_by_lexicon

    if not sheets and decided is None:
        return code_by_lexicon(found.comments, found.codebook), 0, True
    codings, clean = found.read(sheets)
    verdicts, also_clean = found.read([decided] if decided else [])
    settled = adjudicate(codings, found.comments, verdicts[0] if verdicts else None)
    return settled.coding, len(settled.open), clean and also_clean


def _show(counts: ThemeCounts, shown: dict[str, tuple[Example, ...]], left: int) -> None:
    terminal = Terminal()
    if counts.withheld:
        terminal.say(f"Not shown: {counts.withheld}.")
    for row in counts.rows:
        terminal.say((row.says, "bold"))
        found = shown[str(row.theme.id)]
        for example in found:
            if example.shown:
                terminal.say(f"  “{example.shown}”")
        waiting = sum(not example.shown for example in found)
        if waiting:
            terminal.say(f"  ({waiting} more: not before somebody has approved a wording)")
    for note in counts.notes:
        terminal.say(f"{note}.")
    if left:
        terminal.say(f"Not counted: {left} on which coders differ and nothing was decided.")


def _to_json(
    counts: ThemeCounts, shown: dict[str, tuple[Example, ...]], left: int
) -> dict[str, Any]:
    rows = [
        {
            "theme": str(row.theme.id),
            "people": row.people,
            "examples": [one.shown for one in shown[str(row.theme.id)] if one.shown],
            "waiting": sum(not one.shown for one in shown[str(row.theme.id)]),
        }
        for row in counts.rows
    ]
    return {
        "themes": rows,
        "commented": None if counts.withheld else counts.commented,
        "open": left,
        "withheld": counts.withheld,
        "notes": list(counts.notes),
    }

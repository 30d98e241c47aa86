"""`workshopcore evaluate pair`: who is who in two waves, and which codes are in doubt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from workshopcore.cli.answers import kept
from workshopcore.cli.completion import wave_ids
from workshopcore.cli.program import Command, Refusal
from workshopcore.cli.terminal import Terminal, print_json

if TYPE_CHECKING:
    from workshopcore.evaluation import Pairing
    from workshopcore.evaluation.answers import Answers
    from workshopcore.model.programme import Programme

__all__ = ["pair"]


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore evaluate pair programme.toml baseline close
  workshopcore evaluate pair programme.toml baseline close --json

\b
Codes that agree are paired. One that differs by a slip of the pen is only likely:
correct it in the export and import that again with --replace.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("before", shell_complete=wave_ids)
@click.argument("after", shell_complete=wave_ids)
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def pair(file: Path, before: str, after: str, as_json: bool) -> None:
    """Say whose codes agree in two waves, and which are in doubt."""
    from workshopcore import files
    from workshopcore.evaluation import pair_codes

    programme = files.load(file)
    answers = kept(programme, file)
    first, last = (_coded(programme, answers, name) for name in (before, after))
    found = pair_codes(filter(None, first.tokens), filter(None, last.tokens))
    if as_json:
        print_json(attrs.asdict(found))
    else:
        _tell(found, before, after)


def _coded(programme: Programme, answers: dict[str, Answers], name: str) -> Answers:
    wave = programme.wave(name)
    if wave.id not in answers:
        raise Refusal(f"no answers are kept of '{wave.id}': import them first")
    if not any(answers[wave.id].tokens):
        raise Refusal(
            f"the answers of '{wave.id}' have no codes: name the column that has them,"
            ' token = "…", in the mapping, and import them again'
        )
    return answers[wave.id]


def _tell(found: Pairing, before: str, after: str) -> None:
    terminal = Terminal()
    terminal.say((str(found), "bold"))
    if found.likely:
        terminal.say()
        terminal.say("Likely the same, a slip apart:")
        rows = [(one, other, str(slips)) for one, other, slips in found.likely]
        terminal.table((before, after, "slips"), rows)
    if found.doubtful:
        terminal.say()
        terminal.say("In doubt, because each could be several:")
        terminal.table(
            (after, f"could be, of {before}"),
            [(doubt.code, ", ".join(doubt.maybe)) for doubt in found.doubtful],
        )
    for words, codes in (
        (f"Only in {before}", found.only_before),
        (f"Only in {after}", found.only_after),
        ("Given more than once", found.repeated),
    ):
        if codes:
            terminal.say()
            terminal.say(f"{words}: {', '.join(sorted(codes))}")

"""`workshopcore instruments show`: everything that an instrument asks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import click

from workshopcore.cli.completion import instrument_keys
from workshopcore.cli.instruments.choosing import chosen_instrument
from workshopcore.cli.program import Command
from workshopcore.cli.terminal import Terminal, print_json

if TYPE_CHECKING:
    from workshopcore.model.evaluation import Instrument, Question

__all__ = ["show"]


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore instruments show team-climate
  workshopcore instruments show follow-up programme.toml
  workshopcore instruments show team-climate --json""",
)
@click.argument("instrument", metavar="ID", shell_complete=instrument_keys)
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def show(instrument: str, file: Path | None, as_json: bool) -> None:
    """Show what an instrument of the bank, or of a programme, asks."""
    from workshopcore import files
    from workshopcore.toolkit import Toolkit

    programme = files.load(file) if file else None
    found = chosen_instrument(Toolkit(), programme, instrument)
    if as_json:
        print_json(_to_json(found))
        return
    terminal = Terminal()
    terminal.say((found.title, "bold"))
    for paragraph in found.introduction.split("\n\n"):
        terminal.say(" ".join(paragraph.split()))
    section = ""
    for question in found.questions:
        if question.section != section:
            section = question.section
            terminal.say()
            terminal.say((section, "bold"))
        _show(terminal, question)


def _show(terminal: Terminal, question: Question) -> None:
    from workshopcore.evaluation.instruments.asking import hint_of, options_of

    terminal.say((str(question.id), "bold"), f": {question.text}  ", (_facts(question), "dim"))
    if hint := hint_of(question):
        terminal.say("    ", hint)
    for row in question.rows:
        terminal.say("    - ", row)
    if question.type not in ("likelihood", "yes-no") and (options := options_of(question)):
        terminal.say("    ", " | ".join(options))


def _facts(question: Question) -> str:
    facts = [
        question.type,
        f"level {question.level}" if question.level else "",
        question.construct,
        "reversed" if question.reverse else "",
        "kept apart" if question.apart else "",
    ]
    return f"({', '.join(fact for fact in facts if fact)})"


def _to_json(found: Instrument) -> dict[str, Any]:
    return {
        "id": found.id,
        "title": found.title,
        "introduction": found.introduction,
        "frozen_on": found.frozen_on.isoformat() if found.frozen_on else None,
        "questions": [attrs.asdict(question) for question in found.questions],
    }

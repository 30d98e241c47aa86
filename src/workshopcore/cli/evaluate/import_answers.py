"""`workshopcore evaluate import`: answers from a survey tool, put beside the programme."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import frozen
from click.exceptions import Exit

from workshopcore.cli.answers import instrument_of
from workshopcore.cli.completion import wave_ids
from workshopcore.cli.evaluate.export_file import form, opened
from workshopcore.cli.program import Command, Refusal
from workshopcore.cli.terminal import lines, print_json

if TYPE_CHECKING:
    from workshopcore.cli.evaluate.keeping import Kept
    from workshopcore.cli.evaluate.mappings import Chosen
    from workshopcore.evaluation import Answers

__all__ = ["Taken", "import_answers"]


@frozen
class Taken:
    """What came of reading an export.

    Attributes:
        wave: the round of asking.
        path: the export.
        answers: what was read, with what could not be.
        chosen: how it was read.
        kept: what was written; ``None`` where nothing was.
    """

    wave: str
    path: Path
    answers: Answers
    chosen: Chosen
    kept: Kept | None = None


@click.command(
    "import",
    cls=Command,
    epilog="""\b
A mapping says which column is which question, and which word which answer:
  workshopcore evaluate import programme.toml close export.csv --suggest
  workshopcore evaluate import programme.toml close export.csv --mapping forms.toml

\b
Examples:
  workshopcore evaluate import programme.toml close export.csv
  workshopcore evaluate import programme.toml close export.csv --write

\b
--write puts the answers into answers/close.csv beside the programme, names the
file there by its hash, freezes the instrument, and makes answers/key: a secret
of the house. Keep both out of mail and version control.

\b
Exit code: 0 all is read, 1 something could not be (the rest is), 2 nothing was.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("wave", shell_complete=wave_ids)
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--mapping",
    metavar="NAME|FILE.toml",
    help="One of the instrument's mappings, or a file that is then kept with it.",
)
@form
@click.option("--sheet", metavar="NAME", default="", help="The sheet of a workbook.")
@click.option("--keep-times", is_flag=True, help="Keep when each answer was given.")
@click.option("--suggest", is_flag=True, help="Print a mapping to start from, and stop.")
@click.option("--write", is_flag=True, help="Put the answers beside the programme.")
@click.option("--replace", is_flag=True, help="Also where there are other answers already.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def import_answers(
    file: Path,
    wave: str,
    path: Path,
    mapping: str | None,
    key: str | None,
    sheet: str,
    keep_times: bool,
    suggest: bool,
    write: bool,
    replace: bool,
    as_json: bool,
) -> None:
    """Read what a survey tool exported; without --write, only look.

    Names, addresses and moments stay behind: only what the instrument asks is taken.
    """
    from workshopcore import files
    from workshopcore.cli.evaluate import import_text
    from workshopcore.cli.evaluate.keeping import keep
    from workshopcore.cli.evaluate.mappings import chosen_mapping
    from workshopcore.cli.evaluate.suggesting import suggested
    from workshopcore.evaluation import read_answers

    programme = files.load(file)
    asked = programme.wave(wave)
    instrument = instrument_of(programme, asked)
    export = opened(path, programme, sheet, key)
    if suggest:
        click.echo(lines(suggested(export.source, instrument, path.name)), nl=False)
        return
    chosen = chosen_mapping(instrument, asked, mapping)
    answers = read_answers(export.source, instrument, chosen.mapping, keep_times=keep_times)
    taken = Taken(asked.id, path, answers, chosen)
    if not len(answers):
        import_text.show_problems(taken, export.problems)
        raise Refusal(
            f"{path}: no answers to '{instrument.id}' in it. Add --suggest for a mapping to"
            " start from"
        )
    if write:
        kept = keep(
            file,
            asked.id,
            answers,
            chosen,
            today=date.today(),
            replace=replace,
            keep_times=keep_times,
        )
        taken = Taken(asked.id, path, answers, chosen, kept)
    if as_json:
        print_json(import_text.to_json(taken, export.problems))
    else:
        import_text.show(taken, export.problems)
    if answers.problems or export.problems:
        raise Exit(1)

"""`workshopcore evaluate survey`: a survey export that nobody prepared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import click

from workshopcore.cli.evaluate.export_file import form, opened
from workshopcore.cli.evaluate.summary import strict
from workshopcore.cli.program import Command, Refusal
from workshopcore.cli.terminal import Terminal, print_json

if TYPE_CHECKING:
    from workshopcore.contracts.evaluation import Evaluation, ShownItem
    from workshopcore.errors import Problem
    from workshopcore.evaluation.guessing import GuessedSurvey
    from workshopcore.model.programme import Programme

__all__ = ["survey"]

_WAVE, _MAPPING = "answers", "export"
_SAID = re.compile(
    r"(.+?)(=)((?:likelihood|yes-no|scale|(?:single-)?choice|several(?:-choice)?|text|token"
    r"|dropped)(?::.*)?)$",
    re.DOTALL,
)
"""A heading, which may have any sign in it, and a kind."""


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore evaluate survey export.csv
  workshopcore evaluate survey export.csv --as "Worth it=scale:No|Partly|Yes"
  workshopcore evaluate survey export.csv --json
  workshopcore evaluate survey export.csv --instrument-out survey.toml

\b
KIND is likelihood, yes-no, scale, choice, several, text, token or dropped; labels
or options may follow a colon, from the lowest to the highest.
survey.toml is a programme file: correct it, and go on with
  workshopcore evaluate import survey.toml answers export.csv --write""",
)
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--as",
    "wanted",
    metavar="HEADING=KIND",
    multiple=True,
    help="What a column is, where the guess is wrong.",
)
@click.option(
    "--k",
    type=click.IntRange(2, 1000),
    default=5,
    show_default=True,
    help="The fewest people behind a figure.",
)
@strict
@form
@click.option("--sheet", metavar="NAME", default="", help="The sheet of a workbook.")
@click.option(
    "--instrument-out",
    "out",
    metavar="FILE.toml",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what was guessed as an instrument with its mapping.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def survey(
    path: Path,
    wanted: tuple[str, ...],
    k: int,
    strict: bool,
    key: str | None,
    sheet: str,
    out: Path | None,
    as_json: bool,
) -> None:
    """Guess what a survey export asked, and count the answers.

    Without a programme or an instrument. What somebody wrote, and columns that say who somebody
    is, are never shown.
    """
    from workshopcore.cli.evaluate import survey_text
    from workshopcore.evaluation.guessing import guess_survey
    from workshopcore.model.programme import Programme

    title = path.stem.replace("_", " ").replace("-", " ").strip() or "Survey"
    export = opened(path, Programme(title=title), sheet, key)
    guessed = guess_survey(export.source, _wanted(wanted), title=title)
    programme = _programme(guessed, title, k)
    found, problems = _evaluated(programme, guessed, strict)
    items = found.waves[0].items
    if out is not None:
        _write(programme, out)
    if as_json:
        print_json(_to_json(guessed, found, items, problems))
    else:
        terminal = Terminal()
        survey_text.tell(terminal, path, guessed, found, problems)
        if out is not None:
            terminal.say(f"Wrote {out}: the instrument '{guessed.instrument.id}' and its mapping")


def _wanted(said: Sequence[str]) -> dict[str, str]:
    """Return by heading what somebody says that its column is.

    Raises:
        Refusal: a heading without a kind.
    """
    found = {}
    for each in said:
        match = _SAID.match(each)
        heading, equals, kind = match.groups() if match else each.partition("=")
        if not equals or not heading.strip():
            raise Refusal(f"--as {each!r}: expected HEADING=KIND, such as 'Worth it=scale'")
        found[heading.strip()] = kind
    return found


def _programme(guessed: GuessedSurvey, title: str, k: int) -> Programme:
    """Return a programme with nothing in it but what was guessed."""
    from workshopcore.cli.evaluate.mappings import as_table
    from workshopcore.model.evaluation import Wave
    from workshopcore.model.programme import Programme

    mappings = {_MAPPING: as_table(guessed.mapping)}
    instrument = attrs.evolve(guessed.instrument, mappings=mappings)
    wave = Wave(title, "close", id=_WAVE, instrument=instrument.id)
    return Programme(title=title, k_min=k, instruments=[instrument], waves=[wave])


def _evaluated(
    programme: Programme, guessed: GuessedSurvey, strict: bool
) -> tuple[Evaluation, tuple[Problem, ...]]:
    from workshopcore.cli.answers import rule_of
    from workshopcore.evaluation import evaluate

    answers = guessed.answers()
    rule = rule_of(programme, strict)
    return evaluate(programme, {_WAVE: answers}, date.today(), rule=rule), answers.problems


def _write(programme: Programme, out: Path) -> None:
    """Write a programme file; one that is there already is left alone.

    Raises:
        Refusal: there is one.
    """
    from workshopcore import files

    try:
        with out.open("x", encoding="utf-8", newline="\n") as file:
            file.write(files.dumps(programme))
    except FileExistsError as error:
        raise Refusal(f"{out} is there already: name another file, or move it away") from error


def _to_json(
    guessed: GuessedSurvey,
    found: Evaluation,
    items: Sequence[ShownItem],
    problems: Sequence[Problem],
) -> dict[str, Any]:
    from workshopcore.cli.evaluate.data import items_to_json

    return {
        "rows": guessed.people,
        "people": found.waves[0].answered,
        "k": found.k,
        "withheld": found.waves[0].withheld,
        "columns": [attrs.asdict(column) for column in guessed.columns],
        "items": items_to_json(items),
        # What could not be used may be somebody's own words, so only its place is told.
        "not_used": [problem.path for problem in problems],
        "notes": list(found.notes),
    }

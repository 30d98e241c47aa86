"""`workshopcore actions review`: what a workshop asks after when it opens, and what it said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from workshopcore.cli.completion import action_ids, workshop_ids
from workshopcore.cli.program import Command
from workshopcore.cli.terminal import print_json
from workshopcore.cli.words import chosen_workshop, day

__all__ = ["review"]


@click.command(
    cls=Command,
    epilog="""\b
At the workshop, in a terminal:
  workshopcore actions review programme.toml where-to --record

\b
Examples:
  workshopcore actions review programme.toml where-to
  workshopcore actions review programme.toml 2 --json
  workshopcore actions review programme.toml 2 --carry invite --note "One team is thinking"

\b
--record goes through every open action and saves each answer at once. After
Ctrl-C, run it again: it goes on with what has not been answered.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("workshop", shell_complete=workshop_ids)
@click.option("--record", is_flag=True, help="Go through the open actions, and record each answer.")
@click.option(
    "--carry",
    metavar="ID",
    shell_complete=action_ids,
    help="Record that an action is carried over.",
)
@click.option("--note", default="", help="With --carry: why.")
@click.option("--due", type=day, metavar="DAY", help="With --carry: its new due date.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def review(
    file: Path,
    workshop: str,
    record: bool,
    carry: str | None,
    note: str,
    due: date | None,
    as_json: bool,
) -> None:
    """Print the review with which a workshop opens, or record it.

    Every action that is open when its day begins is on it once, under who answers for it.
    WORKSHOP is its identifier or its number.
    """
    from workshopcore import actions, files
    from workshopcore.cli.actions import review_data, review_record, review_text

    _check_options(record, carry, note, due, as_json)
    programme = files.load(file)
    held = chosen_workshop(programme, workshop)
    if record:
        review_record.go_through(file, held.id)
    elif carry is not None:
        review_record.carry_over(file, held.id, carry, note, due)
    elif as_json:
        print_json(review_data.to_json(programme, actions.review(programme, held.id)))
    else:
        review_text.show(programme, actions.review(programme, held.id))


def _check_options(
    record: bool, carry: str | None, note: str, due: date | None, as_json: bool
) -> None:
    """Refuse options that say nothing together.

    Raises:
        click.UsageError: some do.
    """
    if carry is None and (note or due):
        raise click.UsageError(f"{'--note' if note else '--due'} goes with --carry")
    if carry is not None and not note.strip():
        raise click.UsageError("--carry needs a reason: add --note")
    if sum((record, carry is not None, as_json)) > 1:
        raise click.UsageError("--record, --carry and --json do not go together")

"""The command `workshopcore record`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.exceptions import Exit

from workshopcore.cli.completion import person_ids, workshop_ids
from workshopcore.cli.program import Command, Refusal
from workshopcore.cli.terminal import print_json
from workshopcore.cli.words import chosen_workshop, day

if TYPE_CHECKING:
    from workshopcore.cli.record.book import Book

__all__ = ["record"]


@click.command(
    "record",
    cls=Command,
    epilog="""\b
In a terminal, question by question; everything is saved at once:
  workshopcore record programme.toml where-now

\b
From notes that somebody typed on the day:
  workshopcore record programme.toml where-now --template > notes.toml
  workshopcore record programme.toml where-now --from notes.toml

\b
From the page that ran the day:
  workshopcore record programme.toml where-now --times where-now.times.json

\b
What is missing before the record can be sent:
  workshopcore record programme.toml where-now --check

\b
Examples:
  workshopcore record programme.toml where-now --present Amina --apology "Mei Tanaka"
  workshopcore record programme.toml 1 --part Tomasz=10:05-12:00 --actual check-in=09:35-09:50
  workshopcore record programme.toml 1 --guest "Ana Duarte, Deputy" --substitute Mei=Ana
  workshopcore record programme.toml 1 --output "what-matters-most=One front door"
  workshopcore record programme.toml 1 --decision "One front door" --method vote
  workshopcore record programme.toml 1 --park "Pay" --triage "Pay=escalated: to the director"
  workshopcore record programme.toml 1 --state confirmed --state delivered
  workshopcore record programme.toml 1 --template
  workshopcore record programme.toml 1 --json

\b
All or nothing: if anything is wrong, everything wrong is told and nothing is written.
Exit code: 0 all is well, 1 with --check something is missing, 2 nothing could be done.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("workshop", required=False, shell_complete=workshop_ids)
@click.option(
    "--present",
    multiple=True,
    metavar="NAME",
    shell_complete=person_ids,
    help="Somebody was there.",
)
@click.option(
    "--part", multiple=True, metavar="NAME=13:00-16:30", help="Somebody was there for part."
)
@click.option(
    "--apology",
    multiple=True,
    metavar="NAME",
    shell_complete=person_ids,
    help="Somebody sent apologies.",
)
@click.option(
    "--no-show",
    multiple=True,
    metavar="NAME",
    shell_complete=person_ids,
    help="Somebody did not come.",
)
@click.option(
    "--substitute", multiple=True, metavar="NAME=OTHER", help="Another came in somebody's place."
)
@click.option(
    "--guest",
    multiple=True,
    metavar='"NAME, POST"',
    help="Put somebody who came on the programme, as an observer.",
)
@click.option(
    "--actual",
    multiple=True,
    metavar="SESSION=10:05-11:10",
    help="When a session really ran, or that it was cut or moved.",
)
@click.option(
    "--output", multiple=True, metavar="SESSION=TEXT", help="What came out of it, word for word."
)
@click.option("--decision", multiple=True, metavar="TEXT", help="Something was decided.")
@click.option(
    "--method", multiple=True, metavar="WORD", help="How: consensus, vote or sponsor; in order."
)
@click.option("--dissent", multiple=True, metavar="TEXT", help="Who saw it differently; in order.")
@click.option("--park", multiple=True, metavar="TEXT", help="Something was set aside for later.")
@click.option(
    "--triage",
    multiple=True,
    metavar="ISSUE=FATE[:NOTE]",
    help="What becomes of it: action, agenda, escalated or dropped.",
)
@click.option("--attach", multiple=True, metavar="PATH", help="A photograph or file belongs to it.")
@click.option("--caption", multiple=True, metavar="TEXT", help="What it shows; in order.")
@click.option("--state", multiple=True, metavar="STATE", help="Such as delivered or written-up.")
@click.option("--on", type=day, metavar="DAY", help="The day of --state and --triage.")
@click.option(
    "--from",
    "notes",
    type=click.Path(path_type=Path),
    metavar="NOTES",
    help="Take a file of notes.",
)
@click.option(
    "--times",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Take the times that a run sheet's page saved.",
)
@click.option(
    "--replace", is_flag=True, help="With --times: they count where the record says otherwise."
)
@click.option("--template", is_flag=True, help="Print notes to fill in.")
@click.option("--check", is_flag=True, help="Say what is still missing.")
@click.option("--json", "as_json", is_flag=True, help="Print the record for machines.")
def record(
    file: Path,
    workshop: str | None,
    on: date | None,
    template: bool,
    check: bool,
    as_json: bool,
    **orders: Any,
) -> None:
    """Write down what happened at a workshop, and check the record.

    Attendance, outputs word for word, decisions, parked issues, actual times, photographs.
    WORKSHOP is its identifier or its number. Alone, the command asks question by question.
    """
    from workshopcore.cli.record.book import Book
    from workshopcore.cli.record.orders import Orders
    from workshopcore.toolkit import Toolkit

    chosen = _chosen(file, workshop)
    book = Book(file, chosen, Toolkit().formats, date.today(), on)
    asked_for = Orders(**orders)
    if asked_for.replace and asked_for.times is None:
        raise click.UsageError("--replace goes with --times")
    if template and (asked_for.anything or check or as_json):
        raise click.UsageError("--template goes alone")
    if template:
        _print_template(book)
        return
    if not (asked_for.anything or check or as_json):
        _ask(book)
        return
    told = book.take(asked_for.enter) if asked_for.anything else None
    _answer(book, told, check=check, as_json=as_json)


def _chosen(file: Path, name: str | None) -> str:
    """Return the identifier of the workshop that was named, or of the only one.

    Raises:
        Refusal: none was named, and there are several.
    """
    from workshopcore import files

    programme = files.load(file)
    if name is None and len(programme.workshops) > 1:
        names = ", ".join(workshop.id for workshop in programme.in_order)
        raise Refusal(f"name a workshop, or its number: {names}")
    return chosen_workshop(programme, name or "1").id


def _print_template(book: Book) -> None:
    from workshopcore.cli.record.template import notes_to_fill_in
    from workshopcore.cli.terminal import lines

    click.echo(lines(notes_to_fill_in(book.scribe(book.programme))), nl=False)


def _ask(book: Book) -> None:
    from workshopcore.cli.record.asking import Desk, check_terminal
    from workshopcore.cli.record.dialogue import Dialogue
    from workshopcore.cli.terminal import Terminal

    check_terminal()
    Dialogue(Desk(book, Terminal())).run()


def _answer(book: Book, told: tuple[str, ...] | None, *, check: bool, as_json: bool) -> None:
    """Print what was asked for after everything is on record."""
    from workshopcore.cli.record import as_data, show

    found = book.missing() if check else ()
    if as_json and check:
        print_json(as_data.missing_data(found))
    elif as_json:
        print_json(as_data.record_data(book.programme, book.workshop, book.formats))
    else:
        if told is not None:
            show.show_told(book, told)
        if check:
            show.show_missing(book, found)
    if found:
        raise Exit(1)

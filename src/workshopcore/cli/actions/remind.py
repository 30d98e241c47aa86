"""`workshopcore actions remind`: a personal letter for everybody who has something open."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.exceptions import Exit

from workshopcore.cli.completion import person_ids
from workshopcore.cli.program import Command, Refusal
from workshopcore.cli.terminal import Terminal, lines
from workshopcore.cli.words import as_of, chosen_person

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workshopcore.actions import Reminder
    from workshopcore.model.people import Person
    from workshopcore.model.programme import Programme
    from workshopcore.toolkit import Toolkit

__all__ = ["remind"]

_RULE = "-" * 72
_CALENDAR = "calendar"


@click.command(
    cls=Command,
    epilog="""\b
As files, which a mail program opens and sends; nothing is sent from here:
  workshopcore actions remind programme.toml --to letters
  workshopcore actions remind programme.toml --to letters --from rosa@harbour.example

\b
Examples:
  workshopcore actions remind programme.toml --as-of 2027-03-01
  workshopcore actions remind programme.toml --as-of 2027-03-01 --owner Amina

\b
With the plugin workshopcore-calendar each letter has the tasks attached.

\b
Exit code: 0 all is done, 1 somebody has no e-mail address (the other letters
are written), 2 nothing could be done.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@as_of
@click.option(
    "--to",
    "folder",
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write each letter to an .eml file there, and print none.",
)
@click.option(
    "--from",
    "sender",
    metavar="WHO",
    help="Who writes: an e-mail address, or somebody of the programme."
    "  [default: the lead facilitator]",
)
@click.option(
    "--owner", metavar="WHO", shell_complete=person_ids, help="Only the letter to one person."
)
def remind(
    file: Path, as_of: date | None, folder: Path | None, sender: str | None, owner: str | None
) -> None:
    """Print or write a reminder to each owner.

    Everybody gets one letter about their own open actions. Nothing is ever sent.
    """
    from workshopcore import files
    from workshopcore.toolkit import Toolkit

    programme = files.load(file)
    day = as_of or date.today()
    people = None if owner is None else [chosen_person(programme, owner).id]
    who = _sender(programme, sender, day)
    toolkit = Toolkit()
    found = toolkit.reminders(programme, day, people=people)
    if not found:
        name = programme.person(people[0]).name if people else ""
        who_has = f"{name} has nothing" if name else "nobody has anything"
        Terminal().say(f"On {day} {who_has} open: there is no letter to write.")
        return
    _warn_of(toolkit)
    if folder is None:
        _print(found, who)
    else:
        _write(found, folder, who)


def _sender(programme: Programme, name: str | None, on: date) -> Person | str:
    """Return who writes, ``""`` where nobody is named and there is no facilitator."""
    if name is None:
        return _facilitator(programme, on) or ""
    return name if "@" in name else chosen_person(programme, name)


def _facilitator(programme: Programme, on: date) -> Person | None:
    """Return a lead facilitator with an e-mail address, or else any."""
    leads = {each.person for each in programme.facilitators if each.function == "lead"}
    able = [p for p in programme.people if p.role == "facilitator" and p.email and p.belongs(on)]
    return min(able, key=lambda person: person.id not in leads, default=None)


def _print(found: Iterable[Reminder], sender: Person | str) -> None:
    from workshopcore.actions.letters import letter
    from workshopcore.actions.letters.text import as_text

    terminal, signature = Terminal(), _name(sender)
    for number, reminder in enumerate(found):
        said = letter(reminder)
        if number:
            terminal.say()
            terminal.say((_RULE, "dim"))
            terminal.say()
        person = reminder.person
        address = f"<{reminder.email}>" if reminder.reachable else "(no e-mail address)"
        terminal.say(("To: ", "bold"), f"{person.name} {address}")
        terminal.say(("Subject: ", "bold"), said.subject)
        terminal.say()
        click.echo(lines(as_text(said, signature)), nl=False)


def _name(sender: Person | str) -> str:
    from workshopcore.actions.letters.headers import parted

    return parted(sender)[0] if isinstance(sender, str) else sender.name


def _write(found: Iterable[Reminder], folder: Path, sender: Person | str) -> None:
    from workshopcore.reports.wording import count
    from workshopcore.toolkit.reminding import write_messages

    if not sender:
        raise Refusal("who writes? Add --from, an e-mail address or somebody of the programme")
    letters = write_messages(found, folder, sender)
    terminal = Terminal()
    for path in letters.paths:
        terminal.say(f"Wrote {path}")
    for reminder in letters.unaddressed:
        terminal.say(
            ("No e-mail address: ", "bold red"),
            f"{reminder.person.name}. Print the letter: --owner {reminder.person.id}, without --to",
        )
    terminal.say(f"{count(len(letters.paths), 'letter')} in {folder}. Nothing was sent.")
    if letters.unaddressed:
        raise Exit(1)


def _warn_of(toolkit: Toolkit) -> None:
    for failure in toolkit.failures:
        if failure.plugin == _CALENDAR:
            Terminal(stderr=True).say("Without the tasks attached: ", str(failure))

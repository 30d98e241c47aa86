"""`workshopcore invitations` and `workshopcore feeds`: calendar files for everybody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.exceptions import Exit

from workshopcore.cli.completion import person_ids, workshop_ids
from workshopcore.cli.program import Command, Refusal
from workshopcore.cli.terminal import Terminal
from workshopcore.cli.words import chosen_person, chosen_workshop, day
from workshopcore_calendar.invitations.record_file import NAME, RecordFile

if TYPE_CHECKING:
    from workshopcore import Toolkit
    from workshopcore.model.people import Person
    from workshopcore.model.programme import Programme
    from workshopcore_calendar.invitations import Invitation, Invitations

__all__ = ["feeds", "invitations"]

_file = click.argument("file", type=click.Path(path_type=Path))
_as_of = click.option(
    "--as-of", type=day, metavar="DAY", help="As if written at noon of a day.  [default: now]"
)
_MINUTES = click.IntRange(0, 1440)


@click.command(
    cls=Command,
    epilog=f"""\b
What there is to send, and nothing written:
  workshopcore invitations programme.toml

\b
As files, one for each person and workshop; nothing is sent from here:
  workshopcore invitations programme.toml --to invitations
  workshopcore invitations programme.toml --to invitations --for Amina --workshop 2

\b
As e-mails, which a mail program opens and sends:
  workshopcore invitations programme.toml --to invitations --mail

\b
{NAME} beside the programme remembers what was written. After a change the same
command writes what updates or cancels it in people's calendars.

\b
Exit code: 0 all is done, 1 somebody has no e-mail address (the other
invitations are written), 2 nothing could be done.""",
)
@_file
@click.option(
    "--to",
    "folder",
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write each invitation to an .ics file there, and remember it.",
)
@click.option(
    "--mail", is_flag=True, help="Write what is new as e-mails, with joining instructions."
)
@click.option(
    "--for",
    "people",
    metavar="WHO",
    multiple=True,
    shell_complete=person_ids,
    help="Only those for one person; may be repeated.",
)
@click.option(
    "--workshop",
    "workshops",
    metavar="ID",
    multiple=True,
    shell_complete=workshop_ids,
    help="Only those to a workshop, by identifier or number; may be repeated.",
)
@click.option(
    "--from",
    "sender",
    metavar="WHO",
    shell_complete=person_ids,
    help="Who invites, somebody of the programme.  [default: the lead facilitator]",
)
@click.option(
    "--set-up",
    type=_MINUTES,
    metavar="MINUTES",
    help="How long before the start facilitators come.  [default: 60, online 30]",
)
@click.option(
    "--alarm", type=_MINUTES, metavar="MINUTES", help="Let calendars remind people before it."
)
@_as_of
def invitations(
    file: Path,
    folder: Path | None,
    mail: bool,
    people: tuple[str, ...],
    workshops: tuple[str, ...],
    sender: str | None,
    set_up: int | None,
    alarm: int | None,
    as_of: date | None,
) -> None:
    """Invite people to the workshops, in their calendars.

    Everybody gets an invitation of their own, which names nobody else. Nothing is ever sent.
    """
    from workshopcore import Toolkit, files
    from workshopcore_calendar.invitations import invite

    if mail and folder is None:
        raise click.UsageError("--mail needs --to FOLDER")
    programme = files.load(file)
    toolkit = Toolkit()
    kept = RecordFile.read(file.with_name(NAME))
    found = invite(
        toolkit,
        programme,
        _moment(programme, as_of),
        kept.record,
        people=[chosen_person(programme, name).id for name in people] or None,
        workshops=[chosen_workshop(programme, name).id for name in workshops] or None,
        organiser=chosen_person(programme, sender) if sender else None,
        set_up=set_up,
        alarm=alarm,
    )
    if folder is None:
        _list(found.news)
    else:
        _write(_mails(toolkit, programme, found) if mail else _calendars(found), folder)
        kept.keep(found.record)
    _tell(found, folder)


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore feeds programme.toml --to feeds
  workshopcore feeds programme.toml --to feeds --for Amina --actions

\b
Put the files where calendar programs can fetch them, each at an address that
only its own person knows, and write them anew whenever something has changed.""",
)
@_file
@click.option(
    "--to",
    "folder",
    metavar="FOLDER",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Write each calendar to an .ics file there.",
)
@click.option(
    "--for",
    "people",
    metavar="WHO",
    multiple=True,
    shell_complete=person_ids,
    help="Only that of one person; may be repeated.",
)
@click.option("--actions", is_flag=True, help="With the days on which their own actions are due.")
@click.option(
    "--as-of", type=day, metavar="DAY", help="How things stand on a day.  [default: today]"
)
def feeds(
    file: Path, folder: Path, people: tuple[str, ...], actions: bool, as_of: date | None
) -> None:
    """Write a calendar for each person, to subscribe to.

    It holds their own workshops, and nothing of anybody else.
    """
    from workshopcore import Toolkit, files
    from workshopcore.reports.wording import count
    from workshopcore.toolkit.writing import put
    from workshopcore_calendar.feeds import feeds

    programme = files.load(file)
    wanted = {chosen_person(programme, name).id for name in people}
    record = RecordFile.read(file.with_name(NAME)).record
    every = feeds(Toolkit(), programme, as_of or date.today(), record, actions=actions)
    found = [(person, data) for person, data in every if not wanted or person.id in wanted]
    without = wanted - {person.id for person, _ in found}
    if without:
        raise Refusal(f"nothing is in the calendar of {', '.join(sorted(without))}")
    for person, data in found:
        put(folder / f"{_stem(person.id)}.ics", data)
    Terminal().say(f"{count(len(found), 'calendar')} in {folder}.")


def _moment(programme: Programme, as_of: date | None) -> datetime:
    from workshopcore_calendar.values import noon

    return datetime.now(UTC) if as_of is None else noon(as_of, programme.time_zone)


def _stem(*words: str) -> str:
    from workshopcore.toolkit.naming import file_stem

    return file_stem(*words)


def _list(news: Iterable[Invitation]) -> None:
    terminal = Terminal()
    for each in news:
        sent = each.sent
        terminal.say((f"{each.news}: ", "bold"), f"{each.person.name}, {sent.title}")


def _calendars(found: Invitations) -> Iterator[tuple[Invitation, str, bytes]]:
    """Yield every message as a calendar file, so that a folder has the newest of each."""
    for each in found.messages:
        yield each, ".ics", each.data


def _mails(
    toolkit: Toolkit, programme: Programme, found: Invitations
) -> Iterator[tuple[Invitation, str, bytes]]:
    """Yield what is new as e-mails."""
    from workshopcore_calendar.invitations import as_mail

    for each in found.news:
        yield each, ".eml", bytes(as_mail(toolkit, programme, found, each))


def _write(written: Iterable[tuple[Invitation, str, bytes]], folder: Path) -> None:
    from workshopcore.toolkit.writing import put

    terminal = Terminal()
    for each, ending, data in written:
        path = folder / _stem(each.sent.person) / f"{_stem(each.sent.id)}{ending}"
        put(path, data)
        if each.news != "unchanged":
            terminal.say(f"Wrote {path} ", (f"({each.news})", "bold"))


def _tell(found: Invitations, folder: Path | None) -> None:
    from workshopcore.reports.wording import count

    number = count(len(found.news), "invitation")
    where = f"in {folder}. Nothing was sent" if folder else "to send. Add --to FOLDER to write them"
    terminal = Terminal()
    terminal.say(f"{number} {where}." if found.news else "Everybody has what there is to send.")
    for person in found.unaddressed:
        _without_address(terminal, person)
    if found.unaddressed:
        raise Exit(1)


def _without_address(terminal: Terminal, person: Person) -> None:
    cure = "Give them an email in the programme, or a calendar of their own: workshopcore feeds"
    terminal.say(("No e-mail address: ", "bold red"), f"{person.name}. {cure}")

"""`workshopcore expert update`: what is new of an engagement, with its day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import click

from workshopcore.cli.completion import engagement_ids, person_ids
from workshopcore.cli.editing import edit
from workshopcore.cli.expert.choosing import chosen_engagement, warn
from workshopcore.cli.program import Command
from workshopcore.cli.terminal import Terminal
from workshopcore.cli.words import chosen_person, day
from workshopcore.errors import InvalidValueError
from workshopcore.model.lifecycle import ENGAGEMENT, Event
from workshopcore.model.money import Money, as_money

if TYPE_CHECKING:
    from workshopcore.model.programme import Programme

__all__ = ["update"]


def _amount(text: str) -> Money | None:
    """Read an amount such as ``650.00 GBP``.

    Raises:
        click.BadParameter: it is none.
    """
    try:
        return as_money(text)
    except InvalidValueError as error:
        raise click.BadParameter(str(error)) from None


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore expert update programme.toml duties --state approached --on 2027-01-20
  workshopcore expert update programme.toml duties --reply-by 2027-01-29
  workshopcore expert update programme.toml duties --state agreed --on 2027-01-27
  workshopcore expert update programme.toml duties --interests "None declared"
  workshopcore expert update programme.toml duties --approved-by Amina --on 2027-02-01
  workshopcore expert update programme.toml duties --state briefed --on 2027-02-09
  workshopcore expert update programme.toml duties --state confirmed --on 2027-03-02
  workshopcore expert update programme.toml duties --state delivered --on 2027-03-09
  workshopcore expert update programme.toml duties --thanked --on 2027-03-11
  workshopcore expert update programme.toml duties --invoice "730.00 GBP" --on 2027-03-22
  workshopcore expert update programme.toml duties --state paid --on 2027-04-06

\b
The beginning of an identifier will do, where no other begins like that.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("engagement", metavar="ID", shell_complete=engagement_ids)
@click.option("--state", type=click.Choice(ENGAGEMENT.states[1:]), help="The state reached.")
@click.option("--note", default="", help="A word about the state.")
@click.option("--reply-by", type=day, metavar="DAY", help="When their answer is expected.")
@click.option("--host", metavar="WHO", shell_complete=person_ids, help="Who looks after them.")
@click.option("--interests", metavar="TEXT", help='What they declared, or "None declared".')
@click.option(
    "--approved-by", metavar="WHO", shell_complete=person_ids, help="Who agreed to the terms."
)
@click.option(
    "--recording", type=click.Choice(["given", "refused"]), help="Their consent to be recorded."
)
@click.option("--thanked", is_flag=True, help="The letter of thanks has gone.")
@click.option("--invoice", type=_amount, metavar="AMOUNT", help="Their invoice has come.")
@click.option("--on", type=day, metavar="DAY", help="The day of all this.  [default: today]")
def update(file: Path, engagement: str, on: date | None, **said: Any) -> None:
    """Record what is new of an expert's engagement.

    A state is added to its history, and only those that may follow the last one are taken.
    """
    news = News(on or date.today(), **said)
    edited = edit(file, lambda programme: news.added(programme, engagement))
    id = chosen_engagement(edited.before, engagement).id
    new = edited.after.engagement(id)
    Terminal().say((f"{id}: ", "bold"), new.state(news.on), news.told(edited.after))
    warn(edited, file, id)


@attrs.frozen
class News:
    """What is new of an engagement, as it was typed."""

    on: date
    state: str | None = None
    note: str = ""
    reply_by: date | None = None
    host: str | None = None
    interests: str | None = None
    approved_by: str | None = None
    recording: str | None = None
    thanked: bool = False
    invoice: Money | None = None

    def added(self, programme: Programme, name: str) -> Programme:
        """Return a programme with the news in it.

        Raises:
            click.UsageError: there is no news.
            IllegalMoveError: the state cannot follow the last one.
            UnknownKeyError: there is nobody or nothing of a name.
        """
        if self == News(self.on, note=self.note):
            raise click.UsageError(
                "Say what is new: --state, --reply-by, --host, --interests, --approved-by,"
                " --recording, --thanked or --invoice."
            )
        old = chosen_engagement(programme, name)
        changes = self._changes(programme)
        if self.state == "briefed" and old.brief_sent is None:
            changes["brief_sent"] = self.on
        if changes:
            programme = programme.with_engagement(attrs.evolve(old, **changes))
        if self.state is not None:
            event = Event(self.on, self.state, self.note)
            programme = programme.with_event(event, "expert", old.id)
        return programme

    def _changes(self, programme: Programme) -> dict[str, Any]:
        def who(name: str | None) -> str | None:
            return None if name is None else chosen_person(programme, name).id

        given = {
            "reply_by": self.reply_by,
            "host": who(self.host),
            "conflict_of_interest": self.interests,
            "approved_by": who(self.approved_by),
            "approved": self.on if self.approved_by is not None else None,
            "recording_consent": self.recording,
            "thanked": self.on if self.thanked else None,
            "invoice": self.invoice,
            "invoiced": self.on if self.invoice is not None else None,
        }
        return {name: value for name, value in given.items() if value is not None}

    def told(self, programme: Programme) -> str:
        """Return what else was taken down, in words."""
        parts = [
            f"answer expected by {self.reply_by}" if self.reply_by else "",
            f"host {chosen_person(programme, self.host).name}" if self.host else "",
            f"interests: {self.interests}" if self.interests else "",
            f"terms approved {self.on}" if self.approved_by else "",
            f"recording {self.recording}" if self.recording else "",
            f"thanked {self.on}" if self.thanked else "",
            f"invoice of {self.invoice} received {self.on}" if self.invoice else "",
        ]
        return "".join(f"; {part}" for part in parts if part)

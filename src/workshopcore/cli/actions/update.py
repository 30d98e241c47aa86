"""`workshopcore actions update`: news of an action, added to its history."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import frozen

from workshopcore.cli.completion import action_ids, evidence_ids, person_ids
from workshopcore.cli.editing import edit, warn
from workshopcore.cli.program import Command, Refusal
from workshopcore.cli.terminal import Terminal
from workshopcore.cli.words import chosen_action, chosen_person, day
from workshopcore.errors import UnknownKeyError
from workshopcore.model.lifecycle import ACTION

if TYPE_CHECKING:
    from workshopcore.model.action import Action, ActionStatus, Update
    from workshopcore.model.programme import Programme

__all__ = ["update"]


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore actions update programme.toml invite --status in-progress --on 2027-02-02
  workshopcore actions update programme.toml invite --progress 40 --on 2027-02-09
  workshopcore actions update programme.toml invite --due 2027-03-05 --on 2027-02-16
  workshopcore actions update programme.toml invite --owner Tomasz --on 2027-02-16

\b
The beginning of an identifier will do, where no other begins like that. What a
workshop's opening review said is recorded by `workshopcore actions review`.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("action", metavar="ID", shell_complete=action_ids)
@click.option("--status", type=click.Choice(ACTION.states[1:]), help="Where it stands now.")
@click.option("--progress", type=click.IntRange(0, 100), help="Per cent done.")
@click.option(
    "--due", type=day, metavar="DAY", help="A new due date; the first one stays on record."
)
@click.option("--note", default="", help="What is new, what blocks it, or why it is cancelled.")
@click.option(
    "--owner",
    metavar="WHO",
    shell_complete=person_ids,
    help="Who answers for it from now on; whose it was first stays on record.",
)
@click.option(
    "--evidence",
    metavar="ID",
    multiple=True,
    shell_complete=evidence_ids,
    help="What shows it; may be repeated.",
)
@click.option(
    "--superseded-by",
    metavar="ID",
    shell_complete=action_ids,
    help="The action that takes its place.",
)
@click.option("--by", metavar="WHO", shell_complete=person_ids, help="Who says so.")
@click.option("--on", type=day, metavar="DAY", help="The day of the news.  [default: today]")
def update(file: Path, action: str, on: date | None, **said: Any) -> None:
    """Record news of an action.

    One entry is added to its history; nothing of it is ever overwritten. Its identifier is ID.
    """
    news = News(on or date.today(), **said)
    edited = edit(file, lambda programme: news.added(programme, action))
    id = chosen_action(edited.before, action).id
    _tell(edited.after, id, news)
    warn(edited, file, id)


@frozen
class News:
    """What is new of an action, as it was typed."""

    on: date
    status: ActionStatus | None = None
    progress: int | None = None
    due: date | None = None
    note: str = ""
    owner: str | None = None
    evidence: tuple[str, ...] = ()
    superseded_by: str | None = None
    by: str | None = None

    def added(self, programme: Programme, name: str) -> Programme:
        """Return a programme with the news in it.

        Raises:
            click.UsageError: there is no news.
            Refusal: it cannot be; the message says what can.
            UnknownKeyError: there is nobody or nothing of a name.
        """
        action = chosen_action(programme, name)
        update = self._update(programme)
        _check_later_news(action, self.on)
        if update.status:
            _check_move(action, update.status, self.on)
            self._check_reasons(action, update)
        return programme.with_update(action.id, update)

    def _update(self, programme: Programme) -> Update:
        from workshopcore.model.action import Update

        name = self.superseded_by
        other = "" if name is None else chosen_action(programme, name).id
        found = Update(
            self.on,
            self.status or ("superseded" if other else None),
            progress=self.progress,
            due=self.due,
            owner=_person(programme, self.owner),
            note=self.note,
            evidence=[_evidence(programme, name) for name in self.evidence],
            superseded_by=other,
            by=_person(programme, self.by),
        )
        if found == Update(self.on, by=found.by):
            raise click.UsageError(
                "Say what is new: --status, --progress, --due, --note, --owner, --evidence"
                " or --superseded-by."
            )
        return found

    def _check_reasons(self, action: Action, update: Update) -> None:
        if update.status == "cancelled" and not self.note.strip():
            raise Refusal(f"'{action.id}' can be cancelled with a reason only: add --note")
        if update.status == "verified" and not (update.evidence or action.evidence(self.on)):
            raise Refusal(
                f"'{action.id}' can be verified by evidence only, and none is on record:"
                " add --evidence ID, or leave it at 'done'"
            )
        if update.status == "superseded" and not update.superseded_by:
            raise Refusal(f"what takes the place of '{action.id}'? Add --superseded-by ID")
        if update.superseded_by and update.status != "superseded":
            raise Refusal(f"--superseded-by makes it 'superseded', not '{update.status}'")
        if update.superseded_by == action.id:
            raise Refusal(f"'{action.id}' cannot take its own place")


def _person(programme: Programme, name: str | None) -> str:
    return "" if name is None else chosen_person(programme, name).id


def _evidence(programme: Programme, name: str) -> str:
    known = [evidence.id for evidence in programme.evidence]
    if name not in known:
        raise UnknownKeyError("evidence", name, known)
    return name


def _check_later_news(action: Action, on: date) -> None:
    """Refuse news that comes before what is on record."""
    history = action.history()
    last = history[-1].on if history else action.born
    if last is not None and on < last:
        what = "there is news of it" if history else "it begins"
        raise Refusal(
            f"'{action.id}': {what} on {last}, later than {on}, and a history is only added to."
            f" Say when with --on, {last} or later"
        )


def _check_move(action: Action, to: str, on: date) -> None:
    """Refuse a move that no action makes from where this one stands, and list those it can."""
    current = action.status(on)
    legal = ACTION.moves[current]
    if to != current and to not in legal:
        ways = f"it can become {', '.join(legal)}" if legal else "that is final"
        raise Refusal(f"'{action.id}' is {current} and cannot become {to}; {ways}")


def _tell(programme: Programme, id: str, news: News) -> None:
    """Say how the action stands now, with what it was first."""
    from workshopcore.cli.actions import wording
    from workshopcore.cli.actions.choosing import standing_of

    each = standing_of(programme, id, news.on)
    parts = [", ".join(word for word in (wording.status(each), wording.progress(each)) if word)]
    first = wording.first(each)
    when = f"due {each.due}" if each.due else "no due date"
    parts.append(f"{when} ({first})" if first else when)
    if news.owner:
        names = [programme.person(one).name for one in (each.owner, each.action.owner)]
        parts.append(f"owner {names[0]}" + (f" (first {names[1]})" if len(set(names)) > 1 else ""))
    Terminal().say((f"{id}: ", "bold"), "; ".join(parts))

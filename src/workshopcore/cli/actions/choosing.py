"""Which actions are meant: the options by which `list` and `export` choose, and their answer."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click
from attrs import frozen

from workshopcore.cli.actions.chosen import Chosen
from workshopcore.cli.completion import objective_ids, person_ids, workshop_ids
from workshopcore.cli.program import Refusal
from workshopcore.cli.words import chosen_person, chosen_workshop, day
from workshopcore.model.lifecycle import ACTION

if TYPE_CHECKING:
    from workshopcore.actions import Standing
    from workshopcore.model.programme import Programme

__all__ = [
    "ME",
    "Wanted",
    "choosing",
    "owned_by",
    "standing_of",
]

ME = "WORKSHOPCORE_ME"
"""The environment variable that says who sits at the keyboard."""

F = TypeVar("F", bound=Callable[..., Any])
Test = Callable[["Standing"], bool]

_OPTIONS = (
    click.option(
        "--owner", metavar="WHO", shell_complete=person_ids, help="Only what somebody answers for."
    ),
    click.option("--mine", is_flag=True, help=f"Only what you answer for, by {ME}."),
    click.option("--overdue", is_flag=True, help="Only what is past its date."),
    click.option("--blocked", is_flag=True, help="Only what is blocked."),
    click.option("--open/--all", "only_open", default=True, help="Only open ones, or closed too."),
    click.option(
        "--workshop",
        metavar="ID",
        shell_complete=workshop_ids,
        help="Only what a workshop agreed, by identifier or number.",
    ),
    click.option(
        "--objective",
        metavar="ID",
        shell_complete=objective_ids,
        help="Only what serves an objective.",
    ),
    click.option(
        "--status",
        type=click.Choice(ACTION.states),
        help="Only what stands there, closed or not.",
    ),
    click.option("--due-before", type=day, metavar="DAY", help="Only what is due before a day."),
)


def choosing(command: F) -> F:
    """Give a command the options that say which actions are meant."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@frozen(kw_only=True)
class Wanted:
    """What those options say."""

    owner: str | None = None
    mine: bool = False
    overdue: bool = False
    blocked: bool = False
    only_open: bool = True
    workshop: str | None = None
    objective: str | None = None
    status: str | None = None
    due_before: date | None = None

    def choose(self, programme: Programme, on: date) -> Chosen:
        """Return the actions that are meant, as they stand on a day.

        Raises:
            click.UsageError: the options do not go together.
            Refusal: there is nobody or nothing of a name.
            UnknownKeyError: likewise.
        """
        from workshopcore.actions import plan

        tests = list(self._tests(programme, on))
        every = plan(programme, on)
        closed_too = not self.only_open or self.status is not None
        base = [each for each in every if closed_too or each.is_open]
        return Chosen(
            on,
            every,
            tuple(each for each in base if all(test(each) for test in tests)),
            closed_too,
            bool(tests),
        )

    def _tests(self, programme: Programme, on: date) -> Iterator[Test]:
        who = self._who()
        if who is not None:
            yield owned_by(programme, chosen_person(programme, who).id, on)
        if self.workshop is not None:
            held = chosen_workshop(programme, self.workshop).id
            yield lambda each: each.action.origin.partition("/")[0] == held
        if self.objective is not None:
            aim = programme.objective(self.objective).id
            yield lambda each: each.action.objective == aim
        if self.status is not None:
            yield lambda each: each.status == self.status
        if self.overdue:
            yield lambda each: each.late > 0
        if self.blocked:
            yield lambda each: each.status == "blocked"
        limit = self.due_before
        if limit is not None:
            yield lambda each: each.due is not None and each.due < limit

    def _who(self) -> str | None:
        """Return who is asked for, ``None`` for everybody."""
        if not self.mine:
            return self.owner
        if self.owner is not None:
            raise click.UsageError("--mine does not go with --owner")
        me = os.environ.get(ME, "").strip()
        if not me:
            raise Refusal(
                f"--mine needs to know who you are: set {ME} to your identifier, name or e-mail"
                " address, or say --owner WHO"
            )
        return me


def standing_of(programme: Programme, action: str, on: date) -> Standing:
    """Return how one action stands on a day on which it exists."""
    from workshopcore.actions import plan

    return next(each for each in plan(programme, on) if each.action.id == action)


def owned_by(programme: Programme, person: str, on: date) -> Test:
    """Return whether somebody answers for an action: it is theirs, or they took it over."""
    from workshopcore.actions import answering

    def owned(each: Standing) -> bool:
        if each.owner == person:
            return True
        answers = answering(programme, each.owner, on)
        return answers is not None and answers.id == person

    return owned

"""Changes written into a programme file: whole or not at all, whoever else writes to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve, frozen

from workshopcore.cli.program import Refusal
from workshopcore.cli.terminal import Terminal
from workshopcore.cli.waiting import waiting
from workshopcore.errors import FileChangedError

if TYPE_CHECKING:
    from workshopcore.model.programme import Programme

__all__ = ["Change", "Edit", "edit", "warn", "warn_at"]

Change: TypeAlias = "Callable[[Programme], Programme]"
"""Returns a changed programme; it may be called again, with what somebody else has written."""

_TRIES = 5


@frozen
class Edit:
    """A programme before and after a change that is in its file."""

    before: Programme
    after: Programme


def edit(file: Path, change: Change) -> Edit:
    """Change a programme in its file; comments, order and what others write stay.

    Raises:
        OSError: the file cannot be written; it is as it was.
        Refusal: the file is being changed all the time; so it is here, and in what follows.
        WorkshopCoreError: the file cannot be read, or the change is refused.
    """
    from workshopcore import files

    for _ in range(_TRIES):
        before = files.load(file)
        after = change(before)
        try:
            if after != before:
                with waiting("Saving"):
                    files.save(after, file)
        except FileChangedError:
            continue
        return Edit(before, after)
    raise Refusal(f"{file} is being changed all the time. Nothing was written: try again")


def warn(edited: Edit, file: Path, action: str) -> None:
    """Print what a change has brought that is wrong or unwise about an action or its owner."""
    warn_at(edited, file, _paths(edited.after, action))


def warn_at(edited: Edit, file: Path, about: tuple[str, ...]) -> None:
    """Print what a change has brought that is wrong or unwise at some paths."""
    from workshopcore.cli import findings as listing
    from workshopcore.files import read
    from workshopcore.toolkit import Toolkit

    toolkit = Toolkit()
    known = set(toolkit.check(edited.before))
    new = [f for f in toolkit.check(edited.after) if f not in known and f.path.startswith(about)]
    if not new:
        return
    reading, terminal = read(file), Terminal()
    placed = (evolve(f, file=str(file), line=reading.line_of(f.path)) for f in new)
    for found in listing.in_order(placed):
        listing.show(found, terminal)


def _paths(programme: Programme, action: str) -> tuple[str, ...]:
    """Return where findings about an action are, and those about its owners' loads."""
    number, found = next((n, a) for n, a in enumerate(programme.actions) if a.id == action)
    owners = {found.owner, *(news.owner for news in found.updates)}
    people = (f"people[{n}]" for n, one in enumerate(programme.people) if one.id in owners)
    return f"actions[{number}]", *people

"""What people type, turned into values or refused in words."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import click

from workshopcore.cli.program import Refusal
from workshopcore.errors import InvalidValueError, shown
from workshopcore.model import accept

if TYPE_CHECKING:
    from workshopcore.model.action import Action
    from workshopcore.model.people import Person
    from workshopcore.model.programme import Programme
    from workshopcore.model.workshop import Workshop

__all__ = ["as_of", "chosen_action", "chosen_person", "chosen_workshop", "day", "language"]

_TAG = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def day(text: str | date) -> date:
    """Read a day such as ``2027-03-31``.

    Raises:
        click.BadParameter: it is none.
    """
    try:
        found = accept.day(text)
    except InvalidValueError as error:
        raise click.BadParameter(str(error)) from None
    assert found is not None, "only nothing is read as no day"
    return found


as_of = click.option(
    "--as-of", type=day, metavar="DAY", help="How things stand on a day.  [default: today]"
)
"""The option that names a day."""


def language(text: str) -> str:
    """Read a language tag such as ``de``; ``""`` for none.

    Raises:
        click.BadParameter: it is none.
    """
    if text and not _TAG.fullmatch(text):
        raise click.BadParameter(f"expected a tag such as de or en-GB, found {shown(text)}")
    return text


def chosen_workshop(programme: Programme, name: str) -> Workshop:
    """Return the workshop of an identifier, or of a number in order of time.

    Raises:
        Refusal: there is no workshop of that number.
        UnknownKeyError: there is none of that identifier.
    """
    count = len(programme.workshops)
    if not count:
        raise Refusal(f"'{programme.title}' has no workshops yet")
    if not name.isdecimal() or name in {workshop.id for workshop in programme.workshops}:
        return programme.workshop(name)
    if not 1 <= int(name[:9]) <= count:
        raise Refusal(f"there is no workshop {name}: expected 1 to {count}")
    return programme.in_order[int(name[:9]) - 1]


def chosen_action(programme: Programme, name: str) -> Action:
    """Return the action of an identifier, or of a beginning that only its identifier has.

    Raises:
        Refusal: several identifiers begin like that.
        UnknownKeyError: none does.
    """
    ids = [action.id for action in programme.actions]
    found = [id for id in ids if id.startswith(name)] if name and name not in ids else [name]
    if len(found) > 1:
        raise Refusal(f"{len(found)} actions begin with '{name}'. Name one of: {', '.join(found)}")
    return programme.action(found[0] if found else name)


def chosen_person(programme: Programme, name: str) -> Person:
    """Return who is meant by an identifier, a name, an e-mail address, or part of a name.

    A part is one or more whole words of the name, such as the first name, if nobody else's
    has them; accents and capitals do not matter.

    Raises:
        InvalidValueError: nobody is called that, or several people are.
    """
    from workshopcore.files.notes.names import chosen

    address = name.strip().casefold()
    mailed = [p for p in programme.people if p.email and p.email.casefold() == address]
    if len(mailed) == 1:
        return mailed[0]
    return programme.person(chosen("a person", name, {p.id: p.name for p in programme.people}))

"""What people type, turned into values or refused in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from workshopcore.cli.program import Refusal
from workshopcore.errors import InvalidValueError
from workshopcore.model import accept

if TYPE_CHECKING:
    from workshopcore.model.programme import Programme
    from workshopcore.model.workshop import Workshop

__all__ = ["chosen_workshop", "day"]


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

"""Honest words when a format does not work: what it needs, what it got, and what would do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from workshopcore.errors import FormatError

if TYPE_CHECKING:
    from workshopcore.formats.rules import OptionRule

__all__ = ["faulty", "no_split", "nothing_left", "out_of_bounds", "too_hasty", "too_long"]

# How far away a number of people is still worth proposing.
_NEAR = 200


def out_of_bounds(key: str, people: int, bounds: tuple[int, int]) -> FormatError:
    """Return the refusal of too few or too many people."""
    least, most = bounds
    cure = "Invite more people" if people < least else "Run it in several rooms"
    return FormatError(
        f"the format '{key}' works for {least} to {most} people, found {people}."
        f" {cure}, or choose another format"
    )


def no_split(
    key: str, wanted: str, people: int, bounds: tuple[int, int], works: Callable[[int], bool]
) -> FormatError:
    """Return the refusal of a number of people that cannot be split as the format needs."""
    least, most = bounds
    near = (
        range(people - 1, max(least, people - _NEAR) - 1, -1),
        range(people + 1, min(most, people + _NEAR) + 1),
    )
    found = (next(filter(works, numbers), None) for numbers in near)
    possible = " or ".join(str(number) for number in found if number is not None)
    who = "1 person" if people == 1 else f"{people} people"
    return FormatError(
        f"the format '{key}' needs {wanted}, and {who} cannot be split that way."
        f" Plan it for {possible or 'another number of'} people, or choose another format"
    )


def too_hasty(
    key: str, people: int, minutes: int, shortest: int, cures: Iterable[tuple[OptionRule, int]]
) -> FormatError:
    """Return the refusal of too little time; the cures are options that would make it fit."""
    less = "".join(f", set {rule.name} = {value}" for rule, value in cures)
    return FormatError(
        f"the format '{key}' takes at least {shortest} minutes with {people} people,"
        f" found {minutes}. Give it {shortest - minutes} more{less}, or choose a shorter format"
    )


def too_long(key: str, people: int, minutes: int) -> FormatError:
    """Return the refusal of what would take weeks."""
    return FormatError(
        f"the format '{key}' would take up to {minutes} minutes with {people} people, more than"
        " two weeks. Run it in several rooms, or set its options lower"
    )


def nothing_left(key: str, people: int) -> FormatError:
    """Return the refusal of a session in which nothing happens."""
    return FormatError(
        f"the format '{key}' has no steps left with {people} people. Correct its times and rounds"
    )


def faulty(key: str, place: str, error: FormatError) -> FormatError:
    """Return an error of one of a format's figures with its place."""
    return FormatError(f"the format '{key}', {place}: {error}")

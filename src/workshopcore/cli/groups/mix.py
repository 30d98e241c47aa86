"""`workshopcore groups mix`: groups for people without a programme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from workshopcore.cli.groups.wishing import advancing, names, wishing
from workshopcore.cli.program import Command, Refusal
from workshopcore.cli.terminal import print_json

if TYPE_CHECKING:
    from workshopcore.groups import EveryoneMeets, Rotation

__all__ = ["mix"]

_MOST = 500


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore groups mix 12 --size 3 --rounds 4
  workshopcore groups mix 9 --size 3 --everyone
  workshopcore groups mix Ana Ben Caz Dev Eva Fay --size 2 --rounds 3 --apart Ana,Ben
  workshopcore groups mix 20 --groups 5 --rounds 3 --host 1 --host 2""",
)
@click.argument("people", nargs=-1, required=True)
@click.option("--size", type=click.IntRange(min=2), metavar="N", help="About so many in a group.")
@click.option("--groups", type=click.IntRange(min=1), metavar="N", help="Or so many groups.")
@click.option("--rounds", type=click.IntRange(min=1), metavar="N", help="For so many rounds.")
@click.option("--everyone", is_flag=True, help="Or so many that everyone meets everyone.")
@wishing
def mix(people: tuple[str, ...], everyone: bool, as_json: bool, **asked: Any) -> None:
    """Form groups for people without a programme.

    PEOPLE is how many there are, who are then called by numbers, or their names.
    """
    from workshopcore.cli.groups import data, showing

    found = _everyone(_called(people), asked) if everyone else _rotated(_called(people), asked)
    if as_json:
        print_json(data.mixed(found))
    else:
        showing.show_mixed(found)


def _called(people: tuple[str, ...]) -> list[str]:
    if len(people) > 1 or not people[0].isdecimal():
        return list(people)
    number = int(people[0][:9])
    if number > _MOST:
        raise Refusal(f"expected at most {_MOST} people, found {people[0]}")
    return [str(each) for each in range(1, number + 1)]


def _rotated(people: list[str], asked: dict[str, Any]) -> Rotation:
    from workshopcore.groups import rotate

    if asked["rounds"] is None:
        raise click.UsageError("say for how many --rounds, or --everyone")
    with advancing() as advance:
        return rotate(
            people,
            rounds=asked["rounds"],
            hosts=asked["hosts"],
            advance=advance,
            **_how(len(people), asked),
        )


def _everyone(people: list[str], asked: dict[str, Any]) -> EveryoneMeets:
    from workshopcore.groups import meet_all

    for name, option in (("rounds", "--rounds"), ("hosts", "--host")):
        if asked[name]:
            raise click.UsageError(f"{option} does not go with --everyone")
    with advancing() as advance:
        return meet_all(people, advance=advance, **_how(len(people), asked))


def _how(people: int, asked: dict[str, Any]) -> dict[str, Any]:
    how: dict[str, Any] = {
        "apart": [names(text) for text in asked["apart"]],
        "together": [names(text) for text in asked["together"]],
        "seed": asked["seed"],
        **_split(people, asked["size"], asked["groups"]),
    }
    if asked["budget"] is not None:
        how["budget"] = asked["budget"]
    return how


def _split(people: int, size: int | None, groups: int | None) -> dict[str, Any]:
    from workshopcore.groups import sizes_for

    if (size is None) == (groups is None):
        raise click.UsageError("say either how many sit in a group, --size, or how many --groups")
    if groups is not None:
        return {"groups": groups}
    assert size is not None, "one of the two is given"
    return {"sizes": sizes_for(people, max(2, size - 1), size + 1, aim=size)}

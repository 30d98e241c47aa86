"""The options that say what is asked of dates."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from workshopcore.cli.completion import busy_time_keys, workshop_ids
from workshopcore.cli.words import day

__all__ = ["asking"]

F = TypeVar("F", bound=Callable[..., Any])

_FILE = click.Path(dir_okay=False, path_type=Path)
_TIME = (
    click.option(
        "--busy",
        metavar="[WHO=]FILE",
        multiple=True,
        help="When people can come: a diary, a poll, a list of days. WHO= says whose diary it is.",
    ),
    click.option(
        "--format",
        "formats",
        metavar="KEY[=FILE]",
        multiple=True,
        shell_complete=busy_time_keys,
        help="How such a file is written.  [default: by its ending]",
    ),
    click.option(
        "--away",
        metavar="WHO=DAY",
        multiple=True,
        help="Somebody is away: 2027-06-22, or 2027-06-21..2027-06-25.",
    ),
    click.option(
        "--unanswered",
        type=click.Choice(["yes", "maybe", "no"]),
        default="yes",
        show_default=True,
        help="What counts where nothing is known.",
    ),
)
_RULES = (
    click.option("--rules", metavar="RULES.toml", type=_FILE, help="Rules, wishes, days away."),
    click.option(
        "--policy",
        "house",
        metavar="HOUSE.toml",
        type=_FILE,
        help="The thresholds of your house, as for `check`.",
    ),
    click.option("--from", "first", type=day, metavar="DAY", help="The first day of all."),
    click.option("--until", "last", type=day, metavar="DAY", help="The last day of all."),
    click.option("--weekday", "weekdays", metavar="NAME", multiple=True, help="On which weekdays."),
    click.option(
        "--weeks-apart", "apart", metavar="LEAST-MOST", help="From one workshop to the next: 6-12."
    ),
    click.option("--not-in", metavar="MONTH", multiple=True, help="A month without workshops."),
    click.option("--quorum", type=click.IntRange(0), metavar="N", help="The fewest who can come."),
    click.option(
        "--most-missed", "misses", metavar="N", help="The most that anybody misses; a maybe is ½."
    ),
    click.option(
        "--fairest-first", is_flag=True, help="Fairness goes before attendance, not after it."
    ),
)
_WISHES = (
    click.option(
        "--only-on",
        metavar="WORKSHOP=DAY",
        multiple=True,
        help="The only days for it: 2027-06-22,2027-06-29.",
    ),
    click.option(
        "--not-on", metavar="WORKSHOP=DAY", multiple=True, help="A day that it may not start on."
    ),
    click.option("--fix", metavar="WORKSHOP=DAY", multiple=True, help="Its day is settled."),
    click.option(
        "--require",
        metavar="WORKSHOP=WHO",
        multiple=True,
        help="Who must be there, beyond those whom it needs.",
    ),
)
_WHICH = (
    click.option(
        "--workshop",
        "workshops",
        metavar="ID",
        multiple=True,
        shell_complete=workshop_ids,
        help="Choose only for it; all others stay.",
    ),
    click.option(
        "--move",
        "moving",
        metavar="ID",
        multiple=True,
        shell_complete=workshop_ids,
        help="It cannot stay where it is; as few others as possible move with it.",
    ),
    click.option(
        "--mend", is_flag=True, help="Move only what cannot stay by now, and as little else."
    ),
    click.option(
        "--keep",
        metavar="ID",
        multiple=True,
        shell_complete=workshop_ids,
        help="With --move or --mend: it stays, whatever the rules say.",
    ),
)


def asking(command: F) -> F:
    """Give a command the options that say what is asked."""
    for option in reversed((*_TIME, *_RULES, *_WISHES, *_WHICH)):
        command = option(command)
    return command

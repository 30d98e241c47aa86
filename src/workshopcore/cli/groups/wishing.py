"""What is asked of groups: options that `propose` and `mix` share, and the names in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import click

from workshopcore.cli.completion import person_ids
from workshopcore.cli.waiting import waiting

__all__ = ["advancing", "names", "wishing"]

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--apart",
        metavar="WHO,WHO…",
        multiple=True,
        shell_complete=person_ids,
        help="People who never sit together; may be repeated.",
    ),
    click.option(
        "--together",
        metavar="WHO,WHO…",
        multiple=True,
        shell_complete=person_ids,
        help="People who always sit together; may be repeated.",
    ),
    click.option(
        "--host",
        "hosts",
        metavar="WHO",
        multiple=True,
        shell_complete=person_ids,
        help="Who stays at a table where others move on; may be repeated.",
    ),
    click.option(
        "--seed", type=int, default=0, show_default=True, help="Another one gives other groups."
    ),
    click.option(
        "--budget",
        type=click.IntRange(min=0),
        metavar="SWAPS",
        help="How many swaps to look at, at most.  [default: 8000000, a second or two]",
    ),
    click.option("--json", "as_json", is_flag=True, help="Print JSON for machines."),
)


def wishing(command: F) -> F:
    """Add the options to a command."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def names(text: str) -> tuple[str, ...]:
    """Return the names in ``Amina, Tomasz``.

    >>> names("Amina, Tomasz")
    ('Amina', 'Tomasz')
    """
    return tuple(part.strip() for part in text.split(",") if part.strip())


@contextmanager
def advancing() -> Iterator[Callable[[int, int], None]]:
    """Show how far the search is, if it takes longer than patience lasts."""
    with waiting("Forming groups") as advance:
        yield lambda done, whole: advance(done, whole, "")

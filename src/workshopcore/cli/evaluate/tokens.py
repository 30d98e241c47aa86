"""`workshopcore evaluate tokens`: slips to draw from a hat, so that nobody knows who has which."""

from __future__ import annotations

from random import SystemRandom

import click

from workshopcore.cli.program import Command
from workshopcore.cli.terminal import Terminal, print_json

__all__ = ["tokens"]

_ACROSS = 3


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore evaluate tokens 12
  workshopcore evaluate tokens 12 --json

\b
Print them, cut them apart, and let everybody draw one and keep it. Keep no list.
Asked for in every wave, a token says that two answers are one person's, and not
whose. One mistyped letter makes no token.""",
)
@click.argument("count", type=click.IntRange(1, 100_000))
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list for machines.")
def tokens(count: int, as_json: bool) -> None:
    """Print tokens to cut apart and draw, one for each person."""
    from workshopcore.evaluation.answers.tokens import make_tokens

    found = make_tokens(count, SystemRandom())
    if as_json:
        print_json(list(found))
        return
    terminal = Terminal()
    for start in range(0, count, _ACROSS):
        row = found[start : start + _ACROSS]
        terminal.say("".join(f"|  {token:^18}  " for token in row) + "|")
        terminal.say("+".join(["", *("-" * 22 for _ in row), ""]))

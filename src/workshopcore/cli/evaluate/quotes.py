"""`workshopcore evaluate quotes`: which words could tell whose they are, before they go out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workshopcore.cli.program import Command
from workshopcore.cli.terminal import Terminal, print_json
from workshopcore.cli.words import as_of

if TYPE_CHECKING:
    from workshopcore.evaluation.disclosure import Screening
    from workshopcore.model.evaluation import Quote
    from workshopcore.model.programme import Programme

__all__ = ["quotes"]

_OVER = frozenset({"refused", "withdrawn"})


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore evaluate quotes programme.toml
  workshopcore evaluate quotes programme.toml --named --json

\b
It looks at the wording that was approved, and at what was said where none is yet.
Finding nothing makes nobody anonymous: ask the speaker before the words are used.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@as_of
@click.option("--named", is_flag=True, help="Look at quotes that may bear a name as well.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def quotes(file: Path, as_of: date | None, named: bool, as_json: bool) -> None:
    """Say which words of quotes could tell whose they are."""
    from workshopcore import files
    from workshopcore.toolkit import Toolkit

    programme = files.load(file)
    toolkit = Toolkit()
    day = as_of or date.today()
    found = [
        (quote, toolkit.identifying(programme, _words(quote), speaker=str(quote.speaker)))
        for quote in _asked_about(programme, day, named)
    ]
    if as_json:
        print_json([_to_json(quote, screening, day) for quote, screening in found])
    else:
        _tell(found, day)


def _asked_about(programme: Programme, day: date, named: bool) -> Iterator[Quote]:
    for quote in programme.quotes:
        if quote.state(day) not in _OVER and (named or quote.attribution != "named"):
            yield quote


def _words(quote: Quote) -> str:
    return quote.approved or quote.verbatim


def _tell(found: list[tuple[Quote, Screening]], day: date) -> None:
    terminal = Terminal()
    if not found:
        terminal.say("There is no quote to look at.")
        return
    for quote, screening in found:
        terminal.say((f"{quote.id}: ", "bold"), _standing(quote, day))
        terminal.say("  ", _words(quote))
        for flag in screening.flags:
            terminal.say("  ", (f"{flag.kind}: ", "bold"), f"'{flag.words}': {flag.suggestion}")
        terminal.say()
    flagged = sum(bool(screening.flags) for _, screening in found)
    terminal.say(f"{flagged} of {len(found)} hold words that could tell whose they are.")
    terminal.say(f"{found[0][1].caution}.")


def _standing(quote: Quote, day: date) -> str:
    """Return how far a quote may travel, and how its speaker may be shown."""
    wording = "the approved wording" if quote.approved else "no wording approved yet"
    return f"{quote.state(day)}, for {quote.scope} use, shown as {quote.attribution}; {wording}"


def _to_json(quote: Quote, screening: Screening, day: date) -> dict[str, Any]:
    return {
        "id": quote.id,
        "state": quote.state(day),
        "scope": quote.scope,
        "attribution": quote.attribution,
        "approved": bool(quote.approved),
        "words": _words(quote),
        "flags": [
            {
                "kind": flag.kind,
                "start": flag.start,
                "end": flag.end,
                "words": flag.words,
                "suggestion": flag.suggestion,
            }
            for flag in screening.flags
        ],
        "caution": screening.caution,
    }

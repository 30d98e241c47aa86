"""`workshopcore formats`: the session formats that are installed, and one of them in detail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from attrs import frozen
from rich.cells import cell_len

from workshopcore.cli.completion import format_keys
from workshopcore.cli.format_data import as_data
from workshopcore.cli.program import Command
from workshopcore.cli.run_card import RunCard, show, told
from workshopcore.cli.terminal import Terminal, print_json
from workshopcore.contracts.formats import FormatRequest, SessionFormat
from workshopcore.errors import FormatError, nearest
from workshopcore.model.length import Length
from workshopcore.model.options import Options

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

__all__ = ["formats"]

_A_TEAM = 12
"""How many people lengths are shown for where nobody says."""


@frozen
class Sized:
    """A format with a number of people, and how long it takes them."""

    format: SessionFormat
    people: int
    length: Length

    @classmethod
    def of(cls, format: SessionFormat, people: int | None, options: Options) -> Sized:
        """Size a format for some people; for a number near twelve, where nobody says.

        Raises:
            FormatError: it does not work for so many.
        """
        for number in [people] if people else _near(format):
            try:
                return cls(format, number, format.length(number, options))
            except FormatError as error:
                refusal = error
        raise refusal


def _near(format: SessionFormat) -> list[int]:
    """List numbers of people that a format should work for, those nearest to a team first."""
    least, most = format.people
    first = min(max(_A_TEAM, least), most)
    return sorted(
        range(max(least, first - _A_TEAM), min(most, first + _A_TEAM) + 1),
        key=lambda number: abs(number - first),
    )


def _settings(
    _context: click.Context, _option: click.Parameter, values: tuple[str, ...]
) -> Options:
    """Read ``rounds=2``."""
    found: dict[str, int] = {}
    for text in values:
        name, sign, number = text.partition("=")
        if not (sign and name.strip() and number.strip().isdecimal() and len(number) <= 9):
            raise click.BadParameter(f"expected such as rounds=2, found {text!r}")
        found[name.strip()] = int(number)
    return Options(found)


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore formats
  workshopcore formats --people 9 --minutes 45
  workshopcore formats --purpose decide --output "ranked ideas"
  workshopcore formats world-cafe --people 24 --minutes 60 --set rounds=2
  workshopcore formats --json""",
)
@click.argument("key", required=False, shell_complete=format_keys)
@click.option("--people", type=click.IntRange(1, 100_000), help="Only those that suit so many.")
@click.option("--minutes", type=click.IntRange(1, 20_160), help="Only those that can be so short.")
@click.option("--purpose", metavar="WORD", help="Only those that are good for it, such as decide.")
@click.option("--output", metavar="TEXT", help="Only those that leave such a thing behind.")
@click.option(
    "--set",
    "options",
    metavar="NAME=NUMBER",
    multiple=True,
    callback=_settings,
    help="An option of the format of KEY, such as rounds=2.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def formats(
    key: str | None,
    people: int | None,
    minutes: int | None,
    purpose: str | None,
    output: str | None,
    options: Options,
    as_json: bool,
) -> None:
    """List session formats, or show one of them.

    With a KEY it shows a card to run the session from: steps with their times, groups and
    materials. Lengths are for --people, or for 12 where nobody says.
    """
    from workshopcore.toolkit import Toolkit

    known = Toolkit().formats
    if key is not None:
        _one(known[key], people, minutes, options, as_json)
        return
    if options:
        raise click.UsageError("--set needs the KEY of the format that it is for.")
    _refuse_unknown(purpose, known.values())
    wanted = _wanted(purpose, output)
    chosen = [sized for sized in _fitting(known.values(), people, minutes) if wanted(sized.format)]
    if as_json:
        print_json([as_data(sized.format, sized.people, sized.length) for sized in chosen])
    else:
        _list(chosen)


def _one(
    format: SessionFormat, people: int | None, minutes: int | None, options: Options, as_json: bool
) -> None:
    _refuse_strange(format, options)
    sized = Sized.of(format, people, options)
    given = minutes or sized.length.usual or sized.length.shortest or 0
    plan = format.expand(FormatRequest(given, sized.people, options=options))
    rules = getattr(format, "options", ())
    chosen = [(rule.name, rule.chosen(options)) for rule in rules]
    card = RunCard(format, sized.people, given, sized.length, plan, chosen)
    if as_json:
        print_json(as_data(format, sized.people, sized.length, card))
    else:
        show(card)


def _refuse_strange(format: SessionFormat, options: Options) -> None:
    """Refuse options that a format of the catalogue does not have; others may take anything."""
    rules = getattr(format, "options", None)
    names = [rule.name for rule in rules] if rules is not None else list(options)
    for name in options:
        if name not in names:
            cure = f"It has: {', '.join(names)}." if names else "It has none."
            raise click.UsageError(f"'{format.key}' has no option {name!r}. {cure}")


def _refuse_unknown(purpose: str | None, found: Collection[SessionFormat]) -> None:
    words = sorted({word for format in found for word in told(format, "purposes")})
    if purpose is not None and purpose not in words:
        guess = nearest(purpose, words)
        cure = f"Did you mean '{guess}'?" if guess else f"There are: {', '.join(words)}"
        raise click.UsageError(f"No format has the purpose {purpose!r}. {cure}")


def _wanted(purpose: str | None, output: str | None) -> Callable[[SessionFormat], Any]:
    words = (output or "").casefold().split()

    def wanted(format: SessionFormat) -> bool:
        if purpose is not None and purpose not in told(format, "purposes"):
            return False
        outputs = [text.casefold() for text in told(format, "outputs")]
        return not words or any(all(word in text for word in words) for text in outputs)

    return wanted


def _fitting(
    found: Iterable[SessionFormat], people: int | None, minutes: int | None
) -> Iterator[Sized]:
    for format in sorted(found, key=lambda format: format.key):
        try:
            sized = Sized.of(format, people, Options())
        except FormatError:
            continue
        if minutes is None or (sized.length.shortest or 0) <= minutes:
            yield sized


def _list(chosen: list[Sized]) -> None:
    terminal = Terminal()
    if not chosen:
        terminal.say("No installed format suits this. `workshopcore formats` lists them all.")
        return
    headings = ["key", "title", "people", "minutes (usual)"]
    rows = [
        [
            one.format.key,
            one.format.title,
            f"{one.format.people[0]}–{one.format.people[1]}",
            f"{one.length.shortest}–{one.length.longest} ({one.length.usual})",
        ]
        for one in chosen
    ]
    if terminal.is_terminal and _width([headings, *rows]) > terminal.width:
        # A key says what it is; a title in narrow scraps does not.
        for row in (headings, *rows):
            del row[1]
    terminal.table(headings, rows)


def _width(rows: list[list[str]]) -> int:
    columns = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    return sum(columns) + 2 * len(columns)

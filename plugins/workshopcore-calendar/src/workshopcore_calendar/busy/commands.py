"""`workshopcore closures`: when not to meet, put into a programme file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click
from attrs import frozen
from click.exceptions import Exit

from workshopcore.cli import findings
from workshopcore.cli.editing import edit
from workshopcore.cli.program import Command, Program
from workshopcore.cli.terminal import Terminal
from workshopcore.model.finding import Finding
from workshopcore.model.programme import ClosureKind

if TYPE_CHECKING:
    from workshopcore.errors import Problem
    from workshopcore.model.programme import Closure, Programme

__all__ = ["closures"]

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.group(
    cls=Program,
    epilog="""\b
Examples:
  workshopcore closures list programme.toml
  workshopcore closures add programme.toml --holidays GB-ENG
  workshopcore closures add --help""",
)
def closures() -> None:
    """Say when not to meet: public holidays, school holidays, committee weeks."""


@closures.command(
    "list",
    cls=Command,
    epilog="""\b
Examples:
  workshopcore closures list programme.toml""",
)
@click.argument("file", type=click.Path(path_type=Path))
def list_closures(file: Path) -> None:
    """List the closures of a programme in order of time."""
    from workshopcore import files

    programme = files.load(file)
    found = sorted(programme.closures, key=lambda each: (each.start, each.end or each.start))
    if not found:
        Terminal().say(f"'{programme.title}' has no closures. Add some with  closures add")
        return
    _table(found)


@closures.command(
    cls=Command,
    epilog="""\b
Public holidays of a region, for every year of the programme and the one after it:
  workshopcore closures add programme.toml --holidays GB-ENG
  workshopcore closures add programme.toml --holidays DE-BY --year 2027

\b
A plain list, a day or a stretch of days on each line:
  workshopcore closures add programme.toml --list terms.txt --kind school-holiday
  workshopcore closures add programme.toml --list committees.txt --kind committee

\b
What is there already is not added twice.
Exit code: 0 all is added, 1 some lines could not be read (the rest is added),
2 nothing could be done.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--holidays",
    "regions",
    metavar="REGION",
    multiple=True,
    help="The public holidays of a country or a part of it: FR, GB-ENG, DE-BY, US-CA.",
)
@click.option(
    "--year",
    "years",
    metavar="YEAR",
    type=click.IntRange(1900, 2100),
    multiple=True,
    help="Only the holidays of this year.  [default: those of the programme, and the next]",
)
@click.option(
    "--language", metavar="CODE", default="", help="Of the holidays' names, such as en_GB or cy."
)
@click.option(
    "--list",
    "lists",
    metavar="FILE",
    type=_FILE,
    multiple=True,
    help="A list of days: 15 to 19 February 2027: Half term.",
)
@click.option(
    "--kind",
    type=click.Choice(get_args(ClosureKind)),
    default="other",
    show_default=True,
    help="What the lists are of, where a line does not say.",
)
@click.option("--title", metavar="TEXT", default="", help="Of the days that have no other.")
@click.option("--month-first", is_flag=True, help="In the lists, 2/15/2027 is in February.")
@click.option("--dry-run", is_flag=True, help="Show what would be added; write nothing.")
def add(file: Path, dry_run: bool, **given: Any) -> None:
    """Add public holidays, school holidays and committee weeks."""
    from workshopcore import files
    from workshopcore_calendar.busy.closures import with_closures

    wanted = _Wanted(**given)
    if not wanted.regions and not wanted.lists:
        raise click.UsageError("Say what to add: --holidays REGION, --list FILE, or both")
    found = wanted.found(files.load(file))
    added: tuple[Closure, ...] = ()

    def change(programme: Programme) -> Programme:
        nonlocal added
        changed, added = with_closures(programme, found.closures)
        return changed

    if dry_run:
        change(files.load(file))
    elif found.closures:
        edit(file, change)
    _tell(found, added, file, dry_run)


@frozen
class _Found:
    """What was found to add, and what could not be read."""

    closures: tuple[Closure, ...]
    problems: tuple[Problem, ...]


@frozen(kw_only=True)
class _Wanted:
    """What the options ask for."""

    regions: tuple[str, ...]
    years: tuple[int, ...]
    language: str
    lists: tuple[Path, ...]
    kind: ClosureKind
    title: str
    month_first: bool

    def found(self, programme: Programme) -> _Found:
        """Return what there is to add, the holidays first.

        Raises:
            InvalidValueError: the programme has no days, and no year was named.
            OSError: a list cannot be opened.
            UnknownKeyError: nothing is known of a region, or not in that language.
        """
        from workshopcore_calendar.busy.closures import closures_from_list

        found: list[Closure] = list(self._holidays(programme))
        problems: list[Problem] = []
        for path in self.lists:
            read, faults = closures_from_list(
                path.read_bytes(), self.kind, self.title, month_first=self.month_first
            )
            found += read
            problems += (fault._replace(file=str(path)) for fault in faults)
        return _Found(tuple(found), tuple(problems))

    def _holidays(self, programme: Programme) -> Iterator[Closure]:
        from workshopcore_calendar.busy.closures import closures_from_holidays, region, years_of

        for text in self.regions:
            country, part = region(text)
            years = self.years or years_of(programme)
            yield from closures_from_holidays(country, part, years, language=self.language)


def _tell(found: _Found, added: tuple[Closure, ...], file: Path, dry_run: bool) -> None:
    """Say what was added, and end with the exit code that says how it went."""
    from workshopcore.calendar.words import counted

    terminal = Terminal()
    if added:
        _table(added)
    there = len(found.closures) - len(added)
    verb = "would be added to" if dry_run else "added to"
    known = f"; {there} there already" if there else ""
    terminal.say(f"{counted(len(added), 'closure')} {verb} {file}{known}")
    for problem in found.problems:
        findings.show(Finding.from_problem(problem), Terminal(stderr=True))
    if found.problems:
        raise Exit(1 if found.closures else 2)


def _table(closures: Iterable[Closure]) -> None:
    rows = [
        (str(each.start), str(each.end or each.start), each.kind, each.title) for each in closures
    ]
    Terminal().table(["first day", "last day", "kind", "title"], rows)

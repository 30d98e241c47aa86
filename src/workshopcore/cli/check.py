"""`workshopcore check`: everything that is wrong or unwise, in one list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import evolve, frozen
from click.exceptions import Exit

from workshopcore.cli import findings as listing
from workshopcore.cli.program import Command
from workshopcore.cli.terminal import Terminal, print_json
from workshopcore.cli.words import day
from workshopcore.model.finding import Finding, Severity
from workshopcore.model.options import Options

if TYPE_CHECKING:
    from workshopcore.toolkit import Toolkit

__all__ = ["check"]


@frozen
class Checked:
    """What checking one file brought: ``whole`` when it could be read without a fault."""

    file: str
    findings: list[Finding]
    read: bool
    whole: bool


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore check programme.toml
  workshopcore check programme.toml --fail-on error
  workshopcore check programme.toml --json
  workshopcore check programme.toml --policy house.toml

\b
Exit code: 0 nothing at or above --fail-on, 1 something is,
2 a file cannot be read.""",
)
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--fail-on",
    type=click.Choice(listing.SEVERITIES),
    default="warning",
    show_default=True,
    help="The mildest severity that ends with exit code 1.",
)
@click.option(
    "--policy",
    "house",
    metavar="HOUSE.toml",
    type=click.Path(path_type=Path),
    help="The thresholds of your house, in [policy.WC…] tables as in a programme file.",
)
@click.option(
    "--as-of",
    type=day,
    metavar="DAY",
    help="The day to look from.  [default: the last one of which anything is recorded]",
)
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list for machines.")
def check(
    files: tuple[Path, ...],
    fail_on: Severity,
    house: Path | None,
    as_of: date | None,
    as_json: bool,
) -> None:
    """Check programme files.

    Prints every structural fault (WC0xx) and every finding about practice, each with its file
    and line, its code, and how to cure it.
    """
    from workshopcore.cli.policy import house_policy
    from workshopcore.toolkit import Toolkit

    toolkit = Toolkit(policy=house_policy(house)) if house else Toolkit()
    of_house = _findings_about(house, toolkit)
    checked = [_check(path, toolkit, of_house, as_of) for path in files]
    if of_house:
        checked.insert(0, Checked(str(house), of_house, read=True, whole=True))
    found = [finding for one in checked for finding in one.findings]
    if as_json:
        print_json([listing.to_json(finding) for finding in found])
    else:
        for one in checked:
            _show(one)
    _warn_of(toolkit)
    if not all(one.read for one in checked):
        raise Exit(2)
    if listing.at_or_above(found, fail_on):
        raise Exit(1)


def _findings_about(house: Path | None, toolkit: Toolkit) -> list[Finding]:
    """Return what is wrong with the house's policy itself, in the house's own file."""
    from workshopcore.checks.policy import Policy

    wrong = Policy(house=toolkit.policy, programme=Options()).findings(toolkit.checks.values())
    return [evolve(finding, file=str(house)) for finding in wrong]


def _check(
    path: Path, toolkit: Toolkit, of_house: Iterable[Finding], as_of: date | None
) -> Checked:
    from workshopcore.files import read

    file = str(path)
    said = {finding.message for finding in of_house}
    reading = read(path)
    found = [Finding.from_problem(problem) for problem in reading.problems]
    whole = not found
    if reading.programme is not None:
        found += [
            evolve(finding, file=file, line=reading.line_of(finding.path))
            for finding in toolkit.check(reading.programme, as_of=as_of)
            if finding.message not in said
        ]
    return Checked(file, listing.in_order(found), reading.programme is not None, whole)


def _show(checked: Checked) -> None:
    terminal = Terminal()
    for finding in checked.findings:
        listing.show(finding, terminal)
    if not checked.read:
        terminal.say(f"{checked.file}: could not be read as a programme")
        return
    terminal.say(f"{checked.file}: {listing.summary(checked.findings)}")
    if not checked.whole:
        terminal.say(
            "The file has structural faults (WC0…): practice was checked on what could be read,"
            " so cure those first and check again."
        )


def _warn_of(toolkit: Toolkit) -> None:
    for failure in toolkit.failures:
        Terminal(stderr=True).say("Not checked by a plugin that failed: ", str(failure))

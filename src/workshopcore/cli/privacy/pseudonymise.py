"""`workshopcore privacy pseudonymise`: a name taken out of a programme file, after a look."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workshopcore.cli.asking import asked, somebody_is_there
from workshopcore.cli.completion import person_ids
from workshopcore.cli.editing import edit
from workshopcore.cli.program import Command, Refusal
from workshopcore.cli.terminal import Terminal, print_json
from workshopcore.cli.words import chosen_person, day

if TYPE_CHECKING:
    from workshopcore.model.people import Person
    from workshopcore.model.privacy import Pseudonymisation, Trace
    from workshopcore.model.programme import Programme

__all__ = ["pseudonymise"]


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore privacy pseudonymise programme.toml Amina --dry-run
  workshopcore privacy pseudonymise programme.toml Amina --also AY --yes
  workshopcore privacy pseudonymise programme.toml Tomasz --on 2029-01-31 --yes --json

\b
It cannot be undone from the file: keep no copy that you do not need. What could
not be judged is listed with its place, and so is what lies outside the file.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("person", metavar="WHO", shell_complete=person_ids)
@click.option(
    "--also", metavar="WORD", multiple=True, help="Another word that means them; may be repeated."
)
@click.option(
    "--on", type=day, metavar="DAY", help="The day, which the file keeps.  [default: today]"
)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--dry-run", is_flag=True, help="Show what would change; write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def pseudonymise(
    file: Path,
    person: str,
    also: tuple[str, ...],
    on: date | None,
    yes: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Take somebody's name out of a programme; what they did stays.

    Name, address and access needs go, their quotes are withdrawn, and every text, identifier
    and reference has a pseudonym such as "Person 3" instead. It shows what changes, and asks.
    """
    from workshopcore import files
    from workshopcore.model.privacy import pseudonymised

    programme = files.load(file)
    one = chosen_person(programme, person)
    chosen = on or date.today()
    found = pseudonymised(programme, one.id, on=chosen, also=also)
    if not as_json:
        _show(one, found)
    if not dry_run:
        _agree(file, yes)
        edit(file, lambda current: current.pseudonymise(one.id, on=chosen, also=also))
    lines = [] if dry_run else _still_named(file, programme, one, also)
    if as_json:
        print_json(_to_json(found, lines))
    elif not dry_run:
        _tell(file, found, lines)


def _agree(file: Path, yes: bool) -> None:
    """Ask whether to go on.

    Raises:
        Refusal: there is nobody to ask, or they say no.
    """
    if yes:
        return
    if not somebody_is_there():
        raise Refusal("nobody is there to be asked. Say --yes to do it, or --dry-run to look")
    answer = asked(f"Change {file}? It cannot be undone (yes or no)", _yes_or_no)
    if not answer:
        raise Refusal("Nothing was written.")


def _yes_or_no(text: str) -> bool:
    if text.casefold() not in ("yes", "y", "no", "n"):
        raise click.UsageError("say yes or no")
    return text.casefold() in ("yes", "y")


def _still_named(
    file: Path, programme: Programme, person: Person, also: Iterable[str]
) -> list[int]:
    """Return the lines of the file that still name somebody: comments, which nothing changes."""
    from workshopcore.model.privacy import Names

    names = Names(person, programme.people, also)
    lines = file.read_text(encoding="utf-8").splitlines()
    return [number for number, line in enumerate(lines, 1) if names.in_text(line)]


def _show(person: Person, found: Pseudonymisation) -> None:
    terminal = Terminal()
    terminal.say((f"{person.name} becomes {found.name}", "bold"))
    terminal.table(("where", "becomes", "what stood there"), map(_row, found.changed))
    for title, traces in (
        ("Left, as nobody can be sure; name it with --also to take it out:", found.undecided),
        ("Left, though it may tell who it is:", found.kept),
    ):
        if traces:
            terminal.say((title, "bold"))
            for trace in traces:
                why = f" ({trace.why})" if trace.fate == "undecided" else ""
                terminal.say(f"  {trace.path}: {trace.words}{why}")
    terminal.say(("Not in the programme, and to be looked after by hand:", "bold"))
    for each in found.beside:
        terminal.say(f"  {each}")


def _row(trace: Trace) -> tuple[str, str, str]:
    return trace.path, trace.fate, trace.words


def _tell(file: Path, found: Pseudonymisation, lines: list[int]) -> None:
    Terminal().say(f"{file}: {found.name} it is from now on.")
    for line in lines:
        Terminal().say(f"{file}:{line}: names them, or may, in a comment or in what was left")


def _to_json(found: Pseudonymisation, lines: list[int]) -> dict[str, Any]:
    return {
        "name": found.name,
        "id": found.id,
        "traces": [
            {"path": t.path, "fate": t.fate, "words": t.words, "why": t.why} for t in found.traces
        ],
        "beside": list(found.beside),
        "lines": lines,
    }

"""`workshopcore evaluate ledger`: whether what has gone out gives anybody away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.exceptions import Exit

from workshopcore.cli.ledger import NAME, read_bases
from workshopcore.cli.program import Command
from workshopcore.cli.terminal import Terminal, print_json

if TYPE_CHECKING:
    from workshopcore.contracts.publication import Base
    from workshopcore.evaluation.disclosure import Blocked, Rule

__all__ = ["ledger"]


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore evaluate ledger programme.toml
  workshopcore evaluate ledger programme.toml --json

\b
Publishing lets nothing out that would be found here. What went out before the
house asked for more, or by other means, is found.

\b
Exit code: 0 nothing can be worked out, 1 something can.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def ledger(file: Path, as_json: bool) -> None:
    """Say whether figures that went out give too few people away."""
    from workshopcore import files
    from workshopcore.evaluation.disclosure import Rule

    path = file.parent / NAME
    bases = read_bases(path)
    rule = Rule(files.load(file).k_min)
    found = list(_given_away(bases, rule))
    if as_json:
        print_json({"k": rule.k, "bases": len(bases), "given_away": [_plain(one) for one in found]})
    else:
        _tell(path, bases, rule, found)
    if found:
        raise Exit(1)


def _given_away(bases: Sequence[Base], rule: Rule) -> Iterator[Blocked]:
    """Yield what should not have gone out, given what was out by then."""
    from workshopcore.evaluation.disclosure import may_release

    for number, base in enumerate(bases):
        yield from may_release([base], bases[:number], rule).blocked


def _plain(found: Blocked) -> dict[str, object]:
    return {
        "wave": found.base.wave,
        "group": found.base.group,
        "count": found.base.count,
        "questions": list(found.base.questions),
        "reason": found.reason,
    }


def _tell(path: Path, bases: Sequence[Base], rule: Rule, found: Sequence[Blocked]) -> None:
    from workshopcore.reports.wording import count

    terminal = Terminal()
    for one in found:
        place = f"{one.base.group}, {one.base.wave}, {', '.join(one.base.questions)}"
        terminal.say(("error ", "bold red"), f"{place}: {one.reason}")
    groups = count(len(bases), "group")
    terminal.say(
        f"{path}: figures of {groups} went out,"
        f" and {len(found) or 'none'} of them can give fewer than {rule.k} people away"
    )

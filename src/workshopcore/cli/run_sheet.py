"""`workshopcore run-sheet`: one workshop, minute by minute, for those who run it."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import frozen
from click.core import ParameterSource
from click.exceptions import Exit

from workshopcore.cli.completion import renderer_keys, style_keys, workshop_ids
from workshopcore.cli.program import Command, Refusal
from workshopcore.cli.terminal import Terminal, lines, print_json
from workshopcore.cli.words import chosen_workshop

if TYPE_CHECKING:
    from workshopcore.agenda import RunSheet
    from workshopcore.agenda.outlook import Outlook
    from workshopcore.contracts.reports import Renderer
    from workshopcore.model.programme import Programme

__all__ = ["run_sheet"]

_CLOCK = "now"
"""What stands for the moment that the clock shows."""


@frozen
class Moment:
    """A moment of the day, and what is said of it."""

    now: str
    running: tuple[str, ...]
    started: str | None


@click.command(
    "run-sheet",
    cls=Command,
    epilog="""\b
On the day, in a terminal:
  workshopcore run-sheet programme.toml 1 --live
  workshopcore run-sheet programme.toml 1 --live --rehearse

\b
Examples:
  workshopcore run-sheet programme.toml 1
  workshopcore run-sheet programme.toml where-now --format markdown
  workshopcore run-sheet programme.toml 1 --format html --to run-sheet.html
  workshopcore run-sheet programme.toml 1 --now 11:20 --running what-matters-most
  workshopcore run-sheet programme.toml 1 --now 11:20 --json
  workshopcore run-sheet programme.toml 1 --risk

\b
Exit code: 0 all is well, 1 with --now a fixed time cannot be kept,
2 nothing could be done.""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("workshop", required=False, shell_complete=workshop_ids)
@click.option(
    "--format",
    "renderer",
    default="text",
    show_default=True,
    shell_complete=renderer_keys,
    help="How to write it.",
)
@click.option(
    "--style",
    default=None,
    shell_complete=style_keys,
    help="The house style, or a file with one (house.toml).",
)
@click.option(
    "--to",
    "target",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write it to a file.",
)
@click.option(
    "--now",
    is_flag=False,
    flag_value=_CLOCK,
    metavar="[11:20]",
    help="Time the rest of the day anew from this moment; alone, from what the clock shows.",
)
@click.option(
    "--running",
    multiple=True,
    metavar="ID",
    help="With --now: what is on; repeat it for parallel tracks.",
)
@click.option("--started", metavar="10:50", help="With --running: when it started.")
@click.option("--risk", is_flag=True, help="Say how likely it is that the day keeps its times.")
@click.option(
    "--json", "as_json", is_flag=True, help="With --now or --risk: print JSON for machines."
)
@click.option("--live", is_flag=True, help="Follow the clock, and record what happens.")
@click.option("--rehearse", is_flag=True, help="With --live: try it out; nothing is recorded.")
@click.pass_context
def run_sheet(
    context: click.Context,
    file: Path,
    workshop: str | None,
    renderer: str,
    style: str | None,
    target: Path | None,
    now: str | None,
    running: tuple[str, ...],
    started: str | None,
    risk: bool,
    as_json: bool,
    live: bool,
    rehearse: bool,
) -> None:
    """Print one workshop, minute by minute, or run it.

    WORKSHOP is its identifier or its number. Without one, the only workshop of the programme is
    taken, or all of them are listed.
    """
    from workshopcore import files
    from workshopcore.toolkit import Toolkit

    _check_options(context)
    programme = files.load(file)
    if workshop is None and len(programme.workshops) > 1:
        _list(programme)
        return
    chosen = chosen_workshop(programme, workshop or "1")
    toolkit = Toolkit()
    if live:
        from workshopcore.cli.live.sitting import rehearse_day, run_day

        if rehearse:
            rehearse_day(programme, chosen, toolkit)
        else:
            run_day(file, chosen, toolkit)
    elif risk:
        _odds(toolkit.risk(programme, chosen.id), as_json)
    elif now is not None:
        _answer(toolkit.run_sheet(programme, chosen.id), Moment(now, running, started), as_json)
    else:
        writer = toolkit.renderers[renderer]
        report = toolkit.report(programme, "run-sheet", workshop=chosen.id, style=style)
        _write(toolkit.render(report, renderer, style=style), writer, target)


_WITH = {
    "running": ("now",),
    "started": ("now", "running"),
    "rehearse": ("live",),
}
_ALONE = {
    "now": ("renderer", "style", "target"),
    "live": ("renderer", "style", "target", "now"),
    "risk": ("renderer", "style", "target", "now", "live"),
}


def _check_options(context: click.Context) -> None:
    """Refuse options that say nothing together.

    Raises:
        click.UsageError: some do.
    """
    names = {p.name: p.opts[0] for p in context.command.params if p.name is not None}
    given = {
        name for name in names if context.get_parameter_source(name) is ParameterSource.COMMANDLINE
    }
    for name, others in _WITH.items():
        lacking = [names[other] for other in others if other not in given]
        if name in given and lacking:
            raise click.UsageError(f"{names[name]} goes with {' and '.join(lacking)}", context)
    if "as_json" in given and not given & {"now", "risk"}:
        raise click.UsageError("--json goes with --now or --risk", context)
    for name, others in _ALONE.items():
        foreign = [names[other] for other in others if other in given]
        if name in given and foreign:
            raise click.UsageError(f"{names[name]} does not go with {foreign[0]}", context)


def _odds(found: Outlook, as_json: bool) -> None:
    """Print how likely a day is to keep its times."""
    from workshopcore.cli import odds

    if as_json:
        print_json(odds.to_json(found))
    else:
        odds.show(found)


def _answer(plan: RunSheet, moment: Moment, as_json: bool) -> None:
    """Print the rest of the day, timed anew."""
    from workshopcore.cli.live import answer

    now = answer.moment_of(plan, _clock_at(plan) if moment.now == _CLOCK else moment.now)
    sheet = plan.replan(now=now, running=moment.running, started=moment.started)
    _check_running(sheet, moment)
    if as_json:
        print_json(answer.to_json(plan, sheet, now))
    else:
        answer.show(plan, sheet, now)
    if sheet.reason:
        raise Exit(1)


def _check_running(sheet: RunSheet, moment: Moment) -> None:
    """Refuse to call something running that the record says is over.

    Raises:
        Refusal: something later is on record, or what was named is in the same track as another.
    """
    for name in moment.running:
        row = sheet.row(name)
        if row is None or row.state != "running":
            raise Refusal(
                f"'{name}' cannot be on: by the record, or by what else --running names,"
                " something that comes after it has begun"
            )


def _clock_at(plan: RunSheet) -> datetime:
    """Return what the clock at a workshop shows.

    Raises:
        Refusal: the workshop is not on.
    """
    from workshopcore.cli.live.clock import check_on, clock_in

    now = clock_in(plan.starts.tzinfo)()
    check_on(plan, now, "name a moment of it, such as --now 11:20")
    return now.replace(second=0, microsecond=0)


def _list(programme: Programme) -> None:
    terminal = Terminal()
    terminal.say(f"'{programme.title}' has {len(programme.workshops)} workshops. Name one:")
    rows = [
        (str(number), workshop.id, f"{workshop.start:%Y-%m-%d %H:%M}", workshop.title)
        for number, workshop in enumerate(programme.in_order, 1)
    ]
    terminal.table(("number", "workshop", "start", "title"), rows)


def _write(data: bytes, renderer: Renderer, target: Path | None) -> None:
    """Write a document; one that is not text goes to a file or a pipe, never to a terminal."""
    if target is not None:
        target.write_bytes(data)
        Terminal().say(f"Wrote {target}")
    elif renderer.media_type.startswith("text/"):
        click.echo(lines(data.decode("utf-8")), nl=False)
    elif sys.stdout.isatty():
        raise Refusal(f"'{renderer.key}' is not text: name a file with --to")
    else:
        click.echo(data, nl=False)

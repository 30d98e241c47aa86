"""`workshopcore plugins`: what is installed, what it brings, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from workshopcore.cli.program import Command
from workshopcore.cli.terminal import Terminal, print_json

if TYPE_CHECKING:
    from workshopcore.plugins import PluginRecord

__all__ = ["plugins"]

_STYLES = {"ready": "green", "faulty": "yellow", "failed": "bold red", "disabled": "dim"}


@click.command(
    cls=Command,
    epilog="""\b
Examples:
  workshopcore plugins
  workshopcore plugins --json

\b
WORKSHOPCORE_DISABLE_PLUGINS="a b" leaves plugins out, and
WORKSHOPCORE_LOAD_PLUGINS="a b" loads those alone (empty: none).""",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def plugins(as_json: bool) -> None:
    """List the plugins that are installed.

    Each with its distribution and version, its state (ready, faulty, failed or disabled), what
    it registers, and the cause when something is wrong.
    """
    from workshopcore.toolkit import Toolkit

    records = Toolkit().plugins
    if as_json:
        print_json([record.as_data() for record in records])
        return
    terminal = Terminal()
    for record in records:
        _show(record, terminal)


def _show(record: PluginRecord, terminal: Terminal) -> None:
    origin = f"{record.distribution} {record.version}".strip() or record.target
    terminal.say((record.name, "bold"), f" ({origin}): ", (record.state, _STYLES[record.state]))
    if record.cause:
        terminal.say("    ", record.cause)
    for kind, keys in record.provides.items():
        terminal.say(f"    {kind}: ", ", ".join(keys))

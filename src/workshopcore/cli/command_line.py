"""The whole command line: our commands, and those that plugins add."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from workshopcore.cli.actions import actions
from workshopcore.cli.check import check
from workshopcore.cli.comments import comments
from workshopcore.cli.completion import VARIABLE, answer, completion
from workshopcore.cli.dates import dates
from workshopcore.cli.evaluate import evaluate
from workshopcore.cli.expert import expert
from workshopcore.cli.formats import formats
from workshopcore.cli.groups import groups
from workshopcore.cli.instruments import instruments
from workshopcore.cli.new_plugin import new_plugin
from workshopcore.cli.new_programme import new_programme
from workshopcore.cli.plugins import plugins
from workshopcore.cli.privacy import privacy
from workshopcore.cli.program import UNREAD, Program, forget_output
from workshopcore.cli.publish import publish
from workshopcore.cli.record import record
from workshopcore.cli.reports import reports
from workshopcore.cli.run_sheet import run_sheet
from workshopcore.cli.schema import schema
from workshopcore.cli.terminal import Terminal, speak_any_encoding
from workshopcore.cli.trace import trace

__all__ = ["CommandLine", "command_line", "run"]

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class CommandLine(Program):
    """The outermost group. Plugins are asked for commands when one that is ours will not do."""

    _extended = False

    def list_commands(self, ctx: click.Context) -> list[str]:
        self._extend()
        return super().list_commands(ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if not self._is_ours(args):
            self._extend()
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.commands:
            self._extend()
        return super().get_command(ctx, cmd_name)

    def _is_ours(self, words: Sequence[str]) -> bool:
        """Return whether words lead to a command of ours, and not just to a group of them."""
        found: click.Command | None = self
        for word in words:
            if not isinstance(found, click.Group):
                break
            found = found.commands.get(word)
        return found is not None and not isinstance(found, click.Group)

    def _extend(self) -> None:
        if self._extended:
            return
        from workshopcore.toolkit import Toolkit

        self._extended = True
        toolkit = Toolkit()
        toolkit.add_commands(self)
        for failure in toolkit.failures:
            Terminal(stderr=True).say("Without its commands: ", str(failure))


def command_line() -> CommandLine:
    """Return a command line of its own, with our commands."""

    @click.group(
        cls=CommandLine,
        context_settings=_SETTINGS,
        epilog="""\b
Examples:
  workshopcore new programme
  workshopcore check programme.toml
  workshopcore publish programme.toml --to published
  workshopcore check --help""",
    )
    @click.version_option(package_name="workshopcore")
    def workshopcore() -> None:
        """Design, run and evaluate programmes of facilitated workshops."""

    @click.group(
        cls=Program,
        epilog="""\b
Examples:
  workshopcore new programme
  workshopcore new plugin acme
  workshopcore new programme --help""",
    )
    def new() -> None:
        """Write something to start from."""

    new.add_command(new_plugin)
    new.add_command(new_programme)
    for command in (
        actions,
        check,
        comments,
        completion,
        dates,
        evaluate,
        expert,
        formats,
        groups,
        instruments,
        new,
        plugins,
        privacy,
        publish,
        record,
        reports,
        run_sheet,
        schema,
        trace,
    ):
        workshopcore.add_command(command)
    return workshopcore


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    Args:
        arguments: what was typed after the program's name; ``None`` for this process's own.
    """
    speak_any_encoding()
    if asked := os.environ.get(VARIABLE):
        return answer(command_line(), asked)
    code = 0
    try:
        command_line().main(arguments, prog_name="workshopcore")
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        forget_output()
        return UNREAD
    return code

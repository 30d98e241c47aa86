"""The whole command line: our commands, and those that plugins add."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from workshopcore.cli.completion import VARIABLE, answer
from workshopcore.cli.program import UNREAD, Program, forget_output
from workshopcore.cli.terminal import Terminal, speak_any_encoding

__all__ = ["CommandLine", "command_line", "run"]

_OURS = (
    "actions",
    "check",
    "comments",
    "completion",
    "dates",
    "evaluate",
    "expert",
    "formats",
    "groups",
    "instruments",
    "new",
    "plugins",
    "privacy",
    "publish",
    "record",
    "reports",
    "run-sheet",
    "schema",
    "trace",
)
_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class CommandLine(Program):
    """The outermost group. Commands are loaded as late as may be.

    Each of ours needs other parts of the library, so one is loaded when it is named. Plugins are
    asked for theirs when one that is ours will not do.
    """

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
        if self._own(cmd_name) is None:
            self._extend()
        return super().get_command(ctx, cmd_name)

    def _own(self, name: str) -> click.Command | None:
        if name in _OURS and name not in self.commands:
            home = name.replace("-", "_")
            self.add_command(getattr(import_module(f"workshopcore.cli.{home}"), home))
        return self.commands.get(name)

    def _is_ours(self, words: Sequence[str]) -> bool:
        """Return whether words lead to a command of ours, and not just to a group of them."""
        found = self._own(words[0])
        for word in words[1:]:
            if not isinstance(found, click.Group):
                break
            found = found.commands.get(word)
        return found is not None and not isinstance(found, click.Group)

    def _extend(self) -> None:
        if self._extended:
            return
        from workshopcore.toolkit import Toolkit

        self._extended = True
        for name in _OURS:
            self._own(name)
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

"""The boundary of the program: commands, and how every exception ends as a word and a number."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import traceback
from typing import Any

import click
from click.exceptions import Exit

from workshopcore.cli.terminal import lines
from workshopcore.errors import WorkshopCoreError, nearest

__all__ = ["STOPPED", "UNREAD", "Command", "Fault", "Program", "Refusal", "forget_output"]

STOPPED = 130
"""The exit code of a program that somebody stopped with Ctrl-C."""
UNREAD = 141
"""The exit code of a program whose output nobody reads any more, as shells report it."""

_DEBUG = "workshopcore.debug"


class Refusal(click.ClickException):
    """What was asked cannot be done; the message says why and what to do."""

    exit_code = 2

    def format_message(self) -> str:
        return lines(self.message)


class Fault(Refusal):
    """Something went wrong that should not have."""

    exit_code = 3

    def __init__(self, error: BaseException) -> None:
        super().__init__(
            f"{type(error).__name__}: {error}\n"
            "This should not have happened. Run the same command with --debug to see where it did."
        )


def _debug(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted:
        context.meta[_DEBUG] = True


class Command(click.Command):
    """A command that also takes ``--debug``."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.params.append(
            click.Option(
                ["--debug"],
                is_flag=True,
                expose_value=False,
                callback=_debug,
                help="Show the traceback when something goes wrong.",
            )
        )


class Program(click.Group):
    """A group of commands that suggests the nearest one and ends without a traceback."""

    command_class = Command
    group_class = type

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0].startswith("-") or self.get_command(ctx, args[0]) is not None:
            return super().resolve_command(ctx, args)
        known = self.list_commands(ctx)
        guess = nearest(args[0], known)
        cure = f"Did you mean '{guess}'?" if guess else f"There are: {', '.join(known)}"
        raise click.UsageError(f"There is no command {args[0]!r}. {cure}", ctx)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.ClickException, Exit):
            raise
        except (click.Abort, KeyboardInterrupt):
            click.echo("Stopped.", err=True)
            raise Exit(STOPPED) from None
        except BrokenPipeError:
            forget_output()
            raise Exit(UNREAD) from None
        except Exception as error:
            if ctx.meta.get(_DEBUG):
                click.echo(lines(traceback.format_exc()), err=True)
            raise _word(error) from error


def _word(error: Exception) -> Refusal:
    if isinstance(error, WorkshopCoreError):
        return Refusal(str(error))
    if isinstance(error, OSError) and error.strerror:
        place = f"{error.filename}: " if error.filename else ""
        return Refusal(f"{place}{error.strerror}")
    return Fault(error)


def forget_output() -> None:
    """Send the rest of the output nowhere, so that Python does not complain of it at the end."""
    with contextlib.suppress(io.UnsupportedOperation, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)

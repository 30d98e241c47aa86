"""Questions to somebody at a terminal, asked again until the answer will do."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

import click

from workshopcore.cli.program import Refusal
from workshopcore.cli.stopping import stoppable
from workshopcore.cli.terminal import lines, plain
from workshopcore.errors import WorkshopCoreError

__all__ = ["asked", "asked_text", "somebody_is_there"]

T = TypeVar("T")


def somebody_is_there() -> bool:
    """Return whether there is a terminal to ask on and to be answered from."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def asked(question: str, read: Callable[[str], T], default: str = "") -> T:
    """Ask until the answer can be read, and return what it says.

    Args:
        question: in words; text from a programme file may be in it.
        read: makes a value of the answer, or refuses it.
        default: what Enter stands for.
    """

    def answered(text: str) -> T:
        try:
            return read(text.strip())
        except WorkshopCoreError as error:
            raise click.BadParameter(lines(str(error))) from error
        except click.ClickException as error:
            raise click.BadParameter(lines(error.message)) from error

    with stoppable():
        value: T = click.prompt(
            plain(question), default=default, show_default=bool(default), value_proc=answered
        )
    return value


def asked_text(question: str, needed: str) -> str:
    """Ask until there is an answer, and return it.

    Args:
        question: in words.
        needed: what is said of an answer with nothing in it.
    """

    def read(text: str) -> str:
        if not text:
            raise Refusal(needed)
        return text

    return asked(question, read)

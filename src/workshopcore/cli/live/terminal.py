"""A live run sheet on the terminal of this process."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from rich.console import RenderableType
from rich.live import Live

from workshopcore.cli.live.keyboard import keyboard
from workshopcore.cli.live.loop import Day
from workshopcore.cli.program import Refusal
from workshopcore.cli.terminal import Terminal

__all__ = ["check_terminal", "run"]


def check_terminal() -> None:
    """Refuse to go live where there is nobody to look and to press keys.

    Raises:
        Refusal: standard input or output is no terminal, or one that cannot be redrawn.
    """
    streams = (sys.stdin, sys.stdout)
    if not all(stream is not None and stream.isatty() for stream in streams):
        raise Refusal(
            "--live needs a terminal to draw on and keys to read: run it in one,"
            " or ask once with --now"
        )
    if Terminal().is_dumb_terminal:
        raise Refusal("--live needs a terminal that can be redrawn (TERM is dumb): ask with --now")


def run(day: Day) -> None:
    """Follow a day on this terminal, and leave the terminal as it was, however it ends."""
    terminal = Terminal()
    try:
        with (
            _ending_on_signals(),
            keyboard() as keys,
            Live(console=terminal, screen=True, auto_refresh=False) as live,
        ):

            def show(look: RenderableType) -> None:
                live.update(look, refresh=True)

            day.follow(keys, show, lambda: terminal.height)
    finally:
        day.record.settle()


@contextmanager
def _ending_on_signals() -> Iterator[None]:
    """Turn the end of a session or of the terminal into an orderly one."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), end) for name in names}
    # Whoever started this may have Ctrl-C ignored, as a shell does in the background.
    before["SIGINT"] = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)

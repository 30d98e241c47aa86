"""A word to somebody who waits: a bar on a terminal, once something has taken a second."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer
from typing import TypeAlias

from workshopcore.cli.terminal import Terminal, plain

__all__ = ["Advance", "waiting"]

Advance: TypeAlias = Callable[[int, int, str], None]
"""Says how many of how many are done, and what comes next."""

PATIENCE = 1.0
"""Seconds that nobody needs a bar for."""


@contextmanager
def waiting(what: str, patience: float = PATIENCE) -> Iterator[Advance]:
    """Show on standard error how far something is, if it takes longer than patience lasts.

    Nothing is shown where standard error is not a terminal, and nothing is left behind.

    Args:
        what: what is being done, in words.
        patience: seconds before anything is shown.
    """
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    terminal = Terminal(stderr=True)
    if not terminal.is_interactive:
        yield lambda _done, _total, _next: None
        return
    progress = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        console=terminal,
        transient=True,
    )
    task = progress.add_task(what, total=None)

    def advance(done: int, total: int, doing: str) -> None:
        progress.update(task, completed=done, total=total, description=plain(f"{what} {doing}"))

    later = Timer(patience, progress.start)
    later.daemon = True
    later.start()
    try:
        yield advance
    finally:
        later.cancel()
        later.join()
        progress.stop()

"""Where reports become files: here and now, or in several processes at once.

A press takes a report and gives back a promise of its bytes. Rendering is plain computing in
Python, so more processes are faster where there are more processors; threads would not be.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from attrs import define, field, frozen

if TYPE_CHECKING:
    from workshopcore.contracts.report import Report
    from workshopcore.contracts.reports import Renderer, Style
    from workshopcore.toolkit.recipe import Recipe
    from workshopcore.toolkit.toolkit import Toolkit

__all__ = ["AtOnce", "Press", "Promise", "pressing"]

Rendered: TypeAlias = "Callable[[Report, Renderer], bytes]"


class Promise(Protocol):
    """The bytes of a file, now or later."""

    def ready(self) -> bool:
        """Return whether asking for them would not have to wait."""

    def bytes(self) -> bytes:
        """Return them.

        Raises:
            RenderError: the renderer failed.
        """


class Press(Protocol):
    """Renders reports."""

    def start(self, report: Report, renderer: Renderer) -> Promise:
        """Begin with a file, and return a promise of it."""


@frozen
class _Now:
    rendered: Callable[[], bytes]

    def ready(self) -> bool:
        return True

    def bytes(self) -> bytes:
        return self.rendered()


@frozen
class AtOnce:
    """Renders here, each file when it is asked for."""

    rendered: Rendered

    def start(self, report: Report, renderer: Renderer) -> Promise:
        return _Now(partial(self.rendered, report, renderer))


@frozen
class _Later:
    coming: Future[bytes | None]
    otherwise: Callable[[], bytes]

    def ready(self) -> bool:
        return self.coming.done()

    def bytes(self) -> bytes:
        """Return what came; what did not is made here, where its failure is recorded."""
        try:
            came = self.coming.result()
        except (BrokenProcessPool, OSError):
            came = None
        return self.otherwise() if came is None else came


# An interpreter takes as long to begin as this many files: fewer are made here.
_FEW = 8


@define
class _Processes:
    """Renders in several processes, the first few files here.

    Attributes:
        rendered: renders a report here.
        pool: the processes.
        few: how many files are made here before the processes are begun.
        started: how many files there were.
    """

    rendered: Rendered
    pool: ProcessPoolExecutor = field(repr=False)
    few: int
    started: int = 0

    def start(self, report: Report, renderer: Renderer) -> Promise:
        otherwise = partial(self.rendered, report, renderer)
        self.started += 1
        if self.started <= self.few:
            return _Now(otherwise)
        try:
            return _Later(self.pool.submit(_render, report, renderer.key), otherwise)
        except BrokenProcessPool:
            return _Now(otherwise)


@contextmanager
def pressing(
    rendered: Rendered, toolkit: Toolkit, recipe: Recipe | None, style: Style, workers: int
) -> Iterator[Press]:
    """Yield a press; processes that it starts end with the block.

    Args:
        rendered: renders a report here.
        toolkit: which copies of this process have already.
        recipe: how fresh interpreters make it; ``None``: they cannot.
        style: the style of every file.
        workers: how many processes; one is this one.
    """
    if workers < 2 or recipe is None:
        yield AtOnce(rendered)
        return
    import multiprocessing

    copies = _may_copy()
    pool = ProcessPoolExecutor(
        workers,
        mp_context=multiprocessing.get_context("fork" if copies else "spawn"),
        initializer=_begin,
        initargs=((lambda: toolkit) if copies else recipe.made, style),
    )
    if copies:
        pool.submit(_copied)  # all begin with the first task, while there is still one thread
    try:
        yield _Processes(rendered, pool, few=0 if copies else _FEW)
    finally:
        pool.shutdown(cancel_futures=True)


_THREADS = Path("/proc/self/task")


def _may_copy() -> bool:
    """Return whether this process may be copied: it begins at once, with all that is loaded.

    A copy has one thread, so whatever waits for another thread of the original, such as one of
    a renderer's own library, would wait for ever. Linux says how many there are; elsewhere, and
    where there is more than one, each process is a fresh interpreter.
    """
    try:
        return sys.platform == "linux" and len([*_THREADS.iterdir()]) == 1
    except OSError:
        return False


def _copied() -> None:
    """Do nothing, in a process that has begun."""


# What a process of a press has: set once, when it begins.
_OURS: dict[str, Any] = {}


def _begin(toolkit: Callable[[], Toolkit], style: Style) -> None:
    _OURS.update(toolkit=toolkit(), style=style)


def _render(report: Report, key: str) -> bytes | None:
    """Return the bytes of a report, or nothing where that fails."""
    from workshopcore.errors import WorkshopCoreError

    toolkit: Any = _OURS["toolkit"]
    try:
        return toolkit.render(report, key, _OURS["style"])  # type: ignore[no-any-return]
    except WorkshopCoreError:
        return None

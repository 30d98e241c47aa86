"""Single keys from a terminal, and the terminal as it was afterwards."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import Protocol

from attrs import frozen

__all__ = ["CLOSED", "Keyboard", "Polled", "keyboard", "keys_in"]

CLOSED = "closed"
"""What is read once nobody can press a key any more."""

# What arrows, function keys and pastes send: one key each, which means nothing here.
_SEQUENCE = re.compile("\x1b(?:\\[[0-?]*[ -/]*[@-~]|O.|.)?", re.DOTALL)

_MARKS = ("\x00", "\xe0")
_STOP = "\x03"
_PAUSE = 0.02
_MANY = 1024


class Keyboard(Protocol):
    """Where keys come from."""

    def read(self, seconds: float) -> tuple[str, ...]:
        """Wait at most so long for keys, and return them; :data:`CLOSED` at the end."""


def keyboard() -> AbstractContextManager[Keyboard]:
    """Return the keyboard of this terminal; leaving it puts the terminal back as it was."""
    if sys.platform == "win32":
        return _windows()
    else:  # noqa: RET505 - a type checker looks only at the branch of its platform
        return _posix(sys.stdin.fileno())


def keys_in(text: str) -> tuple[str, ...]:
    r"""Return the keys that a piece of input holds, each one character.

    >>> keys_in("s\x1b[A+")
    ('s', '+')
    """
    return tuple(_SEQUENCE.sub("", text))


@frozen
class Polled:
    """A keyboard that can only be asked whether a key is waiting.

    Attributes:
        waiting: says whether one is.
        take: returns it; arrows and function keys come as two, the first of them a mark.
        clock, sleep: seconds that pass, and a way to let some pass.
    """

    waiting: Callable[[], bool]
    take: Callable[[], str]
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep

    def read(self, seconds: float) -> tuple[str, ...]:
        """Wait at most so long for a key."""
        until = self.clock() + seconds
        while not self.waiting():
            if self.clock() >= until:
                return ()
            self.sleep(_PAUSE)
        key = self.take()
        if key in _MARKS:
            self.take()
            return ()
        if key == _STOP:
            raise KeyboardInterrupt
        return (key,)


if sys.platform == "win32":

    @contextmanager
    def _windows() -> Iterator[Keyboard]:
        import msvcrt

        yield Polled(msvcrt.kbhit, msvcrt.getwch)

else:
    import select
    import termios
    import tty

    @frozen
    class _Terminal:
        handle: int

        def read(self, seconds: float) -> tuple[str, ...]:
            ready, _, _ = select.select([self.handle], [], [], seconds)
            if not ready:
                return ()
            try:
                found = os.read(self.handle, _MANY)
            except OSError:  # how a terminal says that it is gone
                found = b""
            return keys_in(found.decode("utf-8", "replace")) if found else (CLOSED,)

    @contextmanager
    def _posix(handle: int) -> Iterator[Keyboard]:
        before = termios.tcgetattr(handle)
        try:
            tty.setcbreak(handle)
            attributes = termios.tcgetattr(handle)
            # Ctrl-Z would leave the shell with a terminal that shows nothing that is typed.
            attributes[6][termios.VSUSP] = b"\x00"
            termios.tcsetattr(handle, termios.TCSADRAIN, attributes)
            yield _Terminal(handle)
        finally:
            with suppress(termios.error):  # the terminal is gone
                termios.tcsetattr(handle, termios.TCSADRAIN, before)

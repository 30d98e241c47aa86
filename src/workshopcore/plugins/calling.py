"""Calling other people's code: whatever it raises is named after its plugin."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from attrs import frozen

from workshopcore.errors import PluginCallError, PluginError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workshopcore.plugins.record import Candidate

__all__ = ["Implementation", "blamed", "described"]

_LONGEST = 300


def described(error: BaseException) -> str:
    """Return an exception on one line, even one that cannot be put into words."""
    try:
        words = " ".join(str(error).split())
    except Exception:  # noqa: BLE001 a plugin's exception may fail to print
        words = ""
    short = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    return f"{type(error).__name__}: {short}" if short else type(error).__name__


@contextmanager
def blamed(
    plugin: Candidate,
    hook: str,
    during: str,
    kind: type[PluginError] = PluginCallError,
    passes: tuple[type[Exception], ...] = (),
) -> Iterator[None]:
    """Turn what a plugin raises into an error that names it.

    ``SystemExit`` counts as well: no plugin may end somebody else's process. Only the user's
    own interruption passes.

    Args:
        plugin: whose code runs.
        hook: the hook that is being called, ``""`` while loading.
        during: what was being done, in words that begin the message.
        kind: the error to raise.
        passes: errors that are for the one who asked, and pass as they are.
    """
    try:
        yield
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        already_named = isinstance(error, PluginError) and error.plugin == plugin.name
        if already_named or isinstance(error, passes):
            raise
        message = f"{during}: {described(error)}" if during else described(error)
        raise kind(message, plugin.name, plugin.distribution, hook) from error


@frozen
class Implementation:
    """A plugin's answer to a hook."""

    plugin: Candidate
    hook: str
    function: Callable[..., Any]
    arguments: tuple[str, ...]

    def call(self, **values: object) -> Any:
        """Call it with those of the hook's arguments that it takes.

        Raises:
            PluginCallError: it raised.
        """
        with blamed(self.plugin, self.hook, "it raised"):
            return self.function(*[values[name] for name in self.arguments])

    def failure(self, message: str) -> PluginCallError:
        """Return an error about this hook of this plugin."""
        return PluginCallError(message, self.plugin.name, self.plugin.distribution, self.hook)

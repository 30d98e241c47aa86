"""What is known of a plugin: where it is from, what it registers, and how it fares."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeAlias

from attrs import field, frozen

__all__ = ["Candidate", "PluginRecord", "PluginState"]

PluginState: TypeAlias = Literal["ready", "faulty", "failed", "disabled"]
"""``ready``: all of it works. ``faulty``: it loaded, but something of it failed. ``failed``: it
could not be loaded. ``disabled``: somebody switched it off."""


@frozen
class Candidate:
    """A plugin that was found and may be loaded.

    Attributes:
        name: the name of its entry point, or one made from its module's.
        load: imports it.
        distribution, version: the installed distribution it comes from.
        target: the module it is in.
        requires: what its distribution says it requires, as in its metadata.
        given: whether it was handed to the toolkit rather than found.
        built_in: whether it is the library's own.
    """

    name: str
    load: Callable[[], object] = field(eq=False, repr=False)
    distribution: str = ""
    version: str = ""
    target: str = ""
    requires: tuple[str, ...] = ()
    given: bool = False
    built_in: bool = False


@frozen
class PluginRecord:
    """A line of the list of plugins.

    Attributes:
        name: what it is called.
        distribution, version: the installed distribution it comes from, if any.
        target: the module it is in.
        state: how it fares.
        cause: why it is not ready, in words.
        hooks: the hooks it answers.
        provides: the keys it registers, by kind (``formats``, ``reports``, …).
        seconds: how long importing it took.
    """

    name: str
    distribution: str
    version: str
    target: str
    state: PluginState
    cause: str = ""
    hooks: tuple[str, ...] = ()
    provides: Mapping[str, tuple[str, ...]] = field(factory=dict)
    seconds: float = field(default=0.0, eq=False)

    def as_data(self) -> dict[str, Any]:
        """Return it as plain data, for JSON."""
        return {
            "name": self.name,
            "distribution": self.distribution,
            "version": self.version,
            "target": self.target,
            "state": self.state,
            "cause": self.cause,
            "hooks": list(self.hooks),
            "provides": {kind: list(keys) for kind, keys in self.provides.items()},
            "seconds": round(self.seconds, 4),
        }

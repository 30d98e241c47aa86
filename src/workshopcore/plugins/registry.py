"""The registry: the plugins of one toolkit, found and asked when they are first needed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from threading import RLock
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import frozen

from workshopcore.errors import PluginCallError, PluginError, PluginLoadError
from workshopcore.plugins.record import Candidate, PluginRecord
from workshopcore.plugins.selection import Selection

if TYPE_CHECKING:
    from pluggy import PluginManager

    from workshopcore.plugins.calling import Implementation
    from workshopcore.plugins.collecting import Collected
    from workshopcore.plugins.line_up import LineUp
    from workshopcore.plugins.loading import Loaded

__all__ = ["Registry"]

logging.getLogger("workshopcore").addHandler(logging.NullHandler())
logger = logging.getLogger("workshopcore.plugins")

Finder: TypeAlias = Callable[[], tuple[list[Candidate], list[PluginLoadError]]]


@frozen
class _Company:
    """Everybody, after loading."""

    manager: PluginManager
    loaded: tuple[Loaded, ...]
    line_up: LineUp
    failed: tuple[tuple[Candidate, PluginError], ...]


class Registry:
    """Finds, loads and calls plugins, each at the first use and under one lock.

    Nothing that a plugin does wrong is raised here: it is recorded among the failures, and the
    other plugins go on. The library's own parts are another matter: without its checks, every
    programme would look sound, so a broken installation raises.

    Args:
        given: plugins that were handed over, the library's own among them.
        selection: which of them to use.
        find: finds those that are installed; ``None`` to leave them alone.
    """

    def __init__(
        self,
        given: Iterable[Candidate] = (),
        selection: Selection | None = None,
        find: Finder | None = None,
    ) -> None:
        self._given = tuple(given)
        self._own = {plugin.name for plugin in self._given if plugin.built_in}
        self._selection = selection or Selection()
        self._find = find
        self._lock = RLock()
        self._company: _Company | None = None
        self._collected: dict[str, Collected] = {}
        self._failures: dict[tuple[type, str, str, str], PluginError] = {}

    @property
    def failures(self) -> tuple[PluginError, ...]:
        """Everything that has gone wrong so far, loading included; each thing once."""
        self._assembled()
        with self._lock:
            return tuple(self._failures.values())

    def record(self, failure: PluginError) -> None:
        """Take note of something that a plugin did wrong."""
        marks = (type(failure), failure.plugin, failure.hook, failure.message)
        with self._lock:
            if marks in self._failures:
                return
            self._failures[marks] = failure
        logger.warning("%s", failure)

    def collected(self, kind: str) -> Collected:
        """Return everything of a kind; plugins are asked the first time."""
        found = self._collected.get(kind)
        if found is None:
            with self._lock:
                found = self._collected.get(kind) or self._collect(kind)
        return found

    def _collect(self, kind: str) -> Collected:
        from workshopcore.plugins.collecting import collect
        from workshopcore.plugins.kinds import KINDS

        found = collect(KINDS[kind], self.implementations(KINDS[kind].hook))
        for failure in found.failures:
            self.record(failure)
        own = next((f for f in found.failures if f.plugin in self._own), None)
        if own is not None:
            raise own
        self._collected[kind] = found
        return found

    def implementations(self, hook: str) -> Iterator[Implementation]:
        """Yield the plugins' answers to a hook, the library's own first, then by name."""
        from workshopcore.plugins.calling import Implementation

        company = self._assembled()
        answers = {
            answer.plugin_name: answer
            for answer in getattr(company.manager.hook, hook).get_hookimpls()
        }
        for one in company.loaded:
            answer = answers.get(one.plugin.name)
            if answer is not None:
                yield Implementation(one.plugin, hook, answer.function, tuple(answer.argnames))

    def call_each(self, hook: str, **values: object) -> Iterator[tuple[Implementation, Any]]:
        """Call a hook plugin by plugin; one that fails is recorded and passed over."""
        for implementation in self.implementations(hook):
            try:
                yield implementation, implementation.call(**values)
            except PluginCallError as failure:
                self.record(failure)

    def missing(self, kind: str, key: str) -> Exception:
        """Return why there is nothing of a kind under a key."""
        from workshopcore.plugins.absence import why_missing
        from workshopcore.plugins.kinds import KINDS

        return why_missing(KINDS[kind], key, self.collected(kind), self.absentees())

    def records(self) -> tuple[PluginRecord, ...]:
        """Return a line for every plugin, whatever became of it; all of them are asked."""
        from workshopcore.plugins.listing import listed

        return listed(self._assembled().loaded, self.absentees(), self._everything(), self.failures)

    def absentees(self) -> tuple[tuple[Candidate, str | PluginError], ...]:
        """Return the plugins that take no part, with the reason: switched off, or an error."""
        company = self._assembled()
        return (*company.line_up.aside, *company.failed)

    def _everything(self) -> dict[str, Collected]:
        from workshopcore.plugins.kinds import KINDS

        return {kind: self.collected(kind) for kind in KINDS}

    def _assembled(self) -> _Company:
        if self._company is None:
            with self._lock:
                if self._company is None:
                    self._company = self._assemble()
        return self._company

    def _assemble(self) -> _Company:
        from workshopcore.plugins.discovery import host_version
        from workshopcore.plugins.line_up import line_up
        from workshopcore.plugins.loading import load, new_manager

        found, failures = self._find() if self._find else ([], [])
        host = host_version() if found else ""
        lined_up = line_up([*self._given, *found], self._selection)
        failures += self._selection.missing(one.name for one in [*self._given, *found])
        failed: list[tuple[Candidate, PluginError]] = list(lined_up.refused)
        manager, loaded = new_manager(), []
        for candidate in lined_up.chosen:
            try:
                loaded.append(load(candidate, manager, host))
            except PluginLoadError as failure:
                if candidate.built_in:
                    raise
                failed.append((candidate, failure))
        for fault in [*failures, *(reason for _, reason in failed)]:
            self.record(fault)
        return _Company(manager, tuple(loaded), lined_up, tuple(failed))

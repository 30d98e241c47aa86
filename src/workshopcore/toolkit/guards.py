"""Formats and checks of plugins, so that what they raise is named, and known to the toolkit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from workshopcore.contracts.checks import Check, CheckContext
from workshopcore.contracts.formats import FormatPlan, FormatRequest, SessionFormat
from workshopcore.contracts.text_screens import Flag, TextScreen
from workshopcore.errors import PluginCallError, WorkshopCoreError
from workshopcore.model.finding import Finding
from workshopcore.model.length import Length
from workshopcore.model.options import Options
from workshopcore.model.people import Person
from workshopcore.plugins.calling import blamed

if TYPE_CHECKING:
    from workshopcore.plugins.record import Candidate
    from workshopcore.plugins.registry import Registry

__all__ = ["guarded_checks", "guarded_formats", "guarded_screens"]

T = TypeVar("T")


def guarded_formats(registry: Registry) -> dict[str, SessionFormat]:
    """Return every session format; those of plugins raise library errors only."""
    found = registry.collected("formats")
    return {
        key: thing if found.owners[key].built_in else _Format(thing, found.owners[key], registry)
        for key, thing in found.things.items()
    }


def guarded_checks(registry: Registry) -> tuple[Check, ...]:
    """Return every check; those of plugins raise nothing but ``PluginCallError``."""
    found = registry.collected("checks")
    return tuple(
        thing if found.owners[key].built_in else _Check(thing, found.owners[key], registry)
        for key, thing in found.things.items()
    )


def guarded_screens(registry: Registry) -> tuple[TextScreen, ...]:
    """Return every text screen; those of plugins raise nothing but ``PluginCallError``."""
    found = registry.collected("text_screens")
    return tuple(
        thing if found.owners[key].built_in else _Screen(thing, found.owners[key], registry)
        for key, thing in found.things.items()
    )


class _Guard:
    """Passes everything on, and keeps an eye on the calls."""

    def __init__(self, thing: Any, plugin: Candidate, registry: Registry) -> None:
        self._thing = thing
        self._plugin = plugin
        self._registry = registry

    def __getattr__(self, name: str) -> Any:
        return getattr(self._thing, name)

    def _call(
        self,
        hook: str,
        name: str,
        call: Callable[[], T],
        passes: tuple[type[Exception], ...] = (),
    ) -> T:
        try:
            with blamed(self._plugin, hook, f"'{name}' raised", passes=passes):
                return call()
        except PluginCallError as failure:
            self._registry.record(failure)
            raise


class _Format(_Guard):
    def length(self, people: int, options: Options) -> Length:
        thing: SessionFormat = self._thing
        return self._watched(lambda: thing.length(people, options))

    def expand(self, request: FormatRequest) -> FormatPlan:
        thing: SessionFormat = self._thing
        return self._watched(lambda: thing.expand(request))

    def _watched(self, call: Callable[[], T]) -> T:
        # A format may refuse in the library's own words: too few people, too little time.
        hook = "workshopcore_session_formats"
        return self._call(hook, self._thing.key, call, passes=(WorkshopCoreError,))


class _Check(_Guard):
    def run(self, context: CheckContext) -> list[Finding]:
        # A generator is read to its end here: later nobody would know whose it is.
        return self._call(
            "workshopcore_checks", self._thing.code, lambda: list(self._thing.run(context))
        )


class _Screen(_Guard):
    def screen(self, text: str, people: Sequence[Person]) -> list[Flag]:
        # A generator is read to its end here: later nobody would know whose it is.
        return self._call(
            "workshopcore_text_screens",
            self._thing.key,
            lambda: list(self._thing.screen(text, people)),
        )

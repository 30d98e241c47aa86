"""Plugins that are handed to a toolkit: the library's own, and an application's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from types import ModuleType

from workshopcore.errors import InvalidValueError
from workshopcore.model.identifiers import identifier_from
from workshopcore.plugins.record import Candidate

__all__ = ["handed_over", "own"]


def own() -> Candidate:
    """Return the library's own parts as a plugin."""
    target = "workshopcore.toolkit.builtins"
    return Candidate(
        "workshopcore",
        lambda: import_module(target),
        distribution="workshopcore",
        target=target,
        given=True,
        built_in=True,
    )


def handed_over(plugins: Iterable[object]) -> Iterator[Candidate]:
    """Yield modules, or objects with ``@hookimpl`` methods, as plugins; each of them once.

    Raises:
        InvalidValueError: one of them is text or a class.
    """
    seen: list[object] = []
    for plugin in plugins:
        if plugin is None or isinstance(plugin, (str, bytes, type)):
            cure = "Import the module first, or make an object of the class"
            raise InvalidValueError(plugin, "a module or an object with @hookimpl methods", cure)
        if not any(plugin is earlier for earlier in seen):
            seen.append(plugin)
            yield _candidate(plugin)


def _candidate(plugin: object) -> Candidate:
    target = plugin.__name__ if isinstance(plugin, ModuleType) else type(plugin).__qualname__
    name = identifier_from(target.removeprefix("workshopcore_").replace("__main__", "main"))
    return Candidate(str(name), lambda: plugin, target=target, given=True)

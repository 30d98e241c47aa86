"""Finding installed plugins: reads the metadata of distributions, and imports none of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from types import ModuleType
from typing import TYPE_CHECKING

from workshopcore.errors import PluginLoadError
from workshopcore.plugins.calling import described
from workshopcore.plugins.markers import PROJECT
from workshopcore.plugins.record import Candidate

if TYPE_CHECKING:
    from importlib.metadata import Distribution, EntryPoint

__all__ = ["GROUP", "host_version", "installed"]

GROUP = PROJECT
"""The entry-point group of plugins."""


def host_version() -> str:
    """Return the installed version of the library, ``""`` where it is not installed."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(PROJECT)
    except PackageNotFoundError:
        return ""


def installed() -> tuple[list[Candidate], list[PluginLoadError]]:
    """Return the plugins that are installed, and what was wrong with distributions' metadata.

    Of a distribution that is there twice, the one that Python would import counts.
    """
    from importlib.metadata import distributions

    candidates: list[Candidate] = []
    failures: list[PluginLoadError] = []
    seen: set[str] = set()
    for distribution in distributions():
        try:
            # Names are read last: entry points are one small file, metadata is a long one.
            entries = distribution.entry_points.select(group=GROUP)
            if entries and _is_first(distribution.name, seen):
                candidates += _candidates(distribution, entries)
        except Exception as error:  # noqa: BLE001 one damaged distribution never stops the rest
            name = _name(distribution)
            fault = f"its metadata cannot be read: {described(error)}"
            failures.append(PluginLoadError(fault, name, name))
    return candidates, failures


def _is_first(name: str, seen: set[str]) -> bool:
    normal = re.sub(r"[-_.]+", "-", name).lower()
    if normal in seen:
        return False
    seen.add(normal)
    return True


def _name(distribution: Distribution) -> str:
    try:
        return str(distribution.name or "unknown")
    except Exception:  # noqa: BLE001 its name may be what is damaged
        return "unknown"


def _candidates(distribution: Distribution, entries: Iterable[EntryPoint]) -> list[Candidate]:
    requires = tuple(distribution.requires or ())
    return [
        Candidate(
            name=entry.name,
            load=_loader(entry),
            distribution=distribution.name,
            version=distribution.version or "",
            target=entry.value,
            requires=requires,
        )
        for entry in entries
    ]


def _loader(entry: EntryPoint) -> Callable[[], object]:
    def load() -> object:
        target = entry.load()
        if not isinstance(target, ModuleType):
            kind = type(target).__name__
            raise TypeError(f"its target '{entry.value}' is not a module but of type {kind}")
        return target

    return load

"""The list of plugins, as people and programs read it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workshopcore.errors import PluginError
from workshopcore.plugins.collecting import Collected
from workshopcore.plugins.discovery import host_version
from workshopcore.plugins.loading import Loaded
from workshopcore.plugins.record import Candidate, PluginRecord, PluginState

__all__ = ["listed"]


def listed(
    loaded: Iterable[Loaded],
    absent: Iterable[tuple[Candidate, str | PluginError]],
    everything: Mapping[str, Collected],
    failures: Iterable[PluginError],
) -> tuple[PluginRecord, ...]:
    """Return a line for each plugin: the library's own first, then by name.

    Args:
        loaded: those that take part.
        absent: those that do not, with the reason.
        everything: what was collected, by kind.
        failures: everything that went wrong.
    """
    faults: dict[str, list[str]] = {}
    for failure in failures:
        faults.setdefault(failure.plugin, []).append(_fault(failure))
    present = [_present(one, everything, faults.get(one.plugin.name, [])) for one in loaded]
    away = [_absent(candidate, reason) for candidate, reason in absent]
    built_in = [record for record, one in zip(present, loaded, strict=True) if one.plugin.built_in]
    others = [record for record in [*present, *away] if record not in built_in]
    return (*built_in, *sorted(others, key=lambda record: (record.name, record.distribution)))


def _fault(failure: PluginError) -> str:
    return f"{failure.hook}: {failure.message}" if failure.hook else failure.message


def _present(one: Loaded, everything: Mapping[str, Collected], faults: list[str]) -> PluginRecord:
    provides = {}
    for kind, found in everything.items():
        keys = tuple(key for key, owner in found.owners.items() if owner == one.plugin)
        if keys:
            provides[kind] = keys
    plugin = one.plugin
    return PluginRecord(
        plugin.name,
        plugin.distribution,
        host_version() if plugin.built_in else plugin.version,
        plugin.target,
        "faulty" if faults else "ready",
        "; ".join(faults),
        one.hooks,
        provides,
        one.seconds,
    )


def _absent(plugin: Candidate, reason: str | PluginError) -> PluginRecord:
    state: PluginState = "failed" if isinstance(reason, PluginError) else "disabled"
    cause = reason.message if isinstance(reason, PluginError) else reason
    return PluginRecord(
        plugin.name, plugin.distribution, plugin.version, plugin.target, state, cause
    )

"""Plugins: what they may provide (hooks), how they are found, loaded and called.

Names are looked up when they are first used, so that importing this package does not load
pluggy.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workshopcore.plugins.markers import hookimpl as hookimpl
    from workshopcore.plugins.markers import hookspec as hookspec
    from workshopcore.plugins.record import PluginRecord as PluginRecord
    from workshopcore.plugins.record import PluginState as PluginState
    from workshopcore.plugins.registry import Registry as Registry

__all__ = ["PluginRecord", "PluginState", "Registry", "hookimpl", "hookspec"]

_HOMES = {
    "PluginRecord": "record",
    "PluginState": "record",
    "Registry": "registry",
    "hookimpl": "markers",
    "hookspec": "markers",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__

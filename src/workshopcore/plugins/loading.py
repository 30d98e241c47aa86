"""Loading a plugin: imports it, and makes sure that what it answers are our questions."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from time import perf_counter
from types import FunctionType
from typing import Any

from attrs import frozen
from pluggy import PluginManager

from workshopcore.errors import PluginLoadError, nearest
from workshopcore.plugins import hookspecs
from workshopcore.plugins.calling import blamed
from workshopcore.plugins.markers import PROJECT
from workshopcore.plugins.record import Candidate
from workshopcore.plugins.versions import mismatch

__all__ = ["Loaded", "hook_arguments", "load", "new_manager"]


@frozen
class Loaded:
    """A plugin that takes part: the hooks it answers, and the seconds its import took."""

    plugin: Candidate
    hooks: tuple[str, ...]
    seconds: float


def new_manager() -> PluginManager:
    """Return a manager that knows the hooks and no plugin."""
    manager = PluginManager(PROJECT)
    manager.add_hookspecs(hookspecs)
    return manager


def hook_arguments() -> dict[str, tuple[str, ...]]:
    """Return every hook with the arguments it is called with."""
    found = {}
    for name, function in inspect.getmembers(hookspecs, inspect.isfunction):
        if name.startswith(f"{PROJECT}_"):
            found[name] = tuple(inspect.signature(function).parameters)
    return found


def load(plugin: Candidate, manager: PluginManager, host: str) -> Loaded:
    """Import a plugin and register it.

    Args:
        plugin: what to load.
        manager: where to register it.
        host: the library's version, ``""`` where it is unknown.

    Raises:
        PluginLoadError: it was written for another version, its import failed, or what it
            answers is not asked or not asked like that. The manager is then as it was.
    """
    reason = mismatch(plugin.requires, host) if host else ""
    if reason:
        cure = "take the release of the plugin, or of workshopcore, that goes with the other"
        raise _failure(plugin, f"{reason}: {cure}")
    start = perf_counter()
    with blamed(plugin, "", "it cannot be imported", PluginLoadError):
        module = plugin.load()
    seconds = perf_counter() - start
    with blamed(plugin, "", "it cannot be registered", PluginLoadError):
        hooks = tuple(_answered(plugin, module, manager))
        manager.register(module, name=plugin.name)
    return Loaded(plugin, hooks, seconds)


def _failure(plugin: Candidate, message: str) -> PluginLoadError:
    return PluginLoadError(message, plugin.name, plugin.distribution)


def _answered(plugin: Candidate, module: object, manager: PluginManager) -> Iterator[str]:
    known = hook_arguments()
    for name in dir(module):
        options = manager.parse_hookimpl_opts(module, name)
        if options is None:
            if name in known and _is_own_function(module, name):
                raise _failure(plugin, f"its function {name} has no @hookimpl")
            continue
        hook = options.get("specname") or name
        if hook not in known:
            raise _failure(plugin, _unknown_hook(hook, known))
        if options.get("wrapper") or options.get("hookwrapper"):
            raise _failure(plugin, f"its {hook} is a wrapper: hooks are answered, never wrapped")
        fault = _signature_fault(getattr(module, name), known[hook])
        if fault:
            raise _failure(plugin, f"its {hook} {fault}")
        yield hook


def _is_own_function(module: object, name: str) -> bool:
    function = inspect.getattr_static(module, name, None)
    return isinstance(function, FunctionType) and function.__module__ != hookspecs.__name__


def _unknown_hook(hook: str, known: dict[str, tuple[str, ...]]) -> str:
    prefix = f"{PROJECT}_"
    guess = nearest(hook.removeprefix(prefix), (name.removeprefix(prefix) for name in known))
    newer = "was it written for a newer workshopcore?"
    cure = f"did you mean {prefix}{guess}?" if guess else newer
    return f"there is no hook {hook}: {cure}"


def _signature_fault(function: Callable[..., Any], offered: tuple[str, ...]) -> str:
    takes = ", ".join(offered) or "no arguments"
    for name, parameter in inspect.signature(function).parameters.items():
        if parameter.default is not parameter.empty:
            continue
        if parameter.kind not in (parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD):
            return f"takes '{parameter}', but hooks take plain arguments: {takes}"
        if name not in offered:
            return f"takes an argument '{name}', but the hook is called with {takes}"
    return ""

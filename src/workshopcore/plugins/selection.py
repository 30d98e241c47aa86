"""Which of the plugins that were found are used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from workshopcore.errors import PluginLoadError, nearest
from workshopcore.plugins.record import Candidate

__all__ = ["DISABLE", "LOAD", "Selection", "selection"]

DISABLE = "WORKSHOPCORE_DISABLE_PLUGINS"
LOAD = "WORKSHOPCORE_LOAD_PLUGINS"


@frozen
class Selection:
    """What to leave out, what alone to load, and who said so.

    Attributes:
        disabled: names of plugins that are not used.
        only: names of the installed plugins that are used; ``None`` for all of them.
        disabled_by, only_by: where that was said, in words.
    """

    disabled: frozenset[str] = frozenset()
    only: frozenset[str] | None = None
    disabled_by: str = "disable"
    only_by: str = "load"

    def why_not(self, plugin: Candidate) -> str:
        """Return why a plugin is not used, or ``""``.

        The library's own parts cannot be switched off, and a plugin that was handed to the
        toolkit needs no mention among those to load.
        """
        if plugin.built_in:
            return ""
        if plugin.name in self.disabled:
            return f"switched off by {self.disabled_by}"
        if self.only is not None and not plugin.given and plugin.name not in self.only:
            return f"not among those that {self.only_by} names"
        return ""

    def missing(self, known: Iterable[str]) -> list[PluginLoadError]:
        """Return an error for each plugin that is to be loaded and is not there."""
        there = sorted(set(known))
        failures = []
        for name in sorted((self.only or frozenset()).difference(there)):
            guess = nearest(name, there)
            cure = f" Did you mean '{guess}'?" if guess else ""
            fault = f"{self.only_by} names it, but it is not installed.{cure}"
            failures.append(PluginLoadError(fault, name))
        return failures


def selection(
    environment: Mapping[str, str],
    disable: Iterable[str] | None = None,
    load: Iterable[str] | None = None,
) -> Selection:
    """Return the selection that arguments make, or the environment where there are none.

    >>> selection({"WORKSHOPCORE_LOAD_PLUGINS": ""}).only
    frozenset()
    """
    disabled, disabled_by = _names(environment, DISABLE, disable, "disable")
    only, only_by = _names(environment, LOAD, load, "load")
    return Selection(disabled or frozenset(), only, disabled_by, only_by)


def _names(
    environment: Mapping[str, str], variable: str, given: Iterable[str] | None, argument: str
) -> tuple[frozenset[str] | None, str]:
    if given is not None:
        return frozenset([given] if isinstance(given, str) else given), f"the argument '{argument}'"
    text = environment.get(variable)
    if text is None:
        return None, variable
    return frozenset(text.replace(",", " ").split()), variable

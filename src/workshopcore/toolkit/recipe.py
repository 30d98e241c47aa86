"""How to make a toolkit again, in another process."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from workshopcore.toolkit.toolkit import Toolkit

__all__ = ["Recipe"]


@frozen
class Recipe:
    """What a toolkit was made with, as far as another process can be told.

    Attributes:
        discover, disable, load: as the toolkit was asked.
        modules: the plugins that were handed over, by the names of their modules.
    """

    discover: bool
    modules: tuple[str, ...]
    disable: tuple[str, ...] | None
    load: tuple[str, ...] | None

    @classmethod
    def of(
        cls,
        discover: bool,
        plugins: tuple[object, ...],
        disable: tuple[str, ...] | None,
        load: tuple[str, ...] | None,
    ) -> Recipe | None:
        """Return the recipe of a toolkit; ``None`` where a plugin cannot be imported by name."""
        names = tuple(plugin.__name__ for plugin in plugins if isinstance(plugin, ModuleType))
        if [sys.modules.get(name) for name in names] != list(plugins):
            return None
        return cls(discover, names, disable, load)

    def made(self) -> Toolkit:
        """Return a toolkit made so."""
        from workshopcore.toolkit.toolkit import Toolkit

        return Toolkit(
            discover=self.discover,
            plugins=[import_module(name) for name in self.modules],
            disable=self.disable,
            load=self.load,
        )

"""Commands that plugins add to the command line, without touching those that are there."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import TYPE_CHECKING, Any

from workshopcore.errors import PluginCallError

if TYPE_CHECKING:
    from workshopcore.plugins.hookspecs import CommandGroup
    from workshopcore.plugins.registry import Registry

__all__ = ["add_commands"]


def add_commands(registry: Registry, cli: CommandGroup) -> None:
    """Let each plugin add its commands; those of one that fails are taken away again."""
    for implementation in registry.implementations("workshopcore_commands"):
        before = dict(cli.commands)
        try:
            implementation.call(cli=cli)
            replaced = sorted(name for name in before if cli.commands.get(name) != before[name])
            if replaced:
                message = f"the command '{replaced[0]}' is taken; it was put back"
                raise implementation.failure(message)
        except PluginCallError as failure:
            registry.record(failure)
            _restore(cli.commands, before)


def _restore(commands: MutableMapping[str, Any], before: dict[str, Any]) -> None:
    commands.clear()
    commands.update(before)

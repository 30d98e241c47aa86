"""Keys that a toolkit accepts."""

from __future__ import annotations

from typing import Any

from workshopcore.plugins.kinds import KINDS

__all__ = ["refusal"]


def refusal(kind: str, thing: Any) -> str:
    """Return why a toolkit would not take a thing from a plugin, ``""`` if it would.

    A key without a namespace passes: that is for the library's own.
    """
    rules = KINDS[kind]
    fault = rules.fault(thing)
    if fault:
        return fault
    key = rules.key_of(thing, "plugin", True, 0)
    if not isinstance(key, str):
        return f"the {rules.key} is no text"
    own = rules.key_fault(key, True)
    return own and rules.key_fault(key, False)

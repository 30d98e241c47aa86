"""What a template may read of a thing: what is listed here, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

import attrs
from jinja2.environment import TemplateModule
from jinja2.runtime import BlockReference, LoopContext
from jinja2.utils import Cycler, Namespace

from workshopcore.sandbox.allowed import allowed

__all__ = ["readable", "readable_names"]

_KINDS: dict[type, str] = {
    str: "text",
    datetime: "moment",
    date: "day",
    time: "clock",
    timedelta: "span",
    Mapping: "table",
    list: "list",
    tuple: "list",
    LoopContext: "loop",
    Cycler: "cycler",
    BlockReference: "block",
}
_OWN = (Namespace, TemplateModule)
"""Whose names the template gave itself."""
_CHANGES = ("with_", "without_")


def readable(thing: Any, name: str) -> bool:
    """Return whether a template may read an attribute of a thing.

    Records of the library can be read in full, but not changed: ``with_…`` would only take time.

    >>> readable("Ines", "upper"), readable("Ines", "format"), readable(date, "today")
    (True, False, False)
    """
    if name.startswith("_"):
        return False
    if isinstance(thing, _OWN):
        return True
    if _is_record(type(thing)):
        return not name.startswith(_CHANGES)
    if name in getattr(type(thing), "_fields", ()):  # of a named tuple, as groupby returns
        return True
    names = allowed()["attributes"]
    return any(name in names[word] for kind, word in _KINDS.items() if isinstance(thing, kind))


def readable_names(thing: Any) -> list[str]:
    """Return what a template may read of a thing, for suggestions."""
    return [name for name in dir(thing) if readable(thing, name)]


def _is_record(kind: type) -> bool:
    ours = kind.__module__.partition(".")[0].startswith("workshopcore")
    return ours and attrs.has(kind)

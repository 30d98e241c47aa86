"""What a report says, as a hash: the same words give the same one, whatever they look like."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from typing import Any

import attrs

from workshopcore.contracts.report import Report

__all__ = ["digest", "names_in", "plain"]


def digest(report: Report) -> str:
    """Return the SHA-256 of what a report says: its titles, its audience and its blocks.

    The day it describes, and facts for machines, are not what it says.
    """
    said = [report.key, report.title, report.subtitle, report.audience, plain(report.blocks)]
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def names_in(kind: type) -> tuple[str, ...] | None:
    """Return what an attrs class holds, by name; ``None`` for any other class."""
    if not attrs.has(kind):
        return None
    return tuple(attribute.name for attribute in attrs.fields(kind))


def plain(value: Any) -> Any:
    """Return a value of our classes as lists, mappings and texts, which JSON can hold."""
    # Most values by far are the texts of cells.
    if value.__class__ is str:
        return value
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    names = names_in(value.__class__)
    if names is not None:
        return [value.__class__.__name__, *[plain(getattr(value, name)) for name in names]]
    if isinstance(value, Mapping):
        return {key: plain(part) for key, part in value.items()}
    return value

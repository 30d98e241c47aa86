"""Paths: how they are read, and the order in which a programme has them."""

from __future__ import annotations

import re
from functools import cache

from workshopcore.model.programme import Programme
from workshopcore.model.shape import shape

__all__ = ["programme_order", "within"]

_PART = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


def programme_order(path: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts paths as a reader meets them in the programme.

    >>> sorted(["actions[10]", "actions[9].due", "title", ""], key=programme_order)
    ['', 'title', 'actions[9].due', 'actions[10]']
    """
    key: list[tuple[int, int, str]] = []
    classes: tuple[type, ...] = (Programme,)
    for number, name in _PART.findall(path):
        if number:
            key.append((0, int(number), ""))
        else:
            place, classes = _field(classes, name)
            key.append((1, place, name))
    return tuple(key)


@cache
def _field(classes: tuple[type, ...], name: str) -> tuple[int, tuple[type, ...]]:
    for cls in classes:
        for place, each in enumerate(shape(cls)):
            if each.name == name:
                return place, each.children
    return 1000, ()


def within(path: str, place: str) -> bool:
    """Return whether a path is a place or lies below it; everything lies within ``""``.

    >>> within("workshops[1].agenda", "workshops[1]"), within("workshops[10]", "workshops[1]")
    (True, False)
    """
    return not place or path == place or path.startswith((f"{place}.", f"{place}["))

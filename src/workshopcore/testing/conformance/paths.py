"""Paths of findings: whether they lead somewhere in a programme."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from workshopcore.model.programme import Programme

__all__ = ["leads_somewhere"]

_STEP = re.compile(r"(?:^|\.)([^.\[\]]+)|\[(\d+)\]")
_NOTHING = object()


def leads_somewhere(programme: Programme, path: str) -> bool:
    """Return whether there is something at a path; at ``""`` it is the programme.

    >>> from workshopcore.testing import sample_programme
    >>> [leads_somewhere(sample_programme(), path) for path in ("people[0].name", "people[99]")]
    [True, False]
    """
    place: Any = programme
    end = 0
    while end < len(path) and place is not _NOTHING:
        step = _STEP.match(path, end)
        if step is None:
            return False
        place = _item(place, int(step[2])) if step[2] else _named(place, step[1])
        end = step.end()
    return place is not _NOTHING


def _item(place: Any, number: int) -> Any:
    if isinstance(place, tuple) and number < len(place):
        return place[number]
    return _NOTHING


def _named(place: Any, name: str) -> Any:
    if isinstance(place, Mapping):
        return place.get(name, _NOTHING)
    return getattr(place, name, _NOTHING)

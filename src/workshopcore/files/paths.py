"""Paths such as ``workshops[2].agenda[0].format``, as text and as steps."""

from __future__ import annotations

import re
from typing import TypeAlias

__all__ = ["Path", "path_text", "steps"]

Path: TypeAlias = tuple[str | int, ...]

_STEP = re.compile(r"\[([0-9]{1,9})\]|([^.\[\]]+)")


def steps(path: str) -> Path:
    """Return the steps of a path.

    >>> steps("workshops[2].agenda[0].format")
    ('workshops', 2, 'agenda', 0, 'format')
    """
    return tuple(int(number) if number else name for number, name in _STEP.findall(path))


def path_text(path: Path) -> str:
    """Return a path as it appears in messages.

    >>> path_text(("workshops", 2, "title"))
    'workshops[2].title'
    """
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")

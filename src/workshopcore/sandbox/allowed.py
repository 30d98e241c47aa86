"""What templates may use, as data."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["allowed"]


@cache
def allowed() -> dict[str, Any]:
    """Return the names of filters and tests, and of attributes by kind.

    >>> "upper" in allowed()["filters"], "today" in allowed()["attributes"]["day"]
    (True, False)
    """
    text = (files("workshopcore.sandbox") / "allowed.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)

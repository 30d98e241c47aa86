"""Templates of what `new` writes: TOML and Python to start from."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

__all__ = ["filled", "literal"]


def filled(template: str, **values: Any) -> str:
    """Return a template with its gaps filled.

    Args:
        template: its path below ``templates``, without ``.jinja``.
        values: what goes into the gaps; the filter ``literal`` makes a quoted text, a number or
            a list of any of them.
    """
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters["literal"] = literal
    source = resources.files("workshopcore.cli") / "templates" / f"{template}.jinja"
    return environment.from_string(source.read_text(encoding="utf-8")).render(**values)


def literal(value: object) -> str:
    """Write a value as TOML does; JSON escapes the same characters, except one."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")

"""The built-in styles, as data: one TOML file each."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from workshopcore.contracts.reports import Style

__all__ = ["DEFAULT_STYLE", "built_in_styles"]


@cache
def built_in_styles() -> tuple[Style, ...]:
    """Return the styles that come with the library, in the order of their keys.

    >>> [style.key for style in built_in_styles()]
    ['civic', 'plain']
    """
    folder = files("workshopcore.renderers.styles")
    texts = [
        entry.read_text(encoding="utf-8")
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".toml")
    ]
    return tuple(Style(**tomllib.loads(text)) for text in texts)


DEFAULT_STYLE = next(style for style in built_in_styles() if style.key == "plain")
"""What fills in for whatever a style leaves out."""

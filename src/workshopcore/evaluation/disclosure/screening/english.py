"""What in English text can tell whose it is, read once from its file."""

from __future__ import annotations

import re
from functools import cache

from attrs import frozen

__all__ = ["English", "english"]


@frozen
class English:
    """Patterns, words and suggestions.

    Attributes:
        suggestions: what to do, by kind.
        patterns: of each kind, in the order of the file.
        also_names: words that are names only where they are written as one.
        no_places: words with a capital that are no places.
        common: words that are in everybody's phrases.
    """

    suggestions: dict[str, str]
    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    also_names: frozenset[str]
    no_places: frozenset[str]
    common: frozenset[str]


@cache
def english() -> English:
    """Return what is known of English.

    >>> english().suggestions["contact"]
    'leave it out'
    """
    import tomllib
    from importlib.resources import files

    file = files("workshopcore.evaluation.disclosure.screening").joinpath("english.toml")
    read = tomllib.loads(file.read_text(encoding="utf-8"))
    words = {name: frozenset(text.split()) for name, text in read["words"].items()}
    patterns = tuple(
        (kind, re.compile(_filled(pattern, read["parts"]), re.IGNORECASE))
        for kind, several in read["patterns"].items()
        for pattern in several
    )
    return English(
        read["suggestions"], patterns, words["also_names"], words["no_places"], words["common"]
    )


def _filled(pattern: str, parts: dict[str, str]) -> str:
    for name, part in parts.items():
        pattern = pattern.replace(f"{{{name}}}", part)
    return pattern

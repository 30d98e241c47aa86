"""Collects what formats say, for translators: a method of extraction for Babel."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from typing import Any, BinaryIO

__all__ = ["extract"]

_PLAIN = frozenset(
    {
        *("title", "summary", "notes", "prompts", "outputs", "meaning"),
        *("name", "prompt", "capture", "item"),
    }
)
_ON_A_SHEET = frozenset({"columns", "rows"})
_WORDS = re.compile(r"[^\W\d_]")

Said = tuple[str, str]
"""A context, ``""`` for none, and what is said in it."""


def extract(
    file: BinaryIO,
    keywords: Collection[str],
    comment_tags: Collection[str],
    options: Mapping[str, Any],
) -> Iterator[tuple[int, str, str | Said, list[str]]]:
    """Yield every text of a format that is printed in documents, as Babel asks for it.

    Args:
        file: a format's TOML.
        keywords: as Babel hands them to every method; not needed.
        comment_tags: not needed either.
        options: nor are these.
    """
    del keywords, comment_tags, options
    for context, text in dict.fromkeys(_said(tomllib.loads(file.read().decode("utf-8")))):
        if context:
            yield 1, "pgettext", (context, text), []
        else:
            yield 1, "gettext", text, []


def _said(value: Any, key: str = "", inside: str = "") -> Iterator[Said]:
    """Yield what a value says; ``inside`` is the key of the table that it stands in."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _said(inner, name, key)
    elif isinstance(value, list):
        for each in value:
            yield from _said(each, key, inside)
    elif isinstance(value, str) and _WORDS.search(value):
        if key in _PLAIN:
            yield "", value
        elif key in _ON_A_SHEET and inside == "sheets":
            yield "on a sheet", value
        elif key == "called":
            yield "of groups" if inside == "groups" else "of a round", value

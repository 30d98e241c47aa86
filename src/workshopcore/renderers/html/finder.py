"""Searching in the index of a publication: a form, a few words of each document, one script.

The page works without any of it. The script is allowed by its hash alone, and fetches nothing.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from attrs import frozen
from markupsafe import Markup

if TYPE_CHECKING:
    from workshopcore.contracts.report import Report

__all__ = ["Finder", "finder"]

_INDEX = "index"


@frozen
class Finder:
    """What the page needs to let people search.

    Attributes:
        audiences, workshops: what can be chosen, each with its title.
        data: what the script reads: ``documents``, the audience and the workshop of each in the
            order of the page; and ``words``, each with the numbers of the documents it is in.
        script: the script, which nothing that people wrote is part of.
        source: the script's hash, as a content security policy has it.
    """

    audiences: tuple[tuple[str, str], ...]
    workshops: tuple[tuple[str, str], ...]
    data: dict[str, Any]
    script: Markup
    source: str


def finder(report: Report) -> Finder | None:
    """Return the finder of an index; ``None`` for any other report, or where nothing is listed."""
    documents = report.details.get("documents") if report.key == _INDEX else None
    if not documents:
        return None
    script, source = _script()
    data = {
        "documents": [[one["audience"], one["workshop"]] for one in documents],
        "words": _together(one["words"] for one in documents),
    }
    return Finder(
        tuple(report.details["audiences"]),
        tuple(report.details["workshops"]),
        data,
        Markup(script),
        source,
    )


def _together(words_of: Iterable[Iterable[str]]) -> list[list[Any]]:
    """Return words with the documents they are in, words of the same documents together.

    That is less than a fifth of what the words take if each document lists its own.

    >>> _together([["agenda", "where"], ["agenda"], ["agenda"], ["where"]])
    [['agenda', 0, 1, 2], ['where', 0, 3]]
    """
    places: dict[str, list[int]] = {}
    for number, words in enumerate(words_of):
        for word in words:
            places.setdefault(word, []).append(number)
    return [[" ".join(words), *numbers] for numbers, words in sorted(_turned(places).items())]


def _turned(places: Mapping[str, list[int]]) -> dict[tuple[int, ...], list[str]]:
    turned: dict[tuple[int, ...], list[str]] = {}
    for word in sorted(places):
        turned.setdefault(tuple(places[word]), []).append(word)
    return turned


@lru_cache(maxsize=1)
def _script() -> tuple[str, str]:
    folder = files("workshopcore.renderers") / "templates"
    script = (folder / "finder.js").read_text(encoding="utf-8")
    return script, f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}"

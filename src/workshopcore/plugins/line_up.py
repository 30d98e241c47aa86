"""The line-up: which candidates take part, in which order, and why the others do not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrs import frozen

from workshopcore.errors import PluginLoadError
from workshopcore.plugins.record import Candidate
from workshopcore.plugins.selection import Selection

__all__ = ["LineUp", "line_up"]

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@frozen
class LineUp:
    """What is to be loaded.

    Attributes:
        chosen: the library's own first, then by name.
        aside: what somebody switched off, with the reason.
        refused: what cannot take part, with the error.
    """

    chosen: tuple[Candidate, ...]
    aside: tuple[tuple[Candidate, str], ...]
    refused: tuple[tuple[Candidate, PluginLoadError], ...]


def line_up(candidates: Iterable[Candidate], selection: Selection) -> LineUp:
    """Return who takes part.

    A plugin that was handed over takes the place of an installed one of its name; two of equal
    standing refuse each other.
    """
    wanted: dict[str, list[Candidate]] = {}
    aside: list[tuple[Candidate, str]] = []
    for candidate in sorted(candidates, key=_order):
        cause = selection.why_not(candidate)
        if cause:
            aside.append((candidate, cause))
        else:
            wanted.setdefault(candidate.name, []).append(candidate)
    chosen: list[Candidate] = []
    refused: list[tuple[Candidate, PluginLoadError]] = []
    for rivals in wanted.values():
        first, *others = rivals
        if others and _takes_over(first, others[0]):
            aside += [(other, "a plugin of this name was handed over instead") for other in others]
            rivals = [first]
        for candidate in rivals:
            fault = _fault(candidate, rivals)
            if fault:
                refused.append((candidate, _refusal(candidate, fault)))
            else:
                chosen.append(candidate)
    return LineUp(tuple(chosen), tuple(aside), tuple(refused))


def _order(candidate: Candidate) -> tuple[bool, str, bool, str]:
    return not candidate.built_in, candidate.name, not candidate.given, candidate.distribution


def _takes_over(first: Candidate, second: Candidate) -> bool:
    return first.given and not second.given and not first.built_in


def _fault(candidate: Candidate, rivals: Sequence[Candidate]) -> str:
    if candidate.built_in:
        return ""
    if not _NAME.fullmatch(candidate.name):
        return "a plugin's name is lower-case letters, digits and single hyphens"
    if rivals[0].built_in:
        return "this name is the library's own"
    others = [rival for rival in rivals if rival is not candidate]
    if others:
        names = ", ".join(sorted({other.distribution or other.target for other in others}))
        return f"another plugin has this name, from {names}: neither is used"
    return ""


def _refusal(candidate: Candidate, fault: str) -> PluginLoadError:
    return PluginLoadError(fault, candidate.name, candidate.distribution)

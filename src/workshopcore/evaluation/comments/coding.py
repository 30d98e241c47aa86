"""A coding: which themes one coder saw in which comments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from workshopcore.evaluation.comments.comment import Mark

__all__ = ["Coding"]


def _codes(values: Mapping[Mark, Iterable[str]]) -> Mapping[Mark, tuple[str, ...]]:
    return {Mark(*mark): tuple(dict.fromkeys(themes)) for mark, themes in values.items()}


def _wordings(values: Mapping[Mark, str]) -> Mapping[Mark, str]:
    return {Mark(*mark): words.strip() for mark, words in values.items() if words.strip()}


@frozen
class Coding:
    """What one coder made of comments.

    Attributes:
        coder: who coded: initials, or ``lexicon``.
        codes: the themes of each comment that was coded. ``()`` is a comment that no theme
            fits; a comment that is not there was not coded.
        wordings: words that somebody approved for showing a comment as an example.
        version: the version of the codebook that it was coded by.
    """

    coder: str
    codes: Mapping[Mark, tuple[str, ...]] = field(converter=_codes)
    wordings: Mapping[Mark, str] = field(factory=dict, converter=_wordings, kw_only=True)
    version: str = field(default="", kw_only=True)

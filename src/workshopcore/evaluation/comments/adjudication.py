"""Adjudication: one coding out of several, by what coders agree on and what was decided."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from workshopcore.evaluation.comments.coding import Coding
from workshopcore.evaluation.comments.comment import Comment

__all__ = ["Adjudication", "adjudicate"]


@frozen
class Adjudication:
    """What came of talking it over.

    Attributes:
        coding: the themes on which everybody agrees, or that were decided.
        open: comments that coders saw differently and nobody has decided.
        single: comments that one coder alone has coded, and whose word was taken.
        uncoded: comments that nobody coded.
    """

    coding: Coding
    open: tuple[Comment, ...]
    single: tuple[Comment, ...]
    uncoded: tuple[Comment, ...]


def adjudicate(
    codings: Iterable[Coding],
    comments: Iterable[Comment],
    decided: Coding | None = None,
    *,
    coder: str = "adjudicated",
) -> Adjudication:
    """Return one coding out of several.

    A decision goes before everything. Without one, what all agree on stands; where they do not,
    the comment is left open and has no themes, so that nothing is counted on one coder's word
    against another's.

    Args:
        codings: of the coders.
        comments: what was coded.
        decided: what was decided, comment by comment, in a coding of its own.
        coder: what to call the result.

    >>> from workshopcore.evaluation.comments.comment import Mark
    >>> said = [Comment(Mark("q", n), "…") for n in (1, 2)]
    >>> one = Coding("AY", {("q", 1): ["trust"], ("q", 2): ["time"]})
    >>> two = Coding("TN", {("q", 1): ["trust"], ("q", 2): []})
    >>> adjudicate([one, two], said).open[0].mark
    Mark(item='q', number=2)
    >>> adjudicate([one, two], said, Coding("both", {("q", 2): ["time"]})).coding.codes
    {Mark(item='q', number=1): ('trust',), Mark(item='q', number=2): ('time',)}
    """
    every = tuple(codings)
    verdicts = decided.codes if decided else {}
    codes, left, single, uncoded = {}, [], [], []
    for comment in comments:
        mark = comment.mark
        given = [coding.codes[mark] for coding in every if mark in coding.codes]
        if mark in verdicts:
            codes[mark] = verdicts[mark]
        elif not given:
            uncoded.append(comment)
        elif all(set(themes) == set(given[0]) for themes in given):
            codes[mark] = given[0]
            if len(given) == 1 and len(every) > 1:
                single.append(comment)
        else:
            left.append(comment)
    layers = [*every, *([decided] if decided else [])]
    wordings = {mark: words for each in layers for mark, words in each.wordings.items()}
    version = next((each.version for each in layers if each.version), "")
    coding = Coding(coder, codes, wordings=wordings, version=version)
    return Adjudication(coding, tuple(left), tuple(single), tuple(uncoded))

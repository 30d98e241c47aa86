"""Double coding: how far coders agree, and where they do not."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from attrs import frozen

from workshopcore.errors import InvalidValueError
from workshopcore.evaluation.comments.codebook import Codebook
from workshopcore.evaluation.comments.coding import Coding
from workshopcore.evaluation.comments.comment import Comment, Mark
from workshopcore.evaluation.statistics import Statistic, cohen_kappa, krippendorff_alpha

__all__ = ["Agreement", "Disagreement", "agreement"]

Value = Callable[[tuple[str, ...]], Hashable]


@frozen
class Disagreement:
    """A comment that coders saw differently.

    Attributes:
        comment: the comment.
        codes: the themes that each coder gave it.
        themes: those that not all of them gave it.
    """

    comment: Comment
    codes: Mapping[str, tuple[str, ...]]
    themes: tuple[str, ...]


@frozen
class Agreement:
    """How far coders agree.

    Attributes:
        coders: who coded.
        overall: Krippendorff's alpha of all the themes of a comment together: it counts as the
            same only if every theme is.
        alphas: of each theme alone: given to a comment or not.
        kappas: Cohen's kappa of each theme, for two coders; empty for more.
        disagreements: what has to be talked over, in the order of the comments.
    """

    coders: tuple[str, ...]
    overall: Statistic
    alphas: Mapping[str, Statistic]
    kappas: Mapping[str, Statistic]
    disagreements: tuple[Disagreement, ...]


def agreement(
    codings: Iterable[Coding],
    comments: Iterable[Comment],
    codebook: Codebook,
    *,
    level: float = 0.95,
) -> Agreement:
    """Return how far coders agree, theme by theme and over all, and where they do not.

    Comments are the units. One that fewer than two coded is left out of the figures; every
    figure says how many it rests on, and has a jackknife interval where there is one.

    Args:
        codings: two or more, of different coders.
        comments: what was coded.
        codebook: what it was coded by.
        level: of confidence.

    Raises:
        InvalidValueError: fewer than two coders, one of them twice, or codings by different
            versions of the codebook.

    >>> from workshopcore.model.evaluation import Theme
    >>> book = Codebook([Theme("Trust"), Theme("Time")])
    >>> said = [Comment(Mark("q", n), "…") for n in (1, 2, 3)]
    >>> one = Coding("AY", {("q", 1): ["trust"], ("q", 2): ["time"], ("q", 3): []})
    >>> two = Coding("TN", {("q", 1): ["trust"], ("q", 2): ["time"], ("q", 3): ["time"]})
    >>> found = agreement([one, two], said, book)
    >>> print(found.kappas["time"])
    kappa 0.4: the same for 2 of 3 units
    >>> [(str(each.comment.mark), each.themes) for each in found.disagreements]
    [('q 3', ('time',))]
    """
    every, units = tuple(codings), tuple(comments)
    _check(every)
    marks = [comment.mark for comment in units]

    def alpha(value: Value) -> Statistic:
        return krippendorff_alpha([_column(each, marks, value) for each in every], level=level)

    kappas = {}
    if len(every) == 2:
        first, second = every
        kappas = {
            key: cohen_kappa(
                _column(first, marks, _has(key)), _column(second, marks, _has(key)), level=level
            )
            for key in codebook.keys
        }
    return Agreement(
        tuple(each.coder for each in every),
        alpha(frozenset),
        {key: alpha(_has(key)) for key in codebook.keys},
        kappas,
        tuple(_disagreements(every, units)),
    )


def _check(codings: Sequence[Coding]) -> None:
    coders = [coding.coder for coding in codings]
    if len(coders) < 2 or len(set(coders)) < len(coders):
        found = ", ".join(coders) or "none"
        raise InvalidValueError(found, "two coders or more, each once")
    versions = {coding.version for coding in codings if coding.version}
    if len(versions) > 1:
        cure = "Code again by one version: agreement on different themes means nothing"
        raise InvalidValueError(", ".join(sorted(versions)), "one version of the codebook", cure)


def _has(key: str) -> Value:
    return lambda themes: key in themes


def _column(coding: Coding, marks: Sequence[Mark], value: Value) -> list[Hashable | None]:
    return [value(coding.codes[mark]) if mark in coding.codes else None for mark in marks]


def _disagreements(
    codings: Sequence[Coding], comments: Sequence[Comment]
) -> Iterable[Disagreement]:
    for comment in comments:
        codes = {c.coder: c.codes[comment.mark] for c in codings if comment.mark in c.codes}
        given = dict.fromkeys(theme for themes in codes.values() for theme in themes)
        different = tuple(
            theme for theme in given if any(theme not in themes for themes in codes.values())
        )
        if different:
            yield Disagreement(comment, codes, different)

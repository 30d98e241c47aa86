"""The rule: how many respondents there must be behind whatever is shown."""

from __future__ import annotations

from attrs import field, frozen

from workshopcore.model import accept

__all__ = ["Rule"]


@frozen
class Rule:
    """What a house asks before it shows a figure about people.

    Attributes:
        k: the fewest respondents behind a figure, and behind any subgroup that can be had by
            subtracting what is published. Not of answers within one base: "7 of 9 agree" is
            shown, although 2 do not.
        strict: whether counts of answers are shown in bands only.
        across_waves: whether figures of different waves count as comparable, so that one who
            joined or left between them is protected too.

    >>> Rule().k
    5
    """

    k: int = field(default=5, validator=accept.count(2, 1000))
    strict: bool = field(default=False, converter=accept.flag, kw_only=True)
    across_waves: bool = field(default=True, converter=accept.flag, kw_only=True)

    def is_small(self, people: int) -> bool:
        """Return whether a number of people is too few to be shown: 1 to k − 1.

        >>> [Rule().is_small(n) for n in (0, 1, 4, 5)]
        [False, True, True, False]
        """
        return 0 < people < self.k

"""How long something takes when only a range is known, or a few earlier runs of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import lcm

from workshopcore.agenda.risk.distribution import Distribution
from workshopcore.errors import InvalidValueError

__all__ = ["even_gaps", "triangular"]


@lru_cache(maxsize=1024)
def triangular(shortest: int, usual: int, longest: int) -> Distribution:
    """Return the triangular distribution between three numbers of minutes, on whole minutes.

    Every moment of the continuous distribution gives its weight to the two whole minutes
    beside it, the nearer one the more: 12.25 counts as 12 three times out of four. So nothing
    lies outside the range, the mean is exactly (shortest + usual + longest) / 3, and the
    variance exceeds the continuous one, (s² + u² + l² − su − sl − ul) / 18, by exactly 1/6.

    Raises:
        InvalidValueError: the minutes are not in rising order.

    >>> triangular(0, 2, 4).weights
    (1, 6, 10, 6, 1)
    >>> triangular(30, 45, 75).mean
    Fraction(50, 1)
    """
    if not shortest <= usual <= longest:
        found = (shortest, usual, longest)
        raise InvalidValueError(found, "minutes in rising order: shortest, usual, longest")
    rise, fall = usual - shortest, longest - usual
    if rise == fall == 0:
        return Distribution.certain(usual)
    # The density times 3 (rise + fall) rise fall, a side of no width left out of the product.
    # Within a side it is straight, so its share at a minute is its height there.
    up, down = fall or 1, rise or 1
    weights = [6 * up * minute for minute in range(rise)]
    weights.append(3 * (up * rise + down * fall) - (up if rise else 0) - (down if fall else 0))
    weights += [6 * down * minute for minute in reversed(range(fall))]
    # A corner gives the sixth of a cell's height to the minute at the foot.
    if rise:
        weights[0] += up
    if fall:
        weights[-1] += down
    return Distribution(shortest, weights).reduced()


def even_gaps(seen: Sequence[int], shortest: int, longest: int) -> Distribution:
    """Return how long the next run takes, after some runs that were seen.

    The next of *n* + 1 runs that nothing tells apart is equally likely to be the shortest of
    them, the second shortest, and so on: it falls into each of the *n* + 1 gaps that the runs
    seen leave with the same probability (Hill's assumption *A(n)*, 1968), and evenly within a
    gap. The outer gaps reach to the shortest and the longest that were thought possible, and
    no further; where a run went beyond that, to that run.

    Args:
        seen: minutes of earlier runs, one or more.
        shortest: minutes thought possible.
        longest: minutes thought possible.

    Raises:
        InvalidValueError: no run was seen.

    >>> even_gaps([40, 44], 40, 45).reduced().weights
    (9, 2, 2, 2, 5, 4)
    """
    if not seen:
        raise InvalidValueError(seen, "the minutes of one run or more")
    runs = sorted(seen)
    gaps = list(pairwise([min(shortest, runs[0]), *runs, max(longest, runs[-1])]))
    whole = lcm(*(2 * (end - start) for start, end in gaps if end > start))
    return Distribution.gathered(share for gap in gaps for share in _even(*gap, whole)).reduced()


def _even(start: int, end: int, whole: int) -> Iterator[tuple[int, int]]:
    """Yield minutes with weights that share a whole evenly between two moments."""
    if start == end:
        yield start, whole
        return
    half = whole // (2 * (end - start))
    for minutes in range(start, end):
        yield minutes, half
        yield minutes + 1, half

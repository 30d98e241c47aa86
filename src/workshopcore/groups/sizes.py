"""How many sit in each group: sizes that differ by one at most."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from workshopcore.errors import GroupsError, InvalidValueError
from workshopcore.groups.words import counted

__all__ = ["even_sizes", "sizes_for", "thinned"]


def sizes_for(people: int, least: int, most: int, *, aim: int | None = None) -> tuple[int, ...]:
    """Return the size of each group so that sizes differ by one at most, the larger ones first.

    Args:
        people: how many there are to split.
        least: the fewest in a group.
        most: the most in a group.
        aim: the average size to come closest to; left out, the middle of ``least`` and
            ``most``. Where two come equally close the smaller groups win: they give everybody
            more time to speak.

    Raises:
        InvalidValueError: the numbers make no sense.
        GroupsError: so many people cannot be split so.

    >>> sizes_for(11, 3, 5)
    (4, 4, 3)
    """
    for value, floor in ((people, 1), (least, 1), (most, least)):
        if value.__class__ is not int or value < floor:
            raise InvalidValueError(value, f"a whole number of {floor} or more")
    fewest, greatest = -(-people // most), people // least
    if fewest > greatest:
        raise GroupsError(
            f"{counted(people, 'person', 'people')} cannot be split into groups of {least} to"
            f" {most}: {counted(greatest, 'group')} {'leaves' if greatest == 1 else 'leave'}"
            f" somebody over, and {counted(fewest, 'group')} are too many"
        )
    wanted = Fraction(least + most, 2) if aim is None else Fraction(aim)
    near = (int(people / wanted), int(people / wanted) + 1)
    groups = min(
        (min(max(number, fewest), greatest) for number in near),
        key=lambda number: (abs(Fraction(people, number) - wanted), -number),
    )
    return even_sizes(people, groups)


def even_sizes(people: int, groups: int) -> tuple[int, ...]:
    """Return the sizes of so many groups, the larger ones first.

    >>> even_sizes(14, 4)
    (4, 4, 3, 3)
    """
    size, larger = divmod(people, groups)
    return (size + 1,) * larger + (size,) * (groups - larger)


def thinned(sizes: Sequence[int], people: int, *, tables: int = 0) -> tuple[int, ...]:
    """Return the sizes of a round that some people miss.

    The largest groups give way first. The number of groups stays as it is unless somebody
    would sit alone: then there are as many as leave nobody alone.

    Args:
        sizes: the sizes with everybody there.
        people: how many are there, 2 at least.
        tables: how many groups there have to be, for the hosts who are there.

    >>> thinned((4, 4, 3), 9), thinned((2, 2, 2), 5)
    ((3, 3, 3), (3, 2))
    """
    left = list(sizes)
    for _ in range(sum(sizes) - people):
        largest = max(left)
        # The last of the largest, so that the larger groups stay in front.
        left[len(left) - 1 - left[::-1].index(largest)] -= 1
    if min(left) > 1:
        return tuple(left)
    return even_sizes(people, max(people // 2, tables, 1))

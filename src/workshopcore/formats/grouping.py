"""How a format splits a room: into even groups, or with some people in the middle."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from attrs import field, frozen

from workshopcore.contracts.formats import Lasting
from workshopcore.formats.names import number_name
from workshopcore.language import gettext, ngettext

__all__ = ["GroupRule", "Sizes", "split"]

Sizes: TypeAlias = tuple[int, ...]


def split(people: int, least: int, most: int, *, aim: int | None = None) -> Sizes:
    """Split people into groups whose sizes differ by one at most, the larger groups first.

    Args:
        people: how many there are to split.
        least: the fewest in a group.
        most: the most in a group.
        aim: the average size to come closest to; left out, the middle of ``least`` and
            ``most``. Where two come equally close, the smaller groups win: they give
            everybody more time to speak.

    Returns:
        The size of each group, or ``()`` where no such split exists.

    >>> split(11, 3, 5)
    (4, 4, 3)
    >>> split(5, 3, 4)
    ()
    """
    # Every group has `least` or more, and none above `most`: exactly these numbers of groups.
    fewest, greatest = -(-people // most), people // least
    if people < 1 or fewest > greatest:
        return ()
    wanted = Fraction(least + most, 2) if aim is None else Fraction(aim)
    # The average falls as groups are added: one of the two numbers round the aim is best.
    near = (int(people / wanted), int(people / wanted) + 1)
    groups = min(
        (min(max(number, fewest), greatest) for number in near),
        key=lambda number: (abs(Fraction(people, number) - wanted), -number),
    )
    size, larger = divmod(people, groups)
    return (size + 1,) * larger + (size,) * (groups - larger)


@frozen(kw_only=True)
class GroupRule:
    """The rule by which a format splits a room.

    Attributes:
        bounds: the fewest and the most in a group.
        aim: the size to come closest to; ``None`` for the middle of the bounds.
        whole_up_to: up to this many people stay together.
        otherwise: bounds to try where the first ones admit no split.
        inner: the fewest and the most in a circle in the middle, which is counted first
            and not split; the others sit round it in groups.
        called: what the groups are called.
        lasting: how long a group stays together.
        hosted: whether a host stays when the others change groups.
    """

    bounds: tuple[int, int]
    aim: int | None = None
    whole_up_to: int = 0
    otherwise: tuple[int, int] | None = None
    inner: tuple[int, int] | None = None
    called: str = field(default="groups")
    lasting: Lasting = "session"
    hosted: bool = False

    @property
    def wanted(self) -> str:
        """What it needs, for messages."""
        least, most = self.bounds
        return f"groups of {least}" if least == most else f"groups of {least} to {most}"

    def sizes(self, people: int) -> Sizes:
        """Return the size of each group, one for everybody together, ``()`` for no way."""
        if people <= self.whole_up_to:
            return (people,)
        if self.inner:
            return self._round_a_circle(people, self.inner)
        return self._outer(people)

    def note(self, sizes: Sizes) -> str:
        """Return what becomes of a remainder, ``""`` where all groups are alike.

        >>> rule = GroupRule(bounds=(4, 5))
        >>> rule.note(rule.sizes(14))
        'two of 5, the other of 4'
        """
        if self.inner and len(sizes) > 1:
            return _circle_note(sizes[0], sizes[1], sizes[-1])
        larger = sizes.count(sizes[0])
        others = len(sizes) - larger
        if not others:
            return ""
        return ngettext(
            "{larger} of {size}, the other of {less}",
            "{larger} of {size}, the others of {less}",
            others,
            larger=number_name(larger),
            size=sizes[0],
            less=sizes[-1],
        )

    def _outer(self, people: int) -> Sizes:
        found = split(people, *self.bounds, aim=self.aim)
        if not found and self.otherwise:
            return split(people, *self.otherwise, aim=self.aim)
        return found

    def _round_a_circle(self, people: int, inner: tuple[int, int]) -> Sizes:
        least, most = inner
        # From the middle outwards: a circle neither lonely nor crowded.
        nearest_first = sorted(range(least, most + 1), key=lambda n: (abs(2 * n - least - most), n))
        for middle in nearest_first:
            outer = self._outer(people - middle)
            if outer:
                return (middle, *outer)
        return ()


def _circle_note(middle: int, most: int, least: int) -> str:
    if most == least:
        return gettext(
            "{middle} in the middle, the others round them in groups of {size}",
            middle=middle,
            size=most,
        )
    return gettext(
        "{middle} in the middle, the others round them in groups of {size} and {less}",
        middle=middle,
        size=most,
        less=least,
    )

"""The dates that were chosen, how sure that is, and what stands in the way of others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property
from itertools import islice
from typing import Literal, TypeAlias

from attrs import field, frozen

from workshopcore.calendar.alternatives import other_ways, usual_difference
from workshopcore.calendar.case import Case
from workshopcore.calendar.outlook import DayOutlook, Outlook, Rejection
from workshopcore.calendar.plan import DatedWorkshop, DatePlan
from workshopcore.calendar.planning import plan_of
from workshopcore.calendar.remedies import Conflict, conflict_of, doubt_of
from workshopcore.calendar.search.levels import Level, Settled
from workshopcore.calendar.search.stages import GRAIN
from workshopcore.calendar.words import half_words
from workshopcore.errors import InvalidValueError
from workshopcore.language import gettext, ngettext, pgettext
from workshopcore.model import accept

__all__ = ["Aim", "Dates", "Reached"]

Aim: TypeAlias = Literal["moved", "attendance", "most missed", "shortest gap", "longest gap"]


@frozen
class Reached:
    """How far one aim was reached.

    Attributes:
        aim: ``moved`` (workshops that are not where they were to be), ``attendance``,
            ``most missed`` (by anybody), ``shortest gap``, ``longest gap`` (in days).
        value: what was reached.
        bound: nothing better is possible, given the aims before it.
    """

    aim: Aim
    value: Fraction
    bound: Fraction

    @property
    def proven(self) -> bool:
        """Whether nothing better is possible."""
        return self.value == self.bound

    def __str__(self) -> str:
        return gettext(
            "{aim} {value}, at best {bound}",
            aim=_aim_words(self.aim),
            value=half_words(self.value),
            bound=half_words(self.bound),
        )


def _aim_words(aim: Aim) -> str:
    match aim:
        case "moved":
            return pgettext("how far an aim was reached", "moved")
        case "attendance":
            return pgettext("how far an aim was reached", "attendance")
        case "most missed":
            return pgettext("how far an aim was reached", "most missed")
        case "shortest gap":
            return pgettext("how far an aim was reached", "shortest gap")
        case "longest gap":
            return pgettext("how far an aim was reached", "longest gap")


@frozen(eq=False)
class Dates:
    """The answer to a question for dates.

    Without dates that meet all that is asked, ``plan`` is ``None`` and ``conflict`` says what
    cannot go together. ``alternatives``, ``conflict``, ``rejected`` and ``days`` are worked out
    when they are first asked for.

    Attributes:
        steps: how many steps of searching the dates took; most need none.
    """

    _case: Case = field(repr=False)
    _settled: Settled = field(repr=False)
    _allowance: int = field(repr=False)
    steps: int

    @cached_property
    def plan(self) -> DatePlan | None:
        """The dates that were chosen."""
        way = self._settled.way
        return None if way is None else plan_of(self._case, way)

    @property
    def workshops(self) -> tuple[DatedWorkshop, ...]:
        """The workshops with their dates; none where there are no dates."""
        return self.plan.workshops if self.plan else ()

    @property
    def attendance(self) -> Fraction:
        """The weight of all who can come, over all workshops, a maybe counting half."""
        return self.plan.attendance if self.plan else Fraction()

    @cached_property
    def reached(self) -> tuple[Reached, ...]:
        """How far each aim was reached, in the order in which they count."""
        return tuple(_reached(self._case, self._settled.levels))

    @property
    def bound(self) -> Fraction:
        """No dates that meet all that is asked have a greater attendance.

        Where fairness comes first, or as few moves as possible: none that are as good by these.
        """
        return next((each.bound for each in self.reached if each.aim == "attendance"), Fraction())

    @property
    def proven(self) -> bool:
        """Whether there are no better dates by any aim; without dates, whether there are none."""
        if self._settled.way is None:
            return self._settled.complete
        return self._settled.even and all(each.proven for each in self.reached)

    @property
    def how(self) -> str:
        """How sure it is that there are no better dates, in words."""
        if self._settled.way is None:
            return _none_words(self._settled.complete, self.steps)
        if self.proven:
            return gettext("Proven: no dates that meet all that is asked are better")
        doubtful = [str(each) for each in self.reached if not each.proven]
        doubtful += [] if self._settled.even else [gettext("how even the other gaps are")]
        return ngettext(
            "Not proven after {count} step: {doubts}",
            "Not proven after {count} steps: {doubts}",
            self.steps,
            doubts="; ".join(doubtful),
        )

    @cached_property
    def alternatives(self) -> tuple[DatePlan, ...]:
        """Up to three other good plans, the best first: see :meth:`others`."""
        return self.others()

    def others(self, count: int = 3, *, differ_in: int | None = None) -> tuple[DatePlan, ...]:
        """Return the next best plans, the best first.

        Each is the best of all that differ from the dates chosen, and from those before it: for
        so many workshops it lies in another week, from Monday to Sunday.

        Args:
            count: how many at most.
            differ_in: for how many workshops; left out, for a third of those to be dated.
        """
        way = self._settled.way
        if way is None:
            return ()
        least = usual_difference(self._case) if differ_in is None else max(1, differ_in)
        ways = other_ways(self._case, way, least, self._allowance)
        return tuple(plan_of(self._case, each) for each in islice(ways, count))

    @cached_property
    def conflict(self) -> Conflict | None:
        """What cannot go together, where there are no dates; ``None`` where there are."""
        if self._settled.way is not None:
            return None
        explained = conflict_of if self._settled.complete else doubt_of
        return explained(self._case.question, self._allowance)

    @property
    def unasked(self) -> tuple[str, ...]:
        """Whose availability was given, though nobody asks for them: a slip in a name, perhaps."""
        question = self._case.question
        rooms = {room for wanted in question.workshops for room in wanted.wish.rooms or ()}
        known = rooms | question.by_id.keys()
        return tuple(name for name in question.availability.names if name not in known)

    @cached_property
    def _outlook(self) -> Outlook:
        return Outlook(self._case)

    @property
    def days(self) -> tuple[DayOutlook, ...]:
        """What each day of the period is good for: a picture of the year."""
        return self._outlook.days

    @cached_property
    def rejected(self) -> Mapping[date, tuple[Rejection, ...]]:
        """The days on which no workshop can start, with who or what rules each out."""
        return {each.day: each.rejections for each in self.days if not each.workshops}

    def why_not(self, day: date | str, workshop: str | None = None) -> tuple[Rejection, ...]:
        """Return who or what rules out a day, for one workshop or for any of them."""
        on = accept.day(day)
        if on is None:
            raise InvalidValueError(day, "a day")
        found = self._outlook.on(on).rejections
        return tuple(each for each in found if workshop is None or workshop in each.workshops)


def _none_words(certain: bool, steps: int) -> str:
    if certain:
        return gettext("Proven: no dates meet all that is asked")
    return ngettext(
        "No dates found in {count} step, and it is not known whether there are any",
        "No dates found in {count} steps, and it is not known whether there are any",
        steps,
    )


def _reached(case: Case, levels: Iterable[Level]) -> Iterator[Reached]:
    moves = any(wanted.agreed is not None for wanted in case.question.workshops)
    for level in levels:
        if level.aim == "first":
            if moves:
                yield Reached(
                    "moved", Fraction(-level.reached, GRAIN), Fraction(-level.bound, GRAIN)
                )
                moves = False
        elif level.aim == "value":
            yield from _value(case, level, moves)
        elif level.aim == "most-carried":
            yield Reached("most missed", Fraction(level.reached, 2), Fraction(level.bound, 2))
        else:
            aim: Aim = "shortest gap" if level.aim == "shortest-gap" else "longest gap"
            yield Reached(aim, Fraction(level.reached), Fraction(level.bound))


def _value(case: Case, level: Level, moves: bool) -> Iterator[Reached]:
    """Take a value apart into moves, which count so much that they come first, and attendance."""
    moved, attendance = divmod(level.reached // GRAIN, case.move)
    fewest, most = divmod(level.bound // GRAIN, case.move)
    if fewest > moved:
        most = case.move - 1
    if moves:
        yield Reached("moved", Fraction(-moved), Fraction(-fewest))
    unit = 2 * case.question.scale
    yield Reached("attendance", Fraction(attendance, unit), Fraction(most, unit))

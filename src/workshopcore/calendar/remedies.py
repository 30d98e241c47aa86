"""What cannot go together, said to people, and what would have to give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from workshopcore.calendar.case import Case
from workshopcore.calendar.conflict import Fits, clash, fitting, largest_fitting
from workshopcore.calendar.demands import Constraint, Demand
from workshopcore.calendar.plan import DatePlan
from workshopcore.calendar.planning import plan_of
from workshopcore.calendar.search.effort import Effort
from workshopcore.calendar.search.levels import settle
from workshopcore.calendar.wanted import Question
from workshopcore.calendar.words import called, day_words, listed
from workshopcore.language import gettext

__all__ = ["Conflict", "Remedy", "conflict_of", "doubt_of"]

_GIVEN = frozenset({"past", "held"})
"""What nobody can give up."""
_CHECKS = 8
"""Into how many parts the steps are divided: each thing that is tried may take one."""


@frozen
class Remedy:
    """Something that would have to give. It is enough: all else that is asked stays.

    Attributes:
        gives: the constraints that have to give, together.
        closest: what could be asked in place of each; ``None`` where it has to go altogether.
        plan: the dates that there would be.
    """

    gives: tuple[Constraint, ...]
    closest: tuple[Constraint | None, ...]
    plan: DatePlan

    @property
    def instead(self) -> tuple[str, ...]:
        """What could be asked in place of each, in words; ``""`` where it has to go altogether."""
        return tuple("" if each is None else each.text for each in self.closest)

    def __str__(self) -> str:
        said = "; ".join(
            gettext("{instead} (not: {given})", instead=instead, given=given)
            if instead
            else gettext("Without: {given}", given=given)
            for given, instead in zip(self.gives, self.instead, strict=True)
        )
        named = {name for constraint in self.gives for name in constraint.workshops}
        then = [
            gettext(
                "{workshop} on {day}",
                workshop=called(each.title),
                day=day_words(each.day, weekday=True),
            )
            for each in self.plan.workshops
            if each.workshop in named
        ]
        return gettext("{given} – then {dates}", given=said, dates=listed(then)) if then else said


@frozen
class Conflict:
    """Demands that cannot all be met.

    Attributes:
        constraints: together they are too much; all of them but any one could be met.
        remedies: ways out, each of which is enough; ``()`` where only what nobody can change
            stands in the way, or none was found.
        proven: whether it is certain that they cannot be met; else no dates were found that do.
        minimal: whether it is certain that none of them is there for nothing.
    """

    constraints: tuple[Constraint, ...]
    remedies: tuple[Remedy, ...]
    proven: bool = True
    minimal: bool = True

    @property
    def title(self) -> str:
        """What it comes to, in words."""
        if self.proven:
            return gettext("These cannot all be met")
        return gettext("No dates were found that meet this")

    def __str__(self) -> str:
        lines = [f"{self.title}:", *(f"  - {constraint}" for constraint in self.constraints)]
        if self.remedies:
            title = gettext("What would have to give, one of")
            lines += [f"{title}:"]
            lines += [f"  - {remedy}" for remedy in self.remedies]
        return "\n".join(lines)


def conflict_of(question: Question, steps: int) -> Conflict:
    """Return why there are no dates that meet all that a question asks.

    Args:
        question: one without an answer.
        steps: how much searching it may take.
    """
    case = Case(question, wide=True)
    ways = _WaysOut(case, fitting(case, steps // _CHECKS), steps)
    found = clash(case.demands, ways.fits)
    constraints = tuple(demand.constraint for demand in found.demands)
    return Conflict(constraints, tuple(ways.of(found.demands)), minimal=found.certain)


def doubt_of(question: Question, steps: int) -> Conflict:
    """Return what made the search for dates so hard that it is not known whether there are any.

    It is only ever the limit on what anybody may miss: all else is settled without searching.

    Args:
        question: one for which the search was cut short.
        steps: how much searching it may take.
    """
    case = Case(question)
    ways = _WaysOut(case, fitting(case, steps // _CHECKS), steps)
    hard = [demand for demand in case.demands if demand.constraint.kind == "misses"]
    constraints = tuple(demand.constraint for demand in hard)
    return Conflict(constraints, tuple(ways.alone(hard)), proven=False, minimal=False)


@frozen(eq=False)
class _WaysOut:
    """What would have to give."""

    case: Case
    fits: Fits
    steps: int

    def of(self, clashing: Sequence[Demand]) -> Iterator[Remedy]:
        """Yield what is enough by itself, or else what is enough together."""
        alone = list(self.alone(clashing[::-1]))
        yield from alone or self._together()

    def alone(self, demands: Sequence[Demand]) -> Iterator[Remedy]:
        """Yield which of some demands are enough by themselves, if they give."""
        for demand in demands:
            others = [each for each in self.case.demands if each is not demand]
            if demand.constraint.kind not in _GIVEN and self.fits(others):
                yield from self._giving([demand], others)

    def _together(self) -> Iterator[Remedy]:
        # What nobody can give up comes first among the demands, and always fits.
        kept = largest_fitting(self.case.demands, self.fits)
        gives = [demand for demand in self.case.demands if demand not in kept]
        yield from self._giving(gives, kept)

    def _giving(self, gives: Sequence[Demand], kept: Sequence[Demand]) -> Iterator[Remedy]:
        """Yield the remedy of demands that give, each as little as is enough."""
        asked = list(kept)
        found = []
        for demand in gives:
            closest = self._closest(demand, asked)
            asked += [] if closest is None else [closest]
            found.append(None if closest is None else closest.constraint)
        plan = self._plan(asked)
        if plan is not None:
            yield Remedy(tuple(each.constraint for each in gives), tuple(found), plan)

    def _closest(self, demand: Demand, others: Sequence[Demand]) -> Demand | None:
        """Return the demand with the number closest to its own that fits with the others."""
        if demand.remade is None:
            return None
        near, far = demand.bound, demand.loosest
        while abs(far - near) > 1:
            middle = (near + far) // 2
            if self.fits([*others, demand.remade(middle)]):
                far = middle
            else:
                near = middle
        return None if far == demand.loosest else demand.remade(far)

    def _plan(self, demands: Sequence[Demand]) -> DatePlan | None:
        case = self.case
        problem = case.problem(case.attendance, demands)
        found = settle(problem, case.limits(demands), case.sharers, Effort(self.steps))
        return None if found.way is None else plan_of(case, found.way)

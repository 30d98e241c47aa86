"""A case on its way into the search: the problem, the limits, and what goes before fairness."""

from __future__ import annotations

from attrs import frozen

from workshopcore.calendar.case import Case, stays
from workshopcore.calendar.search.burdens import Limits
from workshopcore.calendar.search.effort import Effort
from workshopcore.calendar.search.levels import Settled, settle
from workshopcore.calendar.search.stages import Problem

__all__ = ["Ready"]


@frozen(eq=False)
class Ready:
    """What is searched.

    Attributes:
        problem: with attendance, after as few moves as possible, as the value.
        limits: what bearers may carry.
        sharers: the bearers who are people.
        first: the same with the moves alone, where fairness comes before attendance.
    """

    problem: Problem
    limits: Limits
    sharers: range
    first: Problem | None = None

    @classmethod
    def of(cls, case: Case) -> Ready:
        """Return a case as it is."""
        first = case.problem(stays) if case.question.rules.fairest_first else None
        return cls(case.problem(case.attendance), case.limits(), case.sharers, first)

    def settled(self, effort: Effort) -> Settled:
        """Return the best way, by one aim after another."""
        return settle(self.problem, self.limits, self.sharers, effort, first=self.first)

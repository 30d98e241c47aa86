"""The least that has to be hidden besides: exact where that is quick, safe always.

Cuts are gathered until the cheapest choice that meets all of them is safe; nothing cheaper can
be, because every safe choice meets every cut (implicit hitting sets: Moreno-Centeno and Karp,
Operations Research 61, 2013). When the effort runs out first, the cheapest safe choice met on
the way is the answer.
"""

from __future__ import annotations

from attrs import frozen

from workshopcore.evaluation.disclosure.suppression.hitting import Effort, cheapest
from workshopcore.evaluation.disclosure.suppression.problem import Problem

__all__ = ["EFFORT", "Choice", "choose_hidden"]

EFFORT = 500_000
"""How many sets are looked at before the best so far is taken."""


@frozen
class Choice:
    """What is hidden.

    Attributes:
        hidden: all of it.
        proven: whether nothing cheaper is safe.
    """

    hidden: frozenset[int]
    proven: bool


def choose_hidden(problem: Problem, effort: int = EFFORT) -> Choice | None:
    """Return what to hide, or ``None`` when hiding all that may be hidden is not enough."""
    everything = problem.needed | frozenset(problem.costs)
    if not problem.is_safe(everything):
        return None
    left = Effort(effort)
    cuts = problem.cuts(problem.needed)
    best = _completed(problem, frozenset())
    while True:
        chosen = cheapest(cuts, problem.costs, _cost(problem, best), left)
        if left.left < 0:
            return Choice(problem.needed | best, proven=False)
        if chosen is None:
            return Choice(problem.needed | best, proven=True)
        missed = problem.cuts(problem.needed | chosen)
        if not missed:
            return Choice(problem.needed | chosen, proven=True)
        cuts += missed
        best = min(best, _completed(problem, chosen), key=lambda one: _cost(problem, one))


def _cost(problem: Problem, chosen: frozenset[int]) -> int:
    return sum(problem.costs[each] for each in chosen)


def _completed(problem: Problem, chosen: frozenset[int]) -> frozenset[int]:
    """Add to a choice until it is safe, cut by cut; then drop what it does not need."""
    while missed := problem.cuts(problem.needed | chosen):
        for cut in missed:
            chosen |= {min(cut, key=lambda each: (problem.costs[each], each))}
    for each in sorted(chosen, key=lambda one: (-problem.costs[one], one)):
        if problem.is_safe(problem.needed | (chosen - {each})):
            chosen -= {each}
    return chosen

"""Everyone meets everyone, in the fewest rounds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import NamedTuple, TypeAlias

from attrs import evolve, frozen

from workshopcore.groups.annealing import SEARCH, search
from workshopcore.groups.asking import Asked, People, Sets, asked, whole_number
from workshopcore.groups.bounds import (
    fewest_repeats,
    fewest_rounds,
    repeats_if_all_meet,
    spare_meetings,
)
from workshopcore.groups.contradictions import Seating
from workshopcore.groups.designs import with_repeats, without_repeats
from workshopcore.groups.effort import BUDGET, Advance, Effort
from workshopcore.groups.examination import schedule_within
from workshopcore.groups.result import Groups, Rotation, rotation_of
from workshopcore.groups.schedule import repeat_prices
from workshopcore.groups.words import counted

__all__ = ["EveryoneMeets", "meet_all"]

_ATTEMPTS = 8
"""How many more rounds than the bound are tried before the last pairs have one each."""

Pair: TypeAlias = tuple[int, int]
Rounds: TypeAlias = list[list[list[int]]]


@frozen
class EveryoneMeets:
    """A schedule in which everyone meets everyone.

    Attributes:
        rotation: the schedule, with its repeats.
        lower_bound: nobody can do with fewer rounds.
    """

    rotation: Rotation
    lower_bound: int

    @property
    def rounds(self) -> tuple[Groups, ...]:
        """The groups of every round."""
        return self.rotation.rounds

    @property
    def proven(self) -> bool:
        """Whether fewer rounds are impossible."""
        return len(self.rounds) == self.lower_bound

    @property
    def how(self) -> str:
        """How the schedule was made."""
        return self.rotation.how

    def explain(self) -> str:
        """Return how many rounds it takes, how they were found, and whether fewer would do."""
        rounds = counted(len(self.rounds), "round")
        sure = (
            "fewer are impossible"
            if self.proven
            else f"fewer than {self.lower_bound} are impossible, and no schedule of"
            f" {len(self.rounds) - 1} was found"
        )
        return f"Everyone meets everyone in {rounds}; {sure}. How it was made: {self.how}."


def meet_all(
    people: People,
    sizes: Sequence[int] | None = None,
    *,
    groups: int | None = None,
    met: Sets = (),
    apart: Sets = (),
    together: Sets = (),
    seed: int = 0,
    budget: int = 2 * BUDGET,
    advance: Advance | None = None,
) -> EveryoneMeets:
    """Form groups for as few rounds as it takes that everyone meets everyone.

    Whoever met before need not meet again. Those whom no round can bring together, because of
    what is asked, do not meet.

    Args:
        people: who takes part, by identifier or as ``Person``.
        sizes: how many sit in each group.
        groups: or how many groups there are; their sizes differ by one at most.
        met: groups that met before.
        apart: people who never sit together, each with everybody else of their set.
        together: people who always sit together, each set.
        seed: another seed gives another schedule.
        budget: how many swaps a search looks at, at most, for each number of rounds.
        advance: called now and then with how many swaps were looked at, and the budget.

    Raises:
        GroupsError: it cannot be; the message names what contradicts what.
        InvalidValueError: a value makes no sense.
        UnknownKeyError: somebody is named who does not take part.

    >>> found = meet_all([f"person-{number}" for number in range(9)], (3, 3, 3))
    >>> len(found.rounds), found.proven, found.how
    (4, True, 'an orthogonal array over the field of 3 elements')
    """
    whole_number(budget, 0, 10**12)
    question = _with_pairs_apart(
        asked(people, groups, sizes, 1, met=met, apart=apart, together=together)
    )
    rounds = bound = fewest_rounds(question.task)
    while True:
        effort = Effort(budget, seed, advance)
        found = _scheduled(_with_rounds(question, rounds), effort)
        effort.finish()
        if found.is_ruled_out:
            bound = rounds + 1
        elif not found.missing or rounds == bound + _ATTEMPTS:
            return _completed(question, found, bound)
        rounds += 1


class _Found(NamedTuple):
    """A schedule, and the pairs that should meet in it and do not.

    Attributes:
        is_ruled_out: whether it is certain that some are missing in so many rounds.
    """

    rounds: Rounds
    how: str
    missing: list[Pair]
    is_ruled_out: bool = False


def _with_pairs_apart(question: Asked) -> Asked:
    """Return the question with every pair apart that no round can bring together."""
    task = question.task
    if not question.demands:
        return question
    pairs = combinations(range(task.people), 2)
    apart = frozenset(pair for pair in pairs if not _round_with(question, pair))
    return evolve(question, task=evolve(task, apart=apart))


def _round_with(question: Asked, pair: Pair) -> list[list[int]]:
    """Return a round in which two people meet, an empty one where there is none."""
    each = question.task.rounds[0]
    demands = [*question.demands, ("together", pair)]
    return Seating(each.present, each.sizes, demands).groups() or []


def _with_rounds(question: Asked, rounds: int) -> Asked:
    return evolve(question, task=evolve(question.task, rounds=question.task.rounds[:1] * rounds))


def _not_met(question: Asked, rounds: Rounds) -> list[Pair]:
    """Return the pairs that should meet and do not."""
    task = question.task
    known = {
        pair
        for group in [*task.earlier, *(group for groups in rounds for group in groups)]
        for pair in combinations(sorted(group), 2)
    }
    pairs = combinations(range(task.people), 2)
    return [pair for pair in pairs if pair not in known and pair not in task.apart]


def _scheduled(question: Asked, effort: Effort) -> _Found:
    """Return the schedule that leaves the fewest pairs out."""
    task, tenth = question.task, effort.left // 10
    spare = spare_meetings(task)
    attempts: list[Callable[[], _Found | None]] = []
    if task.is_plain and spare == fewest_repeats(task):
        # Whoever spreads the meetings as evenly as can be leaves nobody out.
        attempts = [
            lambda: _symmetric(question, effort, tenth * (2 if spare else 7), spare),
            lambda: _ruled_out(question, effort, effort.left // 2),
            lambda: _evenly(question, effort, effort.left // 10 * 8),
        ]
        if spare:
            attempts.insert(0, lambda: _evenly(question, effort, tenth))
    attempts.append(lambda: _searched(question, effort, effort.left))
    found: list[_Found] = []
    for attempt in attempts:
        made = attempt()
        if made:
            found.append(made)
            if not made.missing or made.is_ruled_out:
                return made
    return min(found, key=lambda made: len(made.missing))


def _ruled_out(question: Asked, effort: Effort, swaps: int) -> _Found | None:
    """Return that there is no such schedule, if it can be shown."""
    sizes, rounds = question.task.sizes, len(question.task.rounds)
    repeats = repeats_if_all_meet(sizes, rounds)
    if schedule_within(sizes, rounds, repeats, effort, swaps) == []:
        return _found(question, [], SEARCH)._replace(is_ruled_out=True)
    return None


def _searched(question: Asked, effort: Effort, swaps: int) -> _Found:
    """Return what a search finds to which the first meeting of two is all that counts."""
    task = question.task
    known = {pair for group in task.earlier for pair in combinations(group, 2)}
    least = len(task.apart - known) - task.people * (task.people - 1) // 2
    prices = [-1] + [0] * (len(task.earlier) + len(task.rounds) + 1)
    best = search(question, prices, least, effort, swaps)
    return _found(question, [list(groups) for groups in best.rounds], SEARCH)


def _evenly(question: Asked, effort: Effort, swaps: int) -> _Found:
    """Return what a search for few repeats finds."""
    task = question.task
    best = search(question, repeat_prices(task), spare_meetings(task), effort, swaps)
    return _found(question, [list(groups) for groups in best.rounds], SEARCH)


def _symmetric(question: Asked, effort: Effort, allowance: int, repeats: int) -> _Found | None:
    """Return a schedule in which everybody meets everybody once, or twice if need be."""
    sizes, rounds = question.task.sizes, len(question.task.rounds)
    if repeats:
        design = with_repeats(sizes, rounds, effort, allowance, repeats)
    else:
        design = without_repeats(sizes, rounds, effort, allowance)
    return _found(question, design.rounds, design.how) if design else None


def _found(question: Asked, rounds: Rounds, how: str) -> _Found:
    return _Found(rounds, how, _not_met(question, rounds))


def _completed(question: Asked, found: _Found, bound: int) -> EveryoneMeets:
    """Return the answer, with a round more for pairs that have not met yet."""
    while found.missing:
        more = [*found.rounds, _round_with(question, found.missing[0])]
        found = _found(question, more, found.how)
    question = _with_rounds(question, len(found.rounds))
    repeats = fewest_repeats(question.task)
    return EveryoneMeets(rotation_of(question, found.rounds, repeats, found.how), bound)

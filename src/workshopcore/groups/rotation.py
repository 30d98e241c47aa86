"""Group rotation: who works with whom, round by round, with the fewest repeat meetings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from workshopcore.groups.annealing import SEARCH, Best, anneal, search
from workshopcore.groups.asking import Asked, Balance, People, Sets, asked, whole_number
from workshopcore.groups.bounds import fewest_repeats, spare_meetings
from workshopcore.groups.designs import Design, longest, with_repeats, without_repeats
from workshopcore.groups.effort import BUDGET, Advance, Effort
from workshopcore.groups.examination import least_repeats
from workshopcore.groups.placing import placed
from workshopcore.groups.result import Rotation, rotation_of
from workshopcore.groups.schedule import Groups, Schedule, dealt, repeat_prices
from workshopcore.groups.task import Task
from workshopcore.groups.weighing import cheapest

__all__ = ["rotate"]

_POLISH = 40
"""Steps for each seat to improve a schedule that was made from a design."""
_WARM = 0.05


def rotate(
    people: People,
    *,
    rounds: int,
    groups: int | None = None,
    sizes: Sequence[int] | None = None,
    met: Sets = (),
    apart: Sets = (),
    together: Sets = (),
    hosts: Iterable[str] = (),
    balance: Balance = (),
    absent: Mapping[int, Iterable[str]] | None = None,
    seed: int = 0,
    budget: int = BUDGET,
    advance: Advance | None = None,
) -> Rotation:
    """Form groups for every round so that the same people meet again as rarely as can be.

    All rounds are formed together. Two people who meet ``c`` times, earlier meetings included,
    count ``c (c - 1) / 2`` repeats. Of schedules with as many repeats, one is preferred in
    which the person who meets the fewest colleagues meets the most.

    Args:
        people: who takes part, by identifier or as ``Person``.
        rounds: how many rounds there are.
        groups: how many groups there are; their sizes differ by one at most.
        sizes: or how many sit in each group.
        met: groups that met before, once for each time; people who have left may be in them.
        apart: people who never sit together, each with everybody else of their set.
        together: people who always sit together, each set.
        hosts: who stays at the first, second, … table.
        balance: what to spread evenly over the groups of each round: fields of ``Person``, such
            as ``"service"``, or a value for each person by identifier. It comes before the
            repeats: one pair more than needed weighs as much as ten of them.
        absent: who misses which round, by its number from 1; its groups become smaller.
        seed: another seed gives another schedule.
        budget: how many swaps a search looks at, at most. The same seed and budget give the
            same schedule on every machine.
        advance: called now and then with how many swaps were looked at, and the budget.

    Raises:
        GroupsError: it cannot be; the message names what contradicts what.
        InvalidValueError: a value makes no sense.
        UnknownKeyError: somebody is named who does not take part.

    >>> found = rotate(["ana", "ben", "caz", "dev", "eva", "fay"], groups=3, rounds=5)
    >>> found.repeats, found.proven, found.how
    (0, True, 'a round robin')
    >>> found.rounds[0]
    (('ana', 'fay'), ('ben', 'eva'), ('caz', 'dev'))
    """
    question = asked(
        people,
        groups,
        sizes,
        rounds,
        met=met,
        apart=apart,
        together=together,
        hosts=hosts,
        balance=balance,
        absent=absent,
    )
    effort = Effort(whole_number(budget, 0, 10**12), seed, advance)
    found = _answer(question, effort)
    effort.finish()
    return found


def _answer(question: Asked, effort: Effort) -> Rotation:
    """Return the best of what can be written down, of a short search, of symmetry, and so on.

    A tenth of the swaps is for the short search, and three tenths are for schedules without
    repeats, or with the fewest, that have a symmetry; more where nothing tells people apart.
    What the short search finds is often the best there is: half of what is left may be used to
    prove that.
    """
    task, tenth = question.task, effort.left // 10
    hunt = _Hunt(question, effort)
    attempts: list[Callable[[], None]] = [
        lambda: hunt.improve(_without_repeats(task, effort, tenth)),
        lambda: hunt.search(tenth),
        lambda: hunt.examine(effort.left // 2),
        lambda: hunt.improve(_with_repeats(task, hunt.bound, effort, tenth)),
        lambda: hunt.improve(longest(task.sizes)),
        lambda: hunt.search(effort.left),
    ]
    for attempt in attempts:
        attempt()
        if hunt.is_over:
            break
    best = hunt.best
    return rotation_of(question, best.schedule.rounds, hunt.bound, best.how)


class _Made(NamedTuple):
    schedule: Best
    how: str


class _Hunt:
    """The schedules that were made so far.

    Attributes:
        bound: no schedule has fewer repeats.
    """

    def __init__(self, question: Asked, effort: Effort) -> None:
        self._question, self._task, self._effort = question, question.task, effort
        self._prices = repeat_prices(question.task)
        self._made: list[_Made] = []
        self.bound = fewest_repeats(question.task)

    @property
    def best(self) -> _Made:
        """The best schedule."""
        return min(self._made, key=lambda made: made.schedule.rank)

    @property
    def is_over(self) -> bool:
        """Whether no schedule can be better."""
        return bool(self._made) and self.best.schedule.cost == self._least

    @property
    def _least(self) -> int:
        return self.bound + self._task.inevitable()

    def search(self, swaps: int) -> None:
        """Search from random groups."""
        best = search(self._question, self._prices, self._least, self._effort, swaps)
        self._made.append(_Made(best, SEARCH))

    def examine(self, swaps: int) -> None:
        """Raise the bound by a search through all schedules; half as long where people differ."""
        task, known = self._task, self.best.schedule.cost
        if task.is_plain:
            self.bound = least_repeats(
                task.sizes, len(task.rounds), self.bound, known, self._effort, swaps
            )
            return
        rounds = cheapest(task, known, self._effort, swaps // 2)
        if rounds:
            self._polish(rounds, "a search through all schedules")
        if rounds is not None and not task.uneven(self.best.schedule.rounds):
            self.bound = self.best.schedule.cost - task.inevitable()

    def improve(self, design: Design | None) -> None:
        """Use a schedule that is symmetric or written down, if there is one.

        Where it has too few rounds, the others start at random.
        """
        task, effort = self._task, self._effort
        if design is None or task.together:
            return
        others = dealt(self._question, effort)[len(design.rounds) :]
        self._polish([*placed(task, design, effort), *others], design.how)

    def _polish(self, rounds: list[Groups], how: str) -> None:
        """Improve a schedule a little, be it only for the person who meets the fewest."""
        seats = sum(map(len, (group for groups in rounds for group in groups)))
        start = Schedule(self._task, rounds, self._prices)
        best = anneal(start, _POLISH * seats, self._least, self._effort, hot=_WARM)
        changed = list(best.rounds) != rounds
        self._made.append(_Made(best, f"{how}, then {SEARCH}" if changed else how))


def _without_repeats(task: Task, effort: Effort, tenth: int) -> Design | None:
    """Return a schedule for these groups in which nobody meets twice."""
    if spare_meetings(task) > 0:
        return None
    allowance = tenth * (7 if task.is_plain else 3)
    return without_repeats(task.sizes, len(task.rounds), effort, allowance)


def _with_repeats(task: Task, bound: int, effort: Effort, tenth: int) -> Design | None:
    """Return a schedule in which everybody meets everybody once, or twice where need be."""
    if not task.is_plain or not 0 < spare_meetings(task) == bound:
        return None
    return with_repeats(task.sizes, len(task.rounds), effort, 3 * tenth, bound)

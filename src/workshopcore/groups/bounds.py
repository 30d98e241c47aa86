"""How few repeats there can be: lower bounds, each of them true of every schedule.

Two people who meet ``c`` times count ``c (c - 1) / 2`` repeats, earlier meetings included.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from attrs import evolve, frozen

from workshopcore.groups.task import Matrix, Round, Task, spread

__all__ = [
    "counting_bound",
    "crossing_bound",
    "crossings",
    "fewest_repeats",
    "fewest_rounds",
    "repeats_if_all_meet",
    "spare_meetings",
]


def fewest_repeats(task: Task) -> int:
    """Return a number of repeats that no schedule is below.

    >>> everybody = Round(tuple(range(12)), (4, 4, 4))
    >>> fewest_repeats(Task(12, (4, 4, 4), (everybody,) * 3))
    9
    """
    return max(counting_bound(task), crossing_bound(task))


def counting_bound(task: Task) -> int:
    """Return a bound by counting neighbours.

    Everybody has so many neighbours in all rounds together, or between two numbers where groups
    differ in size. If each could choose among all colleagues, those met least often first, the
    repeats of all together would be counted twice over. Where groups have one size and nobody
    has met before, that is: all meetings, spread evenly over all pairs.
    """
    met = task.met()
    choices = [_choice(task, person, met) for person in range(task.people)]
    spare = sorted(
        price for choice in choices for price in choice.prices[choice.least : choice.most]
    )
    seats = sum(size * (size - 1) for each in task.rounds for size in each.sizes)
    open_seats = seats - sum(choice.least + choice.given for choice in choices)
    own = [choice.cost + sum(choice.prices[: choice.least]) for choice in choices]
    halves = sum(own) + sum(spare[:open_seats])
    # Nobody's own repeats can be shared away either.
    before = sum(choice.before for choice in choices) // 2
    alone = max(cost - choice.before for cost, choice in zip(own, choices, strict=True))
    return max(-(-halves // 2), before + alone)


@frozen
class _Choice:
    """The neighbours that somebody may choose.

    Attributes:
        given: how many are not chosen, because they are kept together.
        before: the repeats of earlier meetings.
        cost: those, and the repeats with whom they are kept together.
        least, most: how many are chosen.
        prices: how many repeats each choice adds, the cheapest first.
    """

    given: int
    before: int
    cost: int
    least: int
    most: int
    prices: list[int]


def _choice(task: Task, person: int, met: Matrix) -> _Choice:
    here = [each for each in task.rounds if person in each.present]
    mates = {mate for block in task.together if person in block for mate in block}
    given = before = kept = 0
    prices: list[int] = []
    for other in range(task.people):
        times = met[person][other]
        before += times * (times - 1) // 2
        if other == person or (min(person, other), max(person, other)) in task.apart:
            continue
        both = sum(1 for each in here if other in each.present)
        if other in mates:
            given += both
            kept += sum(range(times, times + both))
        else:
            prices.extend(range(times, times + both))
    least = sum(min(each.sizes) - 1 for each in here) - given
    most = sum(max(each.sizes) - 1 for each in here) - given
    return _Choice(given, before, before + kept, max(0, least), max(0, most), sorted(prices))


def crossing_bound(task: Task) -> int:
    """Return a bound by looking at two rounds at a time.

    The people of a group who are spread over the groups of another round cannot all be alone
    there (the pigeonhole principle), and whoever is together in both rounds is a repeat.
    """
    before = task.met()
    repeats = sum(times * (times - 1) // 2 for at, row in enumerate(before) for times in row[:at])
    for each in task.rounds:
        for group in task.earlier:
            there = set(group) & set(each.present)
            repeats += max(task.held(there), spread(len(there), len(each.sizes)))
    known: dict[tuple[Round, Round], int] = {}
    for pair in combinations(task.rounds, 2):
        if pair not in known:
            known[pair] = crossings(task, *pair)
        repeats += known[pair]
    return repeats


def crossings(task: Task, one: Round, other: Round) -> int:
    """Return how many pairs are together in both of two rounds at least."""
    both = set(one.present) & set(other.present)
    return max(
        task.held(both), _spread_all(one, len(both), other), _spread_all(other, len(both), one)
    )


def _spread_all(one: Round, both: int, other: Round) -> int:
    """Return the fewest pairs of one round's groups that are together in another round.

    Who of a round is away from the other one is not looked at, only how many; they are taken
    where that leaves the fewest pairs.
    """
    groups = len(other.sizes)
    away = len(one.present) - both
    left = [max(0, size - away) for size in one.sizes]
    for _ in range(both - sum(left)):
        # One person more in a group of k meets k // groups of them.
        open_groups = [at for at, size in enumerate(one.sizes) if left[at] < size]
        left[min(open_groups, key=lambda at: left[at] // groups)] += 1
    return sum(spread(people, groups) for people in left)


def spare_meetings(task: Task) -> int:
    """Return how many more meetings than pairs of people there are, with everybody there."""
    pairs = task.people * (task.people - 1) // 2
    return len(task.rounds) * sum(size * (size - 1) // 2 for size in task.sizes) - pairs


def fewest_rounds(task: Task) -> int:
    """Return a number of rounds below which somebody does not meet somebody.

    Args:
        task: one round; those of its pairs that are apart never meet.
    """
    met = task.met()
    mates = {one: len(block) - 1 for block in task.together for one in block}
    wanted = [
        sum(
            1
            for other in range(task.people)
            if other != one
            and not met[one][other]
            and (min(one, other), max(one, other)) not in task.apart
        )
        for one in range(task.people)
    ]
    neighbours = max(task.sizes) - 1
    seats = sum(size * (size - 1) for size in task.sizes)
    rounds = max(1, -(-sum(wanted) // seats))
    for one, number in enumerate(wanted):
        held = mates.get(one, 0)
        if number > held:
            rounds = max(rounds, -(-(number - held) // (neighbours - held)))
    while not task.earlier and not _leaves_room(task, rounds, wanted):
        rounds += 1
    return rounds


def _leaves_room(task: Task, rounds: int, wanted: list[int]) -> bool:
    """Return whether the repeats that have to be are not too many for everyone to meet everyone."""
    more = evolve(task, rounds=task.rounds[:1] * rounds)
    return fewest_repeats(more) <= _most_repeats(task.sizes, rounds, wanted)


def repeats_if_all_meet(sizes: Sequence[int], rounds: int) -> int:
    """Return a number of repeats that no schedule is above in which everyone meets everyone.

    >>> repeats_if_all_meet((3, 3, 3, 3), 6)
    6
    """
    return _most_repeats(sizes, rounds, [sum(sizes) - 1] * sum(sizes))


def _most_repeats(sizes: Sequence[int], rounds: int, wanted: list[int]) -> int:
    """Return the same where each person has so many others to meet, and meets no one else.

    Two people who meet c times, c > 0, make (c - 1) c / 2 repeats: c / 2 for each meeting to
    spare. Those c - 1 meetings are among the ones to spare of each of the two.
    """
    spare = rounds * sum(size * (size - 1) for size in sizes) - sum(wanted)
    own = rounds * (max(sizes) - 1) - min(wanted)
    return spare * min(rounds, own + 1) // 4

"""The answer of a rotation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from attrs import field, frozen

from workshopcore.groups.asking import Asked
from workshopcore.groups.task import Matrix
from workshopcore.groups.words import counted, in_groups

__all__ = ["Groups", "Rotation", "rotation_of"]

Groups = tuple[tuple[str, ...], ...]
"""The groups of a round, each with the identifiers of its people."""


@frozen
class Rotation:
    """Who works with whom in every round.

    Attributes:
        rounds: the groups of every round. With hosts, the first group is the table of the first
            host, and so on, and the host comes first.
        repeats: how many meetings are repeats: two people who meet ``c`` times, earlier
            meetings included, count ``c (c - 1) / 2``.
        lower_bound: no schedule has fewer repeats; none that is as even as can be, with
            attributes to balance.
        how: how the schedule was made.
        met: how often each two people have met in the end, earlier meetings included; those who
            have never met are in it with 0.
        earlier: how many of the repeats were there before.
        uneven: how many pairs of people who are alike sit together beyond what spreading them
            as evenly as can be makes inevitable; 0 without attributes to balance.
    """

    rounds: tuple[Groups, ...]
    repeats: int
    lower_bound: int
    how: str
    met: Mapping[tuple[str, str], int] = field(repr=False)
    earlier: int = 0
    uneven: int = 0

    @property
    def proven(self) -> bool:
        """Whether no schedule is better: it has as few repeats, and is as even, as can be."""
        return self.repeats == self.lower_bound and not self.uneven

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody who takes part."""
        return tuple(dict.fromkeys(name for pair in self.met for name in pair))

    @property
    def groups(self) -> Groups:
        """The groups of all rounds, one after another: what the next rotation takes as met."""
        return tuple(group for groups in self.rounds for group in groups)

    def times(self, one: str, other: str) -> int:
        """Return how often two people have met in the end."""
        return self.met.get((one, other), self.met.get((other, one), 0))

    def colleagues(self, person: str) -> tuple[str, ...]:
        """Return whom somebody has met in the end."""
        return tuple(
            other for other in self.people if other != person and self.times(person, other)
        )

    @property
    def fewest_met(self) -> int:
        """How many colleagues somebody has met in the end who has met the fewest."""
        return min(len(self.colleagues(person)) for person in self.people)

    def explain(self) -> str:
        """Return what was reached, how, and how sure it is that it cannot be better."""
        sentences = [self._what(), self._repeats(), self._certainty(), self._known()]
        return " ".join([*(said for said in sentences if said), f"How it was made: {self.how}."])

    def _what(self) -> str:
        fullest = max(self.rounds, key=lambda groups: sum(map(len, groups)))
        sizes = [len(group) for group in fullest]
        people = counted(len(self.people), "person", "people")
        return f"{people} in {in_groups(sizes)}, {counted(len(self.rounds), 'round')}."

    def _repeats(self) -> str:
        if not self.repeats:
            return "No two people meet twice."
        said = counted(self.repeats, "repeat meeting")
        return f"{said}, {self.earlier} of them from before." if self.earlier else f"{said}."

    def _certainty(self) -> str:
        if self.uneven:
            return (
                f"{counted(self.uneven, 'pair')} of people who are alike sit together beyond what"
                " their number makes inevitable."
            )
        if not self.proven:
            return f"Fewer than {self.lower_bound} are impossible; between the two it is open."
        return "Fewer are impossible." if self.repeats else ""

    def _known(self) -> str:
        never = sum(1 for times in self.met.values() if not times)
        if not never:
            return "Everybody has met everybody in the end."
        return (
            f"{counted(never, 'pair')} never met; everybody has met"
            f" {counted(self.fewest_met, 'colleague')} or more."
        )


def rotation_of(
    question: Asked, rounds: Sequence[Sequence[Sequence[int]]], bound: int, how: str
) -> Rotation:
    """Return a schedule in the words it was asked for; everything about it is counted anew."""
    names, task = question.names, question.task
    before = task.met()
    after = [list(row) for row in before]
    for groups in rounds:
        for one, other in (pair for group in groups for pair in combinations(group, 2)):
            after[one][other] += 1
            after[other][one] += 1
    return Rotation(
        rounds=tuple(_in_order(names, groups, task.hosts) for groups in rounds),
        repeats=_repeats(after),
        lower_bound=bound,
        how=how,
        met={
            (names[one], names[other]): after[one][other]
            for one, other in combinations(range(len(names)), 2)
        },
        earlier=_repeats(before),
        uneven=task.uneven(rounds),
    )


def _repeats(met: Matrix) -> int:
    return sum(times * (times - 1) // 2 for at, row in enumerate(met) for times in row[:at])


def _in_order(
    names: tuple[str, ...], groups: Sequence[Sequence[int]], hosts: tuple[int, ...]
) -> Groups:
    """Return groups with the hosts first, at their tables; the rest in the order of people."""
    tables: dict[int, list[int]] = {}
    others = []
    for group in sorted(map(sorted, groups)):
        host = next((one for one in hosts if one in group), None)
        table = len(groups) if host is None else hosts.index(host)
        if table < len(groups):
            tables[table] = sorted(group, key=lambda one: (one != host, one))
        else:
            others.append(sorted(group, key=lambda one: (one != host, one)))
    seated = [tables.get(table) or others.pop(0) for table in range(len(groups))]
    return tuple(tuple(names[one] for one in group) for group in seated)

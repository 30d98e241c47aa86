"""Groups for several occasions together: rounds of sessions with people and sizes of their own."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from heapq import heapify, heapreplace

from attrs import evolve, field, frozen

from workshopcore.errors import GroupsError
from workshopcore.groups.asking import Balance, Sets
from workshopcore.groups.effort import BUDGET, Advance
from workshopcore.groups.meetings import Meetings, meetings
from workshopcore.groups.result import Groups, Rotation
from workshopcore.groups.rotation import rotate
from workshopcore.groups.words import counted
from workshopcore.model.people import Person

__all__ = ["Formed", "Occasion", "form_groups"]


def _people(values: Iterable[Person]) -> tuple[Person, ...]:
    return tuple(values)


@frozen
class Occasion:
    """A round of a session, for which groups are wanted.

    Attributes:
        people: who is expected.
        sizes: how many sit in each group.
        hosts: who stays at the first, second, … table.
        place: where it is, in words, for messages.
    """

    people: tuple[Person, ...] = field(converter=_people)
    sizes: tuple[int, ...] = field(converter=tuple[int, ...])
    hosts: tuple[str, ...] = field(default=(), converter=tuple[str, ...])
    place: str = field(default="", kw_only=True)

    @property
    def names(self) -> tuple[str, ...]:
        """The identifiers of the people."""
        return tuple(person.id for person in self.people)

    @property
    def kind(self) -> Hashable:
        """Occasions of one kind are rounds of one rotation."""
        return frozenset(self.names), tuple(sorted(self.sizes)), self.hosts


@frozen
class Formed:
    """Groups for several occasions.

    Attributes:
        groups: those of each occasion, in the order they were asked for.
        meetings: how often each two people have met in the end, earlier meetings included.
        earlier: how many of the repeats were there before.
        lower_bound: no groups for these occasions have fewer repeats.
        uneven: how many pairs of people who are alike sit together beyond what is inevitable.
        rotations: the rotations that they were formed in, each by itself, with how it was made.
    """

    groups: tuple[Groups, ...]
    meetings: Meetings
    earlier: int
    lower_bound: int
    uneven: int
    rotations: tuple[Rotation, ...] = field(repr=False)

    @property
    def repeats(self) -> int:
        """How many meetings are repeats: two who met ``c`` times count ``c (c - 1) / 2``."""
        return self.meetings.repeats

    @property
    def proven(self) -> bool:
        """Whether no groups have fewer repeats, or are more even."""
        return self.repeats == self.lower_bound and not self.uneven

    def explain(self) -> str:
        """Return what was reached, how, and how sure it is that it cannot be better."""
        if not self.groups:
            return "There are no groups to form."
        if len(self.rotations) == 1:
            return self.rotations[0].explain()
        people = counted(len(self.meetings.people), "person", "people")
        sentences = [
            f"{people}, {counted(len(self.groups), 'round')} of different kinds.",
            self._repeats(),
            self._certainty(),
            self._known(),
            f"How it was made: {self._how()}.",
        ]
        return " ".join(said for said in sentences if said)

    def _repeats(self) -> str:
        if not self.repeats:
            return "No two people meet twice."
        before = f", {self.earlier} of them from before" if self.earlier else ""
        return f"{counted(self.repeats, 'repeat meeting')}{before}."

    def _certainty(self) -> str:
        if self.uneven:
            pairs = counted(self.uneven, "pair")
            return f"{pairs} of people who are alike sit together beyond what is inevitable."
        if self.proven:
            return "Fewer are impossible." if self.repeats else ""
        return f"Fewer than {self.lower_bound} are impossible; between the two it is open."

    def _known(self) -> str:
        never = len(self.meetings.never)
        if not never:
            return "Everybody has met everybody in the end."
        return f"{counted(never, 'pair')} never met."

    def _how(self) -> str:
        return "; ".join(dict.fromkeys(rotation.how for rotation in self.rotations))


def form_groups(
    occasions: Iterable[Occasion],
    *,
    met: Sets = (),
    apart: Sets = (),
    together: Sets = (),
    balance: Balance = (),
    seed: int = 0,
    budget: int = BUDGET,
    advance: Advance | None = None,
) -> Formed:
    """Form groups for several occasions so that the same people meet again as rarely as can be.

    Occasions with the same people, sizes and hosts are the rounds of one rotation. Where there
    are several kinds, each is rotated in turn with the meetings of all the others counted as
    had, and once more when all have been; what does not get better stays as it was.

    Args:
        occasions: the rounds, with who is expected at each.
        met: groups that met before, once for each time.
        apart: people who never sit together; whoever is not there does not matter.
        together: people who always sit together, as far as they are there.
        balance: what to spread evenly over the groups, as for ``rotate``.
        seed: another seed gives other groups.
        budget: how many swaps may be looked at in all.
        advance: called now and then with how many swaps were looked at, and the budget.

    Raises:
        GroupsError: it cannot be; the message names the occasion and what contradicts what.
        InvalidValueError: a value makes no sense.

    >>> team = [Person(name) for name in ("Ana", "Ben", "Caz", "Dev", "Eva", "Fay")]
    >>> pairs, threes = Occasion(team, (2, 2, 2)), Occasion(team, (3, 3))
    >>> found = form_groups([pairs, threes, pairs])
    >>> len(found.groups), found.repeats, found.proven
    (3, 0, True)
    """
    asked = tuple(occasions)
    year = _Year(
        asked,
        [tuple(group) for group in met],
        [tuple(each) for each in apart],
        [tuple(each) for each in together],
        tuple(balance),
        seed,
    )
    return year.formed(budget, advance)


class _Year:
    """The rotations of several kinds of occasions, each made with the others in view."""

    def __init__(
        self,
        occasions: Sequence[Occasion],
        met: Groups | list[tuple[str, ...]],
        apart: list[tuple[str, ...]],
        together: list[tuple[str, ...]],
        balance: Balance,
        seed: int,
    ) -> None:
        self.occasions, self.met, self.seed = occasions, list(met), seed
        self.apart, self.together, self.balance = apart, together, balance
        self.kinds: dict[Hashable, list[int]] = {}
        for number, occasion in enumerate(occasions):
            self.kinds.setdefault(occasion.kind, []).append(number)
        self.made: dict[Hashable, Rotation] = {}

    def formed(self, budget: int, advance: Advance | None) -> Formed:
        """Return the groups of all occasions."""
        # One kind has the whole budget; several have two turns each.
        turns = 2 * len(self.kinds) if len(self.kinds) > 1 else len(self.kinds)
        for turn, kind in enumerate([*self.kinds] * 2 if turns > 1 else [*self.kinds]):
            self._turn(kind, budget // turns, _later(advance, turn, turns, budget))
        if advance:
            advance(budget, budget)
        return self._answer()

    def _turn(self, kind: Hashable, budget: int, advance: Advance | None) -> None:
        old = self.made.pop(kind, None)
        others = [*self.met, *(group for made in self.made.values() for group in made.groups)]
        if old is not None and _recounted(old, others).proven:
            self.made[kind] = old
            return
        new = self._rotated(kind, others, budget, advance)
        if old is not None and _worth(_recounted(old, others)) <= _worth(new):
            new = old
        self.made[kind] = new

    def _rotated(self, kind: Hashable, met: Sets, budget: int, advance: Advance | None) -> Rotation:
        occasion = self.occasions[self.kinds[kind][0]]
        there = set(occasion.names)
        try:
            return rotate(
                occasion.people,
                rounds=len(self.kinds[kind]),
                sizes=occasion.sizes,
                met=met,
                apart=_of(self.apart, there),
                together=_of(self.together, there),
                hosts=occasion.hosts,
                balance=self.balance,
                seed=self.seed,
                budget=budget,
                advance=advance,
            )
        except GroupsError as error:
            place = f"{occasion.place}: " if occasion.place else ""
            raise GroupsError(f"{place}{error}") from None

    def _answer(self) -> Formed:
        groups: dict[int, Groups] = {}
        for kind, numbers in self.kinds.items():
            groups.update(zip(numbers, self.made[kind].rounds, strict=True))
        people = dict.fromkeys(name for each in self.occasions for name in each.names)
        new = [group for rotation in self.made.values() for group in rotation.groups]
        before = meetings(people, self.met)
        rotations = tuple(self.made.values())
        bound = _fewest(before, sum(len(group) * (len(group) - 1) // 2 for group in new))
        if len(rotations) == 1:
            bound = rotations[0].lower_bound
        return Formed(
            tuple(groups[number] for number in range(len(self.occasions))),
            meetings(people, [*self.met, *new]),
            before.repeats,
            bound,
            sum(rotation.uneven for rotation in rotations),
            rotations,
        )


def _of(sets: Iterable[Sequence[str]], there: set[str]) -> list[tuple[str, ...]]:
    """Return of some sets of people those who are there, where that says anything."""
    found = (tuple(name for name in each if name in there) for each in sets)
    return [each for each in found if len(each) > 1]


def _later(advance: Advance | None, turn: int, turns: int, budget: int) -> Advance | None:
    """Return what tells how far one of several turns is."""
    if advance is None:
        return None
    return lambda done, whole: advance(
        min(budget, (budget * turn + budget * done // max(whole, 1)) // turns), budget
    )


def _recounted(rotation: Rotation, met: Iterable[Sequence[str]]) -> Rotation:
    """Return a rotation with its repeats counted after other meetings."""
    found = meetings(rotation.people, [*met, *rotation.groups])
    least = _fewest(
        meetings(rotation.people, met),
        sum(len(group) * (len(group) - 1) // 2 for group in rotation.groups),
    )
    return evolve(rotation, repeats=found.repeats, lower_bound=least)


def _worth(rotation: Rotation) -> tuple[int, int]:
    return rotation.uneven, rotation.repeats


def _fewest(before: Meetings, more: int) -> int:
    """Return how many repeats there are at least after so many more meetings.

    They are fewest when each meeting is of two people who have met most rarely.
    """
    times = list(before.times.values())
    heapify(times)
    repeats = before.repeats
    for _ in range(more if times else 0):
        rarest = times[0]
        repeats += rarest
        heapreplace(times, rarest + 1)
    return repeats

"""Whether figures may go out, given what went out before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from attrs import evolve, frozen

from workshopcore.contracts.publication import Base
from workshopcore.evaluation.disclosure.differencing.combining import (
    TooManyError,
    smallest_combination,
)
from workshopcore.evaluation.disclosure.rule import Rule

__all__ = ["Blocked", "Verdict", "may_release"]


@frozen
class Blocked:
    """A base whose figures may not go out.

    Attributes:
        base: it.
        people: how many could be singled out; 0 where that cannot be told.
        reason: how, in words, for the house only.
        together: the other bases that it takes.
    """

    base: Base
    people: int
    reason: str
    together: tuple[Base, ...] = ()


@frozen
class Verdict:
    """The answer to whether figures may go out.

    Attributes:
        blocked: the bases that may not, each with the first reason found.
        new: the bases that nothing was published of before; the others add nothing.
    """

    blocked: tuple[Blocked, ...]
    new: tuple[Base, ...]

    @property
    def allowed(self) -> bool:
        """Whether all of them may."""
        return not self.blocked


def may_release(
    bases: Iterable[Base], earlier: Iterable[Base] = (), rule: Rule | None = None
) -> Verdict:
    """Say whether figures of some groups may go out, given what went out before.

    A base is blocked when it has fewer than k people; when it differs from another base by 1 to
    k − 1 people, on either side; and when any sums and differences of several bases rest on
    fewer than k people. Only bases with a question in common are compared. Where it is not known
    who was behind an earlier figure, counts that differ by 1 to k − 1 block as well. What was
    published of the same people before adds nothing, and is always allowed; where nobody is
    named, a group of the same name and size is the same.

    Args:
        bases: what is to go out.
        earlier: what did, as the ledger has it.
        rule: the house's; left out, the usual one.

    >>> team = Base("baseline", "everybody", 9, ["trust"], "abcdefghi")
    >>> later = Base("close", "everybody", 8, ["trust"], "abcdefgh")
    >>> print(may_release([later], [team]).blocked[0].reason)
    everybody (baseline, 9) less everybody (close, 8) leaves 1
    """
    rule = rule or Rule()
    known = list(earlier)
    new: list[Base] = []
    blocked: list[Blocked] = []
    allowed: list[Base] = []
    for base in bases:
        part = _unpublished(base, known)
        if part is None:
            continue
        new.append(base)
        # Groups that go out together and whose members nobody gave are parts of one table.
        beside = [*known, *(each for each in allowed if each.members)]
        found = _alone(part, rule) or _beside(beside, part, rule)
        if found is None:
            found = _combined([*known, *allowed], part, rule)
        if found is None:
            allowed.append(base)
        else:
            blocked.append(evolve(found, base=base))
    return Verdict(tuple(blocked), tuple(new))


def _unpublished(base: Base, earlier: Iterable[Base]) -> Base | None:
    """Return a base with the questions of which nothing is out; ``None`` if all of it is."""
    same = [each for each in earlier if _is_same(base, each)]
    if any(not each.questions for each in same):
        return None
    shown = {question for each in same for question in each.questions}
    left = tuple(question for question in base.questions if question not in shown)
    return evolve(base, questions=left) if left or not base.questions else None


def _is_same(base: Base, earlier: Base) -> bool:
    """Return whether figures of a base were out: where nobody is named, its size tells it."""
    if base.wave != earlier.wave:
        return False
    if base.members and earlier.members:
        return (base.members, base.key) == (earlier.members, earlier.key)
    return (base.group, base.count) == (earlier.group, earlier.count)


def _alone(base: Base, rule: Rule) -> Blocked | None:
    people = min(base.count, len(base.members)) if base.members else base.count
    return None if people >= rule.k else Blocked(base, people, f"fewer than {rule.k} answered")


def _beside(others: Iterable[Base], base: Base, rule: Rule) -> Blocked | None:
    """Return what a base gives away together with one other."""
    for other in others:
        if not _comparable(base, other, rule):
            continue
        if _have_members(base, other):
            ours, theirs = set(base.members), set(other.members)
            for more, less, left in (
                (base, other, len(ours - theirs)),
                (other, base, len(theirs - ours)),
            ):
                if rule.is_small(left):
                    reason = f"{_named(more)} less {_named(less)} leaves {left}"
                    return Blocked(base, left, reason, (other,))
        elif rule.is_small(abs(base.count - other.count)):
            reason = (
                f"{_named(base)} and {_named(other)} differ by"
                f" {abs(base.count - other.count)}, and it is not known who they were"
            )
            return Blocked(base, abs(base.count - other.count), reason, (other,))
    return None


def _comparable(base: Base, other: Base, rule: Rule) -> bool:
    if base.wave != other.wave and not rule.across_waves:
        return False
    return not base.questions or not other.questions or _share(base, other)


def _have_members(base: Base, other: Base) -> bool:
    """Return whether it is known who is in both: digests by different keys tell nothing."""
    return bool(base.members) and bool(other.members) and base.key == other.key


def _share(base: Base, other: Base) -> bool:
    return not set(base.questions).isdisjoint(other.questions)


def _combined(others: Iterable[Base], base: Base, rule: Rule) -> Blocked | None:
    """Return what a base gives away together with several others, question by question."""
    beside = [
        each for each in others if _have_members(base, each) and _comparable(base, each, rule)
    ]
    seen: set[tuple[int, ...]] = set()
    for question in base.questions or ("",):
        numbers = tuple(
            number
            for number, each in enumerate(beside)
            if not question or not each.questions or question in each.questions
        )
        if numbers not in seen:
            seen.add(numbers)
            found = _resting([*(beside[number] for number in numbers), base], rule)
            if found is not None:
                return found
    return None


def _resting(bases: Sequence[Base], rule: Rule) -> Blocked | None:
    base, others = bases[-1], tuple(bases[:-1])
    try:
        found = smallest_combination([frozenset(each.members) for each in bases], rule.k)
    except TooManyError:
        reason = f"{_named(base)} overlaps too many other groups to be sure"
        return Blocked(base, 0, reason, others)
    if found is None:
        return None
    used = [(factor, each) for factor, each in zip(found.factors, bases, strict=True) if factor]
    people = len(found.people)
    ending = f"leaves {people}" if found.is_group else f"rests on {people} people alone"
    together = tuple(each for _, each in used if each is not base)
    return Blocked(base, people, f"{_sum(used)} {ending}", together)


def _sum(terms: Iterable[tuple[Fraction, Base]]) -> str:
    """Say what is added, and then what is taken away."""
    first, *rest = sorted(terms, key=lambda term: term[0] < 0)
    words = [_term(*first)]
    words += [f"{'and' if factor > 0 else 'less'} {_term(factor, base)}" for factor, base in rest]
    return " ".join(words)


def _term(factor: Fraction, base: Base) -> str:
    times = "" if abs(factor) == 1 else f"{abs(factor)} times "
    return times + _named(base)


def _named(base: Base) -> str:
    wave = f"{base.wave}, " if base.wave else ""
    return f"{base.group} ({wave}{base.count})"

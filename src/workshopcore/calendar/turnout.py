"""Turnout: who could come to each slot, and what that is worth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from attrs import field, frozen

from workshopcore.calendar.masks import mask_of
from workshopcore.calendar.slots import Slots
from workshopcore.calendar.told import taken_by
from workshopcore.calendar.wanted import Invitee, Question

__all__ = ["Turnout"]


@frozen(eq=False, slots=False)
class Turnout:
    """Who could come to a workshop at each of its slots.

    Attributes:
        question: the people, their weights and their time.
        slots: where it may be.
        invited: who is invited, by identifier; ``None`` for every participant of the day.
        recorded: a slot of which it is on record what people miss of it, and that, in halves.
    """

    question: Question
    slots: Slots
    invited: tuple[str, ...] | None = None
    recorded: tuple[int, Mapping[str, int]] | None = None
    _missed: dict[str, Mapping[int, int]] = field(factory=dict, init=False)

    def missed(self, who: str) -> Mapping[int, int]:
        """Return how much of each slot somebody would miss, in halves, where it is anything."""
        if who not in self._missed:
            found = self.question.availability.missed(who, self.slots)
            if self.recorded is not None and who in self.recorded[1]:
                slot, halves = self.recorded[0], self.recorded[1][who]
                found = {**found, slot: halves}
            self._missed[who] = found
        return self._missed[who]

    def away(self, who: str) -> int:
        """Return the slots that somebody who is needed cannot make, as a mask."""
        missed = self.missed(who)
        return mask_of(slot for slot, halves in missed.items() if halves >= self._least)

    @cached_property
    def burdens(self) -> tuple[Mapping[int, int], ...]:
        """What each of the people would miss of each slot, as far as they are invited to it."""
        people = zip(self.question.people, self._inside, strict=True)
        return tuple([self._burden(person, inside) for person, inside in people])

    def _burden(self, person: Invitee, inside: range) -> Mapping[int, int]:
        if not inside:
            return {}
        missed = self.missed(person.id)
        if len(inside) == len(self.slots):
            return missed
        return {slot: halves for slot, halves in missed.items() if slot in inside}

    def belonging(self, person: Invitee) -> range:
        """Return the slots to which somebody is invited."""
        if self.invited is not None:
            return range(len(self.slots) if person.id in self.invited else 0)
        return self.membership(person) if person.participates else range(0)

    def membership(self, person: Invitee) -> range:
        """Return the slots at which somebody belongs to the team."""
        if person.joined is None and person.left is None:
            return range(len(self.slots))
        joined, left = person.joined or date.min, person.left or date.max
        return self.slots.starting(joined.toordinal(), left.toordinal())

    @cached_property
    def _inside(self) -> tuple[range, ...]:
        return tuple([self.belonging(person) for person in self.question.people])

    @cached_property
    def invited_weight(self) -> Sequence[int]:
        """The weight that is invited to every slot."""
        return self._per_slot(self.question.weights)

    @cached_property
    def invited_people(self) -> Sequence[int]:
        """How many people are invited to every slot."""
        return self._per_slot([1] * len(self.question.people))

    def _per_slot(self, counts: Sequence[int]) -> Sequence[int]:
        everywhere, some = 0, [0] * len(self.slots)
        for inside, count in zip(self._inside, counts, strict=True):
            if len(inside) == len(self.slots):
                everywhere += count
            else:
                for slot in inside:
                    some[slot] += count
        return [everywhere + count for count in some]

    @cached_property
    def values(self) -> Sequence[int]:
        """The attendance of every slot: weights by 2 for a yes, by 1 for a maybe."""
        found = [2 * weight for weight in self.invited_weight]
        for weight, burden in zip(self.question.weights, self.burdens, strict=True):
            for slot, halves in burden.items():
                found[slot] -= weight * halves
        return found

    @cached_property
    def coming(self) -> Sequence[int]:
        """How many of those invited to every slot can come."""
        found = list(self.invited_people)
        least = self._least
        for burden in self.burdens:
            for slot, halves in burden.items():
                if halves >= least:
                    found[slot] -= 1
        return found

    def absent(self, slot: int) -> Iterator[str]:
        """Yield who is invited to a slot and does not count as coming."""
        for person, burden in zip(self.question.people, self.burdens, strict=True):
            if burden.get(slot, 0) >= self._least:
                yield person.id

    def unknown(self, slot: int) -> Iterator[str]:
        """Yield who is invited to a slot, but nothing is known of their time then."""
        told, taken = self.question.availability, taken_by(self.slots, slot)
        there = self.recorded[1] if self.recorded and self.recorded[0] == slot else {}
        for person, inside in zip(self.question.people, self._inside, strict=True):
            if slot in inside and person.id not in there and not told.knows(person.id, taken):
                yield person.id

    @property
    def _least(self) -> int:
        """From how many halves on somebody who misses them cannot come."""
        return 2 if self.question.rules.maybe_is_enough else 1

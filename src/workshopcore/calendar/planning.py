"""From slots back to dates and people."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from workshopcore.calendar.case import Case
from workshopcore.calendar.masks import at
from workshopcore.calendar.plan import DatedWorkshop, DatePlan
from workshopcore.calendar.search.stages import Way
from workshopcore.calendar.turnout import Turnout
from workshopcore.calendar.wanted import Wanted

__all__ = ["plan_of"]


def plan_of(case: Case, way: Way) -> DatePlan:
    """Return the plan that takes a slot of each workshop."""
    stages = zip(case.question.workshops, case.turnouts, way, strict=True)
    workshops = tuple(_dated(case, wanted, turnout, slot) for wanted, turnout, slot in stages)
    return DatePlan(workshops, _misses(case, way))


def _misses(case: Case, way: Way) -> Mapping[str, Fraction]:
    found = {}
    for number, person in enumerate(case.question.people):
        stages = zip(case.turnouts, way, strict=True)
        halves = sum(turnout.burdens[number].get(slot, 0) for turnout, slot in stages)
        if halves:
            found[person.id] = Fraction(halves, 2)
    return found


def _dated(case: Case, wanted: Wanted, turnout: Turnout, slot: int) -> DatedWorkshop:
    question, slots = case.question, turnout.slots
    agreed = wanted.agreed
    stays = agreed is None or at(agreed, slots) >> slot & 1
    missing = {
        person.id: burden[slot]
        for person, burden in zip(question.people, turnout.burdens, strict=True)
        if burden.get(slot)
    }
    return DatedWorkshop(
        wanted.id,
        wanted.title,
        slots.start(slot),
        slots.end(slot),
        Fraction(turnout.values[slot], 2 * question.scale),
        Fraction(turnout.invited_weight[slot], question.scale),
        absent=tuple(who for who, halves in missing.items() if halves == 2),
        unsure=tuple(who for who, halves in missing.items() if halves == 1),
        unknown=tuple(turnout.unknown(slot)),
        room=_room(turnout, wanted, slot),
        held=wanted.held is not None,
        was=None if stays or agreed is None else agreed[0],
    )


def _room(turnout: Turnout, wanted: Wanted, slot: int) -> str:
    rooms = wanted.wish.rooms or ()
    return next((room for room in rooms if not turnout.away(room) >> slot & 1), "")

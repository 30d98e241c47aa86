"""A plan's parts, with the words of a format's file in the language that is spoken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from workshopcore.contracts.formats import GroupPlan, MaterialPlan, Step
from workshopcore.formats.expansion import Expansion, PlacedStep
from workshopcore.formats.names import group_name, round_name
from workshopcore.formats.rules import Splitting
from workshopcore.language import gettext
from workshopcore.model.length import Length

__all__ = ["planned_groups", "planned_materials", "planned_steps"]


def planned_groups(rule: Splitting | None, sizes: tuple[int, ...]) -> GroupPlan | None:
    """Return how the room is split; ``None`` when everybody works together."""
    return _groups(rule, sizes) if rule and len(sizes) > 1 else None


def planned_materials(found: Expansion) -> Iterator[MaterialPlan]:
    """Yield what to bring."""
    for plan in found.materials:
        yield evolve(plan, item=gettext(plan.item))


def planned_steps(
    found: Expansion, minutes: Iterable[int], groups: GroupPlan | None
) -> Iterator[Step]:
    """Yield the steps with their minutes; where there is one group, everybody is together."""
    for placed, length, each in zip(found.steps, found.lengths, minutes, strict=True):
        yield _step(placed, length, each, found.counts["n"], groups)


def _step(
    placed: PlacedStep, length: Length, minutes: int, people: int, groups: GroupPlan | None
) -> Step:
    rule, seating, arrangement = placed.rule, None, placed.rule.arrangement
    if rule.splitting:
        seating = _groups(rule.splitting, rule.splitting.sizes(people))
    elif arrangement == "groups":
        seating = groups
        arrangement = arrangement if groups else "plenary"
    return Step(
        gettext(rule.name),
        length,
        arrangement=arrangement,
        prompt=gettext(rule.prompt),
        capture=gettext(rule.capture),
        minutes=minutes,
        times=placed.times,
        round=round_name(placed.called, placed.number, placed.rounds),
        groups=seating,
    )


def _groups(rule: Splitting, sizes: tuple[int, ...]) -> GroupPlan:
    return GroupPlan(
        sizes,
        group_name(rule.called),
        note=rule.note(sizes),
        lasting=rule.lasting,
        hosted=rule.hosted,
    )

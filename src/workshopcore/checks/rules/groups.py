"""Rules about who works with whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from workshopcore.checks.fitted import fitted_days, groups_of
from workshopcore.checks.places import name_of, numbered, workshops
from workshopcore.checks.rule import Found, rule
from workshopcore.checks.timeline import live_workshops
from workshopcore.checks.wording import called, contains_any, counted, listed, one_line
from workshopcore.contracts.checks import CheckContext
from workshopcore.contracts.formats import FormatPlan
from workshopcore.model.agenda import Session
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Group, GroupAllocation, Workshop

_AWAY = frozenset({"declined", "apology", "no-show"})


def _members(group: Group) -> dict[str, None]:
    return dict.fromkeys([*group.members, *([group.host] if group.host else [])])


def _rounds(programme: Programme) -> Iterator[tuple[str, GroupAllocation, Workshop]]:
    for path, workshop in workshops(programme):
        for place, allocation in numbered(workshop.allocations, f"{path}.allocations"):
            yield place, allocation, workshop


def _rounds_in_order(programme: Programme) -> list[tuple[str, GroupAllocation, Workshop]]:
    order = {workshop.id: number for number, workshop in enumerate(live_workshops(programme))}
    return sorted(_rounds(programme), key=lambda entry: order[entry[2].id])


@rule("WC230")
def group_of_one(context: CheckContext) -> Iterator[Found]:
    """Find groups in which there is nobody to talk to."""
    for path, allocation, _ in _rounds(context.programme):
        for place, group in numbered(allocation.groups, f"{path}.groups"):
            people = len(_members(group))
            if people < context.thresholds["people"]:
                name = called(group.name) if group.name else "A group"
                who = counted(people, "person", "people")
                yield Found(place, f"{name} of round {allocation.round} has {who} in it")


@rule("WC231")
def in_two_groups(context: CheckContext) -> Iterator[Found]:
    """Find people who are in two groups of the same round."""
    for path, allocation, _ in _rounds(context.programme):
        counts = Counter(name for group in allocation.groups for name in _members(group))
        twice = [name_of(context.programme, name) for name, times in counts.items() if times > 1]
        if twice:
            verb = "is" if len(twice) == 1 else "are"
            message = f"{listed(twice)} {verb} in more than one group of round {allocation.round}"
            yield Found(f"{path}.groups", message)


@rule("WC232")
def away_but_grouped(context: CheckContext) -> Iterator[Found]:
    """Find people who are put into a group of a workshop that they do not attend."""
    for path, allocation, workshop in _rounds(context.programme):
        names = dict.fromkeys(name for group in allocation.groups for name in _members(group))
        away = [
            one_line(person.name)
            for person in map(context.programme.person, names)
            if _is_away(person, workshop)
        ]
        if away:
            verb = "does" if len(away) == 1 else "do"
            message = f"{listed(away)} {verb} not attend {called(workshop.title)}"
            yield Found(f"{path}.groups", message)


def _is_away(person: Person, workshop: Workshop) -> bool:
    entry = workshop.attendance_of(person.id)
    return not person.belongs(workshop.day) or (entry is not None and entry.status in _AWAY)


@rule("WC233")
def same_group_again(context: CheckContext) -> Iterator[Found]:
    """Find groups of the same people that meet again and again."""
    times, kept = context.thresholds["times"], context.thresholds["kept"]
    counts: Counter[frozenset[str]] = Counter()
    for path, allocation, workshop in _rounds_in_order(context.programme):
        formats = {session.id: session.format for session in workshop.sessions()}
        if formats.get(allocation.session) in kept:
            continue
        for place, group in numbered(allocation.groups, f"{path}.groups"):
            people = frozenset(_members(group))
            counts[people] += len(people) > 1
            if counts[people] == times:
                names = listed(sorted(name_of(context.programme, name) for name in people))
                yield Found(place, f"{names} work together for the {_ordinal(times)} time")


def _ordinal(number: int) -> str:
    return {2: "second", 3: "third", 4: "fourth", 5: "fifth"}.get(number, f"{number}th")


@rule("WC234")
def boss_in_the_same_group(context: CheckContext) -> Iterator[Found]:
    """Find somebody senior who sits with the same colleague in every round."""
    for path, person in numbered(context.programme.people, "people"):
        if contains_any(person.position, context.thresholds["positions"]):
            rounds = [
                set(_members(group)) - {person.id}
                for _, allocation, _ in _rounds(context.programme)
                for group in allocation.groups
                if person.id in _members(group)
            ]
            always = set.intersection(*rounds) if rounds else set()
            if always and len(rounds) >= context.thresholds["rounds"]:
                names = listed(sorted(name_of(context.programme, name) for name in always))
                message = f"{one_line(person.name)} is with {names} in all {len(rounds)} rounds"
                yield Found(path, message)


@rule("WC235")
def left_alone(context: CheckContext) -> Iterator[Found]:
    """Find sessions whose method leaves somebody without a partner."""
    for path, _, timed in fitted_days(context):
        for place, item in timed.items():
            plan = timed.plan(place) if isinstance(item.slot, Session) else None
            if plan is not None and any(map(_has_one_alone, _splits(plan))):
                message = f"{called(item.slot.name)} leaves one of {item.people} people alone"
                yield Found(f"{path}.{place}", message)


def _splits(plan: FormatPlan) -> list[tuple[int, ...]]:
    found = [plan.groups, *(step.groups for step in plan.steps)]
    return [groups.sizes for groups in found if groups is not None]


def _has_one_alone(sizes: tuple[int, ...]) -> bool:
    """Return whether a group is one person; where all are, they work alone on purpose."""
    return 1 in sizes and max(sizes) > 1


@rule("WC236")
def nowhere_to_work(context: CheckContext) -> Iterator[Found]:
    """Find groups that all work in one room with too little wall between them."""
    for path, workshop, timed in fitted_days(context):
        rooms = workshop.venue.rooms if workshop.venue and workshop.mode != "online" else ()
        wall = rooms[0].wall if len(rooms) == 1 else None
        if wall is None:
            continue
        for place, item in timed.items():
            groups = groups_of(timed, place, item.slot) if isinstance(item.slot, Session) else 1
            if groups > 1 and wall < groups * context.thresholds["metres"]:
                message = f"{groups} groups of {called(item.slot.name)} share {wall} m of wall"
                yield Found(f"{path}.{place}", message)
                break

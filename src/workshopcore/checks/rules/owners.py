"""Rules about who answers for actions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from workshopcore.checks.places import name_of, numbered
from workshopcore.checks.rule import Found, rule
from workshopcore.checks.rules.actions import open_actions
from workshopcore.checks.timeline import END, last_recorded_day, workshop_of
from workshopcore.checks.wording import called, counted, one_line
from workshopcore.contracts.checks import CheckContext
from workshopcore.model.action import Action
from workshopcore.model.programme import Programme


def _owned_now(path: str, action: Action) -> tuple[str, str]:
    """Return the path of what says whose an action is now, and who that is."""
    for number in reversed(range(len(action.updates))):
        if action.updates[number].owner:
            return f"{path}.updates[{number}].owner", action.updates[number].owner
    return f"{path}.owner", action.owner


_ABSENT = {"declined": "declined", "apology": "sent apologies", "no-show": "did not come"}


@rule("WC310")
def owner_is_a_visitor(context: CheckContext) -> Iterator[Found]:
    """Find actions given to somebody who goes home when the workshop ends."""
    for path, action in open_actions(context.programme):
        place, name = _owned_now(path, action)
        owner = context.programme.person(name)
        if owner.role in context.thresholds["roles"]:
            message = (
                f"{called(action.statement)} is given to {one_line(owner.name)}, the {owner.role}"
            )
            yield Found(place, message)


@rule("WC311")
def owner_was_absent(context: CheckContext) -> Iterator[Found]:
    """Find actions given to somebody who was not in the room and has not accepted."""
    for path, action in open_actions(context.programme):
        workshop = workshop_of(context.programme, action.origin)
        entry = workshop.attendance_of(action.owner) if workshop else None
        if workshop is None or entry is None or entry.status not in _ABSENT:
            continue
        if not any(update.by == action.owner or update.owner for update in action.updates):
            name = name_of(context.programme, action.owner)
            message = f"{called(action.statement)} was given to {name}, who {_ABSENT[entry.status]}"
            yield Found(f"{path}.owner", message)


@rule("WC312")
def owner_has_left(context: CheckContext) -> Iterator[Found]:
    """Find open actions whose owner leaves before they can be done."""
    now = last_recorded_day(context.programme)
    for path, action in open_actions(context.programme):
        place, name = _owned_now(path, action)
        owner = context.programme.person(name)
        if owner.left is None:
            continue
        horizon = [day for day in (now, action.current_due(END)) if day is not None]
        if not horizon or owner.left < max(horizon):
            leaves = f"{one_line(owner.name)} leaves on {owner.left}"
            yield Found(place, f"{called(action.statement)} is open, and {leaves}")


@rule("WC313")
def muddled_supporters(context: CheckContext) -> Iterator[Found]:
    """Find people with two parts in the same action."""
    for path, action in numbered(context.programme.actions, "actions"):
        seen = {action.owner_on(END): "owns"}
        for place, supporter in numbered(action.supporters, f"{path}.supporters"):
            if supporter.person in seen:
                name = name_of(context.programme, supporter.person)
                message = f"{name} already {seen[supporter.person]} {called(action.statement)}"
                yield Found(f"{place}.person", message)
            seen.setdefault(supporter.person, "supports")


@rule("WC314")
def too_many_from_one_workshop(context: CheckContext) -> Iterator[Found]:
    """Find people who leave a workshop with more than they will do."""
    most = context.thresholds["actions"]
    counts: Counter[tuple[str, str]] = Counter()
    for path, action in numbered(context.programme.actions, "actions"):
        workshop = workshop_of(context.programme, action.origin)
        if workshop is None or action.status(END) in ("cancelled", "superseded"):
            continue
        counts[workshop.id, action.owner] += 1
        if counts[workshop.id, action.owner] == most + 1:
            total = _total(context.programme, workshop.id, action.owner)
            name = name_of(context.programme, action.owner)
            message = f"{name} leaves {called(workshop.title)} with {counted(total, 'action')}"
            yield Found(path, message)


def _total(programme: Programme, workshop: str, owner: str) -> int:
    return sum(
        1
        for action in programme.actions
        if action.owner == owner
        and action.origin.partition("/")[0] == workshop
        and action.status(END) not in ("cancelled", "superseded")
    )


@rule("WC315")
def too_many_open(context: CheckContext) -> Iterator[Found]:
    """Find people with far more open actions than the others who have any."""
    loads = Counter(action.owner_on(END) for _, action in open_actions(context.programme))
    ratio = context.thresholds["ratio"]
    heavy = {
        owner: Decimal(number)
        for owner, number in loads.items()
        if number >= context.thresholds["least"]
    }
    for path, name, load, mean in _heaviest(context.programme, loads, heavy, ratio):
        yield Found(path, f"{name} has {load} open actions, where owners have {mean} on average")


@rule("WC316")
def too_many_hours(context: CheckContext) -> Iterator[Found]:
    """Find people with far more hours of work promised than the others who have any."""
    hours: dict[str, Decimal] = defaultdict(Decimal)
    for _, action in open_actions(context.programme):
        if action.effort is None:
            return
        hours[action.owner_on(END)] += action.effort
    for path, name, load, mean in _heaviest(
        context.programme, hours, hours, context.thresholds["ratio"]
    ):
        yield Found(path, f"{name} has promised {load} hours, where owners have {mean} on average")


def _heaviest(
    programme: Programme,
    loads: Mapping[str, int | Decimal],
    candidates: Mapping[str, Decimal],
    ratio: float,
) -> Iterator[tuple[str, str, Decimal, Decimal]]:
    """Yield those of the candidates whose load is more than so many times the mean."""
    if len(loads) < 2:
        return
    total = sum(map(Decimal, loads.values()), Decimal())
    for path, person in numbered(programme.people, "people"):
        load = candidates.get(person.id)
        if load is not None and load * len(loads) > Decimal(str(ratio)) * total:
            yield path, one_line(person.name), load, round(total / len(loads), 1)

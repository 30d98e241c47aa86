"""Rules about actions: what is to be done, by when and what for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from workshopcore.checks.places import numbered
from workshopcore.checks.rule import Found, rule
from workshopcore.checks.rules.brief import standing_objectives
from workshopcore.checks.timeline import (
    END,
    after,
    agreed_on,
    is_open,
    live_workshops,
    took_place,
)
from workshopcore.checks.wording import called, on_day, starts_with_any
from workshopcore.contracts.checks import CheckContext
from workshopcore.model.action import Action, Review, Update
from workshopcore.model.brief import Objective
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def open_actions(programme: Programme) -> Iterator[tuple[str, Action]]:
    """Yield the actions that still need work after their last news."""
    for path, action in numbered(programme.actions, "actions"):
        if is_open(action):
            yield path, action


@rule("WC301")
def no_due_date(context: CheckContext) -> Iterator[Found]:
    """Find agreed actions that nobody has to finish on any day."""
    for path, action in open_actions(context.programme):
        if action.status(END) != "proposed" and action.current_due(END) is None:
            yield Found(path, f"{called(action.statement)} is agreed, but not by when")


@rule("WC302")
def due_after_next_workshop(context: CheckContext) -> Iterator[Found]:
    """Find actions that the next workshop cannot see finished."""
    ahead = context.thresholds["workshops"]
    live = live_workshops(context.programme)
    for path, action in numbered(context.programme.actions, "actions"):
        for place, due, promised in _promises(path, action, context.programme):
            coming = after(live, promised)
            if 0 < ahead <= len(coming) and due > coming[ahead - 1].day:
                later = coming[ahead - 1]
                message = f"{called(action.statement)} is due on {due.isoformat()}, after "
                yield Found(place, f"{message}{called(later.title)} on {later.day.isoformat()}")


def _promises(path: str, action: Action, programme: Programme) -> Iterator[tuple[str, date, date]]:
    """Yield each due date that was promised, with its path and the day of the promise."""
    agreed = agreed_on(programme, action)
    if action.due is not None and agreed is not None:
        yield f"{path}.due", action.due, agreed
    for place, review in numbered(action.reviews, f"{path}.reviews"):
        if review.due is not None:
            yield f"{place}.due", review.due, review.on


def _due_now(path: str, action: Action) -> tuple[str, date] | None:
    """Return the due date that holds now, with its path."""
    found = (f"{path}.due", action.due) if action.due is not None else None
    changes = [
        (entry.on, f"{place}.due", entry.due)
        for name, entries in (("updates", action.updates), ("reviews", action.reviews))
        for place, entry in _dated(entries, f"{path}.{name}")
        if entry.due is not None
    ]
    for _, place, due in sorted(changes, key=lambda change: change[0]):
        found = (place, due)
    return found


def _dated(
    entries: tuple[Update, ...] | tuple[Review, ...], path: str
) -> Iterator[tuple[str, Update | Review]]:
    return numbered(entries, path)


def _open_dues(programme: Programme) -> Iterator[tuple[str, Action, date]]:
    for path, action in open_actions(programme):
        found = _due_now(path, action)
        if found is not None:
            yield found[0], action, found[1]


@rule("WC303")
def due_on_a_free_day(context: CheckContext) -> Iterator[Found]:
    """Find due dates on which nobody is at work."""
    kinds, weekend = context.thresholds["kinds"], context.thresholds["weekend"]
    for path, action, due in _open_dues(context.programme):
        closed = [c for c in context.programme.closures_on(due) if c.kind in kinds]
        if closed or due.isoweekday() in weekend:
            during = f", during {called(closed[0].title)}" if closed else ""
            yield Found(path, f"{called(action.statement)} is due on {on_day(due)}{during}")


@rule("WC304")
def due_in_a_quiet_month(context: CheckContext) -> Iterator[Found]:
    """Find due dates in a month when everybody is away."""
    for path, action, due in _open_dues(context.programme):
        if due.month in context.thresholds["months"]:
            month = _MONTHS[due.month - 1]
            yield Found(path, f"{called(action.statement)} is due in {month} ({due.isoformat()})")


@rule("WC305")
def vague_action(context: CheckContext) -> Iterator[Found]:
    """Find actions of which nobody could say when they are done."""
    for path, action in open_actions(context.programme):
        verb = starts_with_any(action.statement, context.thresholds["verbs"])
        if verb:
            message = f"{called(action.statement)}: nobody will see whether '{verb}' has been done"
            yield Found(f"{path}.statement", message)


@rule("WC306")
def action_without_objective(context: CheckContext) -> Iterator[Found]:
    """Find actions that serve no objective of the programme."""
    if not context.programme.objectives:
        return
    for path, action in numbered(context.programme.actions, "actions"):
        if not action.objective and action.status(END) not in ("cancelled", "superseded"):
            yield Found(path, f"{called(action.statement)} serves no objective of the programme")


@rule("WC307")
def objective_without_action(context: CheckContext) -> Iterator[Found]:
    """Find objectives that were worked on and left no action behind."""
    acted = {action.objective for action in context.programme.actions}
    held = [workshop for workshop in live_workshops(context.programme) if took_place(workshop)]
    for path, objective in standing_objectives(context.programme):
        worked = next((workshop for workshop in held if _aims_at(workshop, objective)), None)
        if worked is not None and objective.id not in acted:
            message = f"{called(worked.title)} worked towards {called(objective.statement)}"
            yield Found(path, f"{message}, and no action came of it")


def _aims_at(workshop: Workshop, objective: Objective) -> bool:
    aims = [*workshop.aims, *(aim for session in workshop.sessions() for aim in session.aims)]
    return objective.id in aims

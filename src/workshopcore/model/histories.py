"""Times that exist and histories that are legal: the structural faults of the record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from workshopcore.errors import LocalTimeError, Problem
from workshopcore.model import lifecycle
from workshopcore.model.action import Action
from workshopcore.model.agenda import AgendaItem, Parallel, Slot
from workshopcore.model.lifecycle import out_of_order
from workshopcore.model.moments import elapsed, instant
from workshopcore.model.workshop import Workshop

if TYPE_CHECKING:
    from workshopcore.model.programme import Programme

__all__ = ["history_problems", "time_problems"]

_LIFECYCLES = {
    "workshops": lifecycle.WORKSHOP,
    "experts": lifecycle.ENGAGEMENT,
    "parked_issues": lifecycle.PARKED_ISSUE,
    "waves": lifecycle.WAVE,
    "gains": lifecycle.GAIN,
    "quotes": lifecycle.QUOTE,
}


def time_problems(programme: Programme, workshops: tuple[Workshop, ...]) -> list[Problem]:
    """Return times that do not exist, workshops that end too soon and locks outside of them."""
    problems: list[Problem] = []
    for number, workshop in enumerate(workshops):
        path = f"workshops[{number}]"
        zone = workshop.time_zone or programme.time_zone
        found: dict[str, datetime] = {}
        for place, local in _moments(workshop):
            try:
                found[place] = instant(local, zone)
            except LocalTimeError as error:
                problems.append(error.at(f"{path}.{place}"))
        start, end = found.pop("start", None), found.pop("end", None)
        if start is None or end is None:
            continue
        if elapsed(start, end) <= 0:
            between = f"{workshop.start:%Y-%m-%d %H:%M} to {workshop.end:%Y-%m-%d %H:%M}"
            problems.append(Problem("WC010", f"{path}.end", between, "an end after the start"))
            continue
        problems += [
            Problem(
                "WC010",
                f"{path}.{place}",
                f"{local:%Y-%m-%d %H:%M}",
                "a time within the workshop",
            )
            for place, local in found.items()
            if place.startswith("agenda") and (elapsed(start, local) < 0 or elapsed(local, end) < 0)
        ]
    return problems


def _moments(workshop: Workshop) -> Iterator[tuple[str, datetime]]:
    """Yield every wall-clock date and time of a workshop with its path."""
    yield "start", workshop.start
    yield "end", workshop.end
    if any(_may_be_locked(item) for item in workshop.agenda):
        for path, slot in workshop.slots():
            yield from _locks(path, slot)
    for number, entry in enumerate(workshop.attendance):
        if entry.arrived is not None:
            yield f"attendance[{number}].arrived", entry.arrived
        if entry.left is not None:
            yield f"attendance[{number}].left", entry.left
    for number, actual in enumerate(workshop.actuals):
        if actual.start is not None:
            yield f"actuals[{number}].start", actual.start
        if actual.end is not None:
            yield f"actuals[{number}].end", actual.end


def _may_be_locked(item: AgendaItem) -> bool:
    return isinstance(item, Parallel) or item.start is not None or item.window is not None


def _locks(path: str, slot: Slot) -> Iterator[tuple[str, datetime]]:
    if slot.start is not None:
        if isinstance(slot.start, datetime):
            yield f"{path}.start", slot.start
    elif slot.window is not None:
        for number, edge in enumerate(slot.window):
            if isinstance(edge, datetime):
                yield f"{path}.window[{number}]", edge


def history_problems(programme: Programme, settled: Mapping[str, Any]) -> list[Problem]:
    """Return illegal moves and entries out of order, in every history of a programme."""
    problems = lifecycle.PROGRAMME.problems(programme.events, "events")
    for collection, rules in _LIFECYCLES.items():
        for number, entity in enumerate(settled[collection]):
            if entity.events:
                problems += rules.problems(entity.events, f"{collection}[{number}].events")
    for number, action in enumerate(settled["actions"]):
        if action.updates or action.reviews:
            problems += _action_problems(action, f"actions[{number}]")
    return problems


def _action_problems(action: Action, path: str) -> list[Problem]:
    """Check updates and reviews as one history: both may move an action."""
    problems = out_of_order(action.updates, f"{path}.updates")
    problems += out_of_order(action.reviews, f"{path}.reviews")
    history = action.history()
    if action.born is not None and history[0].on < action.born:
        problems.append(
            Problem(
                "WC011",
                f"{path}.created",
                f"news of {history[0].on.isoformat()}",
                f"nothing before the action exists ({action.born.isoformat()})",
            )
        )

    places = {
        id(entry): f"{path}.{name}[{place}].status"
        for name in ("updates", "reviews")
        for place, entry in enumerate(getattr(action, name))
    }

    def path_of(number: int) -> str:
        return places[id(history[number])]

    start = "proposed" if action.agreed is None else "agreed"
    return problems + lifecycle.ACTION.illegal_moves(history, path_of, start)

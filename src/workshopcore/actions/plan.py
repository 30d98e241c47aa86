"""The action plan as it stood on a day, and as a workshop finds it."""

from __future__ import annotations

from datetime import date, timedelta

from workshopcore.actions.held import Moment, held_by
from workshopcore.actions.standing import Standing, stand
from workshopcore.model.action import Action
from workshopcore.model.moments import as_of_day
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop

__all__ = ["eve_of", "found_at", "plan", "put_forward", "standings"]

_DAY = timedelta(days=1)


def plan(programme: Programme, as_of: date | str) -> tuple[Standing, ...]:
    """Return every action as it stood at the end of a day, in the order of the programme.

    What was recorded for later days changes nothing: the plan as it stood at the third
    workshop is the plan as it stood then. An action of which nobody wrote down when it was put
    forward came with the workshop it is from, or with its first news.

    Raises:
        AsOfRequiredError: no day was given.

    >>> from workshopcore.model.action import Action, Update
    >>> from workshopcore.model.people import Person
    >>> year = Programme(
    ...     title="A year of change",
    ...     people=[Person("Amina Yusuf")],
    ...     actions=[
    ...         Action(
    ...             "Draft the vision", "amina-yusuf", "2027-02-26", agreed="2027-01-19",
    ...             updates=[Update("2027-02-01", "in-progress"), Update("2027-03-04", "done")],
    ...         )
    ...     ],
    ... )
    >>> [(each.status, each.age, each.late) for each in plan(year, "2027-03-01")]
    [('in-progress', 41, 3)]
    """
    day = as_of_day(as_of, "an action plan")
    return standings(programme, Moment(day, day, held_by(programme, day)))


def eve_of(workshop: Workshop, known: date | None = None) -> date:
    """Return the last day of which a workshop's opening can know anything.

    Args:
        workshop: the workshop; what is dated on its own day is its doing.
        known: the last day of which anything is known, if that comes before it.
    """
    eve = workshop.day - _DAY
    return eve if known is None else min(eve, known)


def found_at(
    programme: Programme, workshop: Workshop, known: date | None = None
) -> tuple[Standing, ...]:
    """Return every action as a workshop finds it: as it stood when the day before was over.

    Histories are dated by day, so what is dated on the workshop's own day is taken as its
    doing: news of that morning, the reviews, the actions it agrees. Age and lateness are
    counted on its day. What is recorded after the day ``known`` is left out.
    """
    last = eve_of(workshop, known)
    return standings(programme, Moment(last, workshop.day, held_by(programme, last)))


def standings(programme: Programme, moment: Moment) -> tuple[Standing, ...]:
    """Return how actions stand at a moment: those that exist then."""
    found = []
    for action in programme.actions:
        began = put_forward(programme, action)
        if began is None or began <= moment.last:
            found.append(stand(action, began, moment))
    return tuple(found)


def put_forward(programme: Programme, action: Action) -> date | None:
    """Return when an action was put forward, ``None`` where nothing tells.

    One that does not say so itself came with the workshop it is from, or with its first news.
    """
    if action.born is not None or not action.origin:
        return action.born
    days = [entry.on for entry in action.history()]
    return min([*days[:1], programme.workshop(action.origin.partition("/")[0]).day])

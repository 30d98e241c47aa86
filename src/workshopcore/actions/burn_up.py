"""How much was agreed and how much of it done, day by day: the plan as a burn-up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from attrs import frozen

from workshopcore.actions.plan import put_forward
from workshopcore.model.action import CLOSED, Action
from workshopcore.model.moments import as_of_day
from workshopcore.model.programme import Programme

__all__ = ["Tally", "burn_up"]

_DONE = frozenset({"done", "verified"})


@frozen
class Tally:
    """How many actions there were at the end of a day.

    Attributes:
        on: the day.
        agreed: those put forward and not given up.
        done: those of them that were done, verified or not.
    """

    on: date
    agreed: int
    done: int


def burn_up(programme: Programme, as_of: date | str) -> tuple[Tally, ...]:
    """Return the days on which either number changed, in order, by the end of a day.

    Between two of them nothing changed, so each holds until the next. The numbers are those of
    ``progress(…).done`` on that day: an action that is cancelled or replaced leaves both, and
    one that is reopened is done no more. One of which nobody wrote down when it was put forward
    counts from the first day on.

    Raises:
        AsOfRequiredError: no day was given.

    >>> from workshopcore.model.action import Action, Update
    >>> from workshopcore.model.people import Person
    >>> year = Programme(
    ...     title="A year of change",
    ...     people=[Person("Amina Yusuf", id="amina")],
    ...     actions=[
    ...         Action("Draft it", "amina", "2027-02-26", agreed="2027-01-19",
    ...                updates=[Update("2027-03-04", "done")]),
    ...         Action("Book it", "amina", "2027-04-01", agreed="2027-01-19"),
    ...     ],
    ... )
    >>> [(tally.on.isoformat(), tally.agreed, tally.done) for tally in burn_up(year, "2027-06-30")]
    [('2027-01-19', 2, 0), ('2027-03-04', 2, 1)]
    """
    day = as_of_day(as_of, "a burn-up")
    changes: dict[date, list[int]] = defaultdict(lambda: [0, 0])
    for action in programme.actions:
        for on, agreed, done in _steps(action, put_forward(programme, action), day):
            changes[on][0] += agreed
            changes[on][1] += done
    always = changes.pop(date.min, [0, 0])
    found: list[Tally] = []
    agreed, done = always
    for on, (more, finished) in sorted(changes.items()):
        agreed, done = agreed + more, done + finished
        if more or finished:
            found.append(Tally(on, agreed, done))
    if not found and agreed:
        found.append(Tally(day, agreed, done))
    return tuple(found)


def _steps(action: Action, began: date | None, last: date) -> Iterator[tuple[date, int, int]]:
    """Yield the days on which an action changes the numbers, with what it adds to each."""
    start = began or date.min
    if start > last:
        return
    counted, finished = 1, 0
    yield start, 1, 0
    for on, to, _ in action.changes:
        if on > last:
            return
        if to is None:
            continue
        is_done = int(to in _DONE)
        counts = int(to not in CLOSED or bool(is_done))
        yield max(on, start), counts - counted, is_done - finished
        counted, finished = counts, is_done

"""By when an action is due unless the group says otherwise: before the next workshop."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from attrs import frozen

from workshopcore.actions.held import is_live
from workshopcore.contracts.working_days import WorkingDays
from workshopcore.errors import InvalidValueError
from workshopcore.model.moments import as_of_day
from workshopcore.model.programme import ClosureKind, Programme
from workshopcore.model.workshop import Workshop

__all__ = ["DefaultDue", "default_due"]

_CLOSED: tuple[ClosureKind, ...] = ("holiday", "other")
_DAY = timedelta(days=1)


@frozen
class DefaultDue:
    """The usual due date of what a workshop agrees.

    Attributes:
        day: the date; ``None`` where there is none to be had, and ``reason`` says why.
        next_workshop: the workshop that will review it; ``""`` where there is none.
        working_days: how many working days before that workshop it is.
        reason: why it is this day, in words.
    """

    day: date | None
    next_workshop: str
    working_days: int
    reason: str


def default_due(
    programme: Programme,
    workshop: str,
    *,
    before: int = 5,
    as_of: date | str | None = None,
    closed: Iterable[ClosureKind] = _CLOSED,
    weekend: Iterable[int] = (5, 6),
) -> DefaultDue:
    """Return the usual due date of the actions that a workshop agrees.

    It is some working days before the next workshop, so that there is time to ask after what
    is late. Where the next workshop comes sooner than that, it is the last working day before
    it.

    Args:
        programme: the programme; its closures are not worked.
        workshop: the workshop at which the actions are agreed.
        before: working days before the next workshop, 1 or more.
        as_of: what is known then of workshops that are postponed or cancelled; left out, what
            was known at the end of the workshop.
        closed: the kinds of closure on which nobody is at work, as in check ``WC303``.
        weekend: weekdays that are not worked; Monday is 0.

    Raises:
        InvalidValueError: ``before`` is less than 1.
        UnknownKeyError: there is no such workshop.

    >>> from workshopcore.model.programme import Closure
    >>> year = Programme(
    ...     title="A year of change",
    ...     workshops=[
    ...         Workshop("One", start="2027-03-09T09:30", end="2027-03-09T16:30"),
    ...         Workshop("Two", start="2027-04-06T09:30", end="2027-04-06T16:30"),
    ...     ],
    ...     closures=[Closure("Easter", "2027-03-26", "2027-03-29")],
    ... )
    >>> default_due(year, "one").day
    datetime.date(2027, 3, 30)
    >>> default_due(year, "two").reason
    'There is no workshop after this one: agree a date, and who asks after it'
    """
    if before < 1:
        raise InvalidValueError(before, "working days before the next workshop, 1 or more")
    current = programme.workshop(workshop)
    end = current.end.date()
    known = end if as_of is None else as_of_day(as_of, "a due date")
    following = _following(programme, end, known)
    if following is None:
        said = "There is no workshop after this one: agree a date, and who asks after it"
        return DefaultDue(None, "", 0, said)
    free = _closed_days(programme, tuple(closed), end, following.day)
    return _before(following, _working(end, following.day, WorkingDays(free, weekend)), before)


def _following(programme: Programme, end: date, known: date) -> Workshop | None:
    coming = [w for w in programme.workshops if w.day > end and is_live(w, known)]
    return min(coming, key=lambda workshop: workshop.day, default=None)


def _before(following: Workshop, working: Sequence[date], before: int) -> DefaultDue:
    if not working:
        said = "There is no working day before the next workshop: agree a date after it"
        return DefaultDue(None, following.id, 0, said)
    if len(working) < before:
        said = "The next workshop comes soon: the last working day before it"
        return DefaultDue(working[-1], following.id, 1, said)
    days = "1 working day" if before == 1 else f"{before} working days"
    return DefaultDue(working[-before], following.id, before, f"{days} before the next workshop")


def _working(after: date, until: date, days: WorkingDays) -> list[date]:
    """Return the working days between two days, neither included."""
    between = range(1, (until - after).days)
    return [day for n in between if days.is_working(day := after + n * _DAY)]


def _closed_days(
    programme: Programme, kinds: tuple[ClosureKind, ...], first: date, last: date
) -> frozenset[date]:
    """Return the closed days of a stretch of time; a closure may go on for years."""
    found: set[date] = set()
    for closure in programme.closures:
        if closure.kind in kinds:
            begin, end = max(closure.start, first), min(closure.end or closure.start, last)
            found.update(begin + n * _DAY for n in range((end - begin).days + 1))
    return frozenset(found)

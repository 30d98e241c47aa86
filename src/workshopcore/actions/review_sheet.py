"""The opening review of a workshop: what became of the actions."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from workshopcore.actions.held import latest
from workshopcore.actions.owners import by_answering
from workshopcore.actions.plan import eve_of, found_at
from workshopcore.actions.standing import Standing
from workshopcore.model.moments import as_of_day
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme

__all__ = ["ActionReviewSheet", "OwnerActions", "review"]


@frozen
class OwnerActions:
    """The open actions that one person answers for, the soonest due first.

    Attributes:
        owner: who answers for them now; ``None`` when their owner has left and nobody took
            over. ``standing.owner`` is whose they are on record.
    """

    owner: Person | None
    actions: tuple[Standing, ...]


@frozen
class ActionReviewSheet:
    """What a workshop asks after when it opens.

    Attributes:
        workshop: its identifier.
        on: its day.
        since: the day of the workshop before; ``None`` at the first.
        owners: every open action, once, by who answers for it, in the order of the programme;
            those that need a new owner come last.
        closed: what was closed since the workshop before opened, in the order it was closed:
            done, verified, cancelled or superseded.
    """

    workshop: str
    on: date
    since: date | None
    owners: tuple[OwnerActions, ...]
    closed: tuple[Standing, ...]

    @property
    def open(self) -> tuple[Standing, ...]:
        """Every open action, in the order of the sheet."""
        return tuple(each for group in self.owners for each in group.actions)

    @property
    def without_owner(self) -> tuple[Standing, ...]:
        """The open actions that need a new owner."""
        return tuple(e for group in self.owners if group.owner is None for e in group.actions)

    @property
    def unreviewed(self) -> tuple[Standing, ...]:
        """The open actions that an earlier workshop passed over in silence."""
        return tuple(each for each in self.open if each.unreviewed)


def review(
    programme: Programme, workshop: str, *, as_of: date | str | None = None
) -> ActionReviewSheet:
    """Return the review with which a workshop opens: every action that is open then, once.

    The moment is the start of the workshop's day. Whatever is dated before that day counts;
    what is dated on it (the workshop's reviews, the actions it agrees, news of that morning)
    belongs to the workshop and shows in the next review. So an action that is open after a
    workshop is in the next one's ``owners`` or in its ``closed``, and never in both.

    Args:
        programme: the programme.
        workshop: the identifier of a workshop.
        as_of: for a sheet that is printed beforehand: what is recorded after that day is left
            out, while age and lateness are still those of the workshop's day. Left out,
            everything that is recorded before the workshop counts.

    Raises:
        UnknownKeyError: there is no such workshop.

    >>> from workshopcore.model.action import Action
    >>> from workshopcore.model.workshop import Workshop
    >>> year = Programme(
    ...     title="A year of change",
    ...     people=[Person("Amina Yusuf")],
    ...     workshops=[Workshop("Two", start="2027-03-09T09:30", end="2027-03-09T16:30")],
    ...     actions=[
    ...         Action("Draft the vision", "amina-yusuf", "2027-02-26", agreed="2027-01-19"),
    ...         Action("Book the hall", "amina-yusuf", "2027-04-01", agreed="2027-03-09"),
    ...     ],
    ... )
    >>> [(each.action.id, each.age, each.late) for each in review(year, "two").open]
    [('draft-the-vision', 49, 11)]
    """
    opening = programme.workshop(workshop)
    known = None if as_of is None else as_of_day(as_of, "an action review")
    found = found_at(programme, opening, known)
    unfinished = [each for each in found if each.is_open]
    before = latest(programme, eve_of(opening, known))
    since = before.day if before else None
    return ActionReviewSheet(
        opening.id,
        opening.day,
        since,
        tuple(
            OwnerActions(person, tuple(sorted(actions, key=_by_due)))
            for person, actions in by_answering(programme, unfinished, opening.day)
        ),
        tuple(sorted((each for each in found if _closed_since(each, since)), key=_by_closing)),
    )


def _closed_since(standing: Standing, since: date | None) -> bool:
    return standing.closed is not None and (since is None or since <= standing.closed)


def _by_closing(standing: Standing) -> tuple[date, str]:
    return standing.closed or date.max, standing.action.id


def _by_due(standing: Standing) -> tuple[date, str]:
    return standing.due or date.max, standing.action.id

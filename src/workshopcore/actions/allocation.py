"""Allocating actions as a workshop closes, and handing them over when their owner leaves."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from workshopcore.actions.due_dates import default_due
from workshopcore.actions.owners import hand_over
from workshopcore.errors import IllegalMoveError
from workshopcore.model.action import Action, Supporter, Update
from workshopcore.model.moments import as_of_day
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop

__all__ = ["allocate", "closing_session", "reassign"]

_PLANNING = "action-planning"


def allocate(
    programme: Programme,
    workshop: str,
    owner: str,
    statement: str,
    due: date | str | None = None,
    *,
    session: str = "",
    objective: str = "",
    supporters: Iterable[Supporter] = (),
    effort: Decimal | int | str | None = None,
    evidence_required: str = "",
    id: str = "",
) -> Action:
    """Return an action as a workshop agrees it: first who, then what, then by when.

    It is agreed on the workshop's last day, and comes from its closing action planning.
    ``programme.with_action(...)`` takes it in.

    Args:
        programme: the programme.
        workshop: the identifier of the workshop that agrees it.
        owner: the one person who answers for it, by identifier.
        statement: what they will do.
        due: by when; left out, the usual due date (``default_due``), or none where the
            programme has no workshop left that could ask after it.
        session: the session it comes from; left out, the workshop's last action planning.
        objective: the objective it serves, by identifier.
        supporters: who helps, each responsible for part, consulted or informed.
        effort: hours of work.
        evidence_required: what will show that it is done.
        id: its identifier; left out, made from the statement.

    Raises:
        ProgrammeError: it cannot be: no owner, nothing to do, or due before it is agreed.
        UnknownKeyError: there is no such workshop, person, objective or session.

    >>> from workshopcore.model.people import Person
    >>> year = Programme(
    ...     title="A year of change",
    ...     people=[Person("Amina Yusuf", id="amina")],
    ...     workshops=[
    ...         Workshop("One", start="2027-01-19T09:30", end="2027-01-19T16:30"),
    ...         Workshop("Two", start="2027-03-09T09:30", end="2027-03-09T16:30"),
    ...     ],
    ... )
    >>> agreed = allocate(year, "one", "amina", "Draft the vision")
    >>> (agreed.id, agreed.origin, str(agreed.due))
    ('draft-the-vision', 'one', '2027-03-02')
    """
    held = programme.workshop(workshop)
    day = held.end.date()
    return Action(
        statement,
        programme.person(owner).id,
        due if due is not None else default_due(programme, held.id).day,
        id=id,
        supporters=supporters,
        objective=programme.objective(objective).id if objective else "",
        origin=_origin(programme, held, session),
        agreed=day,
        effort=effort,
        evidence_required=evidence_required,
    )


def closing_session(workshop: Workshop) -> str:
    """Return the last action planning of a workshop, by identifier; ``""`` where it has none."""
    planning = [each.id for each in workshop.sessions() if each.format == _PLANNING]
    return planning[-1] if planning else ""


def _origin(programme: Programme, workshop: Workshop, session: str) -> str:
    name = session or closing_session(workshop)
    if not name:
        return workshop.id
    return f"{workshop.id}/{programme.session(f'{workshop.id}/{name}').id}"


def reassign(
    programme: Programme,
    person: str,
    to: str,
    on: date | str,
    note: str,
    *,
    only: Iterable[str] = (),
    by: str = "",
) -> Programme:
    """Return the programme after somebody handed over the open actions they answer for.

    Each gets one dated update with the new owner and the reason; whose it was first stays on
    record, and so does everything else.

    Args:
        programme: the programme.
        person: who hands over, by identifier.
        to: who answers for them from now on, by identifier.
        on: the day.
        note: why, or what was agreed between the two.
        only: some of the actions, by identifier; left out, all that are open.
        by: who records it, by identifier.

    Raises:
        IllegalMoveError: one of ``only`` is not among their open actions, there is later news
            of one, or there is no reason.
        UnknownKeyError: there is no such person.
    """
    day = as_of_day(on, "a hand-over")
    taker = programme.person(to)
    if not note.strip():
        raise IllegalMoveError("a hand-over needs a note: say why, or what was agreed")
    held = {each.action.id: each.action for each in hand_over(programme, person, day).actions}
    wanted = list(dict.fromkeys(only)) or list(held)
    strangers = [name for name in wanted if name not in held]
    if strangers:
        raise IllegalMoveError(
            f"'{person}' does not answer for an open action '{strangers[0]}' on {day}:"
            f" theirs are {', '.join(held) or 'none'}"
        )
    update = Update(day, owner=taker.id, note=note, by=by)
    for name in wanted:
        if held[name].owner_on(day) != taker.id:
            programme = programme.with_update(name, update)
    return programme

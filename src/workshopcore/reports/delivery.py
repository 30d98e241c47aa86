"""What was delivered: workshops, people, places and actions, each with its denominator."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from workshopcore.actions import plan
from workshopcore.language import gettext
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.reports.attendance import present
from workshopcore.reports.occasion import takes_place
from workshopcore.reports.wording import share

__all__ = ["came_of_invited", "delivered", "held_by", "planned_by"]


def held_by(programme: Programme, as_of: date) -> list[Workshop]:
    """Return the workshops that were over by the end of a day, in the order of their days."""
    return [
        workshop
        for workshop in programme.in_order
        if takes_place(workshop, as_of) and programme.ends(workshop).date() <= as_of
    ]


def planned_by(programme: Programme, as_of: date) -> list[Workshop]:
    """Return the workshops that were not cancelled by the end of a day."""
    return [w for w in programme.workshops if w.state(as_of) != "cancelled"]


def delivered(programme: Programme, as_of: date) -> tuple[tuple[str, str], ...]:
    """Return what can be counted of a programme, ``""`` for what is not known."""
    held, planned = held_by(programme, as_of), planned_by(programme, as_of)
    actions = plan(programme, as_of)
    counted = [one for one in actions if not one.given_up]
    done = sum(one.is_done for one in counted)
    carried = sum(one.carries > 0 for one in counted)
    given_up = len(actions) - len(counted)
    return (
        (gettext("Workshops held"), share(len(held), len(planned)) if planned else ""),
        (gettext("People who took part"), _people(programme, held)),
        (gettext("Places taken"), came_of_invited(programme, held)),
        (gettext("Actions done"), share(done, len(counted)) if counted else ""),
        (
            gettext("Actions carried over at least once"),
            share(carried, len(counted)) if counted else "",
        ),
        (
            gettext("Actions cancelled or replaced"),
            gettext("{number}, not counted above", number=given_up) if given_up else "",
        ),
    )


def _people(programme: Programme, held: Sequence[Workshop]) -> str:
    came = {person.id for workshop in held for person in present(programme, workshop)}
    return str(len(came)) if came else ""


def came_of_invited(programme: Programme, held: Sequence[Workshop]) -> str:
    """Count attendance over the workshops that recorded it."""
    recorded = [workshop for workshop in held if workshop.attendance]
    invited = sum(len(programme.invited(workshop)) for workshop in recorded)
    came = sum(len(present(programme, workshop)) for workshop in recorded)
    return share(came, invited) if invited else ""

"""What a group agrees at the close: asked for in the order that works in the room."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, cast

from attrs import evolve, frozen

from workshopcore.cli.asking import asked, asked_text, somebody_is_there
from workshopcore.cli.program import Refusal
from workshopcore.cli.terminal import Terminal
from workshopcore.cli.words import chosen_person, chosen_workshop, day

if TYPE_CHECKING:
    from workshopcore.actions import DefaultDue
    from workshopcore.model.action import Part, Supporter
    from workshopcore.model.programme import Programme
    from workshopcore.model.workshop import Workshop

__all__ = ["Wanted", "completed"]


@frozen
class Wanted:
    """The action that is to be added, as far as somebody has said."""

    workshop: str | None
    owner: str | None
    what: str | None
    due: date | None
    objective: str | None
    supporters: tuple[str, ...]
    effort: Decimal | None
    evidence: str
    id: str
    session: str

    def added(self, programme: Programme) -> Programme:
        """Return a programme with the action in it.

        Raises:
            Refusal: there is one of that identifier.
            WorkshopCoreError: it cannot be.
        """
        from workshopcore.actions import allocate

        if self.id and self.id in {action.id for action in programme.actions}:
            raise Refusal(f"there is an action '{self.id}' already: give another identifier")
        action = allocate(
            programme,
            self.workshop or "",
            chosen_person(programme, self.owner or "").id,
            self.what or "",
            self.due,
            session=self.session,
            objective=self.objective or "",
            supporters=[_supporter(programme, text) for text in self.supporters],
            effort=self.effort,
            evidence_required=self.evidence,
            id=self.id,
        )
        return programme.with_action(action)


def completed(programme: Programme, wanted: Wanted) -> Wanted:
    """Return it with what was not given: asked for at a terminal, otherwise usual or refused."""
    from workshopcore.actions import default_due

    held = _workshop(programme, wanted.workshop)
    usual = default_due(programme, held.id)
    wanted = evolve(wanted, workshop=held.id)
    for text in wanted.supporters:
        _supporter(programme, text)
    if wanted.objective:
        programme.objective(wanted.objective)
    if somebody_is_there():
        return _asked_for(programme, wanted, usual)
    lacking = [
        option
        for option, value in (("--owner", wanted.owner), ("--what", wanted.what))
        if value is None
    ]
    if lacking:
        raise Refusal(
            f"an action needs an owner and something to do: add {' and '.join(lacking)}"
            " (on a terminal you would be asked)"
        )
    if wanted.due is None and usual.day is None:
        raise Refusal(f"by when? Add --due DAY. {usual.reason}")
    return wanted


def _workshop(programme: Programme, name: str | None) -> Workshop:
    """Return the workshop that is named, or else the last that was held.

    Raises:
        Refusal: none was held yet, and there are several.
    """
    from workshopcore.actions.held import latest

    if name is not None or len(programme.workshops) < 2:
        return chosen_workshop(programme, name or "1")
    found = latest(programme, date.today())
    if found is None:
        names = ", ".join(workshop.id for workshop in programme.in_order)
        raise Refusal(f"no workshop has been held yet: add --workshop, one of {names}")
    return found


def _asked_for(programme: Programme, wanted: Wanted, usual: DefaultDue) -> Wanted:
    held = programme.workshop(wanted.workshop or "")
    Terminal().say("Agreed at ", (held.title, "bold"), f", {held.end:%Y-%m-%d}")
    find = partial(chosen_person, programme)
    who = find(wanted.owner) if wanted.owner else asked("Who answers for it", find)
    what = wanted.what or asked_text("What will they do", "say what will be there when it is done")
    due = wanted.due or _asked_due(usual)
    objective = wanted.objective
    if objective is None and programme.objectives:
        objective = _asked_objective(programme)
    return evolve(wanted, owner=who.id, what=what, due=due, objective=objective)


def _asked_due(usual: DefaultDue) -> date:
    default = usual.day.isoformat() if usual.day else ""
    return asked(f"By when ({usual.reason[0].lower()}{usual.reason[1:]})", day, default)


def _asked_objective(programme: Programme) -> str:
    ids = [objective.id for objective in programme.objectives]
    return asked(
        f"For which objective ({', '.join(ids)}; Enter for none)",
        lambda text: programme.objective(text).id if text else "",
    )


def _supporter(programme: Programme, text: str) -> Supporter:
    """Read ``Mei Tanaka:consulted``."""
    from workshopcore.model.action import Supporter

    name, colon, part = text.rpartition(":")
    if not colon:
        return Supporter(chosen_person(programme, text).id)
    return Supporter(chosen_person(programme, name).id, cast("Part", part))

"""Rules about what the programme is for."""

from __future__ import annotations

from collections.abc import Iterator

from workshopcore.checks.places import numbered, workshops
from workshopcore.checks.rule import Found, rule
from workshopcore.checks.timeline import live_workshops
from workshopcore.checks.wording import called
from workshopcore.contracts.checks import CheckContext
from workshopcore.model.brief import Objective
from workshopcore.model.programme import Programme


def standing_objectives(programme: Programme) -> Iterator[tuple[str, Objective]]:
    """Yield the objectives that were neither dropped nor replaced by a later version."""
    replaced = {objective.replaces for objective in programme.objectives}
    for path, objective in numbered(programme.objectives, "objectives"):
        if objective.outcome != "dropped" and objective.id not in replaced:
            yield path, objective


@rule("WC120")
def objective_without_indicator(context: CheckContext) -> Iterator[Found]:
    """Find objectives of which nobody could say whether they were met."""
    for path, objective in standing_objectives(context.programme):
        if not objective.indicator:
            yield Found(path, f"Nothing says how {called(objective.statement)} will be recognised")


@rule("WC121")
def objective_without_workshop(context: CheckContext) -> Iterator[Found]:
    """Find objectives that no workshop works towards."""
    programme = context.programme
    if not live_workshops(programme):
        return
    aimed = _aims(programme)
    for path, objective in standing_objectives(programme):
        if objective.id not in aimed:
            yield Found(path, f"No workshop works towards {called(objective.statement)}")


def _aims(programme: Programme) -> set[str]:
    found = {aim for phase in programme.phases for aim in phase.objectives}
    for workshop in live_workshops(programme):
        found.update(workshop.aims)
        found.update(aim for session in workshop.sessions() for aim in session.aims)
    return found


@rule("WC122")
def workshop_without_purpose(context: CheckContext) -> Iterator[Found]:
    """Find workshops that say neither what they are for nor what they aim at."""
    for path, workshop in workshops(context.programme):
        if not workshop.purpose and not workshop.aims:
            yield Found(path, f"{called(workshop.title)} has neither a purpose nor an aim")


@rule("WC123")
def operational_before_strategic(context: CheckContext) -> Iterator[Found]:
    """Find planning of actions that comes before anybody has agreed the direction."""
    kinds = {phase.id: phase.kind for phase in context.programme.phases}
    paths = {workshop.id: path for path, workshop in workshops(context.programme)}
    for workshop in live_workshops(context.programme):
        kind = kinds.get(workshop.phase)
        if kind == "strategic":
            return
        if kind in ("tactical", "operational"):
            message = f"{called(workshop.title)} is {kind}, and nothing strategic comes before it"
            yield Found(f"{paths[workshop.id]}.phase", message)
            return

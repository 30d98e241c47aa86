"""Rules about who is on the programme."""

from __future__ import annotations

from collections.abc import Iterator

from workshopcore.checks.places import numbered
from workshopcore.checks.rule import Found, rule
from workshopcore.checks.timeline import END
from workshopcore.checks.wording import called, contains_any, counted, tokens
from workshopcore.contracts.checks import CheckContext

_FILLERS = frozenset({"the", "whole", "entire", "of", "and"})
_UNDER_CONTRACT = frozenset({"contracted", "active", "paused", "closing", "closed", "follow-up"})


@rule("WC110")
def placeholder_names(context: CheckContext) -> Iterator[Found]:
    """Find people whose name is that of a crowd, or of an empty chair."""
    crowd = frozenset(context.thresholds["names"])
    for path, person in numbered(context.programme.people, "people"):
        words = set(tokens(person.name)) - _FILLERS
        if words <= crowd or contains_any(person.name, context.thresholds["parts"]):
            yield Found(f"{path}.name", f"{called(person.name)} is not somebody who can be asked")


@rule("WC111")
def lead_facilitator_missing(context: CheckContext) -> Iterator[Found]:
    """Find a programme under contract in which no facilitator has the lead."""
    programme = context.programme
    if programme.state(END) not in _UNDER_CONTRACT:
        return
    details = programme.facilitators
    people = [person for person in programme.people if person.role == "facilitator"]
    if details and not any(each.function == "lead" for each in details):
        number = counted(len(details), "facilitator")
        yield Found("facilitators", f"{number} listed, and none of them has the lead")
    elif not details and len(people) != 1:
        number = counted(len(people), "person", "people") if people else "Nobody"
        has = "have" if len(people) > 1 else "has"
        yield Found("people", f"{number} {has} the role of facilitator, and nobody the lead")


@rule("WC112")
def small_cells(context: CheckContext) -> Iterator[Found]:
    """Find a threshold for publishing figures that is lower than is safe."""
    found, least = context.programme.k_min, context.thresholds["people"]
    if found < least:
        message = f"Figures may be published with {found} people behind them; {least} is customary"
        yield Found("k_min", message)

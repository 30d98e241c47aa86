"""Who works on the programme: those who run it, those who take part, and those who come once."""

from __future__ import annotations

from datetime import date

from workshopcore.contracts.report import Block
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.reports.blocks import facts, filled, table
from workshopcore.reports.experts import announced, engaged
from workshopcore.reports.people import introduced, team
from workshopcore.reports.wording import count, listed, state

__all__ = ["people"]


def people(programme: Programme, on: date) -> tuple[Block, ...]:
    """Return who facilitates, who takes part and who comes from outside."""
    participants = team(programme, "participant", on)
    label = count(len(participants), "participant") if participants else "Participants"
    outside = (f"{announced(programme, one, on)}: {one.topic}" for one in engaged(programme, on))
    return filled(
        table(
            ("Who", "Post", "Part", "Competencies"),
            [_facilitator(programme, who) for who in team(programme, "facilitator", on)],
            caption="Facilitation",
        ),
        facts(
            (label, listed(person.name for person in participants)),
            ("Sponsor", listed(introduced(p) for p in team(programme, "sponsor", on))),
            ("From outside", "; ".join(outside)),
        ),
    )


def _facilitator(programme: Programme, person: Person) -> tuple[str, ...]:
    known = next((entry for entry in programme.facilitators if entry.person == person.id), None)
    if known is None:
        return (person.name, person.position, "Facilitator", "")
    part = {"lead": "Lead", "co": "Co-facilitator"}.get(known.function, state(known.function))
    return (person.name, person.position, part, ", ".join(known.competencies))

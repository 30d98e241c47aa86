"""Who works on the programme: those who run it, those who take part, and those who come once."""

from __future__ import annotations

from datetime import date

from workshopcore.contracts.report import Block
from workshopcore.language import gettext, ngettext
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.reports.blocks import facts, filled, table
from workshopcore.reports.experts import announced, engaged
from workshopcore.reports.people import introduced, team
from workshopcore.reports.wording import listed, state

__all__ = ["people"]


def people(programme: Programme, on: date) -> tuple[Block, ...]:
    """Return who facilitates, who takes part and who comes from outside."""
    participants = team(programme, "participant", on)
    label = gettext("Participants")
    if participants:
        label = ngettext("{count} participant", "{count} participants", len(participants))
    outside = (f"{announced(programme, one, on)}: {one.topic}" for one in engaged(programme, on))
    return filled(
        table(
            (gettext("Who"), gettext("Post"), gettext("Part"), gettext("Competencies")),
            [_facilitator(programme, who) for who in team(programme, "facilitator", on)],
            caption=gettext("Facilitation"),
        ),
        facts(
            (label, listed(person.name for person in participants)),
            (gettext("Sponsor"), listed(introduced(p) for p in team(programme, "sponsor", on))),
            (gettext("From outside"), "; ".join(outside)),
        ),
    )


def _facilitator(programme: Programme, person: Person) -> tuple[str, ...]:
    known = next((entry for entry in programme.facilitators if entry.person == person.id), None)
    if known is None:
        return (person.name, person.position, gettext("Facilitator"), "")
    part = state(known.function, "facilitator")
    return (person.name, person.position, part, ", ".join(known.competencies))

"""A programme as a template: the same design for another team, with another start.

What was planned stays; what was recorded, said, decided or answered is left behind.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import attrs

from workshopcore.errors import InvalidValueError
from workshopcore.model import accept
from workshopcore.model.agenda import AgendaItem, Parallel
from workshopcore.model.evaluation import Wave
from workshopcore.model.expert import ExpertEngagement
from workshopcore.model.people import Organisation, Person
from workshopcore.model.workshop import Workshop

if TYPE_CHECKING:
    from workshopcore.model.programme import Programme

__all__ = ["from_template"]

_OURS = ("facilitator", "expert")


def from_template(
    template: Programme,
    *,
    title: str,
    start: date | str,
    client: Organisation | str | None = None,
    people: Iterable[Person] = (),
) -> Programme:
    """Return a new programme with the design of another.

    Facilitators and experts come along, the team does not: what was written for its members
    (who is invited, who leads, who asked) is cleared. Every date moves by the same number of
    days, so that the first workshop falls on ``start``.

    Args:
        template: the programme to copy.
        title: what the new one is called; its identifier is made from it.
        start: the day of the first workshop.
        client: whom the new one is for.
        people: the new team.

    Raises:
        ProgrammeError: the new programme would not hang together.
    """
    first = accept.day(start)
    if first is None:
        raise InvalidValueError(start, "a date such as 2028-01-18")
    shift = timedelta(days=0)
    if template.workshops:
        shift = first - template.in_order[0].day
    kept = tuple(
        attrs.evolve(person, joined=None, left=None, successor="")
        for person in template.people
        if person.role in _OURS
    )
    ours = frozenset(person.id for person in kept)
    move = _Move(shift, ours)
    return attrs.evolve(
        template,
        title=title,
        id="",
        client=client,
        start=move.day(template.start),
        end=move.day(template.end),
        people=[*kept, *people],
        drivers=[attrs.evolve(d, agreed=None, superseded=None) for d in template.drivers],
        objectives=[
            attrs.evolve(o, due=move.day(o.due), agreed=None, outcome=None, judged=None)
            for o in template.objectives
        ],
        workshops=[move.workshop(workshop) for workshop in template.workshops],
        experts=[move.engagement(engagement) for engagement in template.experts],
        instruments=[attrs.evolve(i, frozen_on=None, frozen_as="") for i in template.instruments],
        waves=[move.wave(wave) for wave in template.waves],
        situation="",
        ground_rules=(),
        actions=(),
        decisions=(),
        parked_issues=(),
        evidence=(),
        gains=(),
        quotes=(),
        obstacles=(),
        next_steps=(),
        closures=(),
        silenced=(),
        events=(),
        origin=None,
    )


@attrs.frozen
class _Move:
    """By how much dates move, and which people come along."""

    shift: timedelta
    ours: frozenset[str]

    def day(self, value: date | None) -> date | None:
        return None if value is None else value + self.shift

    def moment(self, value: datetime) -> datetime:
        # An offset told two equal clock times apart on the old day: it says nothing of the new.
        return value.replace(tzinfo=None) + self.shift

    def lock(self, value: Any) -> Any:
        return self.moment(value) if isinstance(value, datetime) else value

    def names(self, values: Iterable[str]) -> tuple[str, ...]:
        return tuple(name for name in values if name in self.ours)

    def name(self, value: str) -> str:
        return value if value in self.ours else ""

    def workshop(self, workshop: Workshop) -> Workshop:
        return attrs.evolve(
            workshop,
            start=self.moment(workshop.start),
            end=self.moment(workshop.end),
            facilitators=self.names(workshop.facilitators),
            invited=(),
            agenda=[self.item(item) for item in workshop.agenda],
            attendance=(),
            allocations=(),
            captures=(),
            actuals=(),
            attachments=(),
            events=(),
        )

    def item(self, item: AgendaItem) -> AgendaItem:
        if isinstance(item, Parallel):
            tracks = [
                attrs.evolve(track, agenda=[self.item(part) for part in track.agenda])
                for track in item.tracks
            ]
            return attrs.evolve(item, tracks=tracks)
        changes: dict[str, Any] = {"start": self.lock(item.start)}
        if item.window is not None:
            changes["window"] = [self.lock(edge) for edge in item.window]
        if hasattr(item, "lead"):
            changes["lead"] = self.names(item.lead)
        return attrs.evolve(item, **changes)

    def engagement(self, engagement: ExpertEngagement) -> ExpertEngagement:
        return attrs.evolve(
            engagement,
            host=self.name(engagement.host),
            reply_by=None,
            brief_sent=None,
            audience="",
            prior_knowledge="",
            sensitivities="",
            recording_consent="not-asked",
            approved_by=self.name(engagement.approved_by),
            approved=None,
            thanked=None,
            invoiced=None,
            invoice=None,
            questions=(),
            follow_ups=(),
            events=(),
        )

    def wave(self, wave: Wave) -> Wave:
        return attrs.evolve(
            wave,
            opens=self.day(wave.opens),
            closes=self.day(wave.closes),
            eligible=(),
            answers=None,
            events=(),
        )

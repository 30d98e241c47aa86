"""The programme: one immutable value from which every document is computed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any, Literal, TypeAlias, TypeVar

from attrs import field, frozen

from workshopcore.errors import InvalidValueError, ProgrammeError, UnknownKeyError
from workshopcore.model import accept
from workshopcore.model.action import Action, as_actions
from workshopcore.model.agenda import Session, Slot
from workshopcore.model.brief import (
    Driver,
    Objective,
    Phase,
    as_drivers,
    as_objectives,
    as_phases,
)
from workshopcore.model.changes import Changes
from workshopcore.model.entity import checked
from workshopcore.model.evaluation import (
    Evidence,
    Gain,
    Instrument,
    Quote,
    Theme,
    Wave,
    as_evidence,
    as_gains,
    as_instruments,
    as_quotes,
    as_themes,
    as_waves,
)
from workshopcore.model.expert import ExpertEngagement, as_experts
from workshopcore.model.identifiers import identify
from workshopcore.model.lifecycle import PROGRAMME, Event, as_events
from workshopcore.model.moments import instant, time_zone
from workshopcore.model.money import Money, as_money
from workshopcore.model.options import Options, as_options
from workshopcore.model.outcomes import (
    Decision,
    GroundRule,
    ParkedIssue,
    as_decisions,
    as_ground_rules,
    as_parked_issues,
)
from workshopcore.model.people import (
    Facilitator,
    Organisation,
    Person,
    as_facilitators,
    as_organisation,
    as_people,
)
from workshopcore.model.workshop import Workshop, as_workshops

__all__ = ["Closure", "ClosureKind", "Programme", "Silence"]

ClosureKind: TypeAlias = Literal[
    "holiday", "school-holiday", "committee", "election", "inspection", "other"
]
T = TypeVar("T")


def _day(value: date | str) -> date:
    found = accept.day(value)
    if found is None:
        raise InvalidValueError(value, "a date such as 2027-12-25")
    return found


@checked
@frozen(slots=False)
class Closure:
    """Days on which the organisation should not be asked for anything (both ends included)."""

    title: str = field(converter=accept.title)
    start: date = field(converter=_day)
    end: date | None = field(default=None, converter=accept.day)
    kind: ClosureKind = field(default="holiday", validator=accept.one_of(ClosureKind))

    def __attrs_post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            found = f"{self.start} to {self.end}"
            raise InvalidValueError(found, "an end not before the start", code="WC010", field="end")

    def covers(self, on: date) -> bool:
        """Return whether a day falls within it."""
        return self.start <= on <= (self.end or self.start)


def _closures(values: Iterable[Closure]) -> tuple[Closure, ...]:
    return accept.items(values, Closure)


@checked
@frozen(slots=False)
class Silence:
    """A check that this programme does not want to hear of, and why.

    Attributes:
        code: the check, such as ``WC203``.
        reason: why it does not apply here.
        path: only there and below; left out, everywhere.
    """

    code: str = field(converter=accept.title)
    reason: str = field(converter=accept.title)
    path: str = field(default="", converter=accept.text, kw_only=True)


def _silences(values: Iterable[Silence]) -> tuple[Silence, ...]:
    return accept.items(values, Silence)


@checked
@frozen(slots=False, kw_only=True)
class Programme(Changes):
    """A programme of facilitated workshops.

    Attributes:
        title: its name.
        client: the organisation it is for; its name alone will do.
        purpose: what it is for, in a sentence.
        situation, approach: where the client stood, and how the programme answers that.
        assumptions: what the plan and its price rely on, in words.
        time_zone: where workshops are held unless they say otherwise (IANA name).
        language: of its documents (BCP 47 tag).
        k_min: the fewest respondents behind any published figure.
        grid: the house's grid: sessions are timed in multiples of so many minutes.
        closures: when not to meet, or to expect work.
        policy: thresholds of checks, by code.
        silenced: checks that do not apply here, with reasons.
        obstacles, next_steps: what stood in the way, and what comes after, in words.
        details: whatever an application or a plugin keeps with the programme.
        origin: which state of which file it was read from; it takes no part in comparisons.

    Raises:
        ProgrammeError: structural faults, all together.

    >>> Programme(title="A year of change", people=[Person("Amina Yusuf")]).people[0].id
    'amina-yusuf'
    """

    title: str = field(converter=accept.title)
    id: str = field(default="", converter=accept.entity_id)
    client: Organisation | None = field(default=None, converter=as_organisation)
    purpose: str = field(default="", converter=accept.text)
    situation: str = field(default="", converter=accept.text)
    approach: str = field(default="", converter=accept.text)
    assumptions: tuple[str, ...] = field(default=(), converter=accept.texts)
    start: date | None = field(default=None, converter=accept.day)
    end: date | None = field(default=None, converter=accept.day)
    time_zone: str = field(default="UTC", converter=time_zone)
    language: str = field(default="en-GB", converter=accept.title)
    budget: Money | None = field(default=None, converter=as_money)
    k_min: int = field(default=5, validator=accept.count(2, 1000))
    grid: int = field(default=5, validator=accept.count(1, 60))
    people: tuple[Person, ...] = field(default=(), converter=as_people)
    facilitators: tuple[Facilitator, ...] = field(default=(), converter=as_facilitators)
    drivers: tuple[Driver, ...] = field(default=(), converter=as_drivers)
    objectives: tuple[Objective, ...] = field(default=(), converter=as_objectives)
    phases: tuple[Phase, ...] = field(default=(), converter=as_phases)
    workshops: tuple[Workshop, ...] = field(default=(), converter=as_workshops)
    experts: tuple[ExpertEngagement, ...] = field(default=(), converter=as_experts)
    ground_rules: tuple[GroundRule, ...] = field(default=(), converter=as_ground_rules)
    actions: tuple[Action, ...] = field(default=(), converter=as_actions)
    decisions: tuple[Decision, ...] = field(default=(), converter=as_decisions)
    parked_issues: tuple[ParkedIssue, ...] = field(default=(), converter=as_parked_issues)
    instruments: tuple[Instrument, ...] = field(default=(), converter=as_instruments)
    waves: tuple[Wave, ...] = field(default=(), converter=as_waves)
    themes: tuple[Theme, ...] = field(default=(), converter=as_themes)
    evidence: tuple[Evidence, ...] = field(default=(), converter=as_evidence)
    gains: tuple[Gain, ...] = field(default=(), converter=as_gains)
    quotes: tuple[Quote, ...] = field(default=(), converter=as_quotes)
    obstacles: tuple[str, ...] = field(default=(), converter=accept.texts)
    next_steps: tuple[str, ...] = field(default=(), converter=accept.texts)
    closures: tuple[Closure, ...] = field(default=(), converter=_closures)
    policy: Options = field(factory=Options, converter=as_options)
    silenced: tuple[Silence, ...] = field(default=(), converter=_silences)
    events: tuple[Event, ...] = field(default=(), converter=as_events)
    details: Options = field(factory=Options, converter=as_options)
    origin: object = field(default=None, eq=False, repr=False, metadata={"private": True})

    def __attrs_post_init__(self) -> None:
        from workshopcore.model.structure import settle

        identify(self, self.title, "programme")
        object.__setattr__(self, "id", str(self.id))
        settled, problems = settle(self)
        if problems:
            raise ProgrammeError(problems)
        for name, value in settled.items():
            object.__setattr__(self, name, value)

    @cached_property
    def _people(self) -> dict[str, Person]:
        return {person.id: person for person in self.people}

    @cached_property
    def _workshops(self) -> dict[str, Workshop]:
        return {workshop.id: workshop for workshop in self.workshops}

    @cached_property
    def _actions(self) -> dict[str, Action]:
        return {action.id: action for action in self.actions}

    def person(self, id: str) -> Person:
        """Return a person. Raises UnknownKeyError: nobody has this identifier."""
        return _found(self._people, "person", id)

    def workshop(self, id: str) -> Workshop:
        """Return a workshop. Raises UnknownKeyError: none has this identifier."""
        return _found(self._workshops, "workshop", id)

    def action(self, id: str) -> Action:
        """Return an action. Raises UnknownKeyError: none has this identifier."""
        return _found(self._actions, "action", id)

    def objective(self, id: str) -> Objective:
        """Return an objective. Raises UnknownKeyError: none has this identifier."""
        return _found({o.id: o for o in self.objectives}, "objective", id)

    def phase(self, id: str) -> Phase:
        """Return a phase. Raises UnknownKeyError: none has this identifier."""
        return _found({phase.id: phase for phase in self.phases}, "phase", id)

    def slot(self, id: str) -> Slot:
        """Return a session, break or buffer by ``workshop/slot``.

        Raises:
            UnknownKeyError: there is none of this identifier.
        """
        workshop_id, _, slot_id = id.partition("/")
        found = {slot.id: slot for _, slot in self.workshop(workshop_id).slots()}
        return _found(found, f"session of '{workshop_id}'", slot_id)

    def session(self, id: str) -> Session:
        """Return a session by ``workshop/session``. Raises UnknownKeyError: there is none."""
        slot = self.slot(id)
        if not isinstance(slot, Session):
            raise UnknownKeyError("session", id)
        return slot

    def number(self, workshop: Workshop) -> int:
        """Return a workshop's place in the programme, counted from 1 in order of time."""
        return [w.id for w in self.in_order].index(workshop.id) + 1

    @cached_property
    def in_order(self) -> tuple[Workshop, ...]:
        """The workshops in order of time."""
        # In UTC: times of one zone are compared by the clock, which shows an hour twice a year.
        return tuple(sorted(self.workshops, key=lambda w: self.starts(w).astimezone(UTC)))

    def following(self, workshop: Workshop) -> Workshop | None:
        """Return the next workshop after another, ``None`` after the last."""
        rest = self.in_order[self.number(workshop) :]
        return rest[0] if rest else None

    def zone_of(self, workshop: Workshop) -> str:
        """Return the time zone of a workshop."""
        return workshop.time_zone or self.time_zone

    def at(self, workshop: Workshop, local: datetime) -> datetime:
        """Return the instant of a wall-clock time at a workshop."""
        return instant(local, self.zone_of(workshop))

    def starts(self, workshop: Workshop) -> datetime:
        """Return the instant at which a workshop starts."""
        return self.at(workshop, workshop.start)

    def ends(self, workshop: Workshop) -> datetime:
        """Return the instant at which a workshop ends."""
        return self.at(workshop, workshop.end)

    def participants(self, on: date | None = None) -> tuple[Person, ...]:
        """Return the participants, on a day only those who belong to the team then."""
        return tuple(
            person
            for person in self.people
            if person.role == "participant" and (on is None or person.belongs(on))
        )

    def invited(self, workshop: Workshop) -> tuple[Person, ...]:
        """Return who should come to a workshop."""
        if workshop.invited:
            return tuple(self.person(name) for name in workshop.invited)
        return self.participants(workshop.day)

    def facilitators_of(self, workshop: Workshop) -> tuple[Person, ...]:
        """Return who runs a workshop."""
        if workshop.facilitators:
            return tuple(self.person(name) for name in workshop.facilitators)
        return tuple(p for p in self.people if p.role == "facilitator" and p.belongs(workshop.day))

    def engagement(self, id: str) -> ExpertEngagement:
        """Return an expert's engagement. Raises UnknownKeyError: there is none of that id."""
        return _found({one.id: one for one in self.experts}, "engagement", id)

    def instrument(self, id: str) -> Instrument:
        """Return an instrument. Raises UnknownKeyError: there is none of that id."""
        return _found({one.id: one for one in self.instruments}, "instrument", id)

    def wave(self, id: str) -> Wave:
        """Return a wave. Raises UnknownKeyError: there is none of that id."""
        return _found({one.id: one for one in self.waves}, "wave", id)

    def engagements_of(self, workshop: Workshop) -> tuple[ExpertEngagement, ...]:
        """Return the experts' engagements at a workshop."""
        return tuple(e for e in self.experts if e.session.partition("/")[0] == workshop.id)

    def closures_on(self, on: date) -> tuple[Closure, ...]:
        """Return the closures that cover a day."""
        return tuple(closure for closure in self.closures if closure.covers(on))

    def state(self, as_of: date) -> str:
        """Return the programme's state at the end of a day."""
        return PROGRAMME.state(self.events, as_of)


def _found(known: dict[str, T], kind: str, id: Any) -> T:
    try:
        return known[id]
    except (KeyError, TypeError):
        raise UnknownKeyError(kind, str(id), known) from None

"""What there is to seat: walks through agendas with the people who are expected."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from attrs import field, frozen

from workshopcore.agenda import run_sheet
from workshopcore.contracts.formats import FormatPlan, FormatRequest, SessionFormat
from workshopcore.errors import AgendaError, GroupsError, WorkshopCoreError
from workshopcore.groups import Rotation, met_before, rotate, sizes_for
from workshopcore.groups.occasions import Occasion
from workshopcore.groups.standing import seated, standing
from workshopcore.model.agenda import AgendaItem, Parallel, Session, Track, slots
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import GroupAllocation, Workshop
from workshopcore.toolkit.seating.expected import expected
from workshopcore.toolkit.seating.hosting import Hosting
from workshopcore.toolkit.seating.learning_sets import LearningSets, sets_on_record
from workshopcore.toolkit.seating.proposal import LeftOut
from workshopcore.toolkit.seating.stages import Stage, fewer, parts_within, stages_of
from workshopcore.toolkit.seating.tracks import lanes
from workshopcore.toolkit.seating.wishes import Wishes

__all__ = ["Planner", "Ready", "Seat", "Wanted", "Within"]

Groups = tuple[tuple[str, ...], ...]


@frozen
class Seat:
    """A round of a session."""

    workshop: str
    session: Session
    round: int = 1


@frozen
class Wanted:
    """A round whose groups are still to be formed."""

    seat: Seat
    occasion: Occasion


@frozen
class Ready:
    """A round whose groups are certain: those of a track, or sets that stay together."""

    seat: Seat
    groups: Groups
    name: str = ""


@frozen
class Within:
    """A round whose groups lie within those of another.

    Attributes:
        outer: the round with the larger groups.
        parts: for each of these, by their sizes in falling order, the sizes within it.
    """

    seat: Seat
    outer: Seat
    parts: tuple[tuple[int, ...], ...]


@frozen
class _Day:
    """A workshop with the minutes that its sessions have, and what is settled of it."""

    workshop: Workshop
    minutes: Mapping[str, int]
    allocations: tuple[GroupAllocation, ...]

    def settled(self, session: str) -> dict[int, GroupAllocation]:
        """Return the rounds of a session whose groups are locked, or sat so."""
        return {each.round: each for each in self.allocations if each.session == session}


@frozen
class Planner:
    """Finds the rounds to seat.

    Attributes:
        programme: without the proposals that are to be replaced.
        formats: the session formats that are installed, by key.
        wishes: what is asked beyond what the formats say.
        only: the only sessions to seat, by identifier within the workshop; empty for all.
        met: the groups that met or are certain, and grow on the way.
    """

    programme: Programme
    formats: Mapping[str, SessionFormat]
    wishes: Wishes
    only: Collection[str]
    met: list[tuple[str, ...]] = field(init=False)
    hosting: Hosting = field(init=False)
    wanted: list[Wanted] = field(factory=list, init=False)
    ready: list[Ready] = field(factory=list, init=False)
    within: list[Within] = field(factory=list, init=False)
    left_out: list[LeftOut] = field(factory=list, init=False)
    _sets: dict[str, LearningSets] = field(factory=dict, init=False)

    @met.default
    def _met_before(self) -> list[tuple[str, ...]]:
        return list(met_before(self.programme))

    @hosting.default
    def _hosting_before(self) -> Hosting:
        return Hosting.on_record(self.programme)

    def add(self, workshop: Workshop) -> None:
        """Take in the rounds of a workshop."""
        people = expected(self.programme, workshop, self.wishes.absent)
        try:
            sheet = run_sheet(self.programme, workshop.id, formats=self.formats)
        except AgendaError as error:
            if self.wishes.size is None:
                self.left_out.append(LeftOut(workshop.id, "", str(error)))
                return
            minutes: Mapping[str, int] = {}
        else:
            minutes = {row.id: row.minutes for row in sheet.rows if row.slot is not None}
        day = _Day(workshop, minutes, standing(workshop))
        self._walk(day, workshop.agenda, people)

    def _walk(self, day: _Day, agenda: Sequence[AgendaItem], people: Sequence[Person]) -> None:
        for item in agenda:
            if isinstance(item, Parallel):
                self._parallel(day, item, people)
            elif isinstance(item, Session) and self._is_asked(day, item):
                self._session(day, item, people)

    def _is_asked(self, day: _Day, session: Session) -> bool:
        cut = any(
            actual.session == session.id and actual.fate == "cut" for actual in day.workshop.actuals
        )
        return not cut and (not self.only or session.id in self.only)

    def _session(self, day: _Day, session: Session, people: Sequence[Person]) -> None:
        settled = day.settled(session.id)
        try:
            stages = self._stages(day, session, len(people))
            fixed = [host for each in settled.values() for host in _hosts_of(each)]
            open_stages = {
                Seat(day.workshop.id, session, number): stage
                for number, stage in enumerate(stages, 1)
                if number not in settled
            }
        except WorkshopCoreError as error:
            if settled and not self.only:
                return
            self.left_out.append(LeftOut(day.workshop.id, session.id, str(error)))
            return
        if open_stages:
            hosts = self.hosting.chosen(stages, people, fixed, self.wishes)
            self._seat(open_stages, people, hosts)

    def _stages(self, day: _Day, session: Session, people: int) -> tuple[Stage, ...]:
        size, settled = self.wishes.size, day.settled(session.id)
        if size is not None:
            sizes = sizes_for(people, max(2, size - 1), size + 1, aim=size)
            stage = Stage(sizes, bool(self.wishes.hosts), "round")
            return (stage,) * (self.wishes.rounds or 1) if len(sizes) > 1 else ()
        there = [sum(len(seated(group)) for group in each.groups) for each in settled.values()]
        if max(there, default=0) <= people:
            return self._planned(day, session, people)
        # It goes on with those who are left, however few: they sit at as many tables as before.
        return tuple(fewer(stage, people) for stage in self._planned(day, session, max(there)))

    def _planned(self, day: _Day, session: Session, people: int) -> tuple[Stage, ...]:
        plan = self._plan(day, session, people)
        return stages_of(plan) if plan else ()

    def _plan(self, day: _Day, session: Session, people: int) -> FormatPlan | None:
        """Return how a session runs with so many people, ``None`` where no format says."""
        if session.format not in self.formats or session.id not in day.minutes or people < 2:
            return None
        request = FormatRequest(
            day.minutes[session.id],
            people,
            options=session.options,
            programme=self.programme,
            workshop=day.workshop,
            session=session,
        )
        return self.formats[session.format].expand(request)

    def _seat(
        self,
        stages: Mapping[Seat, Stage],
        people: Sequence[Person],
        hosts: tuple[str, ...],
    ) -> None:
        outer = max(stages, key=lambda seat: max(stages[seat].sizes), default=None)
        for seat, stage in stages.items():
            if stage.lasting == "programme":
                self._stay_together(seat, stage, people)
                continue
            parts = None
            if outer is not None and stage.lasting == stages[outer].lasting == "session":
                parts = parts_within(stage.sizes, sorted(stages[outer].sizes, reverse=True))
            if parts is not None and outer is not None:
                self.within.append(Within(seat, outer, parts))
                continue
            place = f"{seat.workshop}/{seat.session.id}, round {seat.round}"
            seated = hosts if stage.hosted else ()
            self.wanted.append(Wanted(seat, Occasion(people, stage.sizes, seated, place=place)))

    def _stay_together(self, seat: Seat, stage: Stage, people: Sequence[Person]) -> None:
        """Seat people in the sets that they had before, or form these once and for all."""
        sets = self._sets.get(seat.session.format) or sets_on_record(
            self.programme, self.programme.workshop(seat.workshop), seat.session.format
        )
        if sets is None:
            sets = LearningSets(self.rotated(people, stage.sizes).rounds[0])
        self._sets[seat.session.format] = sets
        self._add_ready(Ready(seat, sets.seated(self.programme, people)))

    def _add_ready(self, ready: Ready) -> None:
        self.ready.append(ready)
        self.met.extend(ready.groups)

    def rotated(
        self,
        people: Sequence[Person | str],
        sizes: Sequence[int],
        met: Sequence[tuple[str, ...]] | None = None,
    ) -> Rotation:
        """Form groups for one round by themselves."""
        there = {each.id if isinstance(each, Person) else each for each in people}
        everybody = {person.id: person for person in self.programme.people}
        return rotate(
            [each if isinstance(each, Person) else everybody[each] for each in people],
            rounds=1,
            sizes=sizes,
            met=self.met if met is None else met,
            apart=_there(self.wishes.apart, there),
            together=_there(self.wishes.together, there),
            balance=self.wishes.balance,
            seed=self.wishes.seed,
            budget=min(self.wishes.budget, _SMALL),
        )

    def _parallel(self, day: _Day, block: Parallel, people: Sequence[Person]) -> None:
        try:
            shared = lanes(
                block,
                people,
                day.allocations,
                lambda who, sizes: self.rotated(who, sizes).rounds[0],
            )
        except GroupsError as error:
            self.left_out.append(LeftOut(day.workshop.id, block.id, str(error)))
            return
        for track, names in zip(block.tracks, shared, strict=True):
            here = [person for person in people if person.id in names]
            before = len(self.wanted) + len(self.ready) + len(self.within)
            self._walk(day, track.agenda, here)
            if len(self.wanted) + len(self.ready) + len(self.within) == before:
                self._whole_track(day, track, here)

    def _whole_track(self, day: _Day, track: Track, people: Sequence[Person]) -> None:
        """Let a track that works as one group say who is in it, in its first session."""
        sessions = [slot for _, slot in slots(track.agenda) if isinstance(slot, Session)]
        if any(day.settled(session.id) for session in sessions) or not people:
            return
        for session in sessions[:1]:
            if self._is_asked(day, session):
                names = tuple(person.id for person in people)
                self._add_ready(Ready(Seat(day.workshop.id, session), (names,), track.title))


_SMALL = 500_000
"""Swaps that may be looked at for one round by itself."""


def _hosts_of(allocation: GroupAllocation) -> list[str]:
    return [group.host for group in allocation.groups if group.host]


def _there(sets: Sequence[tuple[str, ...]], there: Collection[str]) -> list[tuple[str, ...]]:
    found = (tuple(name for name in each if name in there) for each in sets)
    return [each for each in found if len(each) > 1]

"""The run sheet: a workshop hour by hour, for those who run it and nobody else."""

from __future__ import annotations

from attrs import frozen

from workshopcore.agenda import RunSheet
from workshopcore.contracts.report import Audience, Block, Callout, Paragraph, Report
from workshopcore.contracts.reports import Need, ReportRequest
from workshopcore.model.expert import ExpertEngagement
from workshopcore.model.moments import later
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.reports.actual_times import actual_times
from workshopcore.reports.blocks import bullets, facts, filled, section, table
from workshopcore.reports.cut_order import cut_order
from workshopcore.reports.materials import packing_list
from workshopcore.reports.naming import file_name
from workshopcore.reports.occasion import (
    aims,
    known_day,
    numbered,
    place,
    row_of,
    status_notice,
    timed,
    when,
)
from workshopcore.reports.people import introduced, named
from workshopcore.reports.running_order import day_figure, running_order, session_cards
from workshopcore.reports.wording import clock, clocks, count, day, listed, state

__all__ = ["RunSheetReport"]

# Minutes before the start, and what is done then: practice norms.
SET_UP = (
    (60, "Facilitators arrive: check layout, wall space, power and access"),
    (30, "Materials laid out, agenda and ground rules on the wall"),
    (15, "People arrive: welcome and refreshments"),
)
SET_UP_ONLINE = (
    (30, "Facilitators meet online: test sound, sharing and breakout rooms"),
    (10, "The room opens: welcome people as they come"),
)


@frozen
class RunSheetReport:
    """Clock times, lengths, methods, groups, materials, plan B and what to cut first."""

    key: str = "run-sheet"
    title: str = "Run sheet"
    audience: Audience = "facilitators"
    needs: frozenset[Need] = frozenset({"workshop"})

    def build(self, programme: Programme, request: ReportRequest) -> Report:
        """Return the run sheet of a workshop.

        Raises:
            ReportError: no workshop was named, or its agenda cannot be timed.
            UnknownKeyError: there is no such workshop.
        """
        workshop = request.the_workshop(programme, self.key)
        sheet = timed(programme, workshop, request)
        return Report(
            self.key,
            f"{self.title}: {workshop.title}",
            self.audience,
            filled(
                status_notice(workshop, known_day(request)),
                _warnings(sheet, request),
                _at_a_glance(programme, workshop, request),
                section("What people need to take part", _access(programme, workshop)),
                section("Before the start", _set_up(sheet), _rooms(workshop)),
                section("The day at a glance", day_figure(sheet)),
                section("Running order", running_order(programme, sheet, request.formats)),
                section("If time runs short", cut_order(sheet)),
                section("Session by session", session_cards(programme, sheet)),
                section("External expert", _experts(programme, sheet, request)),
                section("What to bring", packing_list(programme, sheet)),
                _as_it_ran(programme, workshop, request),
            ),
            subtitle=programme.title,
            language=programme.language,
            as_of=request.as_of,
            name=file_name(self.key, workshop.id),
            details={"programme": programme.id, "workshop": workshop.id},
        )


def _as_it_ran(
    programme: Programme, workshop: Workshop, request: ReportRequest
) -> tuple[Block, ...]:
    """Once the workshop is over, a run sheet shows how the next one could be timed better."""
    if known_day(request) < workshop.day:
        return ()
    return actual_times(programme, workshop, request)


def _warnings(sheet: RunSheet, request: ReportRequest) -> tuple[Block, ...]:
    warnings = []
    if not sheet.rows:
        warnings.append("Nothing is on the agenda yet.")
    if sheet.over:
        warnings.append(
            f"The day runs over by {count(sheet.over, 'minute')}: even at their shortest the"
            f" items do not fit between their fixed times and the end at {clock(sheet.ends)}."
            " Cut something, or start earlier."
        )
    wanted = dict.fromkeys(s.format for s in sheet.workshop.sessions() if s.format)
    warnings += [
        f"The format '{key}' is not installed: its steps and materials are missing here."
        for key in wanted
        if key not in request.formats
    ]
    if not warnings:
        return ()
    return (Callout("Before you print this", map(Paragraph, warnings), kind="warning"),)


def _at_a_glance(
    programme: Programme, workshop: Workshop, request: ReportRequest
) -> tuple[Block, ...]:
    return facts(
        ("Workshop", numbered(programme, workshop)),
        ("Phase", programme.phase(workshop.phase).title if workshop.phase else ""),
        ("When", when(programme, workshop)),
        *place(workshop),
        ("State", state(workshop.state(known_day(request))) if workshop.events else ""),
        ("Purpose", workshop.purpose),
        ("Works towards", "; ".join(aims(programme, workshop))),
        ("Leaves behind", "; ".join(workshop.outputs)),
        ("Facilitation", _facilitation(programme, workshop)),
        ("People", _expected(programme, workshop)),
        ("Must be there for decisions", _required(programme, workshop)),
        ("Pre-work asked for", "; ".join(workshop.pre_work)),
    )


def _facilitation(programme: Programme, workshop: Workshop) -> str:
    functions = {entry.person: entry.function for entry in programme.facilitators}
    return listed(
        f"{person.name} ({functions[person.id]})" if person.id in functions else person.name
        for person in programme.facilitators_of(workshop)
    )


def _expected(programme: Programme, workshop: Workshop) -> str:
    invited = count(len(programme.invited(workshop)), "person", "people") + " invited"
    answers = []
    for status in ("accepted", "tentative", "declined", "apology"):
        who = [entry.person for entry in workshop.attendance if entry.status == status]
        names = "" if status == "accepted" else f" ({named(programme, who)})"
        answers.append(f"{len(who)} {status}{names}" if who else "")
    told = listed(answers)
    return f"{invited}: {told}" if told else invited


def _required(programme: Programme, workshop: Workshop) -> str:
    if not workshop.decides:
        return ""
    return listed(p.name for p in programme.invited(workshop) if p.required)


def _access(programme: Programme, workshop: Workshop) -> tuple[Block, ...]:
    return table(
        ("Who", "Needs"),
        [
            (introduced(person), person.access_needs)
            for person in _in_the_room(programme, workshop)
            if person.access_needs.strip()
        ],
    )


def _in_the_room(programme: Programme, workshop: Workshop) -> tuple[Person, ...]:
    """Return everybody who is expected, each once."""
    others = [engagement.expert for engagement in programme.engagements_of(workshop)]
    others += [entry.person for entry in workshop.attendance]
    others += [entry.substitute for entry in workshop.attendance if entry.substitute]
    expected = [*programme.invited(workshop), *programme.facilitators_of(workshop)]
    known = {person.id: person for person in [*expected, *map(programme.person, others)]}
    return tuple(known.values())


def _set_up(sheet: RunSheet) -> tuple[Block, ...]:
    jobs = SET_UP_ONLINE if sheet.workshop.mode == "online" else SET_UP
    rows = [(clock(later(sheet.starts, -before)), job) for before, job in jobs]
    return table(("Time", "What"), [*rows, (clock(sheet.starts), "Start")])


def _rooms(workshop: Workshop) -> tuple[Block, ...]:
    venue = workshop.venue
    return table(
        ("Room", "Holds", "Layout", "Wall", "Use"),
        [
            (
                room.name,
                "" if room.capacity is None else count(room.capacity, "person", "people"),
                room.layout,
                "" if room.wall is None else f"{room.wall} m",
                "Breakout" if room.breakout else "",
            )
            for room in (venue.rooms if venue else ())
        ],
        caption="Rooms",
    )


def _experts(programme: Programme, sheet: RunSheet, request: ReportRequest) -> tuple[Block, ...]:
    engagements = programme.engagements_of(sheet.workshop)
    return filled(*(_expert(programme, sheet, one, request) for one in engagements))


def _expert(
    programme: Programme, sheet: RunSheet, engagement: ExpertEngagement, request: ReportRequest
) -> tuple[Block, ...]:
    row = row_of(sheet, engagement.session.partition("/")[2])
    split = [
        f"{minutes} minutes for {what}"
        for minutes, what in (
            (engagement.talk_minutes, "talk"),
            (engagement.question_minutes, "questions"),
        )
        if minutes is not None
    ]
    sent = engagement.brief_sent
    return filled(
        facts(
            ("Who", introduced(programme.person(engagement.expert))),
            ("Topic", engagement.topic),
            ("State", state(engagement.state(known_day(request)))),
            ("Slot", f"{clocks(row.start, row.end)}, {row.title}" if row else ""),
            ("Divided into", listed(split)),
            ("Arrival", engagement.arrival),
            ("Host", named(programme, [engagement.host]) if engagement.host else ""),
            ("Kit", "; ".join(engagement.kit)),
            ("Recording", engagement.recording),
            ("Sensitivities", engagement.sensitivities),
            ("Brief", f"sent on {day(sent)}" if sent else "not sent yet"),
        ),
        section("Questions the group has", bullets(q.text for q in engagement.questions)),
    )

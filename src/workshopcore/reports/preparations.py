"""What facilitators see to before a workshop: its facts, what people need, rooms, the expert."""

from __future__ import annotations

from workshopcore.agenda import RunSheet
from workshopcore.contracts.report import Block
from workshopcore.contracts.reports import ReportRequest
from workshopcore.model.expert import ExpertEngagement
from workshopcore.model.expert_questions import ranked
from workshopcore.model.moments import later
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.reports.blocks import bullets, facts, filled, section, table
from workshopcore.reports.experts import engaged
from workshopcore.reports.occasion import aims, known_day, numbered, place, row_of, when
from workshopcore.reports.people import introduced, named
from workshopcore.reports.wording import clock, clocks, count, day, listed, state

__all__ = ["access", "at_a_glance", "experts", "rooms", "set_up"]

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


def at_a_glance(
    programme: Programme, workshop: Workshop, request: ReportRequest
) -> tuple[Block, ...]:
    """Return when and where a workshop is, what it is for, and who comes."""
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


def access(programme: Programme, workshop: Workshop) -> tuple[Block, ...]:
    """Return what people need to take part."""
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


def set_up(sheet: RunSheet) -> tuple[Block, ...]:
    """Return what is done before the start, and when."""
    jobs = SET_UP_ONLINE if sheet.workshop.mode == "online" else SET_UP
    rows = [(clock(later(sheet.starts, -before)), job) for before, job in jobs]
    return table(("Time", "What"), [*rows, (clock(sheet.starts), "Start")])


def rooms(workshop: Workshop) -> tuple[Block, ...]:
    """Return the rooms, with what each has."""
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


def experts(programme: Programme, sheet: RunSheet, request: ReportRequest) -> tuple[Block, ...]:
    """Return what to know of each expert who comes: the slot, the kit, the questions."""
    coming = engaged(programme, known_day(request))
    engagements = [one for one in programme.engagements_of(sheet.workshop) if one in coming]
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
            ("Starts between", " and ".join(f"{edge:%H:%M}" for edge in engagement.arrives or ())),
            ("Host", named(programme, [engagement.host]) if engagement.host else ""),
            ("Kit", "; ".join(engagement.kit)),
            ("Recording", engagement.recording),
            ("Sensitivities", engagement.sensitivities),
            ("Brief", f"sent on {day(sent)}" if sent else "not sent yet"),
        ),
        section("Questions the group has", bullets(q.text for q in ranked(engagement.questions))),
    )

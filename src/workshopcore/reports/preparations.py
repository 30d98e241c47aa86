"""What facilitators see to before a workshop: its facts, what people need, rooms, the expert."""

from __future__ import annotations

from collections.abc import Iterator

from workshopcore.agenda import RunSheet
from workshopcore.contracts.report import Block
from workshopcore.contracts.reports import ReportRequest
from workshopcore.language import date_in_words, gettext, gettext_noop, ngettext, pgettext
from workshopcore.model.expert import ExpertEngagement
from workshopcore.model.expert_questions import ranked
from workshopcore.model.moments import later
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Room, Workshop
from workshopcore.reports.blocks import bullets, facts, filled, section, table
from workshopcore.reports.experts import engaged
from workshopcore.reports.occasion import aims, known_day, numbered, place, row_of, when
from workshopcore.reports.people import introduced, named
from workshopcore.reports.wording import clock, clocks, day, listed, state

__all__ = ["access", "at_a_glance", "experts", "rooms", "set_up"]

# Minutes before the start, and what is done then: practice norms.
SET_UP = (
    (60, gettext_noop("Facilitators arrive: check layout, wall space, power and access")),
    (30, gettext_noop("Materials laid out, agenda and ground rules on the wall")),
    (15, gettext_noop("People arrive: welcome and refreshments")),
)
SET_UP_ONLINE = (
    (30, gettext_noop("Facilitators meet online: test sound, sharing and breakout rooms")),
    (10, gettext_noop("The room opens: welcome people as they come")),
)


def at_a_glance(
    programme: Programme, workshop: Workshop, request: ReportRequest
) -> tuple[Block, ...]:
    """Return when and where a workshop is, what it is for, and who comes."""
    return facts(
        (gettext("Workshop"), numbered(programme, workshop)),
        (gettext("Phase"), programme.phase(workshop.phase).title if workshop.phase else ""),
        (gettext("When"), when(programme, workshop)),
        *place(workshop),
        (gettext("State"), _state(workshop, request)),
        (gettext("Purpose"), workshop.purpose),
        (gettext("Works towards"), "; ".join(aims(programme, workshop))),
        (gettext("Leaves behind"), "; ".join(workshop.outputs)),
        (gettext("Facilitation"), _facilitation(programme, workshop)),
        (gettext("People"), _expected(programme, workshop)),
        (gettext("Must be there for decisions"), _required(programme, workshop)),
        (gettext("Pre-work asked for"), "; ".join(workshop.pre_work)),
    )


def _state(workshop: Workshop, request: ReportRequest) -> str:
    return state(workshop.state(known_day(request)), "workshop") if workshop.events else ""


def _facilitation(programme: Programme, workshop: Workshop) -> str:
    parts = {
        "lead": pgettext("part of a facilitator, after the name", "lead"),
        "co": pgettext("part of a facilitator, after the name", "co"),
        "scribe": pgettext("part of a facilitator, after the name", "scribe"),
    }
    functions = {entry.person: parts[entry.function] for entry in programme.facilitators}
    return listed(
        f"{person.name} ({functions[person.id]})" if person.id in functions else person.name
        for person in programme.facilitators_of(workshop)
    )


def _expected(programme: Programme, workshop: Workshop) -> str:
    invited = len(programme.invited(workshop))
    who = ngettext("{count} person invited", "{count} people invited", invited)
    told = listed(
        _answered(programme, workshop, status)
        for status in ("accepted", "tentative", "declined", "apology")
    )
    return f"{who}: {told}" if told else who


def _answered(programme: Programme, workshop: Workshop, status: str) -> str:
    """Say how many gave an answer, and who, unless they just come."""
    who = [entry.person for entry in workshop.attendance if entry.status == status]
    number = len(who)
    if not who:
        return ""
    if status == "accepted":
        return ngettext("{count} accepted", "{count} accepted", number)
    names = named(programme, who)
    if status == "tentative":
        return ngettext(
            "{count} tentative ({names})", "{count} tentative ({names})", number, names=names
        )
    if status == "declined":
        return ngettext(
            "{count} declined ({names})", "{count} declined ({names})", number, names=names
        )
    return ngettext("{count} apology ({names})", "{count} apologies ({names})", number, names=names)


def _required(programme: Programme, workshop: Workshop) -> str:
    if not workshop.decides:
        return ""
    return listed(p.name for p in programme.invited(workshop) if p.required)


def access(programme: Programme, workshop: Workshop) -> tuple[Block, ...]:
    """Return what people need to take part."""
    return table(
        (gettext("Who"), pgettext("what somebody needs", "Needs")),
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
    rows = [(clock(later(sheet.starts, -before)), gettext(job)) for before, job in jobs]
    start = (clock(sheet.starts), pgettext("of a workshop", "Start"))
    return table((gettext("Time"), gettext("What")), [*rows, start])


def rooms(workshop: Workshop) -> tuple[Block, ...]:
    """Return the rooms, with what each has."""
    venue = workshop.venue
    return table(
        (
            gettext("Room"),
            pgettext("of a room", "Holds"),
            pgettext("of a room", "Layout"),
            pgettext("of a room", "Wall"),
            pgettext("of a room", "Use"),
        ),
        [
            (
                room.name,
                _capacity(room),
                room.layout,
                "" if room.wall is None else gettext("{metres} m", metres=room.wall),
                gettext("Breakout") if room.breakout else "",
            )
            for room in (venue.rooms if venue else ())
        ],
        caption=gettext("Rooms"),
    )


def _capacity(room: Room) -> str:
    if room.capacity is None:
        return ""
    return ngettext("{count} person", "{count} people", room.capacity)


def experts(programme: Programme, sheet: RunSheet, request: ReportRequest) -> tuple[Block, ...]:
    """Return what to know of each expert who comes: the slot, the kit, the questions."""
    coming = engaged(programme, known_day(request))
    engagements = [one for one in programme.engagements_of(sheet.workshop) if one in coming]
    return filled(*(_expert(programme, sheet, one, request) for one in engagements))


def _expert(
    programme: Programme, sheet: RunSheet, engagement: ExpertEngagement, request: ReportRequest
) -> tuple[Block, ...]:
    row = row_of(sheet, engagement.session.partition("/")[2])
    return filled(
        facts(
            (gettext("Who"), introduced(programme.person(engagement.expert))),
            (gettext("Topic"), engagement.topic),
            (gettext("State"), state(engagement.state(known_day(request)), "engagement")),
            (
                pgettext("of an expert", "Slot"),
                f"{clocks(row.start, row.end)}, {row.title}" if row else "",
            ),
            (gettext("Divided into"), listed(_split(engagement))),
            (gettext("Arrival"), engagement.arrival),
            (gettext("Starts between"), _starts(engagement)),
            (
                pgettext("of an expert", "Host"),
                named(programme, [engagement.host]) if engagement.host else "",
            ),
            (gettext("Kit"), "; ".join(engagement.kit)),
            (gettext("Recording"), engagement.recording),
            (gettext("Sensitivities"), engagement.sensitivities),
            (pgettext("of an expert", "Brief"), _brief(engagement)),
        ),
        section(
            gettext("Questions the group has"),
            bullets(question.text for question in ranked(engagement.questions)),
        ),
    )


def _split(engagement: ExpertEngagement) -> Iterator[str]:
    """Yield what the slot is made of."""
    talk, questions = engagement.talk_minutes, engagement.question_minutes
    if talk is not None:
        yield ngettext("{count} minute for talk", "{count} minutes for talk", talk)
    if questions is not None:
        yield ngettext("{count} minute for questions", "{count} minutes for questions", questions)


def _starts(engagement: ExpertEngagement) -> str:
    if engagement.arrives is None:
        return ""
    first, last = (date_in_words(edge, "clock") for edge in engagement.arrives)
    return gettext("{first} and {last}", first=first, last=last)


def _brief(engagement: ExpertEngagement) -> str:
    sent = engagement.brief_sent
    return gettext("sent on {date}", date=day(sent)) if sent else gettext("not sent yet")

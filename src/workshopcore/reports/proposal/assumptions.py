"""What the plan and its price rely on, as the programme says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import evolve

from workshopcore.contracts.report import Block, Item
from workshopcore.language import gettext, ngettext
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Room, Workshop
from workshopcore.reports.blocks import bullets, filled, section
from workshopcore.reports.experts import announced, engaged, workshop_of
from workshopcore.reports.occasion import takes_place
from workshopcore.reports.proposal.prices import held
from workshopcore.reports.wording import capitalised, day, listed, quoted

__all__ = ["assumptions"]


def assumptions(programme: Programme, on: date) -> tuple[Block, ...]:
    """Return what was written down as an assumption, then what follows from the plan."""
    workshops = held(programme, on)
    return filled(
        bullets(programme.assumptions),
        section(
            gettext("What the plan needs"),
            bullets(
                [
                    *_numbers(programme, workshops),
                    *_required(programme, workshops),
                    *_diaries(programme, on),
                    *_work(workshops),
                    *_experts(programme, on),
                ]
            ),
        ),
        section(gettext("Rooms"), bullets(_rooms(workshops))),
    )


def _numbers(programme: Programme, workshops: tuple[Workshop, ...]) -> Iterator[str]:
    expected = [number for w in workshops if (number := len(programme.invited(w)))]
    if not expected:
        return
    fewest, most = min(expected), max(expected)
    people = ngettext("{count} person", "{count} people", most)
    if fewest < most:
        people = gettext("{fewest} to {most} people", fewest=fewest, most=most)
    holds = {workshop.capacity for workshop in workshops if workshop.capacity is not None}
    if not holds:
        yield gettext("The workshops are planned for {people}.", people=people)
    elif len(holds) == 1:
        yield gettext(
            "The workshops are planned for {people}, and every workshop has room for {room}.",
            people=people,
            room=min(holds),
        )
    else:
        yield gettext(
            "The workshops are planned for {people}, and the smallest workshop has room for"
            " {room}.",
            people=people,
            room=min(holds),
        )


def _required(programme: Programme, workshops: tuple[Workshop, ...]) -> Iterator[str]:
    """Yield who has to be there, and for how many workshops that take decisions."""
    deciding = [workshop for workshop in workshops if workshop.decides]
    for person in programme.people:
        needed = sum(person in programme.invited(workshop) for workshop in deciding)
        if person.required and needed:
            yield _decides(person.name, needed, len(workshops))


def _decides(name: str, needed: int, whole: int) -> str:
    if needed == whole:
        return ngettext(
            "{name}, or a delegate who may decide, is at the workshop for the decisions that are"
            " to be taken there.",
            "{name}, or a delegate who may decide, is at every workshop for the decisions that are"
            " to be taken there.",
            whole,
            name=name,
        )
    return gettext(
        "{name}, or a delegate who may decide, is at {part} of {whole} workshops for the decisions"
        " that are to be taken there.",
        name=name,
        part=needed,
        whole=whole,
    )


def _diaries(programme: Programme, on: date) -> Iterator[str]:
    workshops = [w for w in programme.in_order if takes_place(w, on)]
    if workshops and workshops[0].state(on) in ("proposed", "pencilled"):
        yield gettext(
            "Everybody who is invited keeps the dates free that are proposed or pencilled, until"
            " they are confirmed or given up."
        )


def _work(workshops: tuple[Workshop, ...]) -> Iterator[str]:
    prepared = sum(bool(workshop.pre_work) for workshop in workshops)
    if prepared:
        yield _prepare(prepared, len(workshops))
    planned = [s for w in workshops for s in w.sessions() if _plans_actions(s.format)]
    if planned:
        yield gettext("Between workshops they have time for the actions that they take on.")


def _prepare(prepared: int, whole: int) -> str:
    if prepared == whole:
        return ngettext(
            "Participants have time to prepare for the workshop.",
            "Participants have time to prepare for every workshop.",
            whole,
        )
    return gettext(
        "Participants have time to prepare for {part} of {whole} workshops.",
        part=prepared,
        whole=whole,
    )


def _plans_actions(format: str) -> bool:
    return format.rpartition(":")[2] == "action-planning"


def _experts(programme: Programme, on: date) -> Iterator[str]:
    for engagement in engaged(programme, on):
        workshop = workshop_of(programme, engagement)
        who = capitalised(announced(programme, engagement, on))
        topic = engagement.topic
        if workshop and takes_place(workshop, on):
            when = day(workshop.day)
            yield gettext("{who} on “{topic}” can come on {day}.", who=who, topic=topic, day=when)
        else:
            yield gettext("{who} on “{topic}” can come.", who=who, topic=topic)


def _rooms(workshops: tuple[Workshop, ...]) -> Iterator[Item]:
    """Yield what is needed of each venue, for all the workshops that are held there."""
    held_at: dict[str, list[Workshop]] = {}
    for workshop in workshops:
        if workshop.venue is not None:
            held_at.setdefault(workshop.venue.name, []).append(workshop)
    for name, there in held_at.items():
        yield Item(f"{name}: {listed(quoted(w.title) for w in there)}", tuple(_needs(there)))


def _needs(workshops: list[Workshop]) -> Iterator[str]:
    """Yield each room once, with every layout that it is needed in."""
    layouts: dict[Room, list[str]] = {}
    for workshop in workshops:
        for room in workshop.venue.rooms if workshop.venue else ():
            layouts.setdefault(evolve(room, layout=""), []).append(room.layout.strip())
    for room, wanted in layouts.items():
        told = [
            ngettext("for {count} person", "for {count} people", room.capacity)
            if room.capacity
            else "",
            listed(dict.fromkeys(wanted), gettext("or")),
            gettext("{metres} m of free wall", metres=room.wall) if room.wall else "",
            gettext("for groups") if room.breakout else "",
        ]
        words = ", ".join(part for part in told if part)
        yield f"{room.name}: {words}" if words else room.name

"""What the plan and its price rely on, as the programme says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import evolve

from workshopcore.contracts.report import Block, Item
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Room, Workshop
from workshopcore.reports.blocks import bullets, filled, section
from workshopcore.reports.experts import announced, engaged, workshop_of
from workshopcore.reports.occasion import takes_place
from workshopcore.reports.proposal.prices import held
from workshopcore.reports.wording import count, day, listed, share

__all__ = ["assumptions"]


def assumptions(programme: Programme, on: date) -> tuple[Block, ...]:
    """Return what was written down as an assumption, then what follows from the plan."""
    workshops = held(programme, on)
    return filled(
        bullets(programme.assumptions),
        section(
            "What the plan needs",
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
        section("Rooms", bullets(_rooms(workshops))),
    )


def _numbers(programme: Programme, workshops: tuple[Workshop, ...]) -> Iterator[str]:
    expected = [number for w in workshops if (number := len(programme.invited(w)))]
    if not expected:
        return
    fewest, most = min(expected), max(expected)
    people = count(most, "person", "people") if fewest == most else f"{fewest} to {most} people"
    holds = [workshop.capacity for workshop in workshops if workshop.capacity is not None]
    told = f", and every workshop has room for {min(holds)}" if len(set(holds)) == 1 else ""
    if len(set(holds)) > 1:
        told = f", and the smallest workshop has room for {min(holds)}"
    yield f"The workshops are planned for {people}{told}."


def _required(programme: Programme, workshops: tuple[Workshop, ...]) -> Iterator[str]:
    """Yield who has to be there, and for how many workshops that take decisions."""
    deciding = [workshop for workshop in workshops if workshop.decides]
    for person in programme.people:
        needed = sum(person in programme.invited(workshop) for workshop in deciding)
        if person.required and needed:
            yield (
                f"{person.name}, or a delegate who may decide, is at"
                f" {_of(needed, len(workshops))} for the decisions that are to be taken there."
            )


def _of(some: int, whole: int) -> str:
    if some == whole:
        return "the workshop" if whole == 1 else "every workshop"
    return f"{share(some, whole)} workshops"


def _diaries(programme: Programme, on: date) -> Iterator[str]:
    workshops = [w for w in programme.in_order if takes_place(w, on)]
    if workshops and workshops[0].state(on) in ("proposed", "pencilled"):
        yield (
            "Everybody who is invited keeps the dates free that are proposed or pencilled, until"
            " they are confirmed or given up."
        )


def _work(workshops: tuple[Workshop, ...]) -> Iterator[str]:
    prepared = sum(bool(workshop.pre_work) for workshop in workshops)
    if prepared:
        yield f"Participants have time to prepare for {_of(prepared, len(workshops))}."
    planned = [s for w in workshops for s in w.sessions() if _plans_actions(s.format)]
    if planned:
        yield "Between workshops they have time for the actions that they take on."


def _plans_actions(format: str) -> bool:
    return format.rpartition(":")[2] == "action-planning"


def _experts(programme: Programme, on: date) -> Iterator[str]:
    for engagement in engaged(programme, on):
        workshop = workshop_of(programme, engagement)
        where = f" on {day(workshop.day)}" if workshop and takes_place(workshop, on) else ""
        who = announced(programme, engagement, on)
        yield f"{who[:1].upper()}{who[1:]} on “{engagement.topic}” can come{where}."


def _rooms(workshops: tuple[Workshop, ...]) -> Iterator[Item]:
    """Yield what is needed of each venue, for all the workshops that are held there."""
    held_at: dict[str, list[Workshop]] = {}
    for workshop in workshops:
        if workshop.venue is not None:
            held_at.setdefault(workshop.venue.name, []).append(workshop)
    for name, there in held_at.items():
        yield Item(f"{name}: {listed(f'“{w.title}”' for w in there)}", tuple(_needs(there)))


def _needs(workshops: list[Workshop]) -> Iterator[str]:
    """Yield each room once, with every layout that it is needed in."""
    layouts: dict[Room, list[str]] = {}
    for workshop in workshops:
        for room in workshop.venue.rooms if workshop.venue else ():
            layouts.setdefault(evolve(room, layout=""), []).append(room.layout.strip())
    for room, wanted in layouts.items():
        told = [
            f"for {count(room.capacity, 'person', 'people')}" if room.capacity else "",
            listed(dict.fromkeys(wanted), "or"),
            f"{room.wall} m of free wall" if room.wall else "",
            "for groups" if room.breakout else "",
        ]
        words = ", ".join(part for part in told if part)
        yield f"{room.name}: {words}" if words else room.name

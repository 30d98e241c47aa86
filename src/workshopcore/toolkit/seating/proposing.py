"""Proposes groups: for a session, a workshop, or all that is left of the year together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Literal

from attrs import evolve, frozen

from workshopcore.contracts.formats import SessionFormat
from workshopcore.errors import GroupsError, UnknownKeyError
from workshopcore.groups import Advance, met_before
from workshopcore.groups.meetings import meetings
from workshopcore.groups.occasions import Formed, form_groups
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Group, GroupAllocation, Workshop
from workshopcore.toolkit.seating.planning import Groups, Planner, Seat, Within
from workshopcore.toolkit.seating.proposal import GroupProposal, SeatedRound
from workshopcore.toolkit.seating.wishes import Wishes

__all__ = ["Status", "propose"]

Status = Literal["proposed", "locked"]

_OFF = frozenset({"cancelled", "postponed"})


def propose(
    programme: Programme,
    formats: Mapping[str, SessionFormat],
    wishes: Wishes,
    *,
    workshop: str = "",
    session: str = "",
    as_of: date | None = None,
    status: Status = "proposed",
    advance: Advance | None = None,
) -> GroupProposal:
    """Propose groups for one session, one workshop, or all workshops from a day on.

    Args:
        programme: what is planned, with the groups there were.
        formats: the session formats that are installed, by key.
        wishes: what is asked beyond what the formats say.
        workshop: the only workshop; left out, all that begin on ``as_of`` or later.
        session: the only session of that workshop.
        as_of: the day; only needed without a workshop.
        status: what the groups are to be on record as.
        advance: called now and then with how many swaps were looked at, and the budget.

    Raises:
        GroupsError: it cannot be; the message names the session and what contradicts what.
        InvalidValueError: a wish makes no sense.
        UnknownKeyError: there is no such workshop, session or person.
    """
    asked = wishes.checked(programme, bool(session))
    only = {session} if session else set()
    days = _days(programme, workshop, session, as_of)
    planner = Planner(_without_proposals(programme, days, only), formats, asked, only)
    for day in days:
        planner.add(planner.programme.workshop(day.id))
    if asked.hosts and not any(each.occasion.hosts for each in planner.wanted):
        raise GroupsError(
            "hosts are named, and no session here has tables that keep theirs:"
            " name one session, and how many sit in a group"
        )
    formed = form_groups(
        [each.occasion for each in planner.wanted],
        met=planner.met,
        apart=asked.apart,
        together=asked.together,
        balance=asked.balance,
        seed=asked.seed,
        budget=asked.budget,
        advance=advance,
    )
    seated = _seated(planner, formed)
    rounds = _in_order(planner.programme, formats, seated, status)
    changed = planner.programme
    for each in rounds:
        changed = changed.with_allocation(each.workshop, each.allocation)
    names = dict.fromkeys(name for each in seated for group in each.groups for name in group)
    people = [person.id for person in programme.people if person.id in names]
    met = meetings(people, met_before(changed))
    return GroupProposal(changed, rounds, formed, met, tuple(planner.left_out))


def _days(
    programme: Programme, workshop: str, session: str, as_of: date | None
) -> tuple[Workshop, ...]:
    if not workshop:
        first = as_of or date.min
        return tuple(
            each
            for each in programme.in_order
            if each.day >= first and each.state(date.max) not in _OFF
        )
    found = programme.workshop(workshop)
    state = found.state(date.max)
    if state in _OFF:
        raise GroupsError(f"'{workshop}' is {state}: there is nobody to seat")
    sessions = [each.id for each in found.sessions()]
    if session and session not in sessions:
        raise UnknownKeyError("session", session, sessions)
    return (found,)


def _without_proposals(
    programme: Programme, days: Iterable[Workshop], only: Collection[str]
) -> Programme:
    """Return the programme without the proposals that new ones take the place of."""
    names = {day.id for day in days}
    workshops = [
        evolve(
            each,
            allocations=[
                allocation
                for allocation in each.allocations
                if allocation.status != "proposed" or (only and allocation.session not in only)
            ],
        )
        if each.id in names
        else each
        for each in programme.workshops
    ]
    return evolve(programme, workshops=workshops)


@frozen
class _Seated:
    """The groups of a round, with who hosts them."""

    seat: Seat
    groups: Groups
    hosts: tuple[str, ...] = ()
    name: str = ""


def _seated(planner: Planner, formed: Formed) -> list[_Seated]:
    """Return all rounds; those within others are formed now that the others are."""
    found = [_Seated(each.seat, each.groups, name=each.name) for each in planner.ready]
    found += [
        _Seated(each.seat, groups, each.occasion.hosts)
        for each, groups in zip(planner.wanted, formed.groups, strict=True)
    ]
    met = [*planner.met, *(group for groups in formed.groups for group in groups)]
    outer = {each.seat: each.groups for each in found}
    for each in planner.within:
        inner = _within(planner, each, outer[each.outer], met)
        met.extend(inner)
        found.append(_Seated(each.seat, inner))
    return found


def _within(planner: Planner, wanted: Within, outer: Groups, met: list[tuple[str, ...]]) -> Groups:
    """Part larger groups into smaller ones, with those who know each other least."""
    groups: list[tuple[str, ...]] = []
    largest_first = sorted(outer, key=len, reverse=True)
    for group, sizes in zip(largest_first, wanted.parts, strict=True):
        groups += [group] if len(sizes) == 1 else planner.rotated(group, sizes, met).rounds[0]
    return tuple(groups)


def _in_order(
    programme: Programme,
    formats: Mapping[str, SessionFormat],
    seated: Iterable[_Seated],
    status: Status,
) -> tuple[SeatedRound, ...]:
    order = {
        (workshop.id, session.id): (number, place)
        for number, workshop in enumerate(programme.in_order)
        for place, session in enumerate(workshop.sessions())
    }
    found = sorted(
        seated,
        key=lambda each: (order[each.seat.workshop, each.seat.session.id], each.seat.round),
    )
    return tuple(_round(each, formats, status) for each in found)


def _round(seated: _Seated, formats: Mapping[str, SessionFormat], status: Status) -> SeatedRound:
    session, tables = seated.seat.session, len(seated.hosts)
    groups = [
        Group(members, name=seated.name, host=members[0] if number < tables else "")
        for number, members in enumerate(seated.groups)
    ]
    known = formats.get(session.format)
    title = session.title or (known.title if known else session.name)
    allocation = GroupAllocation(session.id, groups, round=seated.seat.round, status=status)
    return SeatedRound(seated.seat.workshop, title, allocation)

"""How an action reads in a table, the same in every document that lists actions."""

from __future__ import annotations

from decimal import Decimal

from workshopcore.actions import Standing
from workshopcore.contracts.report import Inline, Run
from workshopcore.model.action import Action, Update
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.reports.wording import count, day, listed, state, times

__all__ = [
    "UNOWNED",
    "due",
    "evidence",
    "identifier",
    "in_hours",
    "status",
    "supporters",
    "task",
    "what_became",
]

UNOWNED = "Needs a new owner"


def identifier(one: Standing) -> Inline:
    """Return what an action is called in files and on the command line."""
    return (Run(one.action.id, "code"),)


def task(programme: Programme, one: Standing, answers: Person | None) -> Inline:
    """Return what is to be done, who helps, and whose it was before.

    Args:
        programme: the programme.
        one: the action.
        answers: who answers for it now; nobody where it needs a new owner.
    """
    helped = supporters(programme, one.action)
    asides = [f"with {helped}" if helped else "", _handed_on(programme, one, answers)]
    told = "; ".join(aside for aside in asides if aside)
    return (
        (Run(one.action.statement), Run(f" – {told}", "emphasis")) if told else one.action.statement
    )


def supporters(programme: Programme, action: Action) -> str:
    """Return who helps, with the part they have where they do less than help."""
    return listed(
        programme.person(supporter.person).name
        + ("" if supporter.part == "responsible" else f" ({supporter.part})")
        for supporter in action.supporters
    )


def _handed_on(programme: Programme, one: Standing, answers: Person | None) -> str:
    """Say from whom an action was taken over, or with whom one is that nobody answers for."""
    if answers is None:
        owner = programme.person(one.owner)
        gone = f", who left on {day(owner.left)}" if owner.left else ""
        return f"was with {owner.name}{gone}"
    handed = [entry.owner for entry in one.history if isinstance(entry, Update) and entry.owner]
    before = [owner for owner in (one.action.owner, *handed) if owner != answers.id]
    return f"taken over from {programme.person(before[-1]).name}" if before else ""


def due(one: Standing) -> str:
    """Return the date that holds; beside it the first one, and what put it off.

    That it was put later once is plain from the two dates.
    """
    if one.due is None:
        return "no date yet"
    moved = one.first_due is not None and one.first_due != one.due
    parts = [
        f"first {day(one.first_due)}" if one.first_due and moved else "",
        f"put later {times(one.slips)}" if one.slips > moved else "",
        f"carried over {times(one.carries)}" if one.carries else "",
    ]
    told = "; ".join(part for part in parts if part)
    return f"{day(one.due)} ({told})" if told else day(one.due)


def status(one: Standing) -> Inline:
    """Return the state with the progress last reported, and how late it is."""
    words = state(one.status)
    told = words if one.progress is None else f"{words}, {one.progress}%"
    if not one.late:
        return told
    return (Run(f"{told}; "), Run(f"overdue by {count(one.late, 'day')}", "strong"))


def in_hours(effort: Decimal | None) -> str:
    """Return a number of hours, ``""`` where nobody has said.

    >>> in_hours(Decimal("7.50")), in_hours(Decimal("20")), in_hours(None)
    ('7.5', '20', '')
    """
    return "" if effort is None else f"{effort.normalize():f}"


def evidence(programme: Programme, one: Standing) -> str:
    """Return what shows that it is done, and until there is anything what is wanted."""
    titles = {evidence.id: evidence.title for evidence in programme.evidence}
    given = "; ".join(titles[name] for name in one.action.evidence(one.moment.last))
    wanted = one.action.evidence_required
    return given or (f"wanted: {wanted}" if wanted.strip() else "")


def what_became(programme: Programme, one: Standing) -> str:
    """Say how an action was closed, when, and what took its place."""
    on = f" {day(one.since)}" if one.since else ""
    told = f"{state(one.status)}{on}"
    if one.status != "superseded" or not one.replacement:
        return told
    return f"{told} by: {programme.action(one.replacement).statement}"

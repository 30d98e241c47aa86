"""How an action reads in a table, the same in every document that lists actions."""

from __future__ import annotations

from decimal import Decimal

from workshopcore.actions import Standing
from workshopcore.contracts.report import Inline, Run
from workshopcore.language import gettext, gettext_noop, ngettext, pgettext
from workshopcore.model.action import Action, Supporter, Update
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.reports.wording import day, exact, listed, state, times

__all__ = [
    "UNOWNED",
    "due",
    "evidence",
    "identifier",
    "in_hours",
    "reported",
    "status",
    "supporters",
    "task",
    "what_became",
]

UNOWNED = gettext_noop("Needs a new owner")


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
    asides = [
        gettext("with {people}", people=helped) if helped else "",
        _handed_on(programme, one, answers),
    ]
    told = "; ".join(aside for aside in asides if aside)
    return (
        (Run(one.action.statement), Run(f" – {told}", "emphasis")) if told else one.action.statement
    )


def supporters(programme: Programme, action: Action) -> str:
    """Return who helps, with the part they have where they do less than help."""
    return listed(_supporter(programme, supporter) for supporter in action.supporters)


def _supporter(programme: Programme, supporter: Supporter) -> str:
    name = programme.person(supporter.person).name
    match supporter.part:
        case "consulted":
            return gettext("{name} (consulted)", name=name)
        case "informed":
            return gettext("{name} (informed)", name=name)
        case "responsible":
            return name


def _handed_on(programme: Programme, one: Standing, answers: Person | None) -> str:
    """Say from whom an action was taken over, or with whom one is that nobody answers for."""
    if answers is None:
        owner = programme.person(one.owner)
        if not owner.left:
            return gettext("was with {name}", name=owner.name)
        return gettext("was with {name}, who left on {day}", name=owner.name, day=day(owner.left))
    handed = [entry.owner for entry in one.history if isinstance(entry, Update) and entry.owner]
    before = [owner for owner in (one.action.owner, *handed) if owner != answers.id]
    if not before:
        return ""
    return gettext("taken over from {name}", name=programme.person(before[-1]).name)


def due(one: Standing) -> str:
    """Return the date that holds; beside it the first one, and what put it off.

    That it was put later once is plain from the two dates.
    """
    if one.due is None:
        return gettext("no date yet")
    moved = one.first_due is not None and one.first_due != one.due
    parts = [
        gettext("first {day}", day=day(one.first_due)) if one.first_due and moved else "",
        gettext("put later {times}", times=times(one.slips)) if one.slips > moved else "",
        gettext("carried over {times}", times=times(one.carries)) if one.carries else "",
    ]
    told = "; ".join(part for part in parts if part)
    return f"{day(one.due)} ({told})" if told else day(one.due)


def status(one: Standing) -> Inline:
    """Return the state with the progress last reported, and how late it is."""
    told = reported(one)
    if not one.late:
        return told
    late = ngettext("overdue by {count} day", "overdue by {count} days", one.late)
    return (Run(f"{told}; "), Run(late, "strong"))


def reported(one: Standing) -> str:
    """Return the state, and the progress last reported."""
    words = state(one.status, "action")
    if one.progress is None:
        return words
    return gettext("{state}, {percent}%", state=words, percent=one.progress)


def in_hours(effort: Decimal | None) -> str:
    """Return a number of hours, ``""`` where nobody has said.

    >>> in_hours(Decimal("7.50")), in_hours(Decimal("20")), in_hours(None)
    ('7.5', '20', '')
    """
    if effort is None:
        return ""
    plain = effort.normalize()
    return exact(plain.quantize(Decimal(1)) if plain == plain.to_integral_value() else plain)


def evidence(programme: Programme, one: Standing) -> str:
    """Return what shows that it is done, and until there is anything what is wanted."""
    titles = {evidence.id: evidence.title for evidence in programme.evidence}
    given = "; ".join(titles[name] for name in one.action.evidence(one.moment.last))
    wanted = one.action.evidence_required
    return given or (gettext("wanted: {evidence}", evidence=wanted) if wanted.strip() else "")


def what_became(programme: Programme, one: Standing) -> str:
    """Say how an action was closed, when, and what took its place."""
    told = state(one.status, "action")
    if one.since:
        told = pgettext("how an action was closed", "{state} {day}", state=told, day=day(one.since))
    if one.status != "superseded" or not one.replacement:
        return told
    replacement = programme.action(one.replacement).statement
    return gettext("{replaced} by: {action}", replaced=told, action=replacement)

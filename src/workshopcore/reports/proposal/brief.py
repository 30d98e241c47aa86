"""Why and what for: what drives the programme, its objectives, and how they are approached."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from workshopcore.contracts.report import Block, Paragraph
from workshopcore.language import gettext, gettext_noop, ngettext, pgettext
from workshopcore.model.brief import Driver, Phase
from workshopcore.model.expert import ExpertEngagement
from workshopcore.model.programme import Programme
from workshopcore.model.versions import current_objectives
from workshopcore.reports.blocks import bullets, filled, prose, table
from workshopcore.reports.experts import engaged, workshop_of
from workshopcore.reports.objectives import measure, numbers
from workshopcore.reports.proposal.prices import held
from workshopcore.reports.wording import listed, state

__all__ = ["approach", "drivers", "in_force", "objectives"]

_SOURCES = {
    "internal": gettext_noop("From inside"),
    "external": gettext_noop("From outside"),
}


def in_force(programme: Programme, on: date) -> tuple[Driver, ...]:
    """Return the drivers that nothing has taken the place of, whether agreed yet or not."""
    return tuple(d for d in programme.drivers if d.superseded is None or d.superseded > on)


def drivers(programme: Programme, on: date) -> tuple[Block, ...]:
    """Return what makes change necessary, numbered, and what that is known from."""
    return table(
        (
            gettext("No."),
            gettext("What makes it necessary"),
            gettext("Where it comes from"),
            gettext("Rests on"),
        ),
        [
            (str(n), driver.statement, _source(driver), driver.evidence)
            for n, driver in enumerate(in_force(programme, on), start=1)
        ],
    )


def _source(driver: Driver) -> str:
    told = [gettext(_SOURCES[driver.source]), driver.category.strip()]
    told.append(gettext("required by law") if driver.statutory else "")
    return ", ".join(part for part in told if part)


def objectives(programme: Programme, on: date) -> tuple[Block, ...]:
    """Return what is to be achieved, by what it is measured, and which drivers it answers."""
    known = {driver.id: str(n) for n, driver in enumerate(in_force(programme, on), start=1)}
    return table(
        (
            gettext("No."),
            gettext("Objective"),
            gettext("Measured by"),
            gettext("Answers drivers"),
        ),
        [
            (
                str(n),
                objective.statement,
                measure(objective) or pgettext("of a measure", "to be agreed"),
                _listed(known, objective.drivers),
            )
            for n, objective in enumerate(current_objectives(programme, on), start=1)
        ],
    )


def approach(programme: Programme, on: date) -> tuple[Block, ...]:
    """Return how the programme answers that: in words, phase after phase, and with whom."""
    return filled(
        prose(programme.approach),
        table(
            (
                gettext("Phase"),
                gettext("Kind"),
                gettext("What for"),
                gettext("Objectives"),
                gettext("Workshops"),
            ),
            [_phase(programme, phase, on) for phase in programme.phases],
            caption=gettext("Phases"),
        ),
        _planning(programme, on),
        bullets(_expert(programme, engagement) for engagement in engaged(programme, on)),
    )


def _phase(programme: Programme, phase: Phase, on: date) -> tuple[str, ...]:
    known = numbers(current_objectives(programme, on))
    workshops = sum(workshop.phase == phase.id for workshop in held(programme, on))
    return (
        phase.title,
        state(phase.kind, "phase"),
        phase.purpose,
        _listed(known, phase.objectives),
        str(workshops) if workshops else pgettext("of workshops", "none yet"),
    )


def _listed(known: Mapping[str, str], names: Iterable[str]) -> str:
    """Return the numbers of what is known by these names, the lowest first."""
    return ", ".join(sorted((known[name] for name in names if name in known), key=int))


def _planning(programme: Programme, on: date) -> tuple[Block, ...]:
    """Count the workshops that are planned with a session in which actions are agreed."""
    workshops = held(programme, on)
    planned = sum(
        any(s.format.rpartition(":")[2] == "action-planning" for s in workshop.sessions())
        for workshop in workshops
    )
    if not planned:
        return ()
    if planned == len(workshops):
        said = gettext(
            "Every workshop has a session in which actions are agreed, each with one owner and a"
            " date."
        )
    else:
        said = ngettext(
            "{count} of {whole} workshops has a session in which actions are agreed, each with one"
            " owner and a date.",
            "{count} of {whole} workshops have a session in which actions are agreed, each with"
            " one owner and a date.",
            planned,
            whole=len(workshops),
        )
    return (Paragraph(said),)


def _expert(programme: Programme, engagement: ExpertEngagement) -> str:
    workshop = workshop_of(programme, engagement)
    topic, split = engagement.topic, _split(engagement)
    if workshop is None and split:
        return gettext(
            "An external expert comes to a workshop still to be chosen, with {split}: {topic}",
            split=split,
            topic=topic,
        )
    if workshop is None:
        return gettext(
            "An external expert comes to a workshop still to be chosen: {topic}", topic=topic
        )
    if split:
        return gettext(
            "An external expert comes to “{workshop}”, with {split}: {topic}",
            workshop=workshop.title,
            split=split,
            topic=topic,
        )
    return gettext(
        "An external expert comes to “{workshop}”: {topic}", workshop=workshop.title, topic=topic
    )


def _split(engagement: ExpertEngagement) -> str:
    """Return how long the expert talks, and how long questions are answered."""
    talk, questions = engagement.talk_minutes, engagement.question_minutes
    return listed(
        [
            ngettext("{count} minute of talk", "{count} minutes of talk", talk) if talk else "",
            ngettext("{count} minute of questions", "{count} minutes of questions", questions)
            if questions
            else "",
        ]
    )

"""What a proposal does not say yet, so that nobody has to find out by what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from workshopcore.contracts.report import Block
from workshopcore.model.programme import Programme
from workshopcore.model.versions import current_objectives
from workshopcore.reports.blocks import bullets
from workshopcore.reports.experts import engaged
from workshopcore.reports.objectives import measure
from workshopcore.reports.people import team
from workshopcore.reports.proposal.brief import in_force
from workshopcore.reports.proposal.judging import asked
from workshopcore.reports.proposal.prices import held, not_agreed, prices
from workshopcore.reports.proposal.schedule import loose
from workshopcore.reports.timeline import where
from workshopcore.reports.wording import count, listed, share

__all__ = ["still_open"]


def still_open(programme: Programme, on: date) -> tuple[Block, ...]:
    """Return what is still to be settled before the programme can be agreed."""
    return bullets(
        [
            *_brief(programme, on),
            *_workshops(programme, on),
            *_people(programme, on),
            *_asking(programme),
            *_money(programme, on),
        ]
    )


def _brief(programme: Programme, on: date) -> Iterator[str]:
    if programme.client is None:
        yield "Who the client is"
    if not programme.situation.strip():
        yield "Where the client stands: nobody has described the situation"
    if not in_force(programme, on):
        yield "What makes change necessary"
    objectives = current_objectives(programme, on)
    if not objectives:
        yield "What is to be achieved"
    unmeasured = sum(not measure(objective) for objective in objectives)
    if unmeasured:
        yield f"By what {share(unmeasured, len(objectives))} objectives are measured"
    proposed = sum(o.agreed is None or o.agreed > on for o in objectives)
    if proposed:
        yield f"Whether the team agrees the objectives: {share(proposed, len(objectives))} proposed"
    if not programme.approach.strip():
        yield "How the programme goes about it"


def _workshops(programme: Programme, on: date) -> Iterator[str]:
    workshops = held(programme, on)
    if not workshops:
        yield "How many workshops there are, and when"
    waiting = loose(programme, on)
    if waiting:
        yield f"The dates: {share(len(waiting), len(workshops))} not confirmed"
    postponed = [w for w in workshops if w.state(on) == "postponed"]
    if postponed:
        yield f"A new date for {listed(f'“{w.title}”' for w in postponed)}"
    placeless = [w for w in workshops if not where(w)]
    if placeless:
        yield f"The place: {share(len(placeless), len(workshops))} not known"


def _people(programme: Programme, on: date) -> Iterator[str]:
    for role, question in (
        ("participant", "Who takes part"),
        ("facilitator", "Who facilitates"),
        ("sponsor", "Who sponsors the programme"),
    ):
        if not team(programme, role, on):
            yield question
    for engagement in engaged(programme, on):
        if not_agreed(engagement, on):
            yield f"The external expert on “{engagement.topic}”: nobody has agreed yet"


def _asking(programme: Programme) -> Iterator[str]:
    if not programme.waves:
        yield "When and what the team is asked for the evaluation"
    unasked = [wave.title for wave in programme.waves if not wave.instrument]
    if unasked:
        yield f"Which questionnaire is used: {'; '.join(unasked)}"
    numbers = {wave.title: len(asked(programme, wave)) for wave in programme.waves}
    few = [title for title, number in numbers.items() if 0 < number < programme.k_min]
    if few:
        people = count(programme.k_min, "person", "people")
        yield f"How to ask so few: under {people} no result can be shown ({'; '.join(few)})"


def _money(programme: Programme, on: date) -> Iterator[str]:
    lines = prices(programme, on)
    if programme.budget is None:
        yield "The budget"
    for line in lines:
        if line.unknown:
            yield f"The price of “{line.what}”"

"""What a proposal does not say yet, so that nobody has to find out by what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from workshopcore.contracts.report import Block
from workshopcore.language import gettext, gettext_noop, ngettext
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
from workshopcore.reports.wording import listed, quoted, share

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
        yield gettext("Who the client is")
    if not programme.situation.strip():
        yield gettext("Where the client stands: nobody has described the situation")
    if not in_force(programme, on):
        yield gettext("What makes change necessary")
    objectives = current_objectives(programme, on)
    if not objectives:
        yield gettext("What is to be achieved")
    unmeasured = sum(not measure(objective) for objective in objectives)
    if unmeasured:
        yield gettext(
            "By what {share} objectives are measured", share=share(unmeasured, len(objectives))
        )
    proposed = sum(o.agreed is None or o.agreed > on for o in objectives)
    if proposed:
        yield gettext(
            "Whether the team agrees the objectives: {share} proposed",
            share=share(proposed, len(objectives)),
        )
    if not programme.approach.strip():
        yield gettext("How the programme goes about it")


def _workshops(programme: Programme, on: date) -> Iterator[str]:
    workshops = held(programme, on)
    if not workshops:
        yield gettext("How many workshops there are, and when")
    waiting = loose(programme, on)
    if waiting:
        yield gettext("The dates: {share} not confirmed", share=share(len(waiting), len(workshops)))
    postponed = [w for w in workshops if w.state(on) == "postponed"]
    if postponed:
        titles = listed(quoted(workshop.title) for workshop in postponed)
        yield gettext("A new date for {workshops}", workshops=titles)
    placeless = [w for w in workshops if not where(w)]
    if placeless:
        yield gettext("The place: {share} not known", share=share(len(placeless), len(workshops)))


def _people(programme: Programme, on: date) -> Iterator[str]:
    for role, question in (
        ("participant", gettext_noop("Who takes part")),
        ("facilitator", gettext_noop("Who facilitates")),
        ("sponsor", gettext_noop("Who sponsors the programme")),
    ):
        if not team(programme, role, on):
            yield gettext(question)
    for engagement in engaged(programme, on):
        if not_agreed(engagement, on):
            yield gettext(
                "The external expert on “{topic}”: nobody has agreed yet", topic=engagement.topic
            )


def _asking(programme: Programme) -> Iterator[str]:
    if not programme.waves:
        yield gettext("When and what the team is asked for the evaluation")
    unasked = [wave.title for wave in programme.waves if not wave.instrument]
    if unasked:
        yield gettext("Which questionnaire is used: {rounds}", rounds="; ".join(unasked))
    numbers = {wave.title: len(asked(programme, wave)) for wave in programme.waves}
    few = [title for title, number in numbers.items() if 0 < number < programme.k_min]
    if few:
        yield ngettext(
            "How to ask so few: under {count} person no result can be shown ({rounds})",
            "How to ask so few: under {count} people no result can be shown ({rounds})",
            programme.k_min,
            rounds="; ".join(few),
        )


def _money(programme: Programme, on: date) -> Iterator[str]:
    lines = prices(programme, on)
    if programme.budget is None:
        yield gettext("The budget")
    for line in lines:
        if line.unknown:
            yield gettext("The price of “{what}”", what=line.what)

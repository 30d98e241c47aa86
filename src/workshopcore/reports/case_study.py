"""The case study: the objective, the solution and the results, for anybody to read."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from workshopcore.actions import plan
from workshopcore.contracts.evaluation import Evaluation
from workshopcore.contracts.report import Audience, Block, Paragraph, Report
from workshopcore.contracts.reports import Need, ReportRequest
from workshopcore.errors import ReportError
from workshopcore.language import gettext, gettext_noop, ngettext
from workshopcore.model.programme import Programme
from workshopcore.model.versions import current_objectives, outcome
from workshopcore.model.workshop import Workshop
from workshopcore.reports.blocks import bullets, facts, filled, prose, section, table
from workshopcore.reports.delivery import delivered, held_by
from workshopcore.reports.evaluation.change import moved
from workshopcore.reports.evaluation.known import known_by, last_wave, on_a_scale, opening
from workshopcore.reports.experts import engaged
from workshopcore.reports.naming import file_name
from workshopcore.reports.results import how_sure, results, rival_explanations, trace_table
from workshopcore.reports.voices import voices
from workshopcore.reports.wording import day, share, state

__all__ = ["CaseStudy"]

_QUESTIONS = 2
CLOSING = frozenset({"closing", "closed", "follow-up", "archived"})


@frozen
class CaseStudy:
    """Objective, solution and results, each result traceable and worded as it is supported.

    It is public, so it says nothing before the programme draws to its close, names nobody who
    has not agreed to be named, and leaves neither the contested nor the unwelcome out.
    """

    key: str = "case-study"
    title: str = gettext_noop("Case study")
    audience: Audience = "public"
    needs: frozenset[Need] = frozenset({"as_of"})

    def build(self, programme: Programme, request: ReportRequest) -> Report:
        """Return the case study as it can be told at the end of a day.

        Raises:
            AsOfRequiredError: no day was given.
            ReportError: the programme has not come to its close by that day.
        """
        as_of = request.day(self.key)
        _check_closing(programme, as_of)
        held = held_by(programme, as_of)
        evaluation = known_by(request.evaluation, as_of)
        return Report(
            self.key,
            programme.title,
            self.audience,
            filled(
                section(gettext("The objective"), _objective(programme, as_of), id="objective"),
                section(gettext("The solution"), _solution(programme, held, as_of), id="solution"),
                section(
                    gettext("The results"),
                    results(programme, as_of),
                    section(gettext("How the objectives turned out"), _judged(programme, as_of)),
                    section(gettext("How sure the results are"), how_sure(programme, as_of)),
                    id="results",
                ),
                section(
                    gettext("What else could explain it"), rival_explanations(programme, as_of)
                ),
                section(
                    gettext("In numbers"), facts(*delivered(programme, as_of), *_asked(evaluation))
                ),
                section(gettext("What the team says of itself"), _team_said(evaluation)),
                section(gettext("What stood in the way"), bullets(programme.obstacles)),
                section(gettext("What comes next"), _next(programme, as_of)),
                section(
                    gettext("What people said"), voices(programme, "programme", "public", as_of)
                ),
                section(
                    gettext("About the external expert"),
                    voices(programme, "expert", "public", as_of),
                ),
                section(
                    gettext("About the facilitation"),
                    voices(programme, "facilitator", "public", as_of),
                ),
                section(gettext("Where the results come from"), trace_table(programme, as_of)),
            ),
            subtitle=self._subtitle(programme),
            language=programme.language,
            as_of=as_of,
            name=file_name(self.key),
            details={"programme": programme.id},
        )

    def _subtitle(self, programme: Programme) -> str:
        title = gettext(self.title)
        return f"{title}: {programme.client.name}" if programme.client else title


def _check_closing(programme: Programme, as_of: date) -> None:
    standing = programme.state(as_of)
    if standing not in CLOSING:
        raise ReportError(
            f"the programme is '{standing}' on {as_of}: a case study claims results, so it waits"
            " until the programme is 'closing' or later. Record that with an event of the"
            " programme, on the day it happens"
        )


def _objective(programme: Programme, as_of: date) -> tuple[Block, ...]:
    statements = bullets((o.statement for o in current_objectives(programme, as_of)), ordered=True)
    drivers = bullets(
        driver.statement
        for driver in programme.drivers
        if (driver.agreed is None or driver.agreed <= as_of)
        and (driver.superseded is None or driver.superseded > as_of)
    )
    return filled(
        prose(programme.situation),
        prose(programme.purpose),
        section(gettext("What it set out to achieve"), statements),
        section(gettext("What made it necessary"), drivers),
    )


def _solution(programme: Programme, held: list[Workshop], as_of: date) -> tuple[Block, ...]:
    return filled(
        prose(programme.approach),
        _span(programme, held),
        bullets(_phases(programme, held)),
        _planning(held),
        _experts(programme, held, as_of),
    )


def _span(programme: Programme, held: list[Workshop]) -> tuple[Block, ...]:
    if not held:
        return ()
    first, last = programme.starts(held[0]).date(), programme.ends(held[-1]).date()
    if first == last:
        told = ngettext(
            "{count} workshop took place, on {day}.",
            "{count} workshops took place, on {day}.",
            len(held),
            day=day(first),
        )
    else:
        told = ngettext(
            "{count} workshop took place, from {first} to {last}.",
            "{count} workshops took place, from {first} to {last}.",
            len(held),
            first=day(first),
            last=day(last),
        )
    return (Paragraph(told),)


def _phases(programme: Programme, held: list[Workshop]) -> list[str]:
    """Return each phase with its workshops, in the order in which they came."""
    told = []
    for name in dict.fromkeys(w.phase for w in held if w.phase):
        phase = programme.phase(name)
        title = ngettext(
            "{phase} ({count} workshop)",
            "{phase} ({count} workshops)",
            sum(w.phase == name for w in held),
            phase=phase.title,
        )
        told.append(f"{title}: {phase.purpose}" if phase.purpose.strip() else title)
    return told


def _planning(held: list[Workshop]) -> tuple[Block, ...]:
    """Count the workshops in which actions were planned."""
    planned = sum(
        any(s.format.rpartition(":")[2] == "action-planning" for s in workshop.sessions())
        for workshop in held
    )
    if not planned:
        return ()
    if planned == len(held):
        told = gettext("Every workshop had a session in which the actions to follow were agreed.")
    else:
        told = gettext(
            "{share} workshops had a session in which the actions to follow were agreed.",
            share=share(planned, len(held)),
        )
    return (Paragraph(told),)


def _experts(programme: Programme, held: list[Workshop], as_of: date) -> tuple[Block, ...]:
    """Tell what experts spoke about; their names are theirs to give."""
    return tuple(
        Paragraph(
            gettext(
                "An external expert joined one of the workshops. Topic: {topic}",
                topic=engagement.topic,
            )
        )
        for workshop in held
        for engagement in programme.engagements_of(workshop)
        if engagement in engaged(programme, as_of)
    )


def _judged(programme: Programme, as_of: date) -> tuple[Block, ...]:
    return table(
        (gettext("Objective"), gettext("Judged")),
        [
            (objective.statement, state(outcome(objective, as_of), "objective"))
            for objective in current_objectives(programme, as_of)
            if outcome(objective, as_of)
        ],
    )


def _asked(evaluation: Evaluation | None) -> tuple[tuple[str, str], ...]:
    """Return how many answered at the close, as far as that is shown."""
    last = last_wave(evaluation) if evaluation else None
    if last is None or last.answered is None:
        return ()
    label = gettext("Answered the questionnaire “{round}”", round=last.title)
    return ((label, share(last.answered, last.invited)),)


def _team_said(evaluation: Evaluation | None) -> tuple[Block, ...]:
    """Return the first questions in the order of the questionnaire: none is picked out."""
    last = last_wave(evaluation) if evaluation else None
    if evaluation is None or last is None:
        return ()
    changes = [each for each in evaluation.changes if not each.retrospective]
    items = [item for item in on_a_scale(last.items) if item.sentences]
    told = [f"{each.text}: {moved(each)}" for each in changes if each.improved is not None]
    told = told or [f"{item.text}: {opening(item)}" for item in items]
    if not told:
        return ()
    asked = len(changes if changes else on_a_scale(last.items))
    first = told[:_QUESTIONS]
    rule = ngettext(
        "{count} question of {asked}: the first that may be shown, in the order in which they were"
        " asked. This is what participants say themselves.",
        "{count} questions of {asked}: the first that may be shown, in the order in which they were"
        " asked. This is what participants say themselves.",
        len(first),
        asked=asked,
    )
    return (*bullets(first), Paragraph(rule))


def _next(programme: Programme, as_of: date) -> tuple[Block, ...]:
    unfinished = sum(one.is_open for one in plan(programme, as_of))
    said = ngettext(
        "On {day}, {count} action was still open.",
        "On {day}, {count} actions were still open.",
        unfinished,
        day=day(as_of),
    )
    return filled(bullets(programme.next_steps), (Paragraph(said),) if unfinished else ())

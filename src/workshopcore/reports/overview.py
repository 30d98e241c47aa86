"""The overview: a programme on one page, for everybody."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from workshopcore.actions import progress
from workshopcore.contracts.report import (
    Audience,
    Block,
    Inline,
    Paragraph,
    Report,
    Run,
)
from workshopcore.contracts.reports import Need, ReportRequest
from workshopcore.language import gettext, gettext_noop, ngettext, pgettext
from workshopcore.model.brief import Objective
from workshopcore.model.programme import Programme
from workshopcore.model.versions import current_objectives, outcome
from workshopcore.reports.blocks import bullets, facts, filled, section
from workshopcore.reports.experts import announced, engaged
from workshopcore.reports.naming import file_name
from workshopcore.reports.objectives import measure
from workshopcore.reports.occasion import known_day, takes_place
from workshopcore.reports.people import introduced, team
from workshopcore.reports.timeline import timeline
from workshopcore.reports.wording import day, days, listed, share, state

__all__ = ["Overview"]

ACTIONS_RULE = gettext_noop(
    "Every action has one owner and a date, and the next workshop asks what became of it."
)


@frozen
class Overview:
    """What a programme is for, when it meets, who takes part and what they commit to.

    With a day it leaves out what was not known by then; without one it tells the whole plan.
    """

    key: str = "overview"
    title: str = gettext_noop("Overview")
    audience: Audience = "participants"
    needs: frozenset[Need] = frozenset()

    def build(self, programme: Programme, request: ReportRequest) -> Report:
        """Return the overview of a programme."""
        on = known_day(request)
        lead = programme.purpose.strip()
        return Report(
            self.key,
            programme.title,
            self.audience,
            filled(
                (Paragraph(lead, lead=True),) if lead else (),
                section(gettext("What we want to achieve"), _objectives(programme, on)),
                section(gettext("Dates"), _dates(programme, on)),
                section(gettext("Who takes part"), _people(programme, on)),
                section(gettext("What we commit to"), _commitments(programme, on)),
                section(gettext("Where the actions stand"), _actions(programme, request.as_of)),
            ),
            subtitle=_subtitle(gettext(self.title), programme),
            language=programme.language,
            as_of=request.as_of,
            name=file_name(self.key),
            details={"programme": programme.id},
            pages=1,
        )


def _subtitle(title: str, programme: Programme) -> str:
    client = programme.client.name if programme.client else ""
    span = ""
    if programme.start and programme.end:
        span = days(programme.start, programme.end)
    elif programme.start:
        span = gettext("from {day}", day=day(programme.start))
    return " · ".join(part for part in (title, client, span) if part)


def _objectives(programme: Programme, on: date) -> tuple[Block, ...]:
    return bullets(_objective(objective, on) for objective in current_objectives(programme, on))


def _objective(objective: Objective, on: date) -> Inline:
    """Tell an objective with its measure, and how it turned out once that is known."""
    known = (measure(objective), state(outcome(objective, on), "objective"))
    told = "; ".join(part for part in known if part)
    return (Run(objective.statement, "strong"), Run(f" – {told}")) if told else objective.statement


def _dates(programme: Programme, on: date) -> tuple[Block, ...]:
    workshops = [w for w in programme.in_order if takes_place(w, on)]
    if not workshops:
        return (Paragraph(gettext("No dates have been set yet.")),)
    return (timeline(programme, workshops), *_off(programme, on))


def _off(programme: Programme, on: date) -> tuple[Block, ...]:
    """Say which workshops do not take place, so that nobody waits for them."""
    return bullets(
        f"{state(workshop.state(on), 'workshop')}: {workshop.title}"
        for workshop in programme.in_order
        if not takes_place(workshop, on)
    )


def _people(programme: Programme, on: date) -> tuple[Block, ...]:
    participants = team(programme, "participant", on)
    label = gettext("Participants")
    if participants:
        label = ngettext("{count} participant", "{count} participants", len(participants))
    return facts(
        (label, listed(person.name for person in participants)),
        (gettext("Sponsor"), listed(introduced(p) for p in team(programme, "sponsor", on))),
        (gettext("Facilitation"), listed(p.name for p in team(programme, "facilitator", on))),
        (gettext("From outside"), "; ".join(_experts(programme, on))),
    )


def _experts(programme: Programme, on: date) -> list[str]:
    return [
        f"{announced(programme, engagement, on)}: {engagement.topic}"
        for engagement in engaged(programme, on)
    ]


def _commitments(programme: Programme, on: date) -> tuple[Block, ...]:
    rules = [
        rule.text
        for rule in programme.ground_rules
        if not rule.agreed_at or programme.workshop(rule.agreed_at).day <= on
    ]
    return bullets([*rules, gettext(ACTIONS_RULE)] if programme.workshops else rules)


def _actions(programme: Programme, as_of: date | None) -> tuple[Block, ...]:
    """Count actions, where the day is known; what was given up is in no denominator."""
    if as_of is None:
        return ()
    found = progress(programme, as_of)
    counted, unfinished = found.done.denominator, found.overdue.denominator
    late = found.overdue.numerator
    if not counted:
        return ()
    return facts(
        (pgettext("that a document describes", "Day"), day(as_of)),
        (pgettext("of actions", "Done"), str(found.done)),
        (pgettext("of actions", "Open"), share(unfinished, counted)),
        (gettext("Open and overdue"), str(late) if late else ""),
    )

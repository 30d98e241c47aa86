"""The proposal: what a client is offered, before anything is agreed."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from workshopcore.contracts.report import Audience, Block, Paragraph, Report
from workshopcore.contracts.reports import Need, ReportRequest
from workshopcore.errors import ReportError
from workshopcore.language import gettext, gettext_noop, ngettext, pgettext
from workshopcore.model.programme import Programme
from workshopcore.reports.blocks import facts, filled, prose, section
from workshopcore.reports.naming import file_name
from workshopcore.reports.occasion import takes_place
from workshopcore.reports.people import introduced, team
from workshopcore.reports.proposal.assumptions import assumptions
from workshopcore.reports.proposal.brief import approach, drivers, objectives
from workshopcore.reports.proposal.fee import fee, in_short
from workshopcore.reports.proposal.judging import judging
from workshopcore.reports.proposal.schedule import schedule, span
from workshopcore.reports.proposal.still_open import still_open
from workshopcore.reports.proposal.team import people
from workshopcore.reports.wording import day, listed

__all__ = ["Proposal"]

_OPEN = frozenset({"draft", "proposed"})


@frozen
class Proposal:
    """Situation, objectives, approach, schedule, team, evaluation, fee, and what is still open.

    It says no more than the programme does: what has not been thought of yet is listed, and what
    has no price is given none. Once there is a contract, or the first workshop has begun, there
    is nothing left to propose: a paper made afresh from a plan that has moved on would pass for
    what was offered. With an earlier day it can still be had.
    """

    key: str = "proposal"
    title: str = gettext_noop("Proposal")
    audience: Audience = "sponsor"
    needs: frozenset[Need] = frozenset({"as_of"})

    def build(self, programme: Programme, request: ReportRequest) -> Report:
        """Return the proposal as it can be made on a day.

        Raises:
            AsOfRequiredError: no day was given.
            ReportError: the programme is contracted, cancelled or has begun by that day.
        """
        on = request.day(self.key)
        _check_still_to_agree(programme, on)
        _check_not_begun(programme, on)
        lead = programme.purpose.strip()
        return Report(
            self.key,
            programme.title,
            self.audience,
            filled(
                (Paragraph(lead, lead=True),) if lead else (),
                section(gettext("At a glance"), _glance(programme, on), id="at-a-glance"),
                section(gettext("Situation"), prose(programme.situation), id="situation"),
                section(gettext("Drivers"), drivers(programme, on), id="drivers"),
                section(gettext("Objectives"), objectives(programme, on), id="objectives"),
                section(gettext("Approach"), approach(programme, on), id="approach"),
                section(gettext("Schedule"), schedule(programme, on), id="schedule"),
                section(gettext("Team"), people(programme, on), id="team"),
                section(gettext("Evaluation"), judging(programme, on), id="evaluation"),
                section(gettext("Fee"), fee(programme, on), id="fee"),
                section(gettext("Assumptions"), assumptions(programme, on), id="assumptions"),
                section(gettext("Still open"), still_open(programme, on), id="still-open"),
            ),
            subtitle=_subtitle(gettext(self.title), programme),
            language=programme.language,
            as_of=on,
            name=file_name(self.key),
            details={"programme": programme.id},
        )


def _subtitle(title: str, programme: Programme) -> str:
    return f"{title}: {programme.client.name}" if programme.client else title


def _glance(programme: Programme, on: date) -> tuple[Block, ...]:
    participants = len(team(programme, "participant", on))
    return facts(
        (pgettext("of a proposal", "For"), programme.client.name if programme.client else ""),
        (gettext("Sponsor"), listed(introduced(p) for p in team(programme, "sponsor", on))),
        (
            pgettext("of a proposal", "From"),
            listed(introduced(p) for p in team(programme, "facilitator", on)),
        ),
        (gettext("Workshops"), span(programme, on)),
        (gettext("Team"), _participants(participants) if participants else ""),
        (gettext("Fee"), in_short(programme, on)),
    )


def _participants(number: int) -> str:
    return ngettext("{count} participant", "{count} participants", number)


def _check_still_to_agree(programme: Programme, on: date) -> None:
    standing = programme.state(on)
    if standing in _OPEN:
        return
    since = min(e.on for e in programme.events if e.status not in _OPEN)
    raise ReportError(
        f"the programme is '{standing}': there is nothing left to propose, and what holds is what"
        f" was agreed. For the proposal as the plan would make it, name a day before {since}"
    )


def _check_not_begun(programme: Programme, on: date) -> None:
    begun = next((w for w in programme.in_order if takes_place(w, on) and w.day <= on), None)
    if begun is not None:
        raise ReportError(
            f"the workshop '{begun.id}' begins on {day(begun.day)}: a proposal comes before the"
            " first workshop. Name an earlier day, or give the workshop a date that is to come"
        )

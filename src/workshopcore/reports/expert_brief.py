"""The expert's brief: whom they will meet, when, for how long, and what would help the most."""

from __future__ import annotations

from attrs import frozen

from workshopcore.agenda import Row, RunSheet
from workshopcore.contracts.report import Audience, Block, Callout, Column, Paragraph, Report
from workshopcore.contracts.reports import Need, ReportRequest
from workshopcore.errors import ReportError
from workshopcore.model.expert import ExpertEngagement
from workshopcore.model.expert_questions import ranked
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.reports.blocks import bullets, facts, filled, prose, section, table
from workshopcore.reports.expert_terms import follow_ups, terms
from workshopcore.reports.experts import is_off, the_engagement, workshop_of
from workshopcore.reports.naming import file_name
from workshopcore.reports.occasion import (
    aims,
    known_day,
    place,
    row_of,
    status_notice,
    timed,
    when,
)
from workshopcore.reports.people import introduced, role_of
from workshopcore.reports.wording import clock, clocks, count, listed

__all__ = ["ExpertBrief"]

_LIKELY = 5
_CONSENT = {
    "not-asked": "Please tell us whether you agree.",
    "given": "You have agreed to it.",
    "refused": "As you asked, nothing is recorded.",
}


@frozen
class ExpertBrief:
    """Purpose, audience, slot and format, likely questions, sensitivities and practical terms."""

    key: str = "expert-brief"
    title: str = "Brief for our external expert"
    audience: Audience = "expert"
    needs: frozenset[Need] = frozenset({"engagement"})

    def build(self, programme: Programme, request: ReportRequest) -> Report:
        """Return the brief of an expert engagement.

        Raises:
            ReportError: no engagement was named, the expert is not coming, or the agenda of
                the workshop cannot be timed.
            UnknownKeyError: there is no such engagement.
        """
        engagement = _coming(programme, request, self.key)
        workshop = workshop_of(programme, engagement)
        sheet = timed(programme, workshop, request) if workshop else None
        row = row_of(sheet, engagement.session.partition("/")[2]) if sheet else None
        return Report(
            self.key,
            f"{self.title}: {engagement.topic}",
            self.audience,
            filled(
                status_notice(workshop, known_day(request)) if workshop else (),
                _at_a_glance(programme, engagement, workshop, row),
                section("What we ask of you", prose(engagement.brief)),
                _programme(programme),
                _the_workshop(programme, workshop),
                section("Who will be in the room", _audience(programme, engagement, workshop)),
                section("Your slot", _slot(engagement, sheet, row)),
                section("Likely questions", _questions(programme, engagement)),
                section("What to be careful with", prose(engagement.sensitivities)),
                section("On the day", _practical(programme, engagement, workshop)),
                section("Terms", terms(engagement)),
                section("Afterwards", follow_ups(programme, engagement)),
            ),
            subtitle=programme.title,
            language=programme.language,
            as_of=request.as_of,
            name=file_name(self.key, engagement.id),
            details={"programme": programme.id, "engagement": engagement.id},
        )


def _coming(programme: Programme, request: ReportRequest, report: str) -> ExpertEngagement:
    engagement = the_engagement(programme, request, report)
    on = known_day(request)
    if is_off(engagement, on):
        raise ReportError(
            f"the engagement '{engagement.id}' is '{engagement.state(on)}':"
            " there is nobody to brief"
        )
    return engagement


def _at_a_glance(
    programme: Programme, engagement: ExpertEngagement, workshop: Workshop | None, row: Row | None
) -> tuple[Block, ...]:
    slot = f"{clocks(row.start, row.end)} ({count(row.minutes, 'minute')})" if row else ""
    return facts(
        ("For", introduced(programme.person(engagement.expert))),
        ("Topic", engagement.topic),
        ("Client", programme.client.name if programme.client else ""),
        ("Workshop", workshop.title if workshop else "still to be agreed"),
        ("When", when(programme, workshop) if workshop else ""),
        ("Your slot", slot),
    )


def _programme(programme: Programme) -> tuple[Block, ...]:
    return section("The programme", prose(programme.purpose))


def _the_workshop(programme: Programme, workshop: Workshop | None) -> tuple[Block, ...]:
    if workshop is None:
        return ()
    towards = bullets(aims(programme, workshop))
    intro = (Paragraph("It works towards:"),) if towards else ()
    return section("The workshop", prose(workshop.purpose), intro, towards)


def _audience(
    programme: Programme, engagement: ExpertEngagement, workshop: Workshop | None
) -> tuple[Block, ...]:
    people = programme.invited(workshop) if workshop else programme.participants()
    return facts(
        ("How many", count(len(people), "person", "people") if people else ""),
        ("Who they are", engagement.audience),
        ("What they know already", engagement.prior_knowledge),
    )


def _slot(
    engagement: ExpertEngagement, sheet: RunSheet | None, row: Row | None
) -> tuple[Block, ...]:
    talk, questions = engagement.talk_minutes, engagement.question_minutes
    split = facts(
        ("Talk", count(talk, "minute") if talk is not None else ""),
        ("Questions and discussion", count(questions, "minute") if questions is not None else ""),
    )
    if sheet is None or row is None:
        return filled(split, _time_to_come())
    return filled(_times(sheet, row), split, _mismatch(engagement, row), _steps(row))


def _time_to_come() -> tuple[Block, ...]:
    return (Paragraph("We shall tell you the time of your slot as soon as it is set."),)


def _times(sheet: RunSheet, row: Row) -> tuple[Block, ...]:
    """Say what comes before and after, so that nobody walks into an empty room."""
    before, after = _neighbours(sheet, row)
    return facts(
        ("Starts", clock(row.start)),
        ("Ends", clock(row.end)),
        ("Before it", before.title if before else ""),
        ("After it", after.title if after else ""),
    )


def _neighbours(sheet: RunSheet, row: Row) -> tuple[Row | None, Row | None]:
    """Return what the same people do before and after, open time and buffers left out."""
    shown = [r for r in sheet.rows if r.slot and r.kind != "buffer" and _meets(r, row)]
    before = [r for r in shown if r.end <= row.start and r is not row]
    after = [r for r in shown if r.start >= row.end and r is not row]
    return (before[-1] if before else None), (after[0] if after else None)


def _meets(row: Row, other: Row) -> bool:
    depth = min(len(row.track), len(other.track))
    return row.track[:depth] == other.track[:depth]


def _mismatch(engagement: ExpertEngagement, row: Row) -> tuple[Block, ...]:
    """Warn facilitators, not the expert, of a talk that does not fit its slot."""
    wanted = (engagement.talk_minutes or 0) + (engagement.question_minutes or 0)
    if wanted <= row.minutes:
        return ()
    said = f"Talk and questions take {wanted} minutes, the slot has {row.minutes}."
    return (
        Callout(
            "Before you send this",
            (Paragraph(said),),
            kind="warning",
            audience=("facilitators",),
        ),
    )


def _steps(row: Row) -> tuple[Block, ...]:
    steps = row.plan.steps if row.plan else ()
    return table(
        ("Step", Column("Minutes", align="right"), "Arrangement"),
        [
            (
                step.name,
                "" if step.length.usual is None else str(step.length.usual),
                step.arrangement,
            )
            for step in steps
        ],
        caption="How the session runs",
    )


def _questions(programme: Programme, engagement: ExpertEngagement) -> tuple[Block, ...]:
    """Tell what is likeliest to be asked, and by whom only as far as their role."""
    told = []
    for question in ranked(engagement.questions)[:_LIKELY]:
        asker = role_of(programme.person(question.asked_by)) if question.asked_by else ""
        told.append(f"{question.text} (from {asker})" if asker else question.text)
    return bullets(told)


def _practical(
    programme: Programme, engagement: ExpertEngagement, workshop: Workshop | None
) -> tuple[Block, ...]:
    host = programme.person(engagement.host) if engagement.host else None
    return facts(
        *(place(workshop) if workshop else ()),
        ("Arrival", engagement.arrival),
        ("Your session starts", _start(engagement)),
        ("Your host", _reachable(host.name, host.email) if host else ""),
        ("Equipment", "; ".join(engagement.kit)),
        ("Recording", _recording(engagement)),
        ("Facilitation", _facilitators(programme, workshop)),
    )


def _start(engagement: ExpertEngagement) -> str:
    """Return the times that were agreed, which hold even when the day runs late."""
    if engagement.arrives is None:
        return ""
    first, last = engagement.arrives
    if first == last:
        return f"at {first:%H:%M}, also when the day runs late"
    return f"not before {first:%H:%M} and not after {last:%H:%M}, also when the day runs late"


def _recording(engagement: ExpertEngagement) -> str:
    said = engagement.recording.strip()
    asked = _CONSENT[engagement.recording_consent]
    return f"{said} {asked}".strip() if said else ""


def _facilitators(programme: Programme, workshop: Workshop | None) -> str:
    if workshop is None:
        return ""
    return listed(_reachable(p.name, p.email) for p in programme.facilitators_of(workshop))


def _reachable(name: str, email: str) -> str:
    return f"{name} ({email})" if email.strip() else name

"""The expert's brief: whom they will meet, when, for how long, and what would help the most."""

from __future__ import annotations

from attrs import frozen

from workshopcore.agenda import Row, RunSheet
from workshopcore.contracts.report import Audience, Block, Callout, Column, Paragraph, Report
from workshopcore.contracts.reports import Need, ReportRequest
from workshopcore.errors import ReportError
from workshopcore.language import date_in_words, gettext, gettext_noop, ngettext, pgettext
from workshopcore.model.expert import ExpertEngagement, ExpertQuestion
from workshopcore.model.expert_questions import ranked
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.reports.blocks import bullets, facts, filled, prose, section, table
from workshopcore.reports.expert_terms import follow_ups, terms
from workshopcore.reports.experts import is_off, the_engagement, workshop_of
from workshopcore.reports.grouping import seating
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
from workshopcore.reports.people import introduced
from workshopcore.reports.wording import clock, clocks, listed

__all__ = ["ExpertBrief"]

_LIKELY = 5
_CONSENT = {
    "not-asked": gettext_noop("Please tell us whether you agree."),
    "given": gettext_noop("You have agreed to it."),
    "refused": gettext_noop("As you asked, nothing is recorded."),
}


@frozen
class ExpertBrief:
    """Purpose, audience, slot and format, likely questions, sensitivities and practical terms."""

    key: str = "expert-brief"
    title: str = gettext_noop("Brief for our external expert")
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
            f"{gettext(self.title)}: {engagement.topic}",
            self.audience,
            filled(
                status_notice(workshop, known_day(request)) if workshop else (),
                _at_a_glance(programme, engagement, workshop, row),
                section(gettext("What we ask of you"), prose(engagement.brief)),
                _programme(programme),
                _the_workshop(programme, workshop),
                section(
                    gettext("Who will be in the room"),
                    _audience(programme, engagement, workshop),
                ),
                section(gettext("Your slot"), _slot(engagement, sheet, row)),
                section(gettext("Likely questions"), _questions(programme, engagement)),
                section(gettext("What to be careful with"), prose(engagement.sensitivities)),
                section(gettext("On the day"), _practical(programme, engagement, workshop)),
                section(gettext("Terms"), terms(engagement)),
                section(gettext("Afterwards"), follow_ups(programme, engagement)),
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
    slot = f"{clocks(row.start, row.end)} ({_minutes(row.minutes)})" if row else ""
    return facts(
        (pgettext("whom a letter is for", "For"), introduced(programme.person(engagement.expert))),
        (gettext("Topic"), engagement.topic),
        (gettext("Client"), programme.client.name if programme.client else ""),
        (gettext("Workshop"), workshop.title if workshop else gettext("still to be agreed")),
        (gettext("When"), when(programme, workshop) if workshop else ""),
        (gettext("Your slot"), slot),
    )


def _minutes(number: int | None) -> str:
    return "" if number is None else ngettext("{count} minute", "{count} minutes", number)


def _programme(programme: Programme) -> tuple[Block, ...]:
    return section(gettext("The programme"), prose(programme.purpose))


def _the_workshop(programme: Programme, workshop: Workshop | None) -> tuple[Block, ...]:
    if workshop is None:
        return ()
    towards = bullets(aims(programme, workshop))
    intro = (Paragraph(gettext("It works towards:")),) if towards else ()
    return section(gettext("The workshop"), prose(workshop.purpose), intro, towards)


def _audience(
    programme: Programme, engagement: ExpertEngagement, workshop: Workshop | None
) -> tuple[Block, ...]:
    people = programme.invited(workshop) if workshop else programme.participants()
    many = ngettext("{count} person", "{count} people", len(people)) if people else ""
    return facts(
        (gettext("How many"), many),
        (gettext("Who they are"), engagement.audience),
        (gettext("What they know already"), engagement.prior_knowledge),
    )


def _slot(
    engagement: ExpertEngagement, sheet: RunSheet | None, row: Row | None
) -> tuple[Block, ...]:
    split = facts(
        (gettext("Talk"), _minutes(engagement.talk_minutes)),
        (gettext("Questions and discussion"), _minutes(engagement.question_minutes)),
    )
    if sheet is None or row is None:
        return filled(split, _time_to_come())
    return filled(_times(sheet, row), split, _mismatch(engagement, row), _steps(row))


def _time_to_come() -> tuple[Block, ...]:
    said = gettext("We shall tell you the time of your slot as soon as it is set.")
    return (Paragraph(said),)


def _times(sheet: RunSheet, row: Row) -> tuple[Block, ...]:
    """Say what comes before and after, so that nobody walks into an empty room."""
    before, after = _neighbours(sheet, row)
    return facts(
        (gettext("Starts"), clock(row.start)),
        (gettext("Ends"), clock(row.end)),
        (gettext("Before it"), before.title if before else ""),
        (gettext("After it"), after.title if after else ""),
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
    said = gettext(
        "Talk and questions take {wanted} minutes, the slot has {minutes}.",
        wanted=wanted,
        minutes=row.minutes,
    )
    return (
        Callout(
            gettext("Before you send this"),
            (Paragraph(said),),
            kind="warning",
            audience=("facilitators",),
        ),
    )


def _steps(row: Row) -> tuple[Block, ...]:
    steps = row.plan.steps if row.plan else ()
    return table(
        (gettext("Step"), Column(gettext("Minutes"), align="right"), gettext("Arrangement")),
        [
            (
                step.name,
                "" if step.length.usual is None else str(step.length.usual),
                seating(step.arrangement),
            )
            for step in steps
        ],
        caption=gettext("How the session runs"),
    )


def _questions(programme: Programme, engagement: ExpertEngagement) -> tuple[Block, ...]:
    """Tell what is likeliest to be asked, and by whom only as far as their role."""
    return bullets(
        _asked(programme, question) for question in ranked(engagement.questions)[:_LIKELY]
    )


def _asked(programme: Programme, question: ExpertQuestion) -> str:
    if not question.asked_by:
        return question.text
    asker = {
        "participant": gettext("from a participant"),
        "facilitator": gettext("from a facilitator"),
        "expert": gettext("from an external expert"),
        "sponsor": gettext("from the sponsor"),
        "observer": gettext("from an observer"),
    }
    return f"{question.text} ({asker[programme.person(question.asked_by).role]})"


def _practical(
    programme: Programme, engagement: ExpertEngagement, workshop: Workshop | None
) -> tuple[Block, ...]:
    host = programme.person(engagement.host) if engagement.host else None
    return facts(
        *(place(workshop) if workshop else ()),
        (gettext("Arrival"), engagement.arrival),
        (gettext("Your session starts"), _start(engagement)),
        (gettext("Your host"), _reachable(host.name, host.email) if host else ""),
        (gettext("Equipment"), "; ".join(engagement.kit)),
        (gettext("Recording"), _recording(engagement)),
        (gettext("Facilitation"), _facilitators(programme, workshop)),
    )


def _start(engagement: ExpertEngagement) -> str:
    """Return the times that were agreed, which hold even when the day runs late."""
    if engagement.arrives is None:
        return ""
    first, last = (date_in_words(edge, "clock") for edge in engagement.arrives)
    if first == last:
        return gettext("at {time}, also when the day runs late", time=first)
    return gettext(
        "not before {first} and not after {last}, also when the day runs late",
        first=first,
        last=last,
    )


def _recording(engagement: ExpertEngagement) -> str:
    said = engagement.recording.strip()
    asked = gettext(_CONSENT[engagement.recording_consent])
    return f"{said} {asked}".strip() if said else ""


def _facilitators(programme: Programme, workshop: Workshop | None) -> str:
    if workshop is None:
        return ""
    return listed(_reachable(p.name, p.email) for p in programme.facilitators_of(workshop))


def _reachable(name: str, email: str) -> str:
    return f"{name} ({email})" if email.strip() else name

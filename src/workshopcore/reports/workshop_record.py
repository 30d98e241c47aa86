"""The workshop record: what was said, decided and agreed, for all who should have been there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from attrs import frozen

from workshopcore.contracts.report import Audience, Block, Inline, Paragraph, Report, Run
from workshopcore.contracts.reports import Need, ReportRequest
from workshopcore.errors import ReportError
from workshopcore.language import gettext, gettext_noop, pgettext
from workshopcore.model.outcomes import Decision
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Capture, Workshop
from workshopcore.reports.actual_times import actual_times
from workshopcore.reports.attachments import attachments
from workshopcore.reports.attendance import attendance
from workshopcore.reports.blocks import bullets, facts, filled, prose, section, table
from workshopcore.reports.coming_up import coming_up
from workshopcore.reports.experts import announced, engaged
from workshopcore.reports.naming import file_name
from workshopcore.reports.occasion import (
    aims,
    item_titles,
    numbered,
    place,
    takes_place,
    when,
)
from workshopcore.reports.parked import parked
from workshopcore.reports.people import introduced
from workshopcore.reports.reviewed import agreed_there, reviewed_there
from workshopcore.reports.wording import capitalised, day, listed

__all__ = ["WorkshopRecord"]

_METHODS = {
    "consensus": gettext_noop("By consensus"),
    "vote": gettext_noop("By vote"),
    "sponsor": gettext_noop("By the sponsor"),
}
_WORD_FOR_WORD = gettext_noop(
    "This is what was written down on the day, in the words that were used. Nothing has been"
    " summed up, put in order of importance or reinterpreted."
)


@frozen
class WorkshopRecord:
    """Attendance, outputs word for word, decisions, actions, parked issues and the next date.

    Only after the workshop: until then there is nothing to record. What is for facilitators
    alone (notes on attendance, actual times) shows in a house's own copy for them, made with
    ``WorkshopRecord(key="facilitators-record", audience="facilitators")``.
    """

    key: str = "workshop-record"
    title: str = gettext_noop("Workshop record")
    audience: Audience = "participants"
    needs: frozenset[Need] = frozenset({"workshop", "as_of"})

    def build(self, programme: Programme, request: ReportRequest) -> Report:
        """Return the record of a workshop as it is known at the end of a day.

        Raises:
            AsOfRequiredError: no day was given.
            ReportError: no workshop was named, or it has not been held by that day.
            UnknownKeyError: there is no such workshop.
        """
        workshop = request.the_workshop(programme, self.key)
        as_of = request.day(self.key)
        _check_held(workshop, as_of)
        titles = item_titles(workshop, request.formats)
        return Report(
            self.key,
            f"{gettext(self.title)}: {workshop.title}",
            self.audience,
            filled(
                _at_a_glance(programme, workshop),
                section(
                    gettext("Purpose"), prose(workshop.purpose), bullets(aims(programme, workshop))
                ),
                section(gettext("Who was there"), attendance(programme, workshop)),
                section(gettext("What came out of it"), _captures(workshop, titles)),
                section(gettext("Photographs and files"), attachments(workshop, titles)),
                section(gettext("External expert"), _experts(programme, workshop, as_of)),
                section(gettext("Decisions"), _decisions(programme, workshop, as_of)),
                section(gettext("Actions agreed"), agreed_there(programme, workshop, as_of)),
                section(gettext("Actions reviewed"), reviewed_there(programme, workshop, as_of)),
                section(gettext("Parked for later"), parked(programme, workshop, as_of)),
                section(
                    gettext("How we agreed to work together"), _ground_rules(programme, workshop)
                ),
                actual_times(programme, workshop, request),
                section(
                    pgettext("of what comes after a workshop", "Next"),
                    coming_up(programme, workshop, as_of),
                ),
            ),
            subtitle=programme.title,
            language=programme.language,
            as_of=as_of,
            name=file_name(self.key, workshop.id),
            details={"programme": programme.id, "workshop": workshop.id},
        )


def _check_held(workshop: Workshop, as_of: date) -> None:
    if not takes_place(workshop, as_of):
        raise ReportError(
            f"'{workshop.id}' is '{workshop.state(as_of)}' on {as_of}: there is nothing to record"
        )
    if as_of < workshop.day:
        raise ReportError(
            f"'{workshop.id}' is on {workshop.day}: on {as_of} there is nothing to record yet"
        )


def _at_a_glance(programme: Programme, workshop: Workshop) -> tuple[Block, ...]:
    return facts(
        (gettext("Workshop"), numbered(programme, workshop)),
        (gettext("When"), when(programme, workshop)),
        *place(workshop)[:1],
        (
            gettext("Facilitation"),
            listed(introduced(p) for p in programme.facilitators_of(workshop)),
        ),
    )


def _captures(workshop: Workshop, titles: Mapping[str, str]) -> tuple[Block, ...]:
    """Give what was written down word for word, session by session in agenda order."""
    if not workshop.captures:
        return ()
    found: dict[str, list[Capture]] = {}
    for capture in workshop.captures:
        found.setdefault(capture.session, []).append(capture)
    return filled(
        (Paragraph(gettext(_WORD_FOR_WORD)),),
        *(
            section(title, bullets(_capture(capture) for capture in found.get(name, ())))
            for name, title in titles.items()
        ),
    )


def _capture(capture: Capture) -> Inline:
    if not capture.label.strip():
        return capture.text
    return (Run(f"{capture.label}: ", "strong"), Run(capture.text))


def _experts(programme: Programme, workshop: Workshop, as_of: date) -> tuple[Block, ...]:
    parts: list[tuple[Block, ...]] = []
    coming = engaged(programme, as_of)
    for engagement in programme.engagements_of(workshop):
        if engagement not in coming:
            continue
        who = announced(programme, engagement, as_of)
        parts.append((Paragraph(f"{capitalised(who)}: {engagement.topic}"),))
        parts.append(
            table(
                (gettext("Question"), gettext("Answer")),
                [(question.text, question.answer) for question in engagement.questions],
            )
        )
        parts.append(
            table(
                (
                    pgettext("of what an expert will send", "To follow"),
                    gettext("Who"),
                    pgettext("of a date", "By"),
                    pgettext("of a date", "Done"),
                ),
                [
                    (
                        entry.text,
                        programme.person(entry.owner).name if entry.owner else "",
                        day(entry.due) if entry.due else "",
                        day(entry.done) if entry.done and entry.done <= as_of else "",
                    )
                    for entry in engagement.follow_ups
                ],
            )
        )
    return filled(*parts)


def _came_from(origin: str, workshop: Workshop) -> bool:
    return origin.partition("/")[0] == workshop.id


def _decisions(programme: Programme, workshop: Workshop, as_of: date) -> tuple[Block, ...]:
    return table(
        (
            gettext("Decision"),
            pgettext("of a decision", "How"),
            gettext("Why"),
            gettext("Seen differently"),
            gettext("On whose authority"),
            gettext("Since then"),
        ),
        [
            (
                decision.statement,
                gettext(_METHODS[decision.method]),
                decision.rationale,
                decision.dissent,
                decision.authority,
                _since(programme, decision, as_of),
            )
            for decision in programme.decisions
            if _came_from(decision.origin, workshop)
            and (decision.made is None or decision.made <= as_of)
        ],
        row_headings=True,
    )


def _since(programme: Programme, decision: Decision, as_of: date) -> str:
    """Say if a decision was taken back; one that took its place counts once it is made."""
    if decision.reversed is not None and decision.reversed <= as_of:
        return gettext("reversed on {day}", day=day(decision.reversed))
    for later in programme.decisions:
        if later.id == decision.superseded_by and (later.made is None or later.made <= as_of):
            return gettext("replaced by: {decision}", decision=later.statement)
    return ""


def _ground_rules(programme: Programme, workshop: Workshop) -> tuple[Block, ...]:
    return bullets(r.text for r in programme.ground_rules if r.agreed_at == workshop.id)

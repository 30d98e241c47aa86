"""Questions to an expert: the slip and the ballot before the session, the answers after it."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from workshopcore.contracts.report import Audience, Block, Column, FormField, Paragraph, Report
from workshopcore.contracts.reports import Need, ReportRequest
from workshopcore.errors import ReportError
from workshopcore.language import gettext, gettext_noop
from workshopcore.model.expert import ExpertEngagement
from workshopcore.model.expert_questions import ranked
from workshopcore.model.programme import Programme
from workshopcore.reports.blocks import facts, filled, section, table
from workshopcore.reports.experts import announced, is_off, the_engagement, workshop_of
from workshopcore.reports.naming import file_name
from workshopcore.reports.occasion import known_day, when
from workshopcore.reports.wording import listed

__all__ = ["ExpertQuestions"]

_HELD = frozenset({"delivered", "followed-up", "paid"})
_PLACES = (
    gettext_noop("First choice"),
    gettext_noop("Second choice"),
    gettext_noop("Third choice"),
)
_ASK = gettext_noop(
    "What do you want to know that you could not look up? Write one question to a line, in your"
    " own words. Nobody outside the team learns who asked what."
)
_RANK = gettext_noop(
    "These questions came in so far. Write the numbers of those that you most want answered; the"
    " first counts most."
)


@frozen
class ExpertQuestions:
    """Room for questions of one's own and a ballot on the others; afterwards, what was answered."""

    key: str = "expert-questions"
    title: str = gettext_noop("Questions for our expert")
    audience: Audience = "participants"
    needs: frozenset[Need] = frozenset({"engagement"})

    def build(self, programme: Programme, request: ReportRequest) -> Report:
        """Return the slip, or after the session the questions with their answers.

        Raises:
            ReportError: no engagement was named, the expert is not coming, or has been and was
                asked nothing.
            UnknownKeyError: there is no such engagement.
        """
        engagement = the_engagement(programme, request, self.key)
        on = known_day(request)
        state = engagement.state(on)
        held = state in _HELD
        if is_off(engagement, on) or (held and not engagement.questions):
            what = "nothing was asked" if held else "there is nobody to ask"
            raise ReportError(f"the engagement '{engagement.id}' is '{state}': {what}")
        if held:
            parts = section(gettext("What was asked, and answered"), _answers(engagement))
        else:
            parts = filled(
                section(gettext("Which matter most?"), _ballot(engagement)),
                section(gettext("What would you ask?"), _slip()),
            )
        return Report(
            self.key,
            f"{gettext(self.title)}: {engagement.topic}",
            self.audience,
            filled(_what_it_is_for(programme, engagement, on, asking=not held), parts),
            subtitle=programme.title,
            language=programme.language,
            as_of=request.as_of,
            name=file_name(self.key, engagement.id),
            details={"programme": programme.id, "engagement": engagement.id},
        )


def _what_it_is_for(
    programme: Programme, engagement: ExpertEngagement, on: date, *, asking: bool
) -> tuple[Block, ...]:
    workshop = workshop_of(programme, engagement)
    host = programme.person(engagement.host).name if engagement.host else ""
    runs = [one.name for one in programme.facilitators_of(workshop)] if workshop else []
    return facts(
        (gettext("The expert"), announced(programme, engagement, on)),
        (gettext("Topic"), engagement.topic),
        (gettext("Workshop"), workshop.title if workshop else ""),
        (gettext("When"), when(programme, workshop) if workshop else ""),
        (gettext("Give this to"), (host or listed(runs)) if asking else ""),
    )


def _answers(engagement: ExpertEngagement) -> tuple[Block, ...]:
    return table(
        (gettext("Question"), gettext("Answer")),
        [(one.text, one.answer) for one in ranked(engagement.questions)],
    )


def _ballot(engagement: ExpertEngagement) -> tuple[Block, ...]:
    """Return the questions by the numbers that they have in the programme, and the places."""
    if len(engagement.questions) < 2:
        return ()
    rows = [(str(number), one.text) for number, one in enumerate(engagement.questions, 1)]
    places = _PLACES[: len(rows) - 1]
    return filled(
        (Paragraph(gettext(_RANK)),),
        table((Column(gettext("No."), align="right"), gettext("Question")), rows),
        tuple(
            FormField(gettext(place), hint=gettext("the number of a question")) for place in places
        ),
    )


def _slip() -> tuple[Block, ...]:
    return (
        Paragraph(gettext(_ASK)),
        FormField(gettext("Your questions"), "text", lines=6),
    )

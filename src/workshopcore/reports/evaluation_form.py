"""The questionnaire of a wave as a form: what it is for, who reads it, and room to answer."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from workshopcore.contracts.report import (
    Audience,
    Block,
    Callout,
    FormField,
    PageBreak,
    Paragraph,
    Report,
)
from workshopcore.contracts.reports import Need, ReportRequest
from workshopcore.errors import ReportError
from workshopcore.evaluation.instruments import eligible
from workshopcore.evaluation.instruments.asking import confidentiality
from workshopcore.language import gettext, gettext_noop, ngettext, pgettext
from workshopcore.model.evaluation import Question, Wave
from workshopcore.model.programme import Programme
from workshopcore.reports.blocks import facts, filled, prose, section
from workshopcore.reports.form_fields import fields_of, sections_of
from workshopcore.reports.naming import file_name
from workshopcore.reports.wording import weekday

__all__ = ["EvaluationForm"]

_OVER = frozenset({"closed", "analysed", "reported"})


@frozen
class EvaluationForm:
    """A form to print or to fill in on a screen, for a wave that is open or to come."""

    key: str = "evaluation-form"
    title: str = gettext_noop("Evaluation form")
    audience: Audience = "participants"
    needs: frozenset[Need] = frozenset({"wave"})

    def build(self, programme: Programme, request: ReportRequest) -> Report:
        """Return the form.

        Raises:
            ReportError: no wave was named, it has no instrument, or it is over.
            UnknownKeyError: there is no such wave.
        """
        wave = request.the_wave(programme, self.key)
        if not wave.instrument:
            raise ReportError(f"the wave '{wave.id}' has no instrument: name what it asks")
        _refuse_what_is_over(wave, request.as_of)
        instrument = programme.instrument(wave.instrument)
        apart = [question for question in instrument.questions if question.apart]
        return Report(
            self.key,
            instrument.title,
            self.audience,
            filled(
                prose(instrument.introduction),
                _terms(programme, wave),
                sections_of(one for one in instrument.questions if not one.apart),
                _sheet_apart(apart),
            ),
            subtitle=f"{programme.title} · {wave.title}",
            language=programme.language,
            as_of=request.as_of,
            name=file_name(self.key, wave.id),
            details={"programme": programme.id, "wave": wave.id, "instrument": instrument.id},
        )


def _refuse_what_is_over(wave: Wave, on: date | None) -> None:
    """Refuse a form that nobody can hand in any more.

    Raises:
        ReportError: the wave is over on the day.
    """
    if on is None:
        return
    if wave.state(on) in _OVER:
        raise ReportError(f"the wave '{wave.id}' is {wave.state(on)}: nobody is asked any more")
    if wave.closes is not None and wave.closes < on:
        raise ReportError(f"the wave '{wave.id}' closed on {wave.closes}: nobody is asked any more")


def _terms(programme: Programme, wave: Wave) -> tuple[Block, ...]:
    asked = len(eligible(programme, wave))
    pairs = facts(
        (
            gettext("Who is asked"),
            ngettext("{count} person", "{count} people", asked) if asked else "",
        ),
        (gettext("Answers until"), weekday(wave.closes) if wave.closes else ""),
    )
    optional = gettext("Leave out whatever you would rather not answer.")
    said = Paragraph(f"{confidentiality(programme)} {optional}")
    return (Callout(gettext("Before you begin"), (said, *pairs)),)


def _sheet_apart(questions: list[Question]) -> tuple[Block, ...]:
    """Return what is asked by name, on a sheet that can be torn off."""
    if not questions:
        return ()
    title = questions[0].section.strip() or gettext("On a sheet of its own")
    apart = gettext("This sheet bears your name, so it is collected apart from your answers.")
    name = FormField(
        gettext("Your name"), hint=gettext("Only if you agree to something on this sheet")
    )
    date = FormField(pgettext("beside a signature", "Date"))
    return (
        PageBreak(),
        *section(title, (Paragraph(apart),), fields_of(questions), (name, date)),
    )

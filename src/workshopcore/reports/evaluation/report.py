"""The evaluation report: what was done, found and concluded, and how far each of it goes."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from workshopcore.contracts.evaluation import Evaluation
from workshopcore.contracts.report import Audience, Block, Paragraph, Report
from workshopcore.contracts.reports import Need, ReportRequest
from workshopcore.errors import ReportError, shown
from workshopcore.language import gettext, gettext_noop
from workshopcore.model.options import Options
from workshopcore.model.programme import Programme
from workshopcore.reports.blocks import filled, section
from workshopcore.reports.evaluation.annexes import annexes
from workshopcore.reports.evaluation.change import changes
from workshopcore.reports.evaluation.conclusions import conclusions, recommendations
from workshopcore.reports.evaluation.coverage import covered
from workshopcore.reports.evaluation.findings import answered, wrote
from workshopcore.reports.evaluation.implementation import implementation
from workshopcore.reports.evaluation.known import known_by
from workshopcore.reports.evaluation.limits import limits
from workshopcore.reports.evaluation.logic import logic
from workshopcore.reports.evaluation.method import method, purpose
from workshopcore.reports.evaluation.summary import no_answers, summary
from workshopcore.reports.naming import file_name
from workshopcore.reports.results import how_sure, results, rival_explanations
from workshopcore.reports.voices import voices
from workshopcore.trace import Trace, trace

__all__ = ["EvaluationReport"]


@frozen
class EvaluationReport:
    """What a programme came to, for whoever pays for it: counts first, and nobody named.

    It says what can be said on any day, with or without answers, and what it cannot say. Of
    answers it prints what passed disclosure control, and nothing else.
    """

    key: str = "evaluation-report"
    title: str = gettext_noop("Evaluation report")
    audience: Audience = "sponsor"
    needs: frozenset[Need] = frozenset({"as_of"})

    def build(self, programme: Programme, request: ReportRequest) -> Report:
        """Return the evaluation as it stands at the end of a day.

        The option ``tests`` adds to the annex everything that the evaluation says of a change,
        such as effect sizes, where it was asked for them.

        Raises:
            AsOfRequiredError: no day was given.
            ReportError: an option is not known, or not what it should be.
        """
        as_of = request.day(self.key)
        tests = _tests(request.options, self.key)
        found = trace(programme, as_of)
        evaluation = known_by(request.evaluation, as_of)
        return Report(
            self.key,
            gettext(self.title),
            self.audience,
            _told(programme, found, evaluation, tests),
            subtitle=programme.title,
            language=programme.language,
            as_of=as_of,
            name=file_name(self.key),
            details={"programme": programme.id},
        )


def _tests(options: Options, report: str) -> bool:
    for name in options:
        if name != "tests":
            raise ReportError(f"the report '{report}' has no option {shown(name)}. It knows tests")
    given = options.get("tests", False)
    if not isinstance(given, bool):
        raise ReportError(f"the report '{report}', option 'tests': expected true or false")
    return given


def _told(
    programme: Programme, found: Trace, evaluation: Evaluation | None, tests: bool
) -> tuple[Block, ...]:
    objectives = covered(found)
    as_of = found.as_of
    return filled(
        section(gettext("Summary"), summary(programme, found, evaluation), id="summary"),
        section(
            gettext("The logic of the programme"), logic(programme, found, objectives), id="logic"
        ),
        section(gettext("What the evaluation asks"), purpose(programme, as_of), id="purpose"),
        section(gettext("Method and response"), method(programme, found, evaluation), id="method"),
        section(gettext("What was done"), implementation(programme, as_of), id="implementation"),
        section(gettext("Findings"), _findings(programme, found, evaluation), id="findings"),
        section(gettext("Limits"), limits(programme, found, evaluation), id="limits"),
        section(
            gettext("Conclusions"), conclusions(programme, found, objectives), id="conclusions"
        ),
        section(
            gettext("Recommendations"), recommendations(programme, found), id="recommendations"
        ),
        section(
            gettext("Annexes"), annexes(programme, found, evaluation, tests=tests), id="annexes"
        ),
    )


def _findings(
    programme: Programme, found: Trace, evaluation: Evaluation | None
) -> tuple[Block, ...]:
    as_of: date = found.as_of
    gains = results(programme, as_of) if found.gains else ()
    none = () if gains else (Paragraph(gettext("No gain had been stated by then.")),)
    return filled(
        (Paragraph(no_answers(found)),) if evaluation is None else answered(evaluation),
        section(gettext("Change"), changes(evaluation)) if evaluation else (),
        section(gettext("What people wrote"), wrote(programme, evaluation)) if evaluation else (),
        section(gettext("Results"), gains, none),
        section(gettext("How sure the results are"), how_sure(programme, as_of)),
        section(gettext("What else could explain it"), rival_explanations(programme, as_of)),
        section(gettext("What people said"), voices(programme, "programme", "client", as_of)),
        section(gettext("About the external expert"), voices(programme, "expert", "client", as_of)),
        section(
            gettext("About the facilitation"), voices(programme, "facilitator", "client", as_of)
        ),
    )

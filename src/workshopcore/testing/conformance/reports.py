"""What every report type does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from copy import deepcopy
from datetime import date, timedelta
from functools import cache
from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import given

from workshopcore.contracts.audience import filtered
from workshopcore.contracts.evaluation import Evaluation
from workshopcore.contracts.formats import SessionFormat
from workshopcore.contracts.report import Report
from workshopcore.contracts.reports import Renderer, ReportRequest, ReportType
from workshopcore.errors import AsOfRequiredError, ReportError, TemplateError, WorkshopCoreError
from workshopcore.model.action import Action, Update
from workshopcore.model.lifecycle import Event
from workshopcore.model.outcomes import Decision
from workshopcore.model.programme import Programme
from workshopcore.renderers import built_in_renderers, built_in_styles
from workshopcore.testing.conformance.inherited import inherited
from workshopcore.testing.conformance.keys import refusal
from workshopcore.testing.sample import AS_OF, CLOSE, SECRET, sample_programme
from workshopcore.testing.sample.answers import sample_evaluation
from workshopcore.testing.strategies import programmes
from workshopcore.toolkit import Toolkit
from workshopcore.toolkit.naming import file_stem
from workshopcore.toolkit.requesting import SUBJECTS, made_request

__all__ = ["ReportConformance"]


class ReportConformance:
    """Tests of a report type: give it a fixture ``report_type`` that returns yours.

    They build it for everything in ``sample_programme()`` and for programmes of all kinds.
    A report may answer "not for this programme" with a ``ReportError``, and nothing else.
    """

    options: Mapping[str, Any] = {}
    """What the report is told in these tests."""

    days: tuple[str, ...] = (AS_OF, CLOSE)
    """The days that it is built for: one in the middle of the year, one at its end."""

    def test_toolkit_accepts_it(self, report_type: ReportType) -> None:
        assert refusal("reports", report_type) == ""
        assert report_type.title.strip()

    def test_sample_programme_can_be_reported(self, report_type: ReportType) -> None:
        assert list(self.built(report_type, sample_programme()))

    def test_programme_with_nothing_in_it_is_reported_or_refused(
        self, report_type: ReportType
    ) -> None:
        for report in self.built(report_type, Programme(title="Nothing yet")):
            assert isinstance(report, Report)

    def test_formats_that_are_not_installed_are_no_obstacle(self, report_type: ReportType) -> None:
        programme = sample_programme()
        for asked in self.requests(report_type, programme, self.days):
            request = made_request(report_type, programme, asked, {}, _reports())
            with suppress(WorkshopCoreError):  # a day that cannot be timed is refused
                report_type.build(programme, request)

    def test_report_is_what_its_type_says(self, report_type: ReportType) -> None:
        for report in self.built(report_type, sample_programme()):
            assert isinstance(report, Report)
            assert (report.key, report.audience) == (report_type.key, report_type.audience)
            assert report.title.strip()
            fit = (report_type.key, file_stem(report.name))
            assert report.name in fit, "a name is made of ASCII letters, digits and hyphens"

    def test_names_are_distinct(self, report_type: ReportType) -> None:
        built = self.built(report_type, sample_programme(), self.days[-1:])
        names = [report.name for report in built]
        if set(names) != {report_type.key}:
            assert len(set(names)) == len(names), "a report about each thing has a name of its own"

    def test_day_that_is_missing_is_asked_for(self, report_type: ReportType) -> None:
        if "as_of" in report_type.needs:
            request = self.without_a_day(report_type, sample_programme())
            with pytest.raises(AsOfRequiredError):
                report_type.build(sample_programme(), request)

    def test_day_that_is_not_needed_may_be_missing(self, report_type: ReportType) -> None:
        if "as_of" not in report_type.needs:
            request = self.without_a_day(report_type, sample_programme())
            assert isinstance(report_type.build(sample_programme(), request), Report)

    def test_what_happens_later_changes_no_earlier_report(self, report_type: ReportType) -> None:
        if "as_of" in report_type.needs:
            first = list(self.built(report_type, sample_programme(), (AS_OF,)))
            assert list(self.built(report_type, _a_month_later(), (AS_OF,))) == first

    def test_answers_to_questionnaires_are_printed_or_left_out(
        self, report_type: ReportType
    ) -> None:
        shown = sample_evaluation(date.fromisoformat(AS_OF))
        assert self.shown(report_type, shown, self.days)

    def test_answers_that_came_later_change_no_earlier_report(
        self, report_type: ReportType
    ) -> None:
        if "as_of" in report_type.needs:
            day = date.fromisoformat(AS_OF)
            later = sample_evaluation(day + timedelta(days=120))
            nothing = Evaluation(day)
            assert self.shown(report_type, later) == self.shown(report_type, nothing)

    def test_same_request_gives_the_same_report(self, report_type: ReportType) -> None:
        first = list(self.built(report_type, sample_programme()))
        assert list(self.built(report_type, sample_programme())) == first

    def test_programme_stays_as_it_was(self, report_type: ReportType) -> None:
        programme, untouched = sample_programme(), deepcopy(sample_programme())
        list(self.built(report_type, programme))
        assert programme == untouched

    def test_what_facilitators_keep_reaches_nobody_else(self, report_type: ReportType) -> None:
        if report_type.audience != "facilitators":
            for report in self.built(report_type, sample_programme()):
                assert SECRET not in repr(filtered(report).blocks)

    @pytest.mark.parametrize("renderer", built_in_renderers(), ids=lambda each: str(each.key))
    def test_every_built_in_renderer_writes_it(
        self, report_type: ReportType, renderer: Renderer
    ) -> None:
        style = next(style for style in built_in_styles() if style.key == "plain")
        for report in self.built(report_type, sample_programme()):
            assert renderer.render(filtered(report), style)

    @inherited
    @given(programme=programmes())
    def test_any_programme_can_be_reported_or_is_refused(
        self, report_type: ReportType, programme: Programme
    ) -> None:
        for report in self.built(report_type, programme):
            assert report.audience == report_type.audience

    def requests(
        self, report_type: ReportType, programme: Programme, days: Sequence[str]
    ) -> Iterator[dict[str, Any]]:
        """Yield a request for everything that the report can be about, for each day."""
        needed = [name for name in SUBJECTS if name in report_type.needs]
        for day, *ids in product(days, *(SUBJECTS[name](programme) for name in needed)):
            subjects: dict[str, Any] = dict(zip(needed, ids, strict=True))
            yield {"as_of": day, "options": self.options, **subjects}

    def without_a_day(self, report_type: ReportType, programme: Programme) -> ReportRequest:
        """Return a request that names everything the report needs but the day."""
        asked = next(self.requests(report_type, programme, self.days))
        request = made_request(report_type, programme, asked, _formats(), _reports())
        return attrs.evolve(request, as_of=None)

    def built(
        self, report_type: ReportType, programme: Programme, days: Sequence[str] = ()
    ) -> Iterator[Report]:
        """Yield the report about everything it can be about, refusals left out."""
        for asked in self.requests(report_type, programme, days or self.days):
            request = made_request(report_type, programme, asked, _formats(), _reports())
            report, refused = self.answer(report_type, programme, request)
            assert refused is None or refused.strip(), "a refusal says why"
            if refused is None:
                yield report

    def shown(
        self, report_type: ReportType, evaluation: Evaluation, days: Sequence[str] = (AS_OF,)
    ) -> list[tuple[Any, str | None]]:
        """Return the report about everything it can be about, given an evaluation, or refusals."""
        programme = sample_programme()
        return [
            self.answer(
                report_type,
                programme,
                made_request(
                    report_type,
                    programme,
                    {**asked, "evaluation": evaluation},
                    _formats(),
                    _reports(),
                ),
            )
            for asked in self.requests(report_type, programme, days)
        ]

    def answer(
        self, report_type: ReportType, programme: Programme, request: ReportRequest
    ) -> tuple[Any, str | None]:
        """Return what it builds, or nothing and the words of its refusal."""
        try:
            return report_type.build(programme, request), None
        except TemplateError:
            raise  # a template that fails has refused nothing
        except ReportError as error:
            return None, str(error)


def _a_month_later() -> Programme:
    """Return the sample programme with news that nobody had on ``AS_OF``."""
    later = date.fromisoformat(AS_OF) + timedelta(days=30)
    return (
        sample_programme()
        .with_update("ask", Update(later, "done", note="Heard later"))
        .with_action(Action("Thought of later", "hana-sato", id="later", created=later))
        .with_decision(Decision("Decided later", made=later))
        .with_event(Event(later, "substantiated"), "gain", "answered")
    )


@cache
def _formats() -> Mapping[str, SessionFormat]:
    return dict(Toolkit(discover=False).formats)


@cache
def _reports() -> Mapping[str, ReportType]:
    return dict(Toolkit(discover=False).reports)

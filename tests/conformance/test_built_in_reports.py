"""The library's own reports pass the kit that plugins' reports pass."""

import pytest
from hypothesis import given

from workshopcore.reports import Proposal, built_in_reports
from workshopcore.testing import ReportConformance
from workshopcore.testing.strategies import programmes


class TestBuiltInReports(ReportConformance):
    @pytest.fixture(
        params=[each for each in built_in_reports() if each.key != "proposal"],
        ids=lambda each: each.key,
    )
    def report_type(self, request):
        return request.param

    # Every programme is reported by all of them together, below: it takes longer to make one.
    test_any_programme_can_be_reported_or_is_refused = None


class TestProposal(ReportConformance):
    # It is made before there is a contract.
    days = ("2026-11-02",)

    @pytest.fixture
    def report_type(self):
        return Proposal()

    test_any_programme_can_be_reported_or_is_refused = None


@given(programmes())
def test_any_programme_can_be_reported_in_every_way_or_is_refused(programme):
    for report_type in built_in_reports():
        for report in ReportConformance().built(report_type, programme):
            assert report.audience == report_type.audience

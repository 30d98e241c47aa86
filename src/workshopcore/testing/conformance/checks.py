"""What every check does."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from functools import cache

from hypothesis import given

from workshopcore.contracts.checks import Check, CheckContext
from workshopcore.contracts.formats import SessionFormat
from workshopcore.model.finding import Finding
from workshopcore.model.programme import Programme
from workshopcore.testing.conformance.inherited import inherited
from workshopcore.testing.conformance.keys import refusal
from workshopcore.testing.sample import sample_programme
from workshopcore.testing.strategies import programmes
from workshopcore.toolkit import Toolkit

__all__ = ["CheckConformance"]


class CheckConformance:
    """Tests of a check: give it a fixture ``check`` that returns yours.

    Whether it finds what it should is for tests of your own.
    """

    def test_toolkit_accepts_it(self, check: Check) -> None:
        assert refusal("checks", check) == ""
        assert check.title.strip()

    def test_thresholds_say_what_they_mean(self, check: Check) -> None:
        names = [threshold.name for threshold in check.thresholds]
        assert len(set(names)) == len(names)
        assert all(threshold.meaning.strip() for threshold in check.thresholds)

    def test_sample_programme_is_judged(self, check: Check) -> None:
        programme = sample_programme()
        self.judge(check, programme)
        assert programme == deepcopy(sample_programme())

    def test_programme_with_nothing_in_it_is_judged(self, check: Check) -> None:
        self.judge(check, Programme(title="Nothing yet"))

    @inherited
    @given(programme=programmes())
    def test_any_programme_is_judged(self, check: Check, programme: Programme) -> None:
        self.judge(check, programme)

    def judge(self, check: Check, programme: Programme) -> list[Finding]:
        """Return what it finds, sure that it is well said and the same each time."""
        thresholds = {threshold.name: threshold.default for threshold in check.thresholds}
        context = CheckContext(programme, thresholds, _formats())
        found = list(check.run(context))
        for finding in found:
            assert isinstance(finding, Finding)
            assert finding.code == check.code
            assert finding.severity == check.severity
            assert finding.message.strip()
            assert finding.hint.strip(), "a finding says how to cure it"
        assert list(check.run(context)) == found
        return found


@cache
def _formats() -> Mapping[str, SessionFormat]:
    return dict(Toolkit(discover=False).formats)

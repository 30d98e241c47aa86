"""What every check does."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from workshopcore.checks.policy import Policy, expected_instead
from workshopcore.contracts.checks import Check, CheckContext, Threshold
from workshopcore.contracts.formats import SessionFormat
from workshopcore.model.finding import Finding
from workshopcore.model.options import Options
from workshopcore.model.programme import Programme
from workshopcore.testing.conformance.inherited import inherited
from workshopcore.testing.conformance.keys import refusal
from workshopcore.testing.conformance.paths import leads_somewhere
from workshopcore.testing.sample import sample_programme
from workshopcore.testing.strategies import programmes
from workshopcore.toolkit import Toolkit

__all__ = ["CheckConformance"]

_NONE = Options()
_MOST = 100_000


class CheckConformance:
    """Tests of a check: give it a fixture ``check`` that returns yours.

    Whether it finds what it should is for tests of your own: ``judge`` returns what it finds in
    a programme, with the thresholds that you name.
    """

    def test_toolkit_accepts_it(self, check: Check) -> None:
        assert refusal("checks", check) == ""
        assert check.title.strip()

    def test_thresholds_say_what_they_mean(self, check: Check) -> None:
        names = [threshold.name for threshold in check.thresholds]
        assert len(set(names)) == len(names)
        assert "severity" not in names, "that word is taken: policy sets the severity by it"
        assert all(threshold.meaning.strip() for threshold in check.thresholds)

    def test_defaults_are_values_that_policy_may_set(self, check: Check) -> None:
        defaults = Policy(_NONE, _NONE).thresholds(check)
        for threshold in check.thresholds:
            assert expected_instead(threshold, defaults[threshold.name]) == ""

    def test_sample_programme_is_judged(self, check: Check) -> None:
        programme = sample_programme()
        self.judge(check, programme)
        assert programme == deepcopy(sample_programme())

    def test_programme_with_nothing_in_it_is_judged(self, check: Check) -> None:
        self.judge(check, Programme(title="Nothing yet"))

    def test_formats_that_are_not_installed_are_no_obstacle(self, check: Check) -> None:
        self.judge(check, sample_programme(), formats={})

    @inherited
    @given(data=st.data())
    def test_whatever_policy_sets_is_taken(self, check: Check, data: st.DataObject) -> None:
        given = {each.name: data.draw(_settable(each), each.name) for each in check.thresholds}
        self.judge(check, sample_programme(), given)

    @inherited
    @given(programme=programmes())
    def test_any_programme_is_judged(self, check: Check, programme: Programme) -> None:
        self.judge(check, programme)

    def judge(
        self,
        check: Check,
        programme: Programme,
        thresholds: Mapping[str, Any] = _NONE,
        formats: Mapping[str, SessionFormat] | None = None,
    ) -> list[Finding]:
        """Return what it finds, sure that it is well said and the same each time.

        Args:
            check: the check.
            programme: what it looks at.
            thresholds: those that a house sets; the others have their defaults.
            formats: those that are installed; left out, the library's own.
        """
        known = _formats() if formats is None else formats
        house = Options({check.code: Options(thresholds)})
        context = CheckContext(programme, Policy(house, _NONE).thresholds(check), known)
        found = list(check.run(context))
        for finding in found:
            self.look_at(check, programme, finding)
        assert list(check.run(context)) == found
        return found

    def look_at(self, check: Check, programme: Programme, finding: Finding) -> None:
        """Make sure that a finding is the check's own, leads somewhere and names a cure."""
        assert isinstance(finding, Finding)
        assert finding.code == check.code
        assert finding.severity == check.severity
        assert finding.message.strip()
        assert finding.hint.strip(), "a finding says how to cure it"
        assert leads_somewhere(programme, finding.path), f"nothing is at {finding.path!r}"
        assert (finding.file, finding.line) == ("", 0), "whoever read the file adds its line"


def _settable(threshold: Threshold) -> st.SearchStrategy[Any]:
    """Return a strategy for what policy may set a threshold to: a value like its default."""
    default = CheckContext(Programme(title="Nothing"), {"it": threshold.default}).thresholds["it"]
    return _like(default).filter(lambda value: not expected_instead(threshold, value))


def _like(default: Any) -> st.SearchStrategy[Any]:
    match default:
        case bool():
            return st.booleans()
        case int():
            return st.integers(0, _MOST)
        case float():
            return st.floats(0, _MOST)
        case str():
            return st.sampled_from([default, "", "09:00", "nothing of the kind"])
        case tuple():
            one = st.one_of(*map(st.just, default), _like(default[0] if default else ""))
            return st.lists(one, max_size=3).map(tuple)
    return st.just(default)


@cache
def _formats() -> Mapping[str, SessionFormat]:
    return dict(Toolkit(discover=False).formats)

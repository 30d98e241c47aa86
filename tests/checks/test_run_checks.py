"""Running checks: order, policy, failing checks."""

import pytest
from attrs import field, frozen

from workshopcore.checks import built_in_checks, run_checks
from workshopcore.contracts.checks import Check, CheckContext, Threshold
from workshopcore.model.brief import Objective
from workshopcore.model.finding import Finding
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme

YEAR = Programme(title="A year", people=[Person("Amina Yusuf"), Person("Tomasz Nowak")])


@frozen
class Told:
    """A check that finds what it is told to."""

    code: str
    paths: tuple[str, ...] = ("people[0]",)
    thresholds: tuple[Threshold, ...] = ()
    error: Exception | None = None
    title: str = field(default="As told", kw_only=True)
    severity: str = field(default="warning", kw_only=True)

    def run(self, context: CheckContext):
        for path in self.paths:
            told = ", ".join(f"{k}={v}" for k, v in context.thresholds.items())
            yield Finding(self.code, self.severity, path, told or "told")
        if self.error is not None:
            raise self.error


def run(*checks, programme=YEAR, policy=None):
    return run_checks(programme, checks, formats={}, policy=policy or {})


def test_told_check_meets_the_contract():
    assert isinstance(Told("ACME1"), Check)


def test_findings_come_in_the_order_of_the_programme_then_of_the_codes():
    late = Told("ACME1", ("workshops[10]", "workshops[9].end", "workshops[9].start", "title"))
    early = Told("ACME0", ("workshops[9].start", "actions[0]", "", "people[1]"))
    found = [(f.path, f.code) for f in run(late, early)]
    assert found == [
        ("", "ACME0"),
        ("title", "ACME1"),
        ("people[1]", "ACME0"),
        ("workshops[9].start", "ACME0"),
        ("workshops[9].start", "ACME1"),
        ("workshops[9].end", "ACME1"),
        ("workshops[10]", "ACME1"),
        ("actions[0]", "ACME0"),
    ]


def test_paths_into_tracks_come_in_the_order_of_the_agenda():
    inner = "workshops[0].agenda[1].tracks[0].agenda[0].minutes"
    check = Told("ACME1", ("workshops[0].agenda[2]", inner, "workshops[0].agenda[0]"))
    found = [f.path for f in run(check)]
    assert found == ["workshops[0].agenda[0]", inner, "workshops[0].agenda[2]"]


def test_no_finding_in_an_empty_programme():
    assert run(*built_in_checks(), programme=Programme(title="A year")) == ()


def test_failing_check_is_reported_and_stops_no_other():
    broken = Told("ACME1", error=ZeroDivisionError("by zero"), title="Broken")
    found = run(broken, Told("ACME2"))
    assert [(f.code, f.path) for f in found] == [
        ("WC100", ""),
        ("ACME1", "people[0]"),
        ("ACME2", "people[0]"),
    ]
    failure = found[0]
    assert failure.severity == "error"
    assert failure.message == "the check ACME1 'Broken' failed: ZeroDivisionError: by zero"


def test_failure_message_is_one_short_line():
    (failure,) = run(Told("ACME1", (), error=RuntimeError("a\nb " * 500)))
    assert "\n" not in failure.message
    assert len(failure.message) < 300


def test_check_that_yields_something_else_has_failed():
    class Odd(Told):
        def run(self, context):
            return ["not a finding"]

    (failure,) = run(Odd("ACME1"))
    assert failure.code == "WC100"
    assert "a check yields findings, not 'not a finding'" in failure.message


@pytest.mark.parametrize(
    ("path", "severity", "said"),
    [
        (None, "warning", "the texts of a finding are text, not nothing"),
        ("title", "fatal", "no finding has the severity 'fatal'"),
    ],
)
def test_check_whose_finding_is_ill_made_has_failed(path, severity, said):
    (failure,) = run(Told("ACME1", (path,), severity=severity))
    assert failure.code == "WC100"
    assert failure.message.endswith(said)


def test_failing_check_can_be_switched_off():
    broken = Told("ACME1", error=RuntimeError())
    assert run(broken, policy={"ACME1": {"severity": "off"}}) == ()


def test_severity_is_set_by_policy():
    (finding,) = run(Told("ACME1"), policy={"ACME1": {"severity": "error"}})
    assert finding.severity == "error"


def test_programme_has_the_last_word_on_severity():
    programme = Programme(title="A year", policy={"ACME1": {"severity": "note"}})
    check = Told("ACME1", ("title",))
    (finding,) = run(check, programme=programme, policy={"ACME1": {"severity": "error"}})
    assert finding.severity == "note"


def test_programme_can_switch_on_what_the_house_switched_off():
    programme = Programme(title="A year", policy={"ACME1": {"severity": "warning"}})
    check = Told("ACME1", ("title",))
    assert len(run(check, programme=programme, policy={"ACME1": {"severity": "off"}})) == 1


def test_thresholds_come_from_default_then_house_then_programme():
    check = Told(
        "ACME1", ("title",), (Threshold("a", 1, ""), Threshold("b", 1, ""), Threshold("c", 1, ""))
    )
    programme = Programme(title="A year", policy={"ACME1": {"c": 3}})
    (finding,) = run(check, programme=programme, policy={"ACME1": {"b": 2, "c": 2}})
    assert finding.message == "a=1, b=2, c=3"


def test_value_of_the_wrong_kind_leaves_the_houses_value_in_force():
    check = Told("ACME1", ("title",), (Threshold("a", 1, ""),))
    programme = Programme(title="A year", policy={"ACME1": {"a": "three"}})
    found = run(check, programme=programme, policy={"ACME1": {"a": 2}})
    assert [(f.code, f.message) for f in found if f.code == "ACME1"] == [("ACME1", "a=2")]


def test_checks_see_the_formats_they_are_given():
    seen = []

    class Looking(Told):
        def run(self, context):
            seen.append(dict(context.formats))
            return ()

    run_checks(YEAR, [Looking("ACME1")], formats={"swot": None})
    assert seen == [{"swot": None}]


def test_each_rule_needs_only_its_own_thresholds():
    objective = Objective("A shared vision")
    programme = Programme(title="A year", objectives=[objective])
    found = run_checks(programme, built_in_checks(), formats={})
    assert [f.code for f in found] == ["WC120"]

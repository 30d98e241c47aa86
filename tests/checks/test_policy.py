"""Policy that does not fit is itself a finding, with a cure."""

from datetime import time

import pytest

from workshopcore.checks import built_in_checks, run_checks
from workshopcore.contracts.checks import CheckContext, Threshold
from workshopcore.model.programme import Programme


class Choosy:
    """A check with a threshold of every kind."""

    code = "ACME1"
    title = "Choosy"
    severity = "warning"
    thresholds = (
        Threshold("whole", 1, "a whole number"),
        Threshold("number", 0.5, "a number"),
        Threshold("flag", True, "a flag"),
        Threshold("word", "a", "a text"),
        Threshold("words", ("a",), "texts"),
        Threshold("numbers", [1], "numbers"),
        Threshold("anything", [], "texts"),
        Threshold("clock", time(9), "a clock time"),
        Threshold("table", {}, "a table"),
    )

    def run(self, context: CheckContext):
        return ()


def findings(policy, house=None):
    programme = Programme(title="A year", policy=policy)
    checks = [*built_in_checks(), Choosy()]
    return run_checks(programme, checks, formats={}, policy=house or {})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("whole", 0),
        ("whole", 12),
        ("number", 2),
        ("number", 0.25),
        ("flag", False),
        ("word", ""),
        ("words", []),
        ("words", ["b", "c"]),
        ("numbers", [2, 3]),
        ("anything", ["b"]),
        ("clock", "17:30"),
        ("clock", "17:30:00"),
        ("table", {"a": 1}),
        ("severity", "off"),
        ("severity", "note"),
    ],
)
def test_value_of_the_right_kind_is_taken(name, value):
    assert findings({"ACME1": {name: value}}) == ()


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("whole", "12", "a whole number, 0 or more"),
        ("whole", 1.5, "a whole number, 0 or more"),
        ("whole", -1, "a whole number, 0 or more"),
        ("whole", True, "a whole number, 0 or more"),
        ("number", "0.5", "a number, 0 or more"),
        ("number", False, "a number, 0 or more"),
        ("flag", 1, "true or false"),
        ("word", 1, "text"),
        ("words", "b", "a list"),
        ("words", ["b", 1], "a list in which every item is text"),
        ("numbers", ["b"], "a list in which every item is a whole number, 0 or more"),
        ("anything", [1], "a list in which every item is text"),
        ("clock", "noon", "a clock time such as 09:00"),
        ("clock", 9, "a clock time such as 09:00"),
        ("clock", "09:00+01:00", "a clock time such as 09:00"),
        ("table", 1, "a table"),
        ("severity", "fatal", "one of error, warning, note, off"),
        ("severity", 1, "one of error, warning, note, off"),
    ],
)
def test_value_of_the_wrong_kind_is_found(name, value, expected):
    (finding,) = findings({"ACME1": {name: value}})
    assert (finding.code, finding.severity) == ("WC102", "warning")
    assert finding.path == f"policy.ACME1.{name}"
    assert f"where {expected} belongs" in finding.message


def test_unknown_threshold_gets_a_suggestion():
    (finding,) = findings({"WC201": {"minuts": 75}})
    assert (finding.code, finding.path) == ("WC102", "policy.WC201.minuts")
    assert finding.hint == "Did you mean 'minutes'?"


def test_unknown_threshold_that_resembles_none_lists_them():
    (finding,) = findings({"WC201": {"xyz": 75}})
    assert finding.hint == "It has 'minutes', 'severity'"


def test_policy_that_is_no_table_is_found():
    (finding,) = findings({"WC201": 75})
    assert (finding.code, finding.path) == ("WC102", "policy.WC201")
    assert "where a table" in finding.message


def test_unknown_code_of_our_family_is_a_warning_with_a_suggestion():
    (finding,) = findings({"wc201": {"minutes": 75}})
    assert (finding.code, finding.severity, finding.path) == ("WC101", "warning", "policy.wc201")
    assert finding.hint == "Did you mean 'WC201'?"


def test_unknown_code_that_resembles_none_points_to_the_list():
    (finding,) = findings({"WCxyzxyzxyz": {}})
    assert finding.hint == "See the list of checks for the code"


def test_code_of_a_plugin_that_is_not_installed_is_a_note():
    (finding,) = findings({"ACME9": {"minutes": 75}})
    assert (finding.code, finding.severity) == ("WC101", "note")


def test_code_that_cannot_be_written_in_a_path_is_found_at_the_policy():
    (finding,) = findings({"AC ME.9": {}})
    assert finding.path == "policy"


def test_fault_of_the_houses_policy_is_found_at_the_programme():
    (finding,) = findings({}, house={"WC201": {"minutes": "long"}})
    assert (finding.code, finding.path) == ("WC102", "")
    assert finding.message.startswith("the house's policy for WC201 sets 'minutes' to 'long'")


def test_policy_may_speak_of_a_failed_check():
    assert findings({"WC100": {"severity": "warning"}}) == ()


def test_mechanism_findings_obey_policy():
    assert findings({"ACME9": {}, "WC101": {"severity": "off"}}) == ()

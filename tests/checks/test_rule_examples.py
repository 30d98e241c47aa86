"""Every rule objects to its own example, and to nothing else in it."""

import pytest

from workshopcore.checks.texts import rule_texts

EXAMPLES = {code: text.example for code, text in rule_texts().items() if text.example}


@pytest.mark.parametrize("code", EXAMPLES)
def test_bad_example_triggers_its_rule_and_no_other(find, code):
    found = find(EXAMPLES[code].bad)
    assert [(f.code, f.path) for f in found] == [(code, EXAMPLES[code].path)]


@pytest.mark.parametrize("code", EXAMPLES)
def test_good_example_is_clean(find, code):
    assert find(EXAMPLES[code].good) == ()


@pytest.mark.parametrize("code", EXAMPLES)
def test_finding_has_the_severity_and_the_cure_of_its_rule(find, code):
    (finding,) = find(EXAMPLES[code].bad)
    assert finding.severity == rule_texts()[code].severity
    assert finding.hint

"""The data of the rules is complete, and fits the functions."""

import re
from datetime import time

import pytest

from workshopcore.checks import built_in_checks
from workshopcore.checks.texts import _example, _read_all, rule_texts
from workshopcore.contracts.checks import Check

TEXTS = rule_texts()
MECHANISM = {"WC100", "WC101", "WC102", "WC103"}
# No programme breaks them by itself: it takes a plugin's check, or a plugin's format.
NEED_A_PLUGIN = {"WC100", "WC235"}


def test_every_rule_has_a_function_and_every_function_a_rule():
    assert [check.code for check in built_in_checks()] == sorted(set(TEXTS) - MECHANISM)


def test_every_rule_meets_the_contract():
    assert all(isinstance(check, Check) for check in built_in_checks())


@pytest.mark.parametrize("code", TEXTS)
def test_code_is_of_our_family(code):
    assert re.fullmatch(r"WC[1-5]\d\d", code)


@pytest.mark.parametrize("code", sorted(set(TEXTS) - NEED_A_PLUGIN))
def test_rule_has_an_example(code):
    assert TEXTS[code].example is not None


@pytest.mark.parametrize("code", TEXTS)
def test_texts_are_written(code):
    text = TEXTS[code]
    assert text.title
    assert not text.title.endswith(".")
    assert text.why.endswith(".")
    assert text.hint
    assert not text.hint.endswith(".")
    assert text.severity in ("error", "warning", "note")


@pytest.mark.parametrize("code", sorted(set(TEXTS) - MECHANISM))
def test_rule_says_which_rule_of_the_field_it_stands_for(code):
    assert TEXTS[code].domain


def test_no_code_is_given_twice():
    codes = [text.code for text in _read_all()]
    assert len(set(codes)) == len(codes)


def test_titles_are_distinct():
    titles = [text.title for text in TEXTS.values()]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(
    ("code", "threshold"),
    [(code, each) for code, text in TEXTS.items() for each in text.thresholds],
    ids=lambda value: getattr(value, "name", value),
)
def test_threshold_says_what_it_means_and_where_it_comes_from(code, threshold):
    assert threshold.meaning
    assert threshold.source
    assert threshold.name != "severity"
    numeric = isinstance(threshold.default, int | float) and not isinstance(threshold.default, bool)
    assert bool(threshold.unit) == (numeric and threshold.name != "independence")
    assert isinstance(threshold.default, int | float | list | time)


def test_cure_must_fit_the_example():
    with pytest.raises(ValueError, match="exactly once"):
        _example("WC999", "", "title = 'A'", "title", {"B": "C"})

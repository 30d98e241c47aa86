"""Silences take findings away, and are noted when they no longer do."""

from workshopcore.checks import built_in_checks, run_checks
from workshopcore.model.brief import Objective
from workshopcore.model.programme import Programme, Silence


def findings(*silences, checks=None, **values):
    programme = Programme(
        title="A year",
        objectives=[Objective(f"Objective {number}") for number in range(11)],
        silenced=silences,
        **values,
    )
    rules = built_in_checks() if checks is None else checks
    return [(f.code, f.path) for f in run_checks(programme, rules, formats={})]


EVERY = [("WC120", f"objectives[{number}]") for number in range(11)]


def test_nothing_is_silenced_by_itself():
    assert findings() == EVERY


def test_code_is_silenced_everywhere():
    assert findings(Silence("WC120", "Agreed later")) == []


def test_code_is_silenced_in_one_place_and_nowhere_else():
    silence = Silence("WC120", "Agreed later", path="objectives[1]")
    assert findings(silence) == [each for each in EVERY if each[1] != "objectives[1]"]


def test_other_codes_are_still_heard():
    silence = Silence("WC120", "Agreed later")
    assert findings(silence, k_min=3) == [("WC112", "k_min")]


def test_silence_of_nothing_is_noted():
    assert findings(Silence("WC112", "Small team")) == [*EVERY, ("WC103", "silenced[0]")]


def test_silence_in_the_wrong_place_is_noted():
    silence = Silence("WC120", "Agreed later", path="objectives[99]")
    assert findings(silence) == [*EVERY, ("WC103", "silenced[0]")]


def test_silence_of_an_unknown_code_is_noted():
    assert findings(Silence("WC999", "What?")) == [*EVERY, ("WC103", "silenced[0].code")]


def test_silence_of_a_code_that_is_not_run_is_left_alone():
    assert findings(Silence("WC120", "Agreed later"), checks=[]) == []


def test_notes_on_silences_can_be_silenced():
    idle = Silence("WC112", "Small team")
    assert findings(idle, Silence("WC103", "Kept for the next programme")) == EVERY


def test_finding_about_policy_can_be_silenced():
    silence = Silence("WC101", "The plugin comes next week", path="policy.ACME1")
    assert findings(silence, policy={"ACME1": {}}) == EVERY

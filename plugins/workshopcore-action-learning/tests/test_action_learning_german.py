"""The format in German: what it says is put together from whole sentences."""

import pytest

from workshopcore.language import speaking
from workshopcore_action_learning import workshopcore_translations


@pytest.fixture
def german():
    with speaking("de", folders=workshopcore_translations()):
        yield


def test_sets_and_presenters_are_told_in_german(year, plan, german):
    notes = plan(year(people=[f"Person {number}" for number in range(1, 13)]), "w1").notes
    assert "Heute stellen in Gruppe 1 ihren Fall vor: Person 1, Person 2, Person 3." in notes
    assert "Beim nächsten Mal in Gruppe 2 zuerst: Person 10, Person 11, Person 12." in notes


def test_steps_are_told_in_german(year, plan, german):
    steps = plan(year(), "w1").steps
    assert steps[1].name == "Das Problem schildern"
    assert steps[1].prompt.startswith("Ihren Fall stellen vor: Amina Yusuf. Erzählen Sie uns")


def test_numbers_of_presenters_are_told_in_german(year, plan, german):
    several = plan(year(), "w1", people=11).notes[0]
    one = plan(year(), "w1", minutes=66, people=7).notes[0]
    assert several.startswith("Jede Gruppe hört heute 3 Fälle. Notieren Sie")
    assert one.startswith("Die Gruppe hört heute einen Fall. Notieren Sie")


def test_plan_is_english_outside(year, plan):
    programme = year()
    with speaking("de", folders=workshopcore_translations()):
        plan(programme, "w1")
    assert plan(programme, "w1").steps[1].name == "Set out the problem"

"""The words for states and kinds: none that the model knows is without one."""

from typing import get_args

import pytest

from workshopcore.language import Speech, speaking_as
from workshopcore.language.catalogue import Catalogue
from workshopcore.model import lifecycle
from workshopcore.model.brief import Outcome, PhaseKind
from workshopcore.model.people import Function
from workshopcore.model.workshop import Fate
from workshopcore.reports.states import state_words
from workshopcore.reports.wording import state

STATES = {
    "action": lifecycle.ACTION.states,
    "workshop": lifecycle.WORKSHOP.states,
    "parked issue": lifecycle.PARKED_ISSUE.states,
    "engagement": lifecycle.ENGAGEMENT.states,
    "objective": get_args(Outcome),
    "session": get_args(Fate),
    "phase": get_args(PhaseKind),
    "facilitator": get_args(Function),
}


@pytest.mark.parametrize(("of", "name"), [(of, name) for of in STATES for name in STATES[of]])
def test_every_state_has_a_word(of, name):
    assert state_words(name, of)


def test_same_state_is_said_differently_of_different_things():
    forms = {
        ("state of an action", "Cancelled"): ("Gestrichen",),
        ("state of a workshop's date", "Cancelled"): ("Abgesagt",),
    }
    with speaking_as(Speech("de", (Catalogue(forms, lambda number: number != 1),))):
        said = [state("cancelled", "action"), state("cancelled", "workshop"), state("cancelled")]
    assert said == ["Gestrichen", "Abgesagt", "Gestrichen"]


def test_state_that_nobody_knows_stays_as_it_is():
    assert state("half-way-there", "action") == "Half way there"

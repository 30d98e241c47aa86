"""Nine people's comments on two questions, and a codebook for them. All invented."""

import pytest

from workshopcore.evaluation.answers import read_answers
from workshopcore.evaluation.comments import Codebook, comments_of
from workshopcore.model.evaluation import Instrument, Question, Theme

FORM = Instrument(
    "Close",
    [
        Question("What helped most?", id="helped"),
        Question("Worth it?", "yes-no", id="worth"),
        Question("What should change?", id="change"),
    ],
)
ROWS = [
    ["helped", "worth", "change"],
    ["Time to talk, and trust", "yes", "More time"],
    ["The cards", "yes", ""],
    ["Trusting each other", "no", "Less paper"],
    ["", "yes", "Sometimes we ran over"],
    ["Time", "yes", ""],
    ["", "yes", ""],
    ["Amina lets us decide", "yes", "Nothing"],
    ["No trust at first", "yes", ""],
    ["=1+1", "yes", "The room at Elm Court"],
]


@pytest.fixture
def answers():
    return read_answers(ROWS, FORM)


@pytest.fixture
def comments(answers):
    return comments_of(answers)


@pytest.fixture
def codebook():
    return Codebook(
        [
            Theme("Trust", description="People rely on each other", words=["trust*"]),
            Theme("Time", words=["time"]),
            Theme("Room and paper", id="setting", words=["room", "elm court", "paper"]),
        ]
    )

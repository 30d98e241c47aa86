import pytest

from workshopcore.evaluation.instruments.asking import confidentiality, hint_of, options_of
from workshopcore.model.evaluation import Question
from workshopcore.model.programme import Programme

LABELS = ("No", "Partly", "Yes")


@pytest.mark.parametrize(
    ("question", "options"),
    [
        (Question("?"), ()),
        (Question("?", not_applicable="Not mine"), ()),
        (Question("?", "likelihood"), (*"0123456789", "10")),
        (Question("?", "yes-no"), ("Yes", "No")),
        (Question("?", "scale", labels=LABELS), LABELS),
        (Question("?", "retrospective", labels=LABELS), LABELS),
        (Question("?", "ranking", options=["A", "B"]), ("A", "B")),
        (Question("?", "ranking", options=["A", "B"], not_applicable="None"), ("A", "B")),
        (
            Question("?", "scale", labels=LABELS, not_applicable="Not mine"),
            (*LABELS, "Not mine"),
        ),
    ],
)
def test_options_are_what_can_be_answered(question, options):
    assert options_of(question) == options


CHOICES = ["A", "B", "C"]


@pytest.mark.parametrize(
    ("question", "hint"),
    [
        (Question("?"), ""),
        (Question("?", guidance="In a word."), "In a word"),
        (Question("?", required=True), "Please answer this one"),
        (Question("?", not_applicable="I left"), "Leave it empty for: I left"),
        (Question("?", "yes-no", not_applicable="I left"), ""),
        (Question("?", "likelihood"), ""),
        (Question("?", "several-choice", options=CHOICES), "Any number"),
        (Question("?", "several-choice", options=CHOICES, most=1), "At most 1 answer"),
        (Question("?", "several-choice", options=CHOICES, most=2), "At most 2 answers"),
        (Question("?", "several-choice", options=CHOICES, most=3), "Any number"),
        (Question("?", "ranking", options=CHOICES), "Give each a number, 1 for the first"),
        (
            Question("?", "ranking", options=CHOICES, most=2, guidance="Of this year"),
            "Of this year. Number your first 2, from 1 to 2",
        ),
    ],
)
def test_hint_says_how_to_answer(question, hint):
    assert hint_of(question) == hint


@pytest.mark.parametrize(("least", "words"), [(5, "5 people"), (10, "10 people")])
def test_threshold_is_that_of_the_programme(least, words):
    said = confidentiality(Programme(title="A year", k_min=least))
    assert said == f"Results are shown only where {words} or more have answered."

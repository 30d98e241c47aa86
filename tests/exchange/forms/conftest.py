"""A form with a question of every type, and what exporters make of it."""

from datetime import date

import pytest

from workshopcore.contracts.exchange import ExportRequest
from workshopcore.model.evaluation import Instrument, Question
from workshopcore.model.programme import Programme

DAY = date(2027, 1, 11)
LABELS = ("No", "Partly", "Yes")
OTHER = "Other (please say)"
QUESTIONS = (
    Question("The day was worth it", "scale", id="worth-it", labels=LABELS, section="The day"),
    Question(
        "The expert helped",
        "scale",
        id="expert",
        labels=LABELS,
        not_applicable="I was not there",
        section="The day",
    ),
    Question("We", "matrix", id="we", labels=LABELS, rows=["listen", "decide"]),
    Question("I can chair", "retrospective", id="chair", labels=LABELS),
    Question("Recommend it?", "likelihood", id="recommend", labels=["Never", "At once"]),
    Question("Would you come again?", "yes-no", id="again", required=True),
    Question("Which day?", "single-choice", id="day", options=["Monday", "Friday", OTHER]),
    Question("What helped?", "several-choice", id="helped", options=["A", "B", OTHER], most=2),
    Question("In which order?", "ranking", id="order", options=["A", "B", "C"], most=2),
    Question("Why?", id="why", guidance="In a word", section="Last"),
    Question("May we quote you?", "yes-no", id="quote", section="Quotes", apart=True),
)
FORM = Instrument("The form", QUESTIONS, id="form", introduction="What for.\n\nWho reads it.")


@pytest.fixture
def form():
    return FORM


@pytest.fixture
def programme():
    return Programme(title="A year", instruments=[FORM], k_min=6)


@pytest.fixture
def write(programme):
    """Return a function that writes the form, or one of these questions, with an exporter."""

    def write(exporter, *questions, day=DAY, **options):
        given = programme
        if questions:
            one = Instrument("One", questions, id="form", introduction="Why.")
            given = Programme(title="A year", instruments=[one])
        request = ExportRequest(day, instrument="form", options=options)
        return exporter.write(given, request).decode("utf-8-sig")

    return write

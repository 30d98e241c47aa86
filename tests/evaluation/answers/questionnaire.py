"""A questionnaire with every kind of question."""

from workshopcore.model.evaluation import Instrument, Question

__all__ = ["AGREE", "FORM"]

AGREE = ("Disagree strongly", "Disagree", "Neither", "Agree", "Agree strongly")

FORM = Instrument(
    "At the close",
    [
        Question("It was worth my time", "scale", id="worth", labels=AGREE),
        Question("I do what another team does", "scale", id="twice", labels=AGREE, reverse=True),
        Question("Would you recommend it?", "likelihood", id="recommend"),
        Question("Did you chair a session?", "yes-no", id="chaired"),
        Question(
            "Which workshop helped most?", "single-choice", id="best",
            options=("First", "Second", "Other (please say)"),
        ),
        Question(
            "What do you use?", "several-choice", id="tools",
            options=("Maps", "Plans, and their reviews", "Other"),
        ),
        Question("Put in order", "ranking", id="order", options=("Time", "Money", "Trust")),
        Question("We meet", "matrix", id="meet", labels=("No", "Yes"), rows=("early", "often")),
        Question("I can chair", "retrospective", id="chair", labels=AGREE),
        Question("Anything else?", "text", id="else"),
        Question("May we quote you?", "text", id="consent", apart=True),
    ],
)  # fmt: skip

"""A team that is asked the same at the start, at the close and afterwards, and after each day."""

from workshopcore.evaluation import Answers, evaluate
from workshopcore.model.evaluation import Instrument, Question, Wave
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme

__all__ = ["AGREE", "FORM", "KEY", "WAVES", "answers", "counts", "programme", "show"]

KEY = b"a secret of the house"
AGREE = ("Disagree strongly", "Disagree", "Neither", "Agree", "Agree strongly")
FORM = Instrument(
    "The team",
    [
        Question("We trust one another", "scale", id="trust", labels=AGREE, construct="t", level=3),
        Question("I do what others do", "scale", id="twice", labels=AGREE, reverse=True),
        Question("Would you recommend it?", "likelihood", id="recommend"),
        Question("Did you chair?", "yes-no", id="chaired"),
        Question("Which helped?", "single-choice", id="best", options=("First", "Last", "Other")),
        Question("What do you use?", "several-choice", id="tools", options=("Maps", "Plans", "No")),
        Question("Put in order", "ranking", id="order", options=("Time", "Money", "Trust")),
        Question("We meet", "matrix", id="meet", labels=("No", "Yes"), rows=("early", "often")),
        Question("I can chair", "retrospective", id="chair", labels=AGREE),
        Question("Anything else?", "text", id="else"),
    ],
    id="team",
)
WAVES = (
    Wave("At the start", "baseline", id="start", instrument="team", closes="2027-01-15"),
    Wave("After one", "after-each", id="after-1", instrument="team", closes="2027-03-01"),
    Wave("After two", "after-each", id="after-2", instrument="team", closes="2027-05-01"),
    Wave("At the close", "close", id="close", instrument="team", closes="2027-12-01"),
    Wave("Later", "follow-up", id="later", instrument="team", closes="2028-03-01"),
)


def programme(*, people=9, waves=WAVES, instruments=(FORM,), **more):
    """A programme of so many people."""
    team = [Person(f"Manager {letter}") for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[:people]]
    return Programme(title="A year", people=team, waves=waves, instruments=instruments, **more)


def answers(tokens="", form=FORM, **columns):
    """Answers, a column for each item, whose key is written with _ for its stroke."""
    return Answers(form, {key.replace("_", "/"): column for key, column in columns.items()}, tokens)


def show(waves, as_of="2028-12-31", *, people=9, **more):
    """What is shown of the answers to some waves."""
    return evaluate(programme(people=people), waves, as_of, **more)


def counts(item):
    """The numbers that are shown of an item."""
    return [answer.count for answer in item.answers]

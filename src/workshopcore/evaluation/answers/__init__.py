"""Answers: read from what survey tools export, kept apart from names, and paired."""

from workshopcore.evaluation.answers.answers import Answers, LeftOut
from workshopcore.evaluation.answers.coding import Answer, Other
from workshopcore.evaluation.answers.items import Item, items_of
from workshopcore.evaluation.answers.mapping import AnswerMapping, mapping_of
from workshopcore.evaluation.answers.reading import read_answers
from workshopcore.evaluation.answers.store import answer_file, kept_answers, stored_answers

__all__ = [
    "Answer",
    "AnswerMapping",
    "Answers",
    "Item",
    "LeftOut",
    "Other",
    "answer_file",
    "items_of",
    "kept_answers",
    "mapping_of",
    "read_answers",
    "stored_answers",
]

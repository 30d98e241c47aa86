"""What a programme came to: answers, honest figures for a handful of people, and change."""

from workshopcore.evaluation.answers import (
    AnswerMapping,
    Answers,
    answer_file,
    kept_answers,
    mapping_of,
    read_answers,
    stored_answers,
)
from workshopcore.evaluation.answers.counting import Counted, count_answers
from workshopcore.evaluation.answers.pairing import Pairing, pair_codes
from workshopcore.evaluation.comparison import Comparison, LookingBack, compare, look_back
from workshopcore.evaluation.showing import evaluate
from workshopcore.evaluation.statistics import Interval, Statistic, Tally, net_promoter
from workshopcore.evaluation.summary import ItemSummary, Summary, summarise

__all__ = [
    "AnswerMapping",
    "Answers",
    "Comparison",
    "Counted",
    "Interval",
    "ItemSummary",
    "LookingBack",
    "Pairing",
    "Statistic",
    "Summary",
    "Tally",
    "answer_file",
    "compare",
    "count_answers",
    "evaluate",
    "kept_answers",
    "look_back",
    "mapping_of",
    "net_promoter",
    "pair_codes",
    "read_answers",
    "stored_answers",
    "summarise",
]

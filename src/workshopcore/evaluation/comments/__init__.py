"""Comments: what people wrote, coded by themes, counted and quoted without giving anybody away."""

from workshopcore.evaluation.comments.adjudication import Adjudication, adjudicate
from workshopcore.evaluation.comments.agreement import Agreement, Disagreement, agreement
from workshopcore.evaluation.comments.codebook import Codebook
from workshopcore.evaluation.comments.coding import Coding
from workshopcore.evaluation.comments.comment import Comment, Mark, comments_of
from workshopcore.evaluation.comments.examples import Example, examples
from workshopcore.evaluation.comments.lexicon import CAUTION, code_by_lexicon, spoken_of
from workshopcore.evaluation.comments.sheet import (
    CodingsRead,
    codebook_sheet,
    coding_sheet,
    read_codings,
)
from workshopcore.evaluation.comments.themes import ThemeCount, ThemeCounts, count_themes

__all__ = [
    "CAUTION",
    "Adjudication",
    "Agreement",
    "Codebook",
    "Coding",
    "CodingsRead",
    "Comment",
    "Disagreement",
    "Example",
    "Mark",
    "ThemeCount",
    "ThemeCounts",
    "adjudicate",
    "agreement",
    "code_by_lexicon",
    "codebook_sheet",
    "coding_sheet",
    "comments_of",
    "count_themes",
    "examples",
    "read_codings",
    "spoken_of",
]

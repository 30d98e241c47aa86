"""Coding by lexicon: the words of a theme, looked for in every comment."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workshopcore.errors import InvalidValueError
from workshopcore.evaluation.comments.codebook import Codebook
from workshopcore.evaluation.comments.coding import Coding
from workshopcore.evaluation.comments.comment import Comment
from workshopcore.language import gettext_noop
from workshopcore.language.letters import without_marks

__all__ = ["CAUTION", "code_by_lexicon", "spoken_of"]

CAUTION = gettext_noop(
    "A lexicon finds words and not what is meant: 'no trust' speaks of trust as 'much trust'"
    " does, and who means it without the word is missed. Have a person look at every comment"
)
"""What to say beside anything that was coded by lexicon alone, through ``gettext``."""


def code_by_lexicon(comments: Iterable[Comment], codebook: Codebook) -> Coding:
    """Return the themes whose words stand in each comment.

    Whole words are looked for, in capitals or not, with accents or not; a word of the codebook
    that ends in a star is how words begin. Nothing is guessed: not whether a word is negated,
    not whether it is praise.

    Args:
        comments: what people wrote.
        codebook: themes with ``words``; one without any is never found.

    Raises:
        InvalidValueError: no theme has any words, or a star stands elsewhere than at an end.

    >>> from workshopcore.evaluation.comments.comment import Mark
    >>> from workshopcore.model.evaluation import Theme
    >>> book = Codebook([Theme("Trust", words=["trust*"]), Theme("Time", words=["time"])])
    >>> said = [Comment(Mark("q", 1), "We are trusted"), Comment(Mark("q", 2), "Sometimes")]
    >>> code_by_lexicon(said, book).codes
    {Mark(item='q', number=1): ('trust',), Mark(item='q', number=2): ()}
    """
    patterns = {str(theme.id): _pattern(theme.words) for theme in codebook.themes if theme.words}
    if not patterns:
        raise InvalidValueError("none", "themes with words", "Give themes words, such as 'trust*'")
    codes = {
        comment.mark: [
            key for key, pattern in patterns.items() if pattern.search(_folded(comment.text))
        ]
        for comment in comments
    }
    return Coding("lexicon", codes, version=codebook.version)


def spoken_of(text: str, words: Iterable[str]) -> tuple[str, ...]:
    """Return the words of a lexicon that a text has, as they stand there without accents.

    >>> spoken_of("Trusting is good, trust better", ["trust*", "control"])
    ('trusting', 'trust')
    """
    return tuple(dict.fromkeys(_pattern(words).findall(_folded(text))))


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    found = [_one(word) for word in words]
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)})(?!\w)" if found else r"(?!)")


def _one(word: str) -> str:
    stem = _folded(word.strip())
    begins = stem.endswith("*")
    stem = stem.removesuffix("*").strip()
    if not stem or "*" in stem:
        raise InvalidValueError(word, "a word, with a star at its end if it is how words begin")
    return r"\s+".join(map(re.escape, stem.split())) + (r"\w*" if begins else "")


def _folded(text: str) -> str:
    return without_marks(text.casefold()).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")

"""What kind of question a column answers, guessed from its heading and its answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from attrs import field, frozen

from workshopcore.errors import InvalidValueError, nearest
from workshopcore.evaluation.answers.words import plain
from workshopcore.evaluation.guessing.headings import (
    about_the_person,
    about_the_submission,
    asks_for_a_code,
    asks_how_likely,
    counts_something,
)
from workshopcore.evaluation.guessing.labels import is_none, scale_of
from workshopcore.evaluation.guessing.table import Cells
from workshopcore.evaluation.guessing.values import look_like, numbers_of

__all__ = ["ANSWERS", "KINDS", "OTHER", "Guess", "guess_kind", "guess_wanted"]

ANSWERS = ("likelihood", "yes-no", "scale", "single-choice", "several-choice", "text")
KINDS = (*ANSWERS, "token", "dropped")
"""What a column can be. One that is dropped is read by nobody."""

OTHER = "Other (given once)"
"""Stands for answers that only one person gave: they may be words of that person's own."""

_MOST_OPTIONS, _LONGEST = 15, 120
_MOSTLY = 0.8
_YES_NO = {"yes": "yes", "y": "yes", "true": "yes", "no": "no", "n": "no", "false": "no"}


def _texts(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(values)


@frozen
class Guess:
    """What a column is taken for.

    Attributes:
        kind: one of ``KINDS``.
        why: in words.
        choices: the labels of a scale, or the options.
        words: cells, and the label that they mean; ``""`` for no answer.
        divider: what stands between several answers.
    """

    kind: str
    why: str
    choices: tuple[str, ...] = field(default=(), converter=_texts)
    words: Mapping[str, str] = field(factory=dict)
    divider: str = ""


def guess_kind(column: Cells) -> Guess:
    """Return what a column is most likely to be."""
    guesses = (_nobodys, _token, _rating, _person, _number, _several, _choice)
    for guess in guesses:
        found = guess(column)
        if found is not None:
            return found
    return Guess("text", "answers in people's own words, which are not shown")


def guess_wanted(column: Cells, wanted: str) -> Guess:
    """Return what a column is, as somebody has said: a kind, and choices after a colon.

    Raises:
        InvalidValueError: there is no such kind, or it cannot be made of the answers.
    """
    kind, _, rest = wanted.partition(":")
    kind = {"choice": "single-choice", "several": "several-choice"}.get(kind.strip(), kind.strip())
    choices = tuple(word.strip() for word in rest.split("|") if word.strip())
    if kind not in KINDS:
        guess = nearest(kind, KINDS)
        raise InvalidValueError(
            kind, f"one of {', '.join(KINDS)}", f"Did you mean '{guess}'?" if guess else ""
        )
    why = "as you say"
    if kind == "scale" and not choices:
        found = _rating(column) or _number(column, rated=True)
        choices, words = (found.choices, found.words) if found else ((), {})
        if not choices:
            raise InvalidValueError(column.heading, "a scale with its labels, such as scale:No|Yes")
        return Guess(kind, why, choices, words)
    if kind == "several-choice":
        found = _several(column, least=0.0)
        divider = found.divider if found else ";"
        return Guess(kind, why, choices or (found.choices if found else ()), divider=divider)
    if kind == "single-choice":
        return Guess(kind, why, choices or _options(column.counts))
    return Guess(kind, why, choices)


def _nobodys(column: Cells) -> Guess | None:
    """Return why nobody is to see a column: it has nothing in it, or gives somebody away."""
    if not column.counts:
        return Guess("dropped", "nothing is in it")
    if about_the_submission(column.heading):
        return Guess("dropped", "what the survey tool writes down on its own")
    seen = look_like(column.counts)
    if seen == "codes that are different in every row" and asks_for_a_code(column.heading):
        return None
    return Guess("dropped", seen) if seen else None


def _token(column: Cells) -> Guess | None:
    if not asks_for_a_code(column.heading):
        return None
    return Guess("token", "codes by which answers of the same person are known")


def _rating(column: Cells) -> Guess | None:
    """Take a column for a rating, or yes and no, by the words in it."""
    said = {plain(cell) for cell in column.counts}
    if said <= _YES_NO.keys():
        return Guess("yes-no", "yes and no")
    scale = scale_of(column.counts)
    if scale is None:
        return None
    nothing = {cell: "" for cell in column.counts if is_none(cell)}
    why = f"words of a common scale, {scale.labels[0]} to {scale.labels[-1]}"
    return Guess("scale", why, scale.labels, {**scale.words, **nothing})


def _person(column: Cells) -> Guess | None:
    about = about_the_person(column.text) or about_the_person(column.heading)
    if not about:
        return None
    if about == "who they are":
        about += ", which may single somebody out"
    return Guess("dropped", about)


def _number(column: Cells, *, rated: bool = False) -> Guess | None:
    numbers = numbers_of(column.counts)
    if numbers is None:
        return None
    points = set(numbers.values())
    likely = asks_how_likely(column.text) or asks_how_likely(column.heading)
    if not rated and (max(points) > 10 or (counts_something(column.text) and not likely)):
        return Guess("dropped", "numbers that count something, rather than rate it")
    if not rated and (likely or (0 in points and max(points) > 5)):
        return Guess("likelihood", "0 to 10")
    if points <= {0, 1}:
        return Guess("yes-no", "1 and 0, taken as yes and no")
    if 0 in points or (not rated and len(points) < 3 and max(points) < 4):
        return _choice(column)
    top = next((each for each in (5, 7, 10) if max(points) <= each), max(points))
    labels = tuple(str(point) for point in range(1, top + 1))
    return Guess("scale", f"numbers, taken as points of a scale from 1 to {top}", labels)


def _several(column: Cells, *, least: float = _MOSTLY) -> Guess | None:
    """Take a column for one of several answers each, if dividing them leaves few different."""
    for divider in (";", ","):
        if not any(divider in cell for cell in column.counts):
            continue
        pieces: Counter[str] = Counter()
        for cell, times in column.counts.items():
            pieces.update(dict.fromkeys(dict.fromkeys(_pieces(cell, divider)), times))
        options = _options(pieces)
        usual = sum(times for piece, times in pieces.items() if times > 1)
        few = len(options) <= min(_MOST_OPTIONS, len(column.counts) + 1)
        often = usual >= least * pieces.total()
        if len(options) > 1 and few and often and max(map(len, options)) <= _LONGEST:
            words = f"several answers in a cell, with {divider} between them"
            return Guess("several-choice", words, options, divider=divider)
    return None


def _pieces(cell: str, divider: str) -> Iterator[str]:
    return (piece.strip() for piece in cell.split(divider) if piece.strip())


def _choice(column: Cells) -> Guess | None:
    options = _options(column.counts)
    usual = sum(times for times in column.counts.values() if times > 1)
    different = sum(times > 1 for times in column.counts.values())
    if len(column.counts) == 1 and different:
        return Guess("dropped", "the same in every row")
    if not 0 < different <= min(_MOST_OPTIONS, column.answered // 2):
        return None
    if usual < _MOSTLY * column.answered or max(map(len, options)) > _LONGEST:
        return None
    return Guess("single-choice", f"{different} different answers, again and again", options)


def _options(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Return the answers that several gave, the most frequent first, and what stands for others.

    Answers that differ in capitals or marks alone are one option.
    """
    groups: dict[str, Counter[str]] = {}
    for cell, times in counts.items():
        groups.setdefault(plain(cell), Counter())[cell] += times
    spelt = {words.most_common(1)[0][0]: words.total() for words in groups.values()}
    found = [cell for cell, times in spelt.items() if times > 1]
    found.sort(key=_by_frequency(spelt))
    others = [cell for cell in found if plain(cell).startswith("other")]
    if len(found) < len(spelt) and not others:
        others = [OTHER]
    return (*(cell for cell in found if cell not in others), *others)


def _by_frequency(counts: Mapping[str, int]) -> Callable[[str], tuple[int, str]]:
    return lambda cell: (-counts[cell], cell)

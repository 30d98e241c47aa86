"""Questions for an expert: gathered without repeats, merged, and put in order by the group."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

import attrs

from workshopcore.errors import InvalidValueError
from workshopcore.model.expert import ExpertQuestion

__all__ = ["gathered", "merged", "ranked", "same_words", "with_ballots"]


def ranked(questions: Iterable[ExpertQuestion]) -> tuple[ExpertQuestion, ...]:
    """Return questions, the likeliest first.

    What the group gave most points comes first, then what most people asked, then what was
    asked earlier.

    >>> asked = [ExpertQuestion("How?", points=2), ExpertQuestion("Why?", points=5)]
    >>> [question.text for question in ranked(asked)]
    ['Why?', 'How?']
    """
    return tuple(sorted(questions, key=lambda one: (-one.points, -len(one.askers))))


def same_words(text: str) -> str:
    """Return what two wordings share that differ in nothing but spaces, marks and capitals.

    >>> same_words("What’s  first?") == same_words("Whats first")
    True
    """
    spelt = unicodedata.normalize("NFKC", text).casefold()
    # Without letters there are only marks to go by.
    return "".join(filter(str.isalnum, spelt)) or spelt.strip()


def gathered(
    questions: Iterable[ExpertQuestion], new: Iterable[ExpertQuestion]
) -> tuple[ExpertQuestion, ...]:
    """Return questions with new ones after them; what is asked in the same words is one.

    The same question of the same person again changes nothing, so that a list may be taken in
    twice.

    >>> first = [ExpertQuestion("What failed?", asked_by="amina")]
    >>> again = [ExpertQuestion("what failed", asked_by="mei"), ExpertQuestion("Who paid?")]
    >>> [(one.text, one.askers) for one in gathered(first, again)]
    [('What failed?', ('amina', 'mei')), ('Who paid?', ())]
    """
    found = list(questions)
    places: dict[str, int] = {}
    for number, one in enumerate(found):
        for wording in (one.text, *one.wordings):
            places.setdefault(same_words(wording), number)
    for one in new:
        place = places.setdefault(same_words(one.text), len(found))
        if place == len(found):
            found.append(one)
        else:
            found[place] = _joined(found[place], one)
    return tuple(found)


def merged(
    questions: Sequence[ExpertQuestion], same: Mapping[int, Iterable[int]]
) -> tuple[ExpertQuestion, ...]:
    """Return questions after some turned out to be one question in other words.

    The one that is kept has the points of all, and remembers who asked them, in what words.

    Args:
        questions: all of them.
        same: for the number of each question that stays, counted from 1, the numbers of those
            that mean the same.

    Raises:
        InvalidValueError: there is no question of a number, or one would go that stays, or go
            twice.

    >>> asked = [ExpertQuestion("What failed?", points=2), ExpertQuestion("What went wrong?")]
    >>> [(one.text, one.wordings) for one in merged(asked, {1: [2]})]
    [('What failed?', ('What went wrong?',))]
    """
    gone: set[int] = set()
    kept: dict[int, ExpertQuestion] = {}
    for keep, others in same.items():
        whole = _numbered(questions, keep)
        for number in dict.fromkeys(others):
            other = _numbered(questions, number)
            if number in gone or number in same:
                raise InvalidValueError(
                    number, "each question in one place: it stays, or goes once"
                )
            gone.add(number)
            whole = attrs.evolve(_joined(whole, other), points=whole.points + other.points)
        kept[keep] = whole
    return tuple(
        kept.get(number, one) for number, one in enumerate(questions, 1) if number not in gone
    )


def _numbered(questions: Sequence[ExpertQuestion], number: int) -> ExpertQuestion:
    if not 1 <= number <= len(questions):
        expected = f"the number of a question, 1 to {len(questions)}"
        raise InvalidValueError(number, expected if questions else "a question; there are none")
    return questions[number - 1]


def with_ballots(
    questions: Sequence[ExpertQuestion], ballots: Iterable[Sequence[int]], choices: int
) -> tuple[ExpertQuestion, ...]:
    """Return questions with the points that ballots give them, in the place of earlier points.

    With three choices, a first choice gives three points, a second two, a third one: a Borda
    count of the places that are on the ballot, as the nominal group technique has it.

    Args:
        questions: all of them.
        ballots: for each person the numbers of their choices, counted from 1, the first first;
            0 for a place that was left empty.
        choices: how many places there are on a ballot.

    Raises:
        InvalidValueError: a ballot has more choices than places, one that there is not, or one
            twice.

    >>> asked = [ExpertQuestion("How?"), ExpertQuestion("Why?"), ExpertQuestion("When?")]
    >>> [one.points for one in with_ballots(asked, [(2, 1), (2, 3)], choices=2)]
    [1, 4, 1]
    """
    points = [0] * len(questions)
    for ballot in ballots:
        chosen = [number for number in ballot if number]
        if len(ballot) > choices:
            raise InvalidValueError(list(ballot), f"at most {choices} choices on a ballot")
        if len(set(chosen)) < len(chosen):
            raise InvalidValueError(list(ballot), "each question once on a ballot")
        for place, number in enumerate(ballot):
            if number:
                _numbered(questions, number)
                points[number - 1] += choices - place
    return tuple(
        attrs.evolve(one, points=given) for one, given in zip(questions, points, strict=True)
    )


def _joined(one: ExpertQuestion, other: ExpertQuestion) -> ExpertQuestion:
    """Return a question together with another that means the same; points stay as they are."""
    askers = tuple(dict.fromkeys((*one.askers, *other.askers)))
    wordings = {same_words(text): text for text in (*reversed(other.wordings), other.text)}
    for known in (one.text, *one.wordings):
        wordings.pop(same_words(known), None)
    answers = [text for text in (one.answer, other.answer) if text.strip()]
    return attrs.evolve(
        one,
        asked_by=askers[0] if askers else "",
        also_asked_by=askers[1:],
        wordings=[*one.wordings, *wordings.values()],
        answer="\n\n".join(dict.fromkeys(answers)),
    )

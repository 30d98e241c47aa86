"""The screening of a text: everything in it that could tell whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from workshopcore.contracts.text_screens import Flag, TextScreen
from workshopcore.evaluation.disclosure.screening.patterns import pattern_flags
from workshopcore.evaluation.disclosure.screening.phrases import phrase_flags
from workshopcore.evaluation.disclosure.screening.roster import roster_flags
from workshopcore.model.people import Person

__all__ = ["CAUTION", "Screening", "identifying"]

CAUTION = (
    "Whatever is changed, a group that knows each other can recognise a voice:"
    " ask the speaker before these words are used"
)


@frozen
class Screening:
    """What was found in a text.

    Attributes:
        flags: the words that could tell whose it is, in their order.
        caution: what remains true when there are none.
    """

    flags: tuple[Flag, ...]
    caution: str = CAUTION


def identifying(
    text: str,
    people: Iterable[Person] = (),
    *,
    speaker: str = "",
    said: Mapping[str, Iterable[str]] | None = None,
    places: Iterable[str] = (),
    screens: Iterable[TextScreen] = (),
) -> Screening:
    """Flag the words of a text that could tell whose it is.

    Names, posts, services and sites come from the people on the programme; dates, other posts
    and places, contact details, pronouns and what is true of few people from patterns of
    English; phrases of the speaker's own from other things that were said. The text itself is
    not changed, and finding nothing does not make it anonymous.

    Args:
        text: to look through.
        people: who is on the programme.
        speaker: whose text it is, by identifier.
        said: other texts by who said them; left out, phrases are not looked at.
        places: further names of places that would tell something.
        screens: other tools that look through it as well.

    >>> from workshopcore.model.people import Person
    >>> team = [Person("Amina Yusuf", position="Head of commissioning")]
    >>> found = identifying("Since 3 March Amina lets us decide", team)
    >>> [(flag.kind, flag.words) for flag in found.flags]
    [('date', '3 March'), ('name', 'Amina')]
    """
    known = tuple(people)
    flags = {*roster_flags(text, known, places), *pattern_flags(text)}
    flags.update(phrase_flags(text, speaker, said or {}))
    for screen in screens:
        flags.update(screen.screen(text, known))
    return Screening(tuple(_outermost(flags)))


def _outermost(flags: Iterable[Flag]) -> list[Flag]:
    """Return flags in order, without those that lie within another of their kind."""
    kept: list[Flag] = []
    for flag in sorted(flags, key=lambda one: (one.start, -one.end, one.kind, one.suggestion)):
        if not any(
            one.kind == flag.kind and one.start <= flag.start and flag.end <= one.end
            for one in kept
        ):
            kept.append(flag)
    return kept

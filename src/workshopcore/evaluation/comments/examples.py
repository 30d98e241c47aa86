"""Examples of a theme: people's own words, shown only where they give nobody away."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from workshopcore.evaluation.comments.coding import Coding
from workshopcore.evaluation.comments.comment import Comment
from workshopcore.evaluation.disclosure import Flag, Rule, TextScreen, identifying
from workshopcore.model.people import Person

__all__ = ["Example", "examples"]

_RULE = Rule()


@frozen
class Example:
    """A comment that speaks of a theme.

    Attributes:
        comment: the comment, for the house alone.
        flags: words of it that could tell whose it is.
        approved: the wording that somebody approved for it; ``""`` for none.
        caution: what remains true whatever was changed.
    """

    comment: Comment
    flags: tuple[Flag, ...]
    approved: str
    caution: str

    @property
    def shown(self) -> str:
        """The words that may be shown: approved ones, or those in which nothing was found.

        ``""`` as long as something was found and nobody has approved a wording.
        """
        return self.approved or ("" if self.flags else self.comment.text)


def examples(
    comments: Iterable[Comment],
    coding: Coding,
    theme: str,
    *,
    people: Iterable[Person] = (),
    places: Iterable[str] = (),
    screens: Iterable[TextScreen] = (),
    rule: Rule = _RULE,
) -> tuple[Example, ...]:
    """Return the comments that speak of a theme, each looked through for what tells whose it is.

    Without flags a comment is shown as it stands, unless somebody approved other words for it;
    with flags it waits for them. There are none while fewer people commented than the rule
    asks for. Nothing found does not make a comment anonymous: a group that knows each other
    recognises a voice, so tell people beforehand that comments may be quoted.

    Args:
        comments: what people wrote.
        coding: which comments speak of the theme, and the wordings that were approved.
        theme: the theme, by identifier.
        people: everybody on the programme, for names, posts and places.
        places: further names of places that would tell something.
        screens: other tools that look through texts.
        rule: how many there must be who commented.

    >>> from workshopcore.evaluation.comments.comment import Mark
    >>> team = [Person("Amina Yusuf")]
    >>> said = [Comment(Mark("q", n), "We decide faster") for n in range(1, 6)]
    >>> said[0] = Comment(Mark("q", 1), "Amina lets us decide")
    >>> coding = Coding("TN", {comment.mark: ["pace"] for comment in said})
    >>> [example.shown for example in examples(said, coding, "pace", people=team)][:2]
    ['', 'We decide faster']
    """
    every, known = tuple(comments), tuple(people)
    told, looking = tuple(places), tuple(screens)
    if len({comment.mark.number for comment in every}) < rule.k:
        return ()
    found = []
    for comment in every:
        if theme in coding.codes.get(comment.mark, ()):
            screening = identifying(comment.text, known, places=told, screens=looking)
            approved = coding.wordings.get(comment.mark, "")
            found.append(Example(comment, screening.flags, approved, screening.caution))
    return tuple(found)

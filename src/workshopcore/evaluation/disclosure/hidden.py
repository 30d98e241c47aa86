"""What protection answers: what may be shown, and what is hidden for what reason."""

from __future__ import annotations

from attrs import frozen

from workshopcore.contracts.publication import Base
from workshopcore.evaluation.disclosure.published import Published
from workshopcore.evaluation.disclosure.rule import Rule
from workshopcore.language import gettext, gettext_noop

__all__ = ["ALIKE", "HIDDEN", "Hidden", "Protected", "note"]

HIDDEN = "–"
"""What stands where a figure is hidden, whatever the reason."""

ALIKE = gettext_noop("all similar")
"""What stands where everybody answered the same; ``gettext`` says it in the language spoken."""


@frozen
class Hidden:
    """A figure that is not shown.

    Attributes:
        row, column: its labels; ``""`` for a total.
        reason: why, in words, for the house only: readers who knew which figures were hidden
            for their size alone could work out more.
    """

    row: str
    column: str
    reason: str


@frozen
class Protected:
    """A table of which may be shown what is left.

    Attributes:
        published: the figures to show; in a table of answers that is strict or alike they are
            hidden here and said in ``texts``.
        texts: what to print, a list for each row, cells in their order.
        row_texts, column_texts, total_text: what to print as totals, as far as there are any.
        hidden: what is not shown.
        note: what to say to readers about it; ``""`` if nothing is hidden.
        bases: whose figures these are: what to record once they went out.
        lost: how many respondents' places are hidden, counted in every hidden figure.
        proven: whether it is certain that hiding less would not do.
        withheld: why the table is not shown at all, in words; ``""`` if it is.
    """

    published: Published
    texts: tuple[tuple[str, ...], ...]
    row_texts: tuple[str, ...] = ()
    column_texts: tuple[str, ...] = ()
    total_text: str = ""
    hidden: tuple[Hidden, ...] = ()
    note: str = ""
    bases: tuple[Base, ...] = ()
    lost: int = 0
    proven: bool = True
    withheld: str = ""


def note(rule: Rule) -> str:
    """Return what to say below a table in which something is hidden.

    It is the same whatever was hidden and why, because which is which would help to work it out.

    >>> from workshopcore.evaluation.disclosure.rule import Rule
    >>> note(Rule())
    '– not shown: fewer than 5 answered, or showing it could give away a group that small'
    """
    return gettext(
        "{mark} not shown: fewer than {k} answered, or showing it could give away a group that"
        " small",
        mark=HIDDEN,
        k=rule.k,
    )

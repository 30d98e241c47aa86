"""Protection of a table: what of it may be shown."""

from __future__ import annotations

from collections.abc import Iterable

from workshopcore.contracts.publication import Base
from workshopcore.evaluation.disclosure.answers import protect_answers
from workshopcore.evaluation.disclosure.bases import Recording
from workshopcore.evaluation.disclosure.differencing.release import may_release
from workshopcore.evaluation.disclosure.groups import protect_groups
from workshopcore.evaluation.disclosure.hidden import Protected
from workshopcore.evaluation.disclosure.rule import Rule
from workshopcore.evaluation.disclosure.table import Table

__all__ = ["protect"]


def protect(
    table: Table,
    rule: Rule | None = None,
    earlier: Iterable[Base] = (),
    *,
    wave: str = "",
    questions: Iterable[str] = (),
    key: bytes | None = None,
) -> Protected:
    """Return what may be shown of a table, so that nobody is given away.

    Where columns are groups, every cell is a base: those of 1 to k − 1 are hidden, and as little
    besides as keeps them from being worked out. Where columns are answers, every row is one and
    is shown or hidden whole; a single row is the whole team's. Groups that all gave the same
    answer are hidden as well, and a team that did is said to be "all similar". With the bases
    of earlier releases, nothing is shown that could be worked out together with them.

    Args:
        table: the table as it is.
        rule: the house's; left out, the usual one.
        earlier: whose figures went out before.
        wave: in which they were asked for, as the ledger has it.
        questions: what the figures are of, as the ledger has it.
        key: for the digests of members; see :func:`digests`.

    >>> table = Table(["North", "South", "West"], counts=[12, 7, 3])
    >>> shown = protect(table)
    >>> [cell for cell, in shown.texts], shown.total_text
    (['12', '–', '–'], '22')
    >>> [hidden.reason for hidden in shown.hidden]
    ['with it, a group of fewer than 5 could be worked out', 'fewer than 5 answered']
    """
    rule = rule or Rule()
    recording = Recording(wave, tuple(questions), key)
    look = protect_answers if table.columns_are == "answers" else protect_groups
    known = tuple(earlier)
    # What this table itself showed before is left aside at first, so that the same table comes
    # out the same again.
    own = set(recording.every_base(table))
    others = tuple(base for base in known if base not in own)
    shown = look(table, rule, others, recording)
    if len(others) < len(known) and not may_release(shown.bases, known, rule).allowed:
        return look(table, rule, known, recording)
    return shown

"""Protection of tables whose rows are groups of respondents and whose columns are answers."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from workshopcore.contracts.publication import Base
from workshopcore.evaluation.disclosure.answer_rows import Rows, agree, choose_rows
from workshopcore.evaluation.disclosure.bands import band, band_width
from workshopcore.evaluation.disclosure.bases import Recording
from workshopcore.evaluation.disclosure.hidden import ALIKE, HIDDEN, Hidden, Protected, note
from workshopcore.evaluation.disclosure.published import Published
from workshopcore.evaluation.disclosure.rule import Rule
from workshopcore.evaluation.disclosure.table import Table

__all__ = ["protect_answers"]


def protect_answers(
    table: Table, rule: Rule, earlier: Sequence[Base], recording: Recording
) -> Protected:
    """Return what may be shown of a table of answers; rows are shown or hidden whole.

    With totals, the rows that are hidden can be had together, by subtracting: together they are
    k people or more, and did not all answer the same. A row whose people agree is hidden like
    any other then: being told that they do, a reader could find out on what.
    """
    rows = choose_rows(table, rule, earlier, recording)
    words = _Words.of(table, rule, rows)
    totals = [sum(column) for column in zip(*table.counts, strict=True)]
    published = Published(
        table.rows,
        table.columns,
        [words.figures(counts, row in rows.hidden) for row, counts in enumerate(table.counts)],
        row_totals=[None if row in rows.hidden else base for row, base in enumerate(table.bases)],
        column_totals=words.figures(totals) if rows.total else (),
        total=table.total if rows.total else None,
        columns_are="answers",
        least=rows.least,
    )
    return Protected(
        published,
        tuple(words.texts(each, row in rows.hidden) for row, each in enumerate(table.counts)),
        tuple(HIDDEN if base is None else str(base) for base in published.row_totals),
        words.texts(totals) if rows.total else (),
        str(table.total) if rows.total else "",
        tuple(Hidden(table.rows[row], "", rows.hidden[row]) for row in sorted(rows.hidden)),
        note(rule) if rows.hidden else "",
        rows.bases,
        sum(table.bases[row] for row in rows.hidden),
        rows.proven,
        rows.withheld,
    )


@frozen
class _Words:
    """How counts of answers are said.

    Attributes:
        strict: whether bands are all that is shown.
        width: of the bands; ``None`` where even the widest would say too much.
    """

    strict: bool
    width: int | None

    @classmethod
    def of(cls, table: Table, rule: Rule, rows: Rows) -> _Words:
        """Return the words for a table."""
        if not rule.strict:
            return cls(strict=False, width=None)
        shown = [
            row
            for row, counts in enumerate(table.counts)
            if row not in rows.hidden and any(counts) and not agree([counts])
        ]
        return cls(strict=True, width=band_width(table, shown, rule.k, total=rows.total))

    def figures(self, counts: Sequence[int], hidden: bool = False) -> list[int | None]:
        """Return the counts as figures, as far as they are shown as such."""
        if hidden or self.strict or (any(counts) and agree([counts])):
            return [None] * len(counts)
        return list(counts)

    def texts(self, counts: Sequence[int], hidden: bool = False) -> tuple[str, ...]:
        """Return what to print for the counts."""
        if hidden:
            return (HIDDEN,) * len(counts)
        if any(counts) and agree([counts]):
            return (ALIKE,) * len(counts)
        return tuple(map(self._text, counts))

    def _text(self, count: int) -> str:
        if not self.strict:
            return str(count)
        return HIDDEN if self.width is None else band(count, self.width)

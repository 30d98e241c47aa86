"""The audit of a published table: what can be worked out of what it hides."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from workshopcore.errors import InvalidValueError
from workshopcore.evaluation.disclosure.answer_rows import agree
from workshopcore.evaluation.disclosure.attack import Attack
from workshopcore.evaluation.disclosure.attacker import Attacker, is_unlimited
from workshopcore.evaluation.disclosure.figures import called, joined, labels
from workshopcore.evaluation.disclosure.layout import TOTAL, Layout, layout
from workshopcore.evaluation.disclosure.network import UNLIMITED, Bounds
from workshopcore.evaluation.disclosure.published import Published
from workshopcore.evaluation.disclosure.rule import Rule

__all__ = ["Audit", "Audited", "audit"]


@frozen
class Audited:
    """One figure that is hidden, or that should be.

    Attributes:
        row, column: its labels; ``""`` for a total.
        lowest, highest: what it can be, as far as readers can tell; ``None`` for no limit.
        protected: whether it can be more than one number, and k or more.
        attack: how it is worked out, in words; ``""`` if it is protected.
    """

    row: str
    column: str
    lowest: int
    highest: int | None
    protected: bool
    attack: str = ""


@frozen
class Audit:
    """What readers can work out of a table.

    Attributes:
        figures: those that are hidden, and those that should be.
    """

    figures: tuple[Audited, ...]

    @property
    def safe(self) -> bool:
        """Whether everything that has to be is protected."""
        return all(figure.protected for figure in self.figures)

    @property
    def attacks(self) -> tuple[str, ...]:
        """How those that are not protected are worked out."""
        return tuple(dict.fromkeys(figure.attack for figure in self.figures if figure.attack))


def audit(published: Published, rule: Rule | None = None) -> Audit:
    """Say for each hidden figure of a table what readers can work out.

    The bounds are exact: they are those of all tables in whole numbers that have the published
    figures and add up, in which every hidden figure is at least ``published.least``. That some
    hidden figure is below k, as readers know as well, narrows none of them further. Figures
    of 1 to k − 1 that are shown are listed too, and so are groups whose answers are shown to be
    all the same.

    Args:
        published: one table. Linked tables, and those of three ways or more, are refused:
            bounds of one by itself would promise more than they hold.
        rule: by which it was made; left out, the usual one.

    Raises:
        InvalidValueError: it is no single table, or its figures do not add up.

    >>> audit(Published(["North", "South", "West"], cells=[3, 4, None], total=9)).attacks[-1]
    'the total 9 minus the published North 3 and South 4 leaves 2'
    """
    if not isinstance(published, Published):
        hint = (
            "Linked tables and tables of three ways or more cannot be audited: what one of them"
            " shows may give away what another hides"
        )
        raise InvalidValueError(published, "one published table of one or two ways", hint)
    look = _answers if published.columns_are == "answers" else _groups
    return Audit(tuple(look(published, rule or Rule())))


def _groups(published: Published, rule: Rule) -> Iterator[Audited]:
    shape = layout(len(published.rows), len(published.columns))
    attacker = _attacker(published, shape)
    attack = Attack(published, shape, attacker)
    for arc, figure in enumerate(shape.figures(published)):
        if figure is not None and rule.is_small(figure):
            text = f"{called(published, shape.places[arc])} is shown as {figure}"
            yield Audited(*labels(published, shape.places[arc]), figure, figure, False, text)
        elif _is_hidden(published, shape, arc):
            yield _hidden(attack, arc, rule)


def _hidden(attack: Attack, arc: int, rule: Rule) -> Audited:
    place = labels(attack.published, attack.layout.places[arc])
    lowest, highest = attack.attacker.lowest(arc), attack.attacker.highest(arc)
    if is_unlimited(highest):
        return Audited(*place, lowest, None, protected=True)
    if highest >= rule.k and lowest < highest:
        return Audited(*place, lowest, highest, protected=True)
    return Audited(*place, lowest, highest, False, attack.in_words(arc, lowest, highest))


def _attacker(published: Published, shape: Layout) -> Attacker:
    figures = shape.figures(published)
    bounds: Bounds = [(0, UNLIMITED) if each is None else (each, each) for each in figures]
    for arc in range(len(figures)):
        if _is_hidden(published, shape, arc):
            bounds[arc] = (published.least, UNLIMITED)
    flow = shape.network.feasible(bounds)
    if flow is None:
        raise InvalidValueError(
            "figures that do not add up",
            "a table whose rows and columns can add up to their totals",
            "Check the figures, and whether hidden ones can be 0 (least=0)",
        )
    return Attacker(shape.network, bounds, flow)


def _is_hidden(published: Published, shape: Layout, arc: int) -> bool:
    """Return whether a figure was hidden, rather than that nobody meant to publish it."""
    row, column = shape.places[arc]
    if shape.figures(published)[arc] is not None or (row, column) == (TOTAL, TOTAL):
        return False
    if row == TOTAL:
        return bool(published.column_totals)
    return bool(published.row_totals) if column == TOTAL else True


def _answers(published: Published, rule: Rule) -> Iterator[Audited]:
    """Audit the groups of a table of answers, and what those whose answers are hidden said."""
    bases = [_base(published, row) for row in range(len(published.rows))]
    groups = Published(
        published.rows,
        (),
        bases,
        total=_total(published),
        least=published.least,
    )
    yield from _groups(groups, rule)
    for row, cells in enumerate(published.cells):
        known = [cell for cell in cells if cell is not None]
        if len(known) == len(cells) and any(known) and agree([known]):
            text = f"all {sum(known)} of {published.rows[row]} are shown to answer the same"
            yield Audited(published.rows[row], "", sum(known), sum(known), False, text)
    yield from _rest(published)


def _base(published: Published, row: int) -> int | None:
    cells = published.cells[row]
    if published.row_totals and published.row_totals[row] is not None:
        return published.row_totals[row]
    return None if None in cells else sum(cell for cell in cells if cell is not None)


def _total(published: Published) -> int | None:
    if published.total is not None or not published.column_totals:
        return published.total
    known = [each for each in published.column_totals if each is not None]
    return sum(known) if len(known) == len(published.column_totals) else None


def _rest(published: Published) -> Iterator[Audited]:
    """Say what the groups whose answers are hidden said together, if it was all the same."""
    hidden = [row for row, cells in enumerate(published.cells) if None in cells]
    if not hidden or not published.column_totals or None in published.column_totals:
        return
    shown = [
        [cell or 0 for cell in cells]
        for row, cells in enumerate(published.cells)
        if row not in hidden
    ]
    rest = [
        (total or 0) - sum(column)
        for total, *column in zip(published.column_totals, *shown, strict=True)
    ]
    if agree([rest]):
        names = joined(published.rows[row] for row in hidden)
        text = f"the totals minus the published groups leave one answer for all of {names}"
        for row in hidden:
            yield Audited(published.rows[row], "", 0, sum(rest), False, text)

"""Protection of tables whose every cell is a group of respondents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve

from workshopcore.contracts.publication import Base
from workshopcore.evaluation.disclosure.bases import Recording
from workshopcore.evaluation.disclosure.differencing.release import may_release
from workshopcore.evaluation.disclosure.hidden import HIDDEN, Hidden, Protected, note
from workshopcore.evaluation.disclosure.layout import TOTAL, Layout, Place, layout
from workshopcore.evaluation.disclosure.published import Published
from workshopcore.evaluation.disclosure.reasons import few, nothing_helps, with_it
from workshopcore.evaluation.disclosure.rule import Rule
from workshopcore.evaluation.disclosure.suppression.pattern import Pattern, pattern
from workshopcore.evaluation.disclosure.table import Table

__all__ = ["protect_groups"]

_WHOLE: Place = (TOTAL, TOTAL)


def protect_groups(
    table: Table, rule: Rule, earlier: Sequence[Base], recording: Recording
) -> Protected:
    """Return what may be shown of a table of groups; figures are hidden until all is safe."""
    shape = layout(len(table.rows), len(table.columns))
    values = dict(zip(shape.places, shape.values(table), strict=True))
    if values[_WHOLE] < rule.k:
        return _withheld(table, few(rule), rule, total=False)
    forced: dict[Place, str] = {}
    while True:
        found = pattern(table, rule, frozenset(forced))
        if found is None:
            return _total_alone(table, rule, earlier, recording)
        shown = _shown(shape, values, table, found)
        bases = {place: recording.base(table, place) for place in shown}
        verdict = may_release(bases.values(), earlier, rule)
        if verdict.allowed:
            return _protected(table, rule, values, found, forced, tuple(bases.values()))
        blocked = {each.base: each.reason for each in verdict.blocked}
        new = {place: blocked[base] for place, base in bases.items() if base in blocked}
        if _WHOLE in new:
            return _withheld(table, new[_WHOLE], rule, total=False)
        forced |= new


def _shown(shape: Layout, values: Mapping[Place, int], table: Table, found: Pattern) -> list[Place]:
    """Return the places that are shown, totals and large groups first: they are kept longest."""
    places = [
        place
        for place in shape.places
        if values[place] and place not in found.hidden and (table.margins or TOTAL not in place)
    ]
    return sorted(places, key=lambda place: (-place.count(TOTAL), -values[place]))


def _total_alone(
    table: Table, rule: Rule, earlier: Sequence[Base], recording: Recording
) -> Protected:
    """Return a table of which no group is shown: its total, if that may go out.

    Without a total, there is always something that can be shown: nothing can be subtracted.
    """
    reason = nothing_helps(rule)
    base = recording.base(table, _WHOLE)
    verdict = may_release([base], earlier, rule)
    if not verdict.allowed:
        return _withheld(table, verdict.blocked[0].reason, rule, total=False)
    return evolve(_withheld(table, reason, rule, total=True), bases=(base,))


def _withheld(table: Table, reason: str, rule: Rule, *, total: bool) -> Protected:
    width = len(table.columns) or 1
    published = Published(
        table.rows,
        table.columns,
        [[None] * width] * len(table.rows),
        total=table.total if total else None,
        least=0,
    )
    return Protected(
        published,
        ((HIDDEN,) * width,) * len(table.rows),
        total_text=str(table.total) if total else "",
        hidden=tuple(
            Hidden(row, column, reason) for row in table.rows for column in table.columns or ("",)
        ),
        note=note(rule),
        lost=table.total,
        withheld=reason,
    )


def _protected(
    table: Table,
    rule: Rule,
    values: Mapping[Place, int],
    found: Pattern,
    forced: Mapping[Place, str],
    bases: tuple[Base, ...],
) -> Protected:
    def figures(places: Sequence[Place]) -> list[int | None]:
        return [None if place in found.hidden else values[place] for place in places]

    width = len(table.columns) or 1
    rows, columns = range(len(table.rows)), range(width)
    two_way = bool(table.columns) and table.margins
    published = Published(
        table.rows,
        table.columns,
        [figures([(row, column) for column in columns]) for row in rows],
        row_totals=figures([(row, TOTAL) for row in rows]) if two_way else (),
        column_totals=figures([(TOTAL, column) for column in columns]) if two_way else (),
        total=values[_WHOLE] if table.margins else None,
    )
    return Protected(
        published,
        tuple(_texts(row) for row in published.cells),
        _texts(published.row_totals),
        _texts(published.column_totals),
        str(published.total) if table.margins else "",
        tuple(
            Hidden(*_labels(table, place), _reason(place, values[place], forced, rule))
            for place in values
            if place in found.hidden
        ),
        note(rule) if found.hidden else "",
        bases,
        found.lost,
        found.proven,
    )


def _texts(figures: Sequence[int | None]) -> tuple[str, ...]:
    return tuple(HIDDEN if figure is None else str(figure) for figure in figures)


def _labels(table: Table, place: Place) -> tuple[str, str]:
    row, column = place
    return (
        "" if row == TOTAL else table.rows[row],
        "" if column == TOTAL or not table.columns else table.columns[column],
    )


def _reason(place: Place, value: int, forced: Mapping[Place, str], rule: Rule) -> str:
    if rule.is_small(value):
        return few(rule)
    return forced.get(place) or with_it(rule)

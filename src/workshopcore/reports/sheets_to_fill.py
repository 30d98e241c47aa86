"""Sheets that people fill in: for the wall, for the tables, or one for each person."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from workshopcore.agenda import Row
from workshopcore.contracts.formats import SheetPlan
from workshopcore.contracts.report import Section, Table
from workshopcore.language import gettext
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.reports.wall_charts import chart, questions

__all__ = ["sheets", "to_print"]

_MOST_NAMES = 5
"""More would turn the paper, and with it every chart."""


def sheets(programme: Programme, workshop: Workshop, row: Row) -> tuple[Section, ...]:
    """Return the sheets of a session, each with the question that it is about."""
    plans = row.plan.sheets if row.plan else ()
    return tuple(
        chart(title, question, (table,))
        for plan, question in zip(plans, _questions(row, plans), strict=True)
        for title, table in _tables(programme, workshop, plan)
    )


def to_print(row: Row) -> tuple[str, ...]:
    """Return how many of each sheet are needed."""
    return tuple(
        gettext(
            "{things} (for {sessions})",
            things=f"{plan.quantity} × {titled(plan)}",
            sessions=row.title,
        )
        for plan in (row.plan.sheets if row.plan else ())
    )


def titled(plan: SheetPlan) -> str:
    """Return what a sheet is called, with its round."""
    return f"{plan.title}: {plan.round}" if plan.round else plan.title


def _questions(row: Row, plans: tuple[SheetPlan, ...]) -> Iterator[str]:
    """Yield the question of each sheet: that of its round, or the only one that there is."""
    asked = questions(row)
    rounds: dict[str, int] = {}
    for plan in plans:
        number = rounds.get(plan.title, 0)
        rounds[plan.title] = number + 1
        if plan.round and len(asked) > 1:
            yield asked[number] if number < len(asked) else ""
        else:
            yield asked[0] if len(asked) == 1 else ""


def _tables(
    programme: Programme, workshop: Workshop, plan: SheetPlan
) -> Iterator[tuple[str, Table]]:
    """Yield a sheet, or several side by side where everybody has a column."""
    parts = _columns_of_people(programme, workshop) if plan.people else [()]
    for number, names in enumerate(parts, 1):
        empty = ("",) * len(names)
        yield (
            _one_of(titled(plan), number, len(parts)),
            Table(
                (*plan.columns, *names),
                [(*line, *empty) for line in plan.rows],
                row_headings=all(line[0] for line in plan.rows),
                writable=True,
            ),
        )


def _one_of(title: str, number: int, parts: int) -> str:
    if parts == 1:
        return title
    return gettext("{title} ({number} of {parts})", title=title, number=number, parts=parts)


def _columns_of_people(programme: Programme, workshop: Workshop) -> list[tuple[str, ...]]:
    """Return who is expected, in parts of much the same size that a sheet has room for."""
    names = [each.name for each in programme.invited(workshop) if each.role == "participant"]
    parts = max(ceil(len(names) / _MOST_NAMES), 1)
    return [
        tuple(names[len(names) * n // parts : len(names) * (n + 1) // parts]) for n in range(parts)
    ]

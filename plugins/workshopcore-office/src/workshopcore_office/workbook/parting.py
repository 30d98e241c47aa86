"""Cells that say two things, as two cells: a start and an end, a number and a note behind it.

What is in brackets behind a number or a date (``15 (10–20)``, ``21 January 2028 (first 14
December 2027)``), and the two ends of ``09:15–09:30``, can be sorted and counted with only where
each of them has a cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

from attrs import evolve

from workshopcore.contracts.report import Inline, Table
from workshopcore.language import gettext
from workshopcore.renderers.characters import one_line
from workshopcore_office.workbook.numbers import has_digits, numbers_in

__all__ = ["with_parts"]

Parts: TypeAlias = list[tuple[str, str]]

_TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_STRETCH = re.compile(f"({_TIME}–)({_TIME})")
_MOMENT = re.compile(_TIME)
_NOTED = re.compile(r"([^()]+) (\(.*\))")


def with_parts(table: Table) -> Table:
    """Return a table in which each column that says two things is two."""
    if table.writable:
        return table
    for at in reversed(range(len(table.columns))):
        cells = [row[at] for row in table.rows]
        texts = [one_line(cell) for cell in cells if isinstance(cell, str)]
        if len(texts) < len(cells):
            continue
        title = table.columns[at].title
        ends, notes = _ends(texts), _notes(texts)
        if ends:
            table = _split(table, at, gettext("Until"), ends)
        elif notes:
            table = _split(table, at, gettext("{column}: note", column=title), notes)
    return table


def _split(table: Table, at: int, title: str, parts: Parts) -> Table:
    second = evolve(table.columns[at], title=title, align="left")
    columns = (*table.columns[: at + 1], second, *table.columns[at + 1 :])
    rows: list[tuple[Inline, ...]] = [
        (*row[:at], *both, *row[at + 1 :]) for row, both in zip(table.rows, parts, strict=True)
    ]
    return evolve(table, columns=columns, rows=rows)


def _ends(texts: Sequence[str]) -> Parts:
    """Return starts and ends of a column of stretches of time, nothing of any other."""
    said = [text for text in texts if has_digits(text)]
    if not any(map(_STRETCH.fullmatch, said)):
        return []
    if not all(_STRETCH.fullmatch(text) or _MOMENT.fullmatch(text) for text in said):
        return []
    return [_matched(_STRETCH, text) for text in texts]


def _notes(texts: Sequence[str]) -> Parts:
    """Return what stands before brackets and the rest, if the former are numbers or dates."""
    parts = [_matched(_NOTED, text) for text in texts]
    if not any(note for _, note in parts):
        return []
    numbers = numbers_in([before for before, _ in parts])
    sound = all(
        number is not None or (not note and not has_digits(before))
        for number, (before, note) in zip(numbers, parts, strict=True)
    )
    return parts if sound else []


def _matched(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    match = pattern.fullmatch(text)
    return (match[1], match[2]) if match else (text, "")

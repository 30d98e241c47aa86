"""What cells accept, said in words before anybody types and when something is refused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from attrs import frozen

from workshopcore.exchange.words import status_word
from workshopcore.model.action import CLOSED
from workshopcore.model.lifecycle import ACTION
from workshopcore.reports.wording import day, listed
from workshopcore_office.columns import place_of
from workshopcore_office.looks import Looks

__all__ = ["STATUSES", "ListRows", "add_rules", "mark_rows"]

_NOT_IN_A_WORD = frozenset({"verified", "superseded"})
"""States that take more than a word: the evidence, or the action that takes the place."""

STATUSES = tuple(
    status
    for status in ACTION.states
    if any(status in following for following in ACTION.moves.values())
    and status not in _NOT_IN_A_WORD
)
"""The states that an owner may give an action, in the usual order."""

Rule = Mapping[str, Any]


@frozen
class ListRows:
    """Which rows the list fills, as they are numbered in the workbook.

    Attributes:
        first: the first action's.
        last: the last action's; the one above ``first`` where there are none.
        end: the last row in which a new action may be written.
    """

    first: int
    last: int
    end: int


def add_rules(sheet: Any, rows: ListRows, as_of: date, *, has_objectives: bool) -> None:
    """Say which values the open cells accept.

    Args:
        sheet: the xlsxwriter sheet.
        rows: where the list is.
        as_of: the day as which it stands, before which no new action can be due.
        has_objectives: there is a list of objectives to choose from.
    """
    _add(sheet, "status", rows.first, rows.end, _STATUS)
    _add(sheet, "progress", rows.first, rows.end, _PROGRESS)
    _add(sheet, "due", rows.first, rows.last, _due(f"={place_of('agreed')[1]}{rows.first}"))
    _add(sheet, "due", rows.last + 1, rows.end, _new_due(as_of))
    _add(sheet, "owner", rows.last + 1, rows.end, _OWNER)
    if has_objectives:
        _add(sheet, "objective", rows.last + 1, rows.end, _OBJECTIVE)


def _add(sheet: Any, field: str, first: int, last: int, rule: Rule) -> None:
    if first <= last:
        place, _ = place_of(field)
        sheet.data_validation(first - 1, place, last - 1, place, dict(rule))


def _choice(names: str, title: str, hint: str, refusal: str) -> Rule:
    return {
        "validate": "list",
        "source": f"={names}",
        "input_title": title,
        "input_message": hint,
        "error_title": f"Not in the list: {title.lower()}",
        "error_message": refusal,
    }


_WORDS = listed(map(status_word, STATUSES), "or")
_STATUS = _choice(
    "Statuses",
    "Status",
    "Choose where the action stands. Say in the note what blocks it, or why it is cancelled.",
    f"Choose one from the list: {_WORDS}.",
)
_OWNER = _choice(
    "People",
    "Owner",
    "Choose the one person who answers for the action.",
    "Choose one person from the list. Whoever helps can be named in the note.",
)
_OBJECTIVE = _choice(
    "Objectives",
    "Objective",
    "Choose what the action serves. You can leave it empty.",
    "Choose an objective from the list, or leave the cell empty.",
)
_PROGRESS: Rule = {
    "validate": "integer",
    "criteria": "between",
    "minimum": 0,
    "maximum": 100,
    "input_title": "Progress",
    "input_message": "How much of it is done, from 0 to 100. Type 40 for 40%.",
    "error_title": "Not a number from 0 to 100",
    "error_message": "Type a whole number from 0 to 100, without the % sign: 40 for 40%.",
}


def _due(agreed: str) -> Rule:
    return {
        "validate": "date",
        "criteria": ">=",
        "value": agreed,
        "input_title": "Due",
        "input_message": "The day by which it will be done, such as 26/2/2027. "
        "The date first agreed stays beside it.",
        "error_title": "Not a date that can be",
        "error_message": "Type a date that is not before the day on which the action was agreed.",
    }


def _new_due(as_of: date) -> Rule:
    return {
        **_due(""),
        "value": as_of,
        "input_message": "The day by which it will be done, such as 26/2/2027.",
        "error_message": f"Type a date that is not before {day(as_of)}.",
    }


def mark_rows(sheet: Any, rows: ListRows, as_of: date, looks: Looks) -> None:
    """Let late, blocked and closed actions stand out, as soon as somebody changes them."""
    due, status = place_of("due"), place_of("status")
    cell = f"${status[1]}{rows.first}"
    is_open = ",".join(f'{cell}<>"{status_word(state)}"' for state in sorted(CLOSED))
    before = f"${due[1]}{rows.first}<DATE({as_of.year},{as_of.month},{as_of.day})"
    late = f'=AND(${due[1]}{rows.first}<>"",{before},{is_open})'
    blocked = f'={cell}="{status_word("blocked")}"'
    closed = f'=AND({cell}<>"",NOT(AND({is_open})))'
    for place, formula, look in (
        (due[0], late, looks.overdue),
        (status[0], blocked, looks.blocked),
    ):
        _mark(sheet, rows, (place, place), formula, look)
    _mark(sheet, rows, (0, place_of("note")[0]), closed, looks.closed)


def _mark(sheet: Any, rows: ListRows, columns: tuple[int, int], formula: str, look: Any) -> None:
    rule = {"type": "formula", "criteria": formula, "format": look}
    sheet.conditional_format(rows.first - 1, columns[0], rows.end - 1, columns[1], rule)

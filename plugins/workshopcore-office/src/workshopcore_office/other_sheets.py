"""The sheets beside the list: how to use it, what can be chosen from, and what was sent out."""

from __future__ import annotations

from datetime import date
from typing import Any

from workshopcore.exchange.table import Sheet
from workshopcore.exchange.words import Words, status_word
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore_office.carried import FOR_PEOPLE, carried_rows
from workshopcore_office.cells import write_text
from workshopcore_office.looks import Looks
from workshopcore_office.rules import STATUSES

__all__ = ["write_carried", "write_guidance", "write_lists"]

_GUIDANCE = (
    "Change only what has changed: Due, Status, Progress and Note. The grey columns are locked.",
    "Say in the note what happened, in a sentence. It is kept as the news of that day.",
    "Add a new action in the empty rows at the foot: what is to be done, who, and by when.",
    "Filter with the arrows beside the headings. Late and blocked actions stand out.",
    "Save the file as it is (.xlsx) and send it back. Every change is looked at, none is lost.",
)
_LISTS = ("People", "Objectives", "Statuses")
_VISITORS = frozenset({"expert", "observer"})
_WIDEST = 100


def write_guidance(sheet: Any, looks: Looks) -> None:
    """Write how to use the list, in a few lines."""
    sheet.set_column(0, 0, 90)
    write_text(sheet, 0, 0, "How to use this", looks.title)
    for row, line in enumerate(_GUIDANCE, 1):
        write_text(sheet, row, 0, f"{row}. {line}", looks.line)
    sheet.set_paper(9)
    sheet.protect()


def write_lists(workbook: Any, sheet: Any, programme: Programme, as_of: date, looks: Looks) -> None:
    """Write what can be chosen from, each list under the name that the rules use."""
    words = Words(programme)
    lists = (
        [words.name_of(each.id) for each in programme.people if _may_own(each, as_of)],
        [words.objective_text(objective.id) for objective in programme.objectives],
        [status_word(status) for status in STATUSES],
    )
    for column, (name, entries) in enumerate(zip(_LISTS, lists, strict=True)):
        longest = max(map(len, [name, *entries]))
        sheet.set_column(column, column, min(_WIDEST, longest + 2))
        write_text(sheet, 0, column, name, looks.heading)
        for row, entry in enumerate(entries, 1):
            write_text(sheet, row, column, entry, looks.entry)
        letter = "ABC"[column]
        end = max(2, len(entries) + 1)
        workbook.define_name(name, f"='{sheet.get_name()}'!${letter}$2:${letter}${end}")
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.protect()


def _may_own(person: Person, as_of: date) -> bool:
    return person.belongs(as_of) and person.role not in _VISITORS


def write_carried(sheet: Any, programme: Programme, as_of: date, table: Sheet, look: Any) -> None:
    """Write what was sent out, for the programme to read when the file comes back."""
    write_text(sheet, 0, 0, FOR_PEOPLE, look)
    for row, (piece, more) in enumerate(carried_rows(programme.id, as_of, table), 1):
        write_text(sheet, row, 0, piece, look)
        if more:
            write_text(sheet, row, 1, more, look)
    sheet.hide()
    sheet.protect()

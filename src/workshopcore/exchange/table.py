"""Action lists as tables: rows and columns of plain values, whatever file they are in.

A cell holds text, a number, a date, a moment, or ``None`` where it is empty. How a file keeps
them is its importer's and exporter's affair; what they mean is settled here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from attrs import frozen

from workshopcore.actions.merging import state_of
from workshopcore.actions.plan import plan
from workshopcore.actions.standing import Standing
from workshopcore.contracts.exchange import ActionState, ExportRequest, Imported, ImportRequest
from workshopcore.errors import Problem
from workshopcore.exchange.columns import AS_SENT, COLUMNS, Column
from workshopcore.exchange.layout import MOST_COLUMNS, heading_row, layout_of, texts_of
from workshopcore.exchange.manners import OPTIONS, manners_of, option_problems
from workshopcore.exchange.pace import paced
from workshopcore.exchange.rows import RowReader
from workshopcore.exchange.words import PerCent, Words, status_word
from workshopcore.model.programme import Programme

__all__ = [
    "AS_SENT",
    "COLUMNS",
    "MOST_COLUMNS",
    "MOST_ROWS",
    "OPTIONS",
    "Cell",
    "Column",
    "PerCent",
    "Sheet",
    "heading_row",
    "option_problems",
    "read_table",
    "sheet_of",
    "to_export",
]

Cell: TypeAlias = str | int | date | None
"""What a cell of a list that we write holds."""


MOST_ROWS = 200_000
"""As many rows as are read of a table: more than any list of actions has."""


@frozen
class Sheet:
    """A list of actions as a table.

    Attributes:
        headings: one for each of ``COLUMNS``.
        rows: the cells of each action, in the order of the plan.
        sent: what the list says of each action, by identifier: keep it with the file, and give
            it to :func:`read_table` when the file comes back.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    sent: Mapping[str, ActionState]


def to_export(programme: Programme, request: ExportRequest) -> tuple[Standing, ...]:
    """Return the actions that are to be written, as they stand, in the order of the plan.

    Those that do not exist yet on the day are left out.

    Raises:
        UnknownKeyError: an action that is asked for is none of the programme's.
    """
    standings = plan(programme, request.as_of)
    if request.actions is None:
        return standings
    names = [request.actions] if isinstance(request.actions, str) else request.actions
    wanted = {programme.action(name).id for name in names}
    return tuple(each for each in standings if each.action.id in wanted)


def sheet_of(programme: Programme, request: ExportRequest) -> Sheet:
    """Return a list of actions as a table, and what was sent out with it.

    Args:
        programme: whose actions.
        request: the day, which actions, and how far it is.

    Raises:
        UnknownKeyError: an action that is asked for is none of the programme's.

    >>> from workshopcore.testing import sample_programme
    >>> sheet = sheet_of(sample_programme(), ExportRequest(date(2027, 6, 30), actions=["rota"]))
    >>> dict(zip(sheet.headings, sheet.rows[0]))["Due"], sheet.sent["rota"].status
    (datetime.date(2027, 4, 7), 'agreed')
    """
    words = Words(programme)
    rows: list[tuple[Cell, ...]] = []
    sent: dict[str, ActionState] = {}
    for each in paced(to_export(programme, request), request.advance):
        state = state_of(each)
        sent[each.action.id] = state
        rows.append(_row(each, state, words))
    return Sheet(tuple(column.heading for column in COLUMNS), tuple(rows), sent)


def _row(each: Standing, state: ActionState, words: Words) -> tuple[Cell, ...]:
    """Return the cells of an action, one for each of ``COLUMNS``."""
    return (
        each.action.id,
        state.statement,
        words.name_of(each.owner),
        words.objective_text(state.objective) if state.objective else None,
        each.first_due,
        state.due,
        status_word(each.status),
        state.progress,
        state.note,
    )


def read_table(
    headings: Sequence[object],
    rows: Iterable[tuple[str, Sequence[object]]],
    programme: Programme,
    request: ImportRequest,
    sent: Mapping[str, ActionState] | None = None,
) -> Imported:
    """Return what a table says of actions, and everything in it that could not be read.

    The order of columns, further columns, empty rows, and capitals or spaces in headings make
    no difference. The options ``preset``, ``columns``, ``statuses``, ``month_first`` and
    ``tool`` say how a table is written that is not ours; the headings of tools that have a
    preset are recognised. An empty cell says nothing: nothing is taken away by emptying it,
    and where something was sent out in it, that is a problem with its place.

    Args:
        headings: the row above the table; :func:`heading_row` finds it.
        rows: for each row its place for people (``row 7``) and its cells. Give it a length,
            or a length hint, and it is read row by row.
        programme: whose actions, people and objectives are meant.
        request: the options, and how far it is.
        sent: what was sent out, by identifier; left out, the columns ``… (as sent)`` tell,
            as far as there are any.

    >>> programme = Programme(title="A year")
    >>> rows = [("row 2", ["Draw the rota", "soon"])]
    >>> imported = read_table(["Action", "Due"], rows, programme, ImportRequest())
    >>> imported.value[0].said.statement, imported.problems[0].path
    ('Draw the rota', 'row 2, column Due')
    """
    texts = texts_of(headings)
    manners, problems = manners_of(request.options, [text for text in texts if text.strip()])
    layout, faults = layout_of(texts, manners)
    problems += faults
    if not layout.identifies:
        return Imported((), problems)
    reader = RowReader(programme, layout, manners, sent)
    news = []
    for number, (place, cells) in enumerate(paced(rows, request.advance)):
        if number < MOST_ROWS:
            news.append(reader.read(place, cells))
        elif number == MOST_ROWS:
            cure = "Split the file: nothing from here on was read"
            problems.append(Problem("WC001", place, "one more row", f"{MOST_ROWS:,} rows", cure))
    return Imported(tuple(each for each in news if each), [*problems, *reader.problems])

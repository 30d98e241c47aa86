"""Finding what is where in a workbook: the list of actions, and what was sent out with it."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from workshopcore.contracts.exchange import ImportRequest
from workshopcore.errors import InvalidValueError, Problem, Shown, nearest
from workshopcore.exchange.layout import Layout, layout_of, texts_of
from workshopcore.exchange.manners import manners_of, short
from workshopcore.model.programme import Programme
from workshopcore_office.action_sheet import TITLE
from workshopcore_office.book import Page
from workshopcore_office.carried import Carried, is_carried, read_carried

__all__ = ["Found", "find_carried", "find_list", "named_page"]

_SEARCHED = 20
_WIDEST = 256
_HEAD = 2
_CURE = (
    "Without it, nobody can tell what was changed in the file and what in the programme since:"
    " ask for the file that was sent back, rather than a copy of its list"
)


@frozen
class Found:
    """A list of actions in a workbook.

    Attributes:
        page: its sheet.
        row: the row of its headings, from 1.
        headings: what stands in it.
        layout: which column holds what.
    """

    page: Page
    row: int
    headings: Sequence[str]
    layout: Layout


def find_list(
    pages: Sequence[Page], request: ImportRequest, sheet: str = ""
) -> tuple[Found, list[Problem]]:
    """Return the list of actions, and what else looks like one and is not read.

    Args:
        pages: the sheets of the workbook.
        request: the options of every table.
        sheet: the name of the sheet; left out, it is the first one with headings that we know,
            and before all others the one that we call Actions.

    Raises:
        InvalidValueError: there is no such sheet, or no such list.
    """
    asked = [named_page(pages, sheet)] if sheet else sorted(pages, key=_unlikely)
    lists = [found for page in asked if (found := _look(page, request)) is not None]
    if not lists:
        raise InvalidValueError(
            Shown(f"none on the sheets {', '.join(short(page.title) for page in asked[:8])}"),
            "a row of headings such as Id, Action, Owner, Due and Status",
            'Name the columns in a mapping, such as columns = {statement = "To be done"}',
        )
    others = [found.page.title for found in lists[1:] if not found.page.hidden]
    return lists[0], [_passed_over(title, lists[0].page.title) for title in others]


def _unlikely(page: Page) -> tuple[bool, bool]:
    return page.hidden, page.title != TITLE


def named_page(pages: Sequence[Page], sheet: str) -> Page:
    """Return a sheet by its name.

    Raises:
        InvalidValueError: there is none of that name.
    """
    by_title = {page.title: page for page in pages}
    if sheet in by_title:
        return by_title[sheet]
    guess = nearest(sheet, by_title)
    cure = f"Did you mean '{short(guess)}'?" if guess else ""
    raise InvalidValueError(
        sheet, "the name of a sheet of the workbook", cure, field="options.sheet"
    )


def _look(page: Page, request: ImportRequest) -> Found | None:
    """Return the list on a sheet: below the first row with the most headings that we know."""
    best = None
    for number, values in page.rows(1, _SEARCHED, _WIDEST):
        headings = texts_of(values)
        manners, _ = manners_of(request.options, [text for text in headings if text.strip()])
        layout, _ = layout_of(headings, manners)
        most = len(best.layout.columns) if best else 0
        if layout.identifies and len(layout.columns) > most:
            best = Found(page, number, headings, layout)
    return best


def _passed_over(title: str, read: str) -> Problem:
    cure = f"Only '{short(read)}' was read: name the other one in the option sheet"
    found = "another list of actions"
    return Problem("WC005", f"sheet {short(title)}", found, "one list in a workbook", cure)


def find_carried(
    pages: Sequence[Page], programme: Programme, layout: Layout
) -> tuple[Carried | None, list[Problem]]:
    """Return what was sent out, and what is wrong with it.

    Args:
        pages: the sheets of the workbook.
        programme: whose actions are meant.
        layout: that of the list; one without identifiers was never sent out.
    """
    for page in pages:
        head = next(page.rows(_HEAD, _HEAD, 1), None)
        if head is None or not is_carried(head[1][0]):
            continue
        rows = (values for _, values in page.rows(_HEAD, page.extent.last, 2))
        try:
            return _checked(read_carried(rows), programme), []
        except InvalidValueError as fault:
            return None, [_lost(fault, f"sheet {short(page.title)}")]
    if "id" not in layout.columns:
        return None, []
    return None, [Problem("WC004", "file", "nothing", "the sheet with what was sent out", _CURE)]


def _checked(carried: Carried, programme: Programme) -> Carried:
    if carried.programme != programme.id:
        found = carried.programme
        raise InvalidValueError(found, f"a list of the programme '{programme.id}'")
    return carried


def _lost(fault: InvalidValueError, place: str) -> Problem:
    return fault.at(place)._replace(hint=fault.hint or _CURE)

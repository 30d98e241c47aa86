"""The rows of a list in a workbook, cell by cell: what each says, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workshopcore.contracts.exchange import ActionState
from workshopcore.errors import InvalidValueError, Problem
from workshopcore.exchange.layout import Layout
from workshopcore.exchange.manners import short
from workshopcore_office.book import Page
from workshopcore_office.carried import Carried
from workshopcore_office.cells import Unusable, same_text
from workshopcore_office.places import place_in

__all__ = ["Rows"]

_TEXTS = ("statement", "owner", "objective", "note")
_MERGED = Unusable("a cell merged with another one", "Unmerge the cells, and fill in each of them")


class Rows:
    """The rows below the headings, each with its place, for ``read_table`` to go through.

    Args:
        page: the sheet.
        heading: the row of the headings, from 1.
        layout: which column holds what.
        carried: what was sent out; ``None`` where nobody knows.

    Attributes:
        problems: what is wrong with cells that no list can use, so far.
    """

    def __init__(self, page: Page, heading: int, layout: Layout, carried: Carried | None) -> None:
        self.problems: list[Problem] = []
        self._page = page
        self._heading = heading
        self._layout = layout
        self._carried = carried
        # The first due date never changes, so nothing is read there.
        self._columns = {name: at for name, at in layout.columns.items() if name != "first_due"}
        self._covered = {at: page.extent.covered(at + 1) for at in self._columns.values()}

    def __length_hint__(self) -> int:
        return max(0, self._page.extent.last - self._heading)

    def __iter__(self) -> Iterator[tuple[str, Sequence[object]]]:
        width = max([*self._columns.values(), *self._layout.sent.values()], default=0) + 1
        rows = self._page.rows(self._heading + 1, self._page.extent.last, width)
        try:
            for number, values in rows:
                if self._settle(number, values):
                    yield f"row {number}", values
        except InvalidValueError as fault:
            self.problems.append(fault.at(f"sheet {short(self._page.title)}"))

    def _settle(self, number: int, values: list[object]) -> bool:
        """Put what was sent out in the place of what shows it, and of what is of no use.

        Returns:
            Whether the row can be used: not where nobody can tell which action it is about.
        """
        unusable = {
            name: value
            for name, at in self._columns.items()
            if isinstance(value := self._value(number, at, values[at]), Unusable)
        }
        for name, fault in unusable.items():
            at = self._columns[name]
            place = place_in(number, self._layout.headings[at], at)
            self.problems.append(Problem("WC003", place, fault.found, "a value", fault.cure))
        if "id" in unusable:
            return False
        sent = self._sent(values)
        for name in unusable:
            values[self._columns[name]] = getattr(sent, name, None)
        for at, value in enumerate(values):
            if isinstance(value, Unusable):
                values[at] = None
        return True

    def _value(self, number: int, at: int, value: object) -> object:
        return _MERGED if value is None and number in self._covered[at] else value

    def _sent(self, values: list[object]) -> ActionState | None:
        """Return what was sent out of a row's action, and take cells that show it for it."""
        at = self._columns.get("id")
        id = str(values[at]).strip() if at is not None else ""
        sent = self._carried.sent.get(id) if self._carried else None
        if self._carried is None or sent is None:
            return None
        shown: Mapping[str, str] = self._carried.named.get(id, {})
        for name in _TEXTS:
            place, was = self._columns.get(name, -1), getattr(sent, name)
            cell = values[place] if place >= 0 else None
            if isinstance(cell, str) and was is not None and same_text(cell, shown.get(name, was)):
                values[place] = was
        return sent

"""Which column of a table holds what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from workshopcore.errors import Problem
from workshopcore.exchange.columns import AS_SENT
from workshopcore.exchange.manners import Manners, lacking, manners_of, short
from workshopcore.exchange.names import plain
from workshopcore.model.options import Options

__all__ = ["MOST_COLUMNS", "Layout", "heading_row", "headings_in", "layout_of", "texts_of"]

MOST_COLUMNS = 16_384
"""As many as a spreadsheet has; what is further to the right is not looked at."""

_SEARCHED = 20
_WIDEST = 256
_NONE = Options()
_IDENTIFYING = frozenset({"id", "statement", "known_as"})


@frozen
class Layout:
    """Which column holds what, counted from 0.

    Attributes:
        columns: the column of a field.
        sent: the column of a field as it was sent out.
        headings: what the file calls each column, short enough for a message.
    """

    columns: Mapping[str, int]
    sent: Mapping[str, int]
    headings: Mapping[int, str]

    @property
    def identifies(self) -> bool:
        """Whether a row can tell which action it is about."""
        return bool(self.columns.keys() & _IDENTIFYING)


def texts_of(cells: Sequence[object]) -> list[str]:
    """Return the headings of a row, ``""`` for what is none."""
    return [cell if isinstance(cell, str) else "" for cell in cells[:MOST_COLUMNS]]


def heading_row(rows: Sequence[Sequence[object]], options: Options = _NONE) -> int:
    """Return which of a table's first rows has its headings; -1 where none seems to.

    People put a title above a table, so it is the row with the most headings of ours, of a
    preset, or of the mapping in the options.

    >>> heading_row([["Our actions"], [], ["Id", "Action", "Owner"], ["rota", "Draw it", "Ben"]])
    2
    """
    best, place = 0, -1
    for number, row in enumerate(rows[:_SEARCHED]):
        known = headings_in(row, options)
        if known > best:
            best, place = known, number
    return place


def headings_in(row: Sequence[object], options: Options = _NONE) -> int:
    """Return how many columns of a list a row names; 0 where no row could tell its action."""
    texts = texts_of(row[:_WIDEST])
    manners, _ = manners_of(options, [text for text in texts if text.strip()])
    layout, _ = layout_of(texts, manners)
    return len(layout.columns) if layout.identifies else 0


def layout_of(cells: Sequence[object], manners: Manners) -> tuple[Layout, list[Problem]]:
    """Return which column holds what, and what of the headings was of no use.

    Args:
        cells: those of the row above the table.
        manners: how its people write.
    """
    texts = texts_of(cells)
    headings = {place: short(text) for place, text in enumerate(texts) if text.strip()}
    places: dict[str, list[int]] = {}
    for place in headings:
        places.setdefault(plain(texts[place]), []).append(place)
    columns = _columns(manners, places)
    sent = {
        field: found[0]
        for field, place in columns.items()
        if (found := places.get(plain(texts[place] + AS_SENT)))
    }
    layout = Layout(columns, sent, headings)
    twice = [place for place in columns.values() if len(places[plain(texts[place])]) > 1]
    return layout, [*_lost(layout, manners), *_repeated(layout, twice), *_missing(layout, manners)]


def _columns(manners: Manners, places: Mapping[str, Sequence[int]]) -> dict[str, int]:
    """Return the column of each field; one that somebody has named is nothing else besides."""
    found: dict[str, int] = {}
    for field in sorted(manners.headings, key=lambda field: field not in manners.own):
        for heading in manners.headings[field]:
            place = places.get(plain(heading), ())
            if place and place[0] not in found.values():
                found[field] = place[0]
                break
    return found


def _lost(layout: Layout, manners: Manners) -> list[Problem]:
    there = layout.headings.values()
    return [
        lacking("WC006", f"options.columns.{field}", manners.headings[field][0], there, "a heading")
        for field in manners.own
        if field not in layout.columns
    ]


def _repeated(layout: Layout, twice: Sequence[int]) -> list[Problem]:
    cure = "Only the first one was read: take the other away, or call it something else"
    return [
        Problem("WC005", f"column {name}", f"'{name}' again", "each heading once", cure)
        for name in (layout.headings[place] for place in twice)
    ]


def _missing(layout: Layout, manners: Manners) -> list[Problem]:
    found = []
    if not layout.identifies:
        there = ", ".join(list(layout.headings.values())[:8]) or "no headings"
        cure = 'Name the columns in a mapping, such as columns = {statement = "To be done"}'
        found.append(Problem("WC004", "headings", there, "a column Id or Action", cure))
    if "known_as" in layout.columns and not manners.tool:
        cure = "It stands before the tool's identifiers: with 'trello' they read 'trello:12'"
        found.append(Problem("WC004", "options.tool", "nothing", "the name of the tool", cure))
    return found

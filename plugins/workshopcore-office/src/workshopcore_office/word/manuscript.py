"""What is known while a document is written: its styles, its room, and the numbers given so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE

from workshopcore_office.drawings.looks import Looks
from workshopcore_office.word.lists import Lists
from workshopcore_office.word.markup import paragraph
from workshopcore_office.word.styles import Styles

__all__ = ["Manuscript"]

_NARROWEST = 60
_POSTER = {
    **{f"heading {level}": "poster title" for level in range(1, 7)},
    **dict.fromkeys(("normal", "lead"), "poster text"),
    **dict.fromkeys(("list bullet", "list number"), "poster list"),
    "cell": "poster cell",
}
_LARGER = 1.4
"""How much larger cells of a poster are."""
_INSET, _GUTTER = 20, 20


class Manuscript:
    """A document in the making.

    Args:
        part: the main part of the document, which knows its links.
        styles: its styles, by role.
        lists: its numbering.
        looks: of the parts of figures.
        colours: of the style, by use, without their sign.
        room: how wide and how tall the text of a page is, in points.
        turned: the same of a page on its side.
        size: how large letters and pictures are, as a share of the usual.
    """

    def __init__(
        self,
        part: Any,
        styles: Styles,
        lists: Lists,
        looks: Looks,
        colours: dict[str, str],
        room: tuple[float, float],
        turned: tuple[float, float],
        size: float = 1,
    ) -> None:
        self.styles = styles
        self.lists = lists
        self.looks = looks
        self.colours = colours
        self.measure, self.height = room
        self.poster = False
        self._size = size
        self.level = 0
        self.headings: list[tuple[int, str, str]] = []
        self._part = part
        self._last = 0
        self._counts: Counter[str] = Counter()
        self._break = False
        self._rooms = (room, turned)
        self._begun = True

    @property
    def size(self) -> float:
        """How large letters and pictures are, as a share of the usual."""
        return self._size * (_LARGER if self.poster else 1)

    def number(self) -> int:
        """Return a number that nothing else in the document has."""
        self._last += 1
        return self._last

    def counted(self, label: str) -> int:
        """Return the number of the next caption of a kind."""
        self._counts[label] += 1
        return self._counts[label]

    def link(self, address: str) -> str:
        """Return what the document calls an address."""
        return str(self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    def heading(self, title: str) -> str:
        """Return the name of a heading's bookmark, and remember the heading for the contents."""
        name = f"_Toc{len(self.headings) + 1:06}"
        self.headings.append((self.level, title, name))
        return name

    def break_page(self) -> None:
        """Have the next paragraph begin a page; several breaks in a row are one."""
        self._break = self._begun

    def turn(self, landscape: bool) -> None:
        """Go on with a page on its side, or with an upright one."""
        self.measure, self.height = self._rooms[landscape]
        self._break = self._begun = False

    def paragraph(
        self,
        role: str,
        content: str,
        *,
        keep: bool = False,
        numbered: tuple[int, int] | None = None,
        align: str = "",
        outline: int | None = None,
    ) -> str:
        """Return a paragraph in the style of a role, or of what stands for it on a poster."""
        broken, self._break, self._begun = self._break, False, True
        return paragraph(
            self.styles[_POSTER.get(role, role) if self.poster else role],
            content,
            keep=keep,
            broken=broken,
            numbered=numbered,
            align=align,
            outline=outline,
        )

    def gap(self) -> str:
        """Return the paragraph that Word wants between two tables, and at the end of a cell."""
        return self.paragraph("gap", "")

    def turned(self) -> str:
        """Return what has to stand before a table, which cannot begin a page on its own."""
        return self.gap() if self._break else ""

    @contextmanager
    def deeper(self) -> Iterator[None]:
        """Write what stands under a heading."""
        self.level += 1
        try:
            yield
        finally:
            self.level -= 1

    @contextmanager
    def halved(self) -> Iterator[None]:
        """Write into one of two columns."""
        before, self.measure = self.measure, (self.measure - _GUTTER) / 2
        try:
            yield
        finally:
            self.measure = before

    @contextmanager
    def within(self, width: float) -> Iterator[None]:
        """Write into something narrower, so many points wide."""
        before, self.measure = self.measure, max(width - _INSET, _NARROWEST)
        try:
            yield
        finally:
            self.measure = before

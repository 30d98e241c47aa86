"""Stretches of pages that are laid out otherwise, as sections of Word with the house's heads."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from attrs import frozen
from lxml import etree  # type: ignore[import-untyped]

from workshopcore_office.word.markup import NAMESPACES
from workshopcore_office.word.page import room_of, turn
from workshopcore_office.word.template import Place

__all__ = [
    "MARK",
    "Stretch",
    "columns_mark",
    "lies_on_its_side",
    "put",
    "room_when_turned",
    "turn_mark",
]

_W = f"{{{NAMESPACES['w']}}}"
MARK = f"{_W}stretch"
_FIRST_ONLY = ("titlePg", "type")
_AFTER_COLUMNS = (
    "formProt",
    "vAlign",
    "noEndnote",
    "titlePg",
    "textDirection",
    "bidi",
    "rtlGutter",
)
_GUTTER = "400"
_HAIRLINE = {"before": "0", "after": "0", "line": "20", "lineRule": "exact"}


@frozen
class Stretch:
    """Pages, or a part of one, that are laid out alike.

    Attributes:
        landscape: whether the pages lie on their side.
        columns: how many the text has.
        continued: whether it begins where another ends, on the same page.
    """

    landscape: bool = False
    columns: int = 1
    continued: bool = False


def turn_mark(landscape: bool) -> str:
    """Return what stands in markup where pages turn, until ``put`` makes sections of it."""
    return f'<w:stretch w:landscape="{int(landscape)}"/>'


def columns_mark(columns: int) -> str:
    """Return what stands in markup where the text goes on in so many columns."""
    return f'<w:stretch w:columns="{columns}"/>'


def lies_on_its_side(section: Any) -> bool:
    """Return whether pages are wider than they are tall."""
    size = section.find(f"{_W}pgSz")
    return size is not None and size.get(f"{_W}orient") == "landscape"


def room_when_turned(section: Any) -> tuple[float, float]:
    """Return how wide and how tall the text of a page would be on its side, in points."""
    turned = deepcopy(section)
    turn(turned)
    return room_of(turned)


def put(place: Place, content: Iterable[Any], *, landscape: bool, gap: str) -> list[Any]:
    """Put a document into a template, and return its sections.

    A section ends in the last paragraph before its pages turn, or its columns change. All have
    the heads, feet and margins of the pages there; those that are for the first page alone only
    the first one.

    Args:
        place: where.
        content: paragraphs, tables, and marks where pages turn or columns change.
        landscape: whether the first pages lie on their side.
        gap: the identifier of the style of paragraphs that only keep things apart.
    """
    sections: list[Any] = []
    stretch = Stretch(landscape)
    whole = place.before is place.section
    for child in content:
        if child.tag == MARK and (child.getnext() is not None or not whole):
            sections.append(_ended(place, gap, stretch, first=not sections))
            stretch = _after(stretch, child)
        elif child.tag != MARK:
            place.before.addprevious(child)
    if stretch != Stretch() and not whole:
        sections.append(_ended(place, gap, stretch, first=not sections))
        stretch = Stretch()
    if sections:
        _follows(place.section)
    _lay_out(place.section, stretch)
    if whole:
        _thin(place.before.getprevious(), gap)
    return [*sections, place.section]


def _after(stretch: Stretch, mark: Any) -> Stretch:
    columns, turned = mark.get(f"{_W}columns"), mark.get(f"{_W}landscape")
    if columns is not None:
        return Stretch(stretch.landscape, int(columns), continued=True)
    return Stretch(turned == "1")


def _ended(place: Place, gap: str, stretch: Stretch, *, first: bool) -> Any:
    """End a section in the last paragraph there is, and return its properties."""
    section = deepcopy(place.section)
    if not first:
        _follows(section)
    _lay_out(section, stretch)
    last = place.before.getprevious()
    if last is None or last.tag != f"{_W}p" or last.find(f"{_W}pPr/{_W}sectPr") is not None:
        last = etree.Element(f"{_W}p")
        look = etree.SubElement(last, f"{_W}pPr")
        etree.SubElement(look, f"{_W}pStyle", {f"{_W}val": gap})
        place.before.addprevious(last)
    _thin(last, gap)
    look = last.find(f"{_W}pPr")
    if look is None:
        look = etree.Element(f"{_W}pPr")
        last.insert(0, look)
    for keep in look.findall(f"{_W}keepNext"):
        look.remove(keep)
    look.append(section)
    return section


def _lay_out(section: Any, stretch: Stretch) -> None:
    """Lay the pages of a section out as a stretch is."""
    if stretch.landscape:
        turn(section)
    if stretch.continued:
        size = section.find(f"{_W}pgSz")
        size.addprevious(etree.Element(f"{_W}type", {f"{_W}val": "continuous"}))
    if stretch.columns > 1:
        for each in section.findall(f"{_W}cols"):
            section.remove(each)
        columns = {"num": str(stretch.columns), "space": _GUTTER, "equalWidth": "1"}
        later = {f"{_W}{name}" for name in _AFTER_COLUMNS}
        made = etree.Element(f"{_W}cols", {f"{_W}{name}": each for name, each in columns.items()})
        after = next((each for each in section if each.tag in later), None)
        if after is None:
            section.append(made)
        else:
            after.addprevious(made)


def _follows(section: Any) -> None:
    """Make a section one that follows another: no first page of its own, no numbers from one."""
    for name in _FIRST_ONLY:
        for each in section.findall(f"{_W}{name}"):
            section.remove(each)
    for numbers in section.findall(f"{_W}pgNumType"):
        numbers.attrib.pop(f"{_W}start", None)


def _thin(paragraph: Any, gap: str) -> None:
    """Make a paragraph that Word wants after a table a hairline, lest it open a page of its own."""
    if paragraph is None or paragraph.tag != f"{_W}p":
        return
    look = paragraph.find(f"{_W}pPr")
    style = None if look is None else look.find(f"{_W}pStyle")
    if style is None or style.get(f"{_W}val") != gap or len(paragraph) > 1:
        return
    for each in look.findall(f"{_W}spacing"):
        look.remove(each)
    style.addnext(
        etree.Element(f"{_W}spacing", {f"{_W}{name}": value for name, value in _HAIRLINE.items()})
    )

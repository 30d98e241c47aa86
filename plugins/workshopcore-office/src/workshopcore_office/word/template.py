"""A house's template: where the document goes in it, and what on its cover is filled in.

A paragraph that says ``{content}`` is where the document stands; without one, it follows what is
there. ``{title}``, ``{subtitle}`` and ``{date}`` are filled in wherever they stand, in headers
and footers too, and so are Word's own controls for the title and the subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from io import BytesIO
from typing import Any

from attrs import frozen
from lxml import etree  # type: ignore[import-untyped]

from workshopcore.errors import RenderError
from workshopcore.renderers.characters import one_line
from workshopcore_office.house import opened_as_document
from workshopcore_office.word.markup import NAMESPACES

__all__ = ["Place", "cover_apart", "filled", "opened", "place_in"]

_W = f"{{{NAMESPACES['w']}}}"
_MARK = re.compile(r"\{(title|subtitle|date)\}")
_CONTENT = "{content}"
_BOUND = re.compile(r"coreProperties.*:(title|subject)\[")
_DOCUMENT = "wordprocessingml.document"
_INERT = ("pPr", "pStyle", "rPr", "lang", "spacing", "ind", "jc", "r", "t", "proofErr")
_UNSEEN = {f"{_W}{name}" for name in (*_INERT, "bookmarkStart", "bookmarkEnd")}


@frozen
class Place:
    """Where a document goes.

    Attributes:
        before: the element that it is put before.
        section: the properties of the pages there.
        cover: whether something stands ahead of it.
        titled: whether the template shows the title itself.
    """

    before: Any
    section: Any
    cover: bool
    titled: bool


def opened(template: bytes) -> Any:
    """Return a template as a document of python-docx; ``b""`` gives an empty one.

    Raises:
        RenderError: it is no Word file.
    """
    from docx import Document

    if not template:
        return Document()
    data = opened_as_document(template, _DOCUMENT, ".docx")
    try:
        return Document(BytesIO(data))
    except Exception as fault:
        raise RenderError(
            f"the house's Word template cannot be read ({type(fault).__name__}: {fault}):"
            " open it in Word and save it anew"
        ) from fault


def place_in(document: Any) -> Place:
    """Return where the document goes, and take the mark away that says so."""
    body = document.element.body
    mark = next((each for each in body.iter(f"{_W}p") if _text(each).strip() == _CONTENT), None)
    titled = any(_titles(each) for each in body.iter(f"{_W}p", f"{_W}sdt"))
    end = body.get_or_add_sectPr()
    if mark is None:
        _without_empty_end(body)
        return Place(end, end, body.index(end) > 0, titled)
    top = mark
    while top.getparent() is not body:  # somebody put it into a frame or a table: after that
        top = top.getparent()
    section = next(_sections(top))
    ends_section = mark.find(f"{_W}pPr/{_W}sectPr") is not None
    before = top if ends_section else top.getnext()
    cover = body.index(top) > 0 or top is not mark
    if ends_section or top is not mark:
        for child in mark.findall(f"{_W}r"):
            mark.remove(child)
    else:
        body.remove(mark)
    return Place(before, section, cover, titled)


def filled(document: Any, values: Mapping[str, str]) -> None:
    """Fill in what a template says about a document: ``title``, ``subtitle`` and ``date``."""
    for part in _parts(document):
        for paragraph in part.iter(f"{_W}p"):
            _fill(paragraph, values)
        for control in part.iter(f"{_W}sdt"):
            bound = _binding(control)
            if bound:
                _say(control, values["title" if bound == "title" else "subtitle"])


def cover_apart(place: Place) -> None:
    """Give what stands ahead of the document pages of its own kind."""
    paragraph = etree.SubElement(place.before.getparent(), f"{_W}p")
    etree.SubElement(paragraph, f"{_W}pPr").append(deepcopy(place.section))
    place.before.addprevious(paragraph)
    first = place.section.find(f"{_W}titlePg")
    if first is not None:
        place.section.remove(first)


def _parts(document: Any) -> Iterator[Any]:
    """Yield the body and every header and footer; what is linked to another comes once."""
    yield document.element.body
    for relation in document.part.rels.values():
        if relation.reltype.endswith(("/header", "/footer")):
            yield relation.target_part.element


def _text(paragraph: Any) -> str:
    return "".join(each.text or "" for each in paragraph.iter(f"{_W}t"))


def _titles(element: Any) -> bool:
    if element.tag == f"{_W}sdt":
        return _binding(element) == "title"
    return "{title}" in _text(element)


def _binding(control: Any) -> str:
    binding = control.find(f"{_W}sdtPr/{_W}dataBinding")
    match = None if binding is None else _BOUND.search(binding.get(f"{_W}xpath", ""))
    return match[1] if match else ""


def _without_empty_end(body: Any) -> None:
    """Take away the empty paragraphs at the end: a document would begin with them."""
    for child in reversed(list(body)):
        if child.tag == f"{_W}sectPr":
            continue
        shown = {each.tag for each in child.iterdescendants() if each.tag not in _UNSEEN}
        if child.tag != f"{_W}p" or shown or _text(child).strip():
            return
        body.remove(child)


def _sections(element: Any) -> Iterator[Any]:
    for each in (element, *element.itersiblings()):
        if each.tag == f"{_W}sectPr":
            yield each
        else:
            yield from each.iter(f"{_W}sectPr")


def _fill(paragraph: Any, values: Mapping[str, str]) -> None:
    if not _MARK.search(_text(paragraph)):
        return
    parts = [each for each in paragraph.iter(f"{_W}t") if each.text]
    whole = sum(len(_MARK.findall(each.text)) for each in parts)
    if whole < len(_MARK.findall(_text(paragraph))):  # Word has split a mark into several runs
        parts[0].text = _text(paragraph)
        for each in parts[1:]:
            each.text = ""
    for each in parts:
        each.text = _MARK.sub(lambda mark: one_line(values[mark[1]]), each.text)
        each.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _say(control: Any, text: str) -> None:
    first, *others = [*control.iter(f"{_W}t")] or [None]
    if first is not None:
        first.text = one_line(text)
        for each in others:
            each.text = ""

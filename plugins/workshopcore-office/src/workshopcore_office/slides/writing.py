"""Slides as python-pptx writes them: into the placeholders of a layout, and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from functools import cached_property
from typing import Any
from xml.sax.saxutils import escape

from attrs import evolve, frozen

from workshopcore.contracts.report import Figure, Report
from workshopcore.renderers.characters import flat, one_line
from workshopcore.renderers.tree import as_of_line
from workshopcore.renderers.width import wrap
from workshopcore_office.drawings.looks import Looks
from workshopcore_office.slides.boards import Area, draw_figure, draw_table, next_id
from workshopcore_office.slides.charts import draw_chart
from workshopcore_office.slides.deck import Board, Line, Slide
from workshopcore_office.slides.layouts import Layouts, holder
from workshopcore_office.slides.room import Room
from workshopcore_office.slides.summary import Panel
from workshopcore_office.slides.text import paragraph, put, say

__all__ = ["Desk", "write_cover", "write_foot", "write_panel", "write_slide"]

_POINT = 12700
_SMALLEST, _USUAL, _LARGEST = 18.0, 20.0, 24.0
_TITLES, _LONG_TITLES, _TITLE_EM, _LEADING = 28.0, 24.0, 0.62, 1.25
_COUNT, _COVER, _FOOT = 13, 60, 90
_SMALL = 10
_EDGES, _ONE_LINE = 15.0, 1.6
_TITLE_KINDS, _BODY_KINDS = ("title", "ctrTitle"), ("body", "obj")
_FEWEST = 40 * _POINT


@frozen
class Desk:
    """What slides are written with.

    Attributes:
        presentation: the presentation of python-pptx.
        layouts: its layouts, by use.
        body: where the text of a slide stands.
        size: of the letters there, in points.
        looks: of the parts of figures.
        tables: how the rows of tables are told apart; as PowerPoint does it where it is empty.
    """

    presentation: Any
    layouts: Layouts
    body: Area
    size: float
    looks: Looks
    tables: str = ""

    @classmethod
    def of(cls, presentation: Any, layouts: Layouts, looks: Looks, tables: str = "") -> Desk:
        """Return the desk for a template: its body, and letters that can be read at the back."""
        place = holder(layouts.text, *_BODY_KINDS)
        if place is None:  # a layout that a house has named for it, without one
            wide, tall = presentation.slide_width, presentation.slide_height
            body = Area(wide // 16, tall // 4, wide * 14 // 16, tall * 5 // 8)
        else:
            body = Area(place.left, place.top, place.width, max(place.height, _FEWEST))
        return cls(presentation, layouts, body, _size(layouts.text), looks, tables)

    @cached_property
    def _text_title(self) -> Area | None:
        return _area(holder(self.layouts.text, *_TITLE_KINDS))

    @cached_property
    def _board_title(self) -> Area | None:
        return _area(holder(self.layouts.board, *_TITLE_KINDS))

    @property
    def room(self) -> Room:
        """What a slide has room for."""
        return Room(
            self.body.width / _POINT - _EDGES,
            self.body.height / _POINT - _EDGES,
            self.size,
            self.letters(_LONG_TITLES) - _COUNT,
        )

    def below_title(self, title: str) -> Area:
        """Return the body, as far up as a title of one line leaves room for it."""
        place = self._board_title
        if place is None or len(title) > self.letters(_LONG_TITLES) / 2:
            return self.body
        top = min(place.top + round(_LONG_TITLES * _ONE_LINE * _POINT), self.body.top)
        return Area(self.body.left, top, self.body.width, self.body.bottom - top)

    def panel_room(self, title: str) -> Room:
        """Return what a slide has room for below such a title."""
        area = self.below_title(title)
        return evolve(self.room, height=area.height / _POINT - _EDGES)

    def title_size(self, title: str) -> float:
        """Return how large the letters of a title are: a little smaller if it is long."""
        return _TITLES if len(title) <= self.letters(_TITLES) else _LONG_TITLES

    def letters(self, size: float) -> int:
        """Return how many letters of a size a title has room for."""
        title = self._text_title
        wide, tall = (self.body.width, 0) if title is None else (title.width, title.height)
        letters = int((wide / _POINT - _EDGES) / (size * _TITLE_EM))
        lines = min(max(int(tall / _POINT / (size * _LEADING)), 1), 2)
        return max(letters * lines - lines * 4, 20)


def _area(shape: Any) -> Area | None:
    if shape is None:
        return None
    return Area(shape.left, shape.top, shape.width, shape.height)


def write_cover(desk: Desk, report: Report) -> None:
    """Write the first slide: the title, the line under it, and the day."""
    slide = desk.presentation.slides.add_slide(desk.layouts.cover)
    lines = [one_line(text) for text in (report.subtitle, as_of_line(report))]
    title = wrap(one_line(report.title), _COVER)
    shown = " ".join(title[:3]) + (" …" if len(title) > 3 else "")
    _title(slide, shown, 0)
    under = holder(slide, "subTitle", *_BODY_KINDS)
    texts = [line for line in lines if line]
    if under is None:
        _note(slide, texts)
    elif texts:
        cut = [wrap(text, _COVER * 2)[0] for text in texts]
        put(
            under.text_frame,
            [f"<a:p><a:r><a:t>{escape(flat(text))}</a:t></a:r></a:p>" for text in cut],
        )
    else:
        _remove(under)
    if len(title) > 3 or any(len(wrap(text, _COVER * 2)) > 1 for text in texts):
        _note(slide, [one_line(report.title), *texts])
    _without_empty(slide)


def write_slide(desk: Desk, page: Slide) -> None:
    """Write one slide, its notes included."""
    layout = desk.layouts.text if page.lines else desk.layouts.board
    slide = desk.presentation.slides.add_slide(layout)
    _title(slide, page.title, desk.title_size(page.title))
    _body(desk, slide, page)
    if page.board is not None:
        area = desk.body.below(page.taken)
        if page.below:
            area = area.down_to(page.reach - page.taken)
        _draw(desk, slide, page.board, area, page.letters)
    if page.below:
        _write(slide, page.below, desk.body.below(page.reach), desk.size)
    _note(slide, page.notes)
    _without_empty(slide)


def write_panel(desk: Desk, panel: Panel) -> None:
    """Write a slide of pieces that stand below and beside one another."""
    slide = desk.presentation.slides.add_slide(desk.layouts.board)
    _title(slide, one_line(panel.title), _LONG_TITLES)
    body = desk.below_title(panel.title)
    for each in panel.placed:
        area = body.part(each.left, each.top, each.width, each.height)
        if each.piece.lines:
            _write(slide, each.piece.lines, area, panel.size)
        if each.piece.board is not None:
            _draw(desk, slide, each.piece.board, area.below(each.taken), panel.size)
    _note(slide, panel.notes)
    _without_empty(slide)


def _draw(desk: Desk, slide: Any, board: Board, area: Area, letters: float) -> None:
    content = board.content
    if isinstance(content, Figure) and board.chart is not None:
        draw_chart(slide, content, board.chart, area, desk.looks.colours)
    elif isinstance(content, Figure):
        draw_figure(slide, content, area, desk.looks)
    else:
        draw_table(slide, content, area, letters, desk.tables)


def _write(slide: Any, lines: Sequence[Line], area: Area, size: float) -> None:
    """Write lines where there is no placeholder for them."""
    box = slide.shapes.add_textbox(area.left, area.top, area.width, area.height)
    box.text_frame.word_wrap = True
    put(box.text_frame, [paragraph(slide.part, line, size, signs=True) for line in lines])


def _body(desk: Desk, slide: Any, page: Slide) -> None:
    """Write the lines of a slide; above a table they take no more than their own room."""
    body, area = holder(slide, *_BODY_KINDS), desk.body
    if not page.lines:
        return
    if body is None:
        _write(slide, page.lines, area, desk.size)
        return
    if page.board is not None:
        body.left, body.top, body.width = area.left, area.top, area.width
        body.height = round(page.taken * _POINT)
    put(body.text_frame, [paragraph(slide.part, line, desk.size) for line in page.lines])


def write_foot(slide: Any, text: str) -> None:
    """Put the foot of its layout on a slide: the line, and the slide's number."""
    for shape in slide.slide_layout.placeholders:
        kind = shape.element.ph.get("type")
        if kind in ("sldNum", "ftr"):
            copied = deepcopy(shape.element)
            copied.nvSpPr.cNvPr.set("id", str(next_id(slide)))
            slide.shapes._spTree.append(copied)
            if kind == "ftr":
                say(slide.shapes[-1].text_frame, wrap(one_line(text), _FOOT)[0], _SMALL)


def _title(slide: Any, text: str, size: float) -> None:
    title = holder(slide, *_TITLE_KINDS)
    if title is None:
        _note(slide, [text])
    elif text:
        say(title.text_frame, text, size)
    else:
        _remove(title)


def _note(slide: Any, lines: Any) -> None:
    """Put lines on the page of notes, after what is there already."""
    if not lines:
        return
    frame = slide.notes_slide.notes_text_frame
    before = [each.text for each in frame.paragraphs if each.text]
    words = [*before, *(one_line(line) for line in lines)]
    put(frame, [f"<a:p><a:r><a:t>{escape(text)}</a:t></a:r></a:p>" for text in words])


def _remove(shape: Any) -> None:
    shape.element.getparent().remove(shape.element)


def _without_empty(slide: Any) -> None:
    """Take away placeholders that nothing was put into: some programs show their prompts."""
    for shape in list(slide.placeholders):
        if shape.has_text_frame and not shape.text_frame.text:
            _remove(shape)


def _size(layout: Any) -> float:
    """Return the size that a template has for its text, as far as it can be read and fits."""
    found = layout.slide_master.element.xpath("./p:txStyles/p:bodyStyle/a:lvl1pPr/a:defRPr/@sz")
    house = float(found[0]) / 100 if found else _USUAL
    return house if _SMALLEST <= house <= _LARGEST else _USUAL

"""Tables and figures on slides, as PowerPoint's own: they can be edited, and are read out."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from attrs import frozen
from lxml import etree  # type: ignore[import-untyped]

from workshopcore.contracts.report import Figure, Inline, Run, Table
from workshopcore.renderers.characters import flat, one_line
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.renderers.tree import says
from workshopcore_office.drawings import Piece, pieces_of
from workshopcore_office.drawings.looks import Looks
from workshopcore_office.drawings.shapes import Text
from workshopcore_office.slides.rows import dress
from workshopcore_office.slides.text import PARSER, put, runs
from workshopcore_office.widths import column_widths

__all__ = ["Area", "draw_figure", "draw_table", "next_id"]

_POINT, _PIXEL = 12700, 9525
_PRINT, _CAPTION, _LEADING = 9.5, 26, 1.22
_LIGHT = "{3B4B98B0-60AC-42C2-AFA5-B58CD77FA1E5}"
"""What PowerPoint calls *Light Style 1, Accent 1*: lines and pale bands, easy to print."""
_GRID = "{5940675A-B579-460E-94D1-54222C63F5DA}"
"""What PowerPoint calls *No Style, Table Grid*: lines all round, to write between."""
_ACROSS, _DOWN = str(4 * _POINT), str(3 * _POINT)
_CELL_MARGINS = {"marL": _ACROSS, "marR": _ACROSS, "marT": _DOWN, "marB": _DOWN}
_ALIGNED = {"right": "r", "centre": "ctr"}
_SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)


@frozen
class Area:
    """Where on a slide something goes, in English Metric Units."""

    left: int
    top: int
    width: int
    height: int

    @property
    def bottom(self) -> int:
        """Where it ends."""
        return self.top + self.height

    def below(self, points: float) -> Area:
        """Return what is left of it below so many points."""
        used = round(points * _POINT)
        return Area(self.left, self.top + used, self.width, max(self.height - used, _POINT))

    def part(self, left: float, top: float, width: float, height: float) -> Area:
        """Return a part of it, by points from its corner."""
        x, y, wide, tall = (round(each * _POINT) for each in (left, top, width, height))
        return Area(self.left + x, self.top + y, wide, max(tall, _POINT))

    def down_to(self, points: float) -> Area:
        """Return its upper part, so many points tall."""
        return Area(self.left, self.top, self.width, max(round(points * _POINT), _POINT))


def draw_table(slide: Any, table: Table, area: Area, size: float, tables: str = "") -> None:
    """Draw a table with its caption; it fits, as it was cut to.

    Args:
        slide: where.
        table: the table.
        area: where on the slide.
        size: of the letters, in points.
        tables: how the rows are told apart; left out, as PowerPoint does it.
    """
    if table.caption.strip():
        _caption(slide, table.caption, area)
        area = area.below(_CAPTION)
    count = len(table.rows) + 1
    row = round(size * _LEADING * _POINT)
    frame = slide.shapes.add_table(
        count, len(table.columns), area.left, area.top, area.width, row * count
    )
    frame._element.nvGraphicFramePr.cNvPr.set("descr", one_line(table.caption))
    grid = frame.table
    grid.first_col = table.row_headings
    frame._element.xpath(".//a:tableStyleId")[0].text = _GRID if table.writable else _LIGHT
    widths = column_widths(table, area.width / _POINT, size / _PRINT)
    for column, points in zip(grid.columns, widths, strict=True):
        column.width = round(points * _POINT)
    if table.writable:  # the rows share what the slide has left
        for line in list(grid.rows)[1:]:
            line.height = max((area.height - 2 * row) // (count - 1), row)
    heads: tuple[Inline, ...] = tuple(
        (Run(column.title, "strong"),) if table.writable else column.title
        for column in table.columns
    )
    for place, texts in enumerate((heads, *table.rows)):
        for number, text in enumerate(texts):
            _cell(
                slide,
                grid.cell(place, number),
                text,
                _ALIGNED.get(table.columns[number].align),
                size,
            )
    if tables and not table.writable:
        dress(grid, tables)


def draw_figure(slide: Any, figure: Figure, area: Area, looks: Looks) -> None:
    """Draw a figure as large as there is room for, with words for who cannot see it."""
    drawing = drawing_of(figure)
    if drawing is None:
        return
    if figure.caption.strip():
        _caption(slide, figure.caption, area)
        area = area.below(_CAPTION)
    scale = min(area.width / drawing.width, area.height / drawing.height) / _PIXEL
    wide, tall = (round(size * scale * _PIXEL) for size in (drawing.width, drawing.height))
    left, top = area.left + (area.width - wide) // 2, area.top
    first = next_id(slide)
    pieces = enumerate(pieces_of(drawing, looks, scale), first + 1)
    shapes = "".join(_shape(piece, number) for number, piece in pieces)
    tree = etree.fromstring(
        f"<p:grpSp {_SPACES}><p:nvGrpSpPr>"
        f'<p:cNvPr id="{first}" name="Figure" descr={quoteattr(one_line(figure.alt))}/>'
        "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f'<p:grpSpPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{tall}"/>'
        f'<a:chOff x="0" y="0"/><a:chExt cx="{wide}" cy="{tall}"/></a:xfrm></p:grpSpPr>'
        f"{shapes}</p:grpSp>",
        PARSER,
    )
    slide.shapes._spTree.append(tree)


def next_id(slide: Any) -> int:
    """Return a number that no shape of a slide has."""
    return 1 + max(map(int, slide.shapes._spTree.xpath(".//p:cNvPr/@id")), default=1)


def _caption(slide: Any, text: str, area: Area) -> None:
    box = slide.shapes.add_textbox(area.left, area.top, area.width, _CAPTION * _POINT)
    box.text_frame.word_wrap = True
    shown = one_line(text)
    most = max(int(area.width / _POINT / 8.5), 10)
    cut = shown if len(shown) <= most else shown[: most - 1] + "…"
    put(box.text_frame, [f'<a:p><a:r><a:rPr sz="1400" b="1"/><a:t>{escape(cut)}</a:t></a:r></a:p>'])


def _cell(slide: Any, cell: Any, text: Inline, align: str | None, size: float) -> None:
    aligned = f'<a:pPr algn="{align}"/>' if align else ""
    written = runs(slide.part, text, size) if says(text) else ""
    end = "" if written else f'<a:endParaRPr sz="{round(size * 100)}"/>'
    put(cell.text_frame, [f"<a:p>{aligned}{written}{end}</a:p>"])
    properties = cell._tc.get_or_add_tcPr()
    for side, room in _CELL_MARGINS.items():
        properties.set(side, room)


def _shape(piece: Piece, number: int) -> str:
    text = _letters(piece.text) if piece.text else "<a:bodyPr/><a:p/>"
    box = ' txBox="1"' if piece.text else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Shape {number}"/><p:cNvSpPr{box}/><p:nvPr/>'
        f"</p:nvSpPr><p:spPr>{piece.properties}</p:spPr><p:txBody>{text}</p:txBody></p:sp>"
    )


def _letters(text: Text) -> str:
    align = {"middle": "ctr", "end": "r"}.get(text.anchor, "l")
    looks = f' sz="{max(round(text.points * 100), 100)}"' + (' b="1"' if text.bold else "")
    fill = f'<a:solidFill><a:srgbClr val="{text.colour}"/></a:solidFill>'
    run = f"<a:r><a:rPr{looks}>{fill}</a:rPr><a:t>{escape(flat(text.words))}</a:t></a:r>"
    return (
        '<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
        f'<a:p><a:pPr algn="{align}"/>{run if text.words else ""}</a:p>'
    )

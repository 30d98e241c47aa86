"""Form fields: to be filled in on the screen, and by hand on paper."""

from __future__ import annotations

from workshopcore.contracts.report import FormField
from workshopcore.renderers.columns import longest_word
from workshopcore_office.widths import LETTER, PADDING
from workshopcore_office.word.boxes import place_to_write, tick_box
from workshopcore_office.word.manuscript import Manuscript
from workshopcore_office.word.markup import run
from workshopcore_office.word.tables import grid, row_of

__all__ = ["form_field"]

_LINE = 24
_ANSWER = 46.0
_ROWS = 0.3
_MOST_POINTS = 8


def form_field(manuscript: Manuscript, block: FormField) -> str:
    """Return a field with its question; the question stays with the answers."""
    if block.kind == "tick":
        asked = _option(manuscript, block.label, single=False)
        return asked + _hint(manuscript, block, keep=False)
    asked = manuscript.paragraph("question", run(block.label), keep=True)
    return asked + _hint(manuscript, block, keep=True) + _answers(manuscript, block)


def _hint(manuscript: Manuscript, block: FormField, *, keep: bool) -> str:
    return manuscript.paragraph("hint", run(block.hint), keep=keep) if block.hint.strip() else ""


def _answers(manuscript: Manuscript, block: FormField) -> str:
    match block.kind:
        case "choice" | "several":
            single = block.kind == "choice"
            return "".join(_option(manuscript, each, single=single) for each in block.options)
        case "ranking":
            return "".join(_rank(manuscript, each) for each in block.options)
        case "scale" if 0 < len(block.options) <= _MOST_POINTS:
            return _scale(manuscript, block)
        case "scale":
            return "".join(_option(manuscript, each, single=True) for each in block.options)
        case "matrix":
            return _matrix(manuscript, block)
        case "text":
            return _box(manuscript, block)
    return manuscript.paragraph("line", place_to_write(manuscript, block.label))


def _option(manuscript: Manuscript, text: str, *, single: bool) -> str:
    box = tick_box(manuscript, text, single=single)
    return manuscript.paragraph("answer", box + run(f" {text}"))


def _rank(manuscript: Manuscript, text: str) -> str:
    place = place_to_write(manuscript, text)
    return manuscript.paragraph("answer", run("[ ") + place + run(f" ] {text}"))


def _scale(manuscript: Manuscript, block: FormField) -> str:
    widths = [manuscript.measure / len(block.options)] * len(block.options)
    cells = [
        manuscript.paragraph(
            "cell", tick_box(manuscript, each, single=True), keep=True, align="center"
        )
        + manuscript.paragraph("cell", run(each), align="center")
        for each in block.options
    ]
    return grid(manuscript, widths, [row_of(cells, widths)], looks="")


def _matrix(manuscript: Manuscript, block: FormField) -> str:
    """Return a table of circles; the options head the columns, on every page anew."""
    room = manuscript.measure * (1 - _ROWS) / max(len(block.options), 1)
    answer = min(max(_ANSWER, longest_word(block.options) * LETTER + PADDING), room)
    widths = [manuscript.measure - answer * len(block.options), *([answer] * len(block.options))]
    empty = manuscript.paragraph("head", "", keep=True)
    heads = [
        manuscript.paragraph("head", run(each), keep=True, align="center") for each in block.options
    ]
    rows = [row_of([empty, *heads], widths, head=True)]
    for row in block.rows:
        name = manuscript.paragraph("cell", run(row))
        circles = [
            manuscript.paragraph(
                "cell", tick_box(manuscript, f"{row}: {each}", single=True), align="center"
            )
            for each in block.options
        ]
        rows.append(row_of([name, *circles], widths))
    style = f'<w:tblStyle w:val="{manuscript.styles["table"]}"/>'
    look = '<w:tblLook w:val="04A0" w:firstRow="1" w:firstColumn="1" w:noVBand="1"/>'
    return grid(manuscript, widths, rows, looks=style, heads=look)


def _box(manuscript: Manuscript, block: FormField) -> str:
    """Return a frame with so many lines of room."""
    edge = manuscript.colours["edge"]
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="{edge}"/>'
        for side in ("top", "left", "bottom", "right")
    )
    place = manuscript.paragraph("answer", place_to_write(manuscript, block.label, lines=True))
    row = row_of([place], [manuscript.measure], tall=max(block.lines, 1) * _LINE)
    borders = f"<w:tblBorders>{sides}</w:tblBorders>"
    return grid(manuscript, [manuscript.measure], [row], looks="", properties=borders)

"""Each kind of block as WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import singledispatch

from workshopcore.contracts.report import (
    Block,
    Bullets,
    Callout,
    Checklist,
    Facts,
    Figure,
    FormField,
    Inline,
    Item,
    PageBreak,
    Paragraph,
    QuoteBlock,
    Section,
    Table,
)
from workshopcore.errors import RenderError
from workshopcore.language import gettext
from workshopcore.renderers.abreast import Abreast
from workshopcore.renderers.tree import says
from workshopcore.renderers.turning import Turn
from workshopcore.renderers.width import width
from workshopcore_office.widths import LETTER
from workshopcore_office.word.boxes import tick_box
from workshopcore_office.word.figures import figure_of
from workshopcore_office.word.form_fields import form_field
from workshopcore_office.word.inline import words
from workshopcore_office.word.lists import DEEPEST
from workshopcore_office.word.manuscript import Manuscript
from workshopcore_office.word.markup import run
from workshopcore_office.word.stretches import columns_mark, turn_mark
from workshopcore_office.word.tables import grid, row_of, table_of

__all__ = ["HEADINGS", "posters", "written"]

HEADINGS = 6
_LABELS = 0.4
_SHORT = 9
"""Facts so few that a page should not end among them."""
_CALLOUTS = {"note": "accent", "warning": "warning", "success": "success"}


def written(manuscript: Manuscript, blocks: Iterable[Block]) -> str:
    """Return blocks as markup."""
    return "".join(_block(block, manuscript) for block in blocks)


def posters(manuscript: Manuscript, blocks: Iterable[Block]) -> str:
    """Return blocks as markup, in large letters from the first page break on."""
    parts = []
    for block in blocks:
        manuscript.poster = manuscript.poster or isinstance(block, PageBreak)
        parts.append(_block(block, manuscript))
    return "".join(parts)


@singledispatch
def _block(block: Block, _manuscript: Manuscript) -> str:
    raise RenderError(
        f"expected a block of a report, found {type(block).__name__}:"
        " compose what you need from the blocks of workshopcore.contracts.report"
    )


@_block.register
def _(block: Paragraph, manuscript: Manuscript) -> str:
    role = "lead" if block.lead else "normal"
    return manuscript.paragraph(role, words(manuscript, block.text))


@_block.register
def _(block: Bullets, manuscript: Manuscript) -> str:
    return _list(manuscript, block.items, 0, block.ordered, manuscript.lists.begun(block.ordered))


@_block.register
def _(block: Table, manuscript: Manuscript) -> str:
    return table_of(manuscript, block)


@_block.register
def _(block: Facts, manuscript: Manuscript) -> str:
    if not block.pairs:
        return ""
    before = manuscript.turned()
    longest = max(width(label) for label, _ in block.pairs)
    labels = min(longest * LETTER * manuscript.size + 16, manuscript.measure * _LABELS)
    widths = [labels, manuscript.measure - labels]
    last = len(block.pairs) - 1
    together = last < _SHORT
    rows = [
        _fact(manuscript, label, value, widths, keep=together and number < last)
        for number, (label, value) in enumerate(block.pairs)
    ]
    look = '<w:tblLook w:val="0480" w:firstRow="0" w:firstColumn="1" w:noVBand="1"/>'
    return before + grid(manuscript, widths, rows, looks="", heads=look)


@_block.register
def _(block: QuoteBlock, manuscript: Manuscript) -> str:
    by = block.attribution.strip()
    said = manuscript.paragraph("quote", words(manuscript, block.text), keep=bool(by))
    return said + (manuscript.paragraph("attribution", run(f"— {by}")) if by else "")


@_block.register
def _(block: Checklist, manuscript: Manuscript) -> str:
    return "".join(
        manuscript.paragraph(
            "answer",
            tick_box(manuscript, says(task.text), ticked=task.done)
            + run(" ")
            + words(manuscript, task.text),
        )
        for task in block.items
    )


@_block.register
def _(block: FormField, manuscript: Manuscript) -> str:
    return form_field(manuscript, block)


@_block.register
def _(_block: PageBreak, manuscript: Manuscript) -> str:
    manuscript.break_page()
    return ""


@_block.register
def _(block: Turn, manuscript: Manuscript) -> str:
    manuscript.turn(block.landscape)
    return turn_mark(block.landscape)


@_block.register
def _(block: Figure, manuscript: Manuscript) -> str:
    return figure_of(manuscript, block)


@_block.register
def _(block: Callout, manuscript: Manuscript) -> str:
    colours = manuscript.colours
    edge = colours[_CALLOUTS[block.kind]]
    said = block.title
    if block.kind == "warning":
        said = gettext("Warning: {title}", title=said)
    before, widths = manuscript.turned(), [manuscript.measure]
    with manuscript.within(manuscript.measure):
        title = manuscript.paragraph("callout title", run(said), keep=True)
        inner = title + written(manuscript, block.blocks)
    cell = (
        f'<w:tc><w:tcPr><w:tcW w:w="{round(widths[0] * 20)}" w:type="dxa"/>'
        f'<w:tcBorders><w:left w:val="single" w:sz="24" w:space="0" w:color="{edge}"/>'
        f'</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{colours["soft"]}"/>'
        '<w:tcMar><w:left w:w="200" w:type="dxa"/><w:right w:w="160" w:type="dxa"/></w:tcMar>'
        f"</w:tcPr>{inner}</w:tc>"
    )
    return before + grid(manuscript, widths, [f"<w:tr>{cell}</w:tr>"], looks="")


@_block.register
def _(block: Abreast, manuscript: Manuscript) -> str:
    first, second = block.columns
    with manuscript.halved():
        sides = written(manuscript, first), written(manuscript, second)
    begun = sides[1].replace("</w:pPr>", '</w:pPr><w:r><w:br w:type="column"/></w:r>', 1)
    return columns_mark(2) + sides[0] + begun + columns_mark(1)


@_block.register
def _(block: Section, manuscript: Manuscript) -> str:
    title = _heading(manuscript, block.title) if block.title.strip() else ""
    with manuscript.deeper():
        return title + written(manuscript, block.blocks)


def _heading(manuscript: Manuscript, title: str) -> str:
    level, number = min(manuscript.level, HEADINGS - 1), manuscript.number()
    marked = (
        f'<w:bookmarkStart w:id="{number}" w:name="{manuscript.heading(title)}"/>'
        f'{run(title)}<w:bookmarkEnd w:id="{number}"/>'
    )
    return manuscript.paragraph(f"heading {level + 1}", marked, keep=True, outline=level)


def _fact(
    manuscript: Manuscript, label: str, value: Inline, widths: Sequence[float], *, keep: bool
) -> str:
    name = manuscript.paragraph("cell", run(label, "<w:b/>"), keep=keep)
    said = manuscript.paragraph("cell", words(manuscript, value), keep=keep)
    return row_of((name, said), widths)


def _list(
    manuscript: Manuscript,
    items: Sequence[Inline | Item],
    level: int,
    ordered: bool,
    numbers: tuple[int, int],
) -> str:
    written_items = []
    role = "list number" if ordered else "list bullet"
    for item in items:
        text, below = (item.text, item.items) if isinstance(item, Item) else (item, ())
        place = (numbers[0] if level == 0 else numbers[1], min(level, DEEPEST))
        written_items.append(manuscript.paragraph(role, words(manuscript, text), numbered=place))
        written_items.append(_list(manuscript, below, level + 1, False, numbers))
    return "".join(written_items)

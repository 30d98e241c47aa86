"""Each kind of block as rows of a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import singledispatch

from attrs import define, field

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
    Run,
    Section,
    Table,
)
from workshopcore.errors import RenderError
from workshopcore.language import gettext
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.width import width
from workshopcore_office.workbook.charting import Charts
from workshopcore_office.workbook.fields import draw_box, draw_field
from workshopcore_office.workbook.figures import draw_figure
from workshopcore_office.workbook.front import Link
from workshopcore_office.workbook.grid import Span
from workshopcore_office.workbook.planning import Heading
from workshopcore_office.workbook.sheet import Cell, Sheet
from workshopcore_office.workbook.tables import Placed, draw_table
from workshopcore_office.workbook.text import words_of

__all__ = ["Hand", "write"]

_HEADINGS, _LABEL, _WIDEST_LABEL = 4, 12, 30
_SIGNS = ("•", "–", "·")
_EDGES = {"note": "accent-text", "warning": "warning", "success": "success"}
_THICK = 5


@define
class Hand:
    """What writes a sheet.

    Attributes:
        sheet: the sheet.
        charts: the charts of its workbook.
        tables: where the tables are that it has written.
        links: where the headings are, for the contents.
    """

    sheet: Sheet
    charts: Charts
    tables: list[Placed] = field(factory=list)
    links: list[Link] = field(factory=list)


def write(hand: Hand, entries: Iterable[Heading | Block]) -> None:
    """Write headings and blocks, one below another."""
    for entry in entries:
        _write(entry, hand)


@singledispatch
def _write(block: Heading | Block, _hand: Hand) -> None:
    raise RenderError(
        f"expected a block of a report, found {type(block).__name__}:"
        " compose what you need from the blocks of workshopcore.contracts.report"
    )


@_write.register
def _(block: Heading, hand: Hand) -> None:
    hand.sheet.clear()
    hand.sheet.parts.append(hand.sheet.row)
    hand.sheet.gap()
    place = hand.sheet.row
    hand.links.append(Link(one_line(block.title), block.level, hand.sheet.name, place))
    hand.sheet.prose(f"heading {min(block.level, _HEADINGS)}", block.title)


@_write.register
def _(block: Paragraph, hand: Hand) -> None:
    hand.sheet.prose("lead" if block.lead else "normal", block.text)


@_write.register
def _(block: Bullets, hand: Hand) -> None:
    _items(hand.sheet, block.items, 0, ordered=block.ordered)


def _items(
    sheet: Sheet, items: Sequence[Inline | Item], level: int, *, ordered: bool = False
) -> None:
    sign = _SIGNS[min(level, len(_SIGNS) - 1)]
    for number, item in enumerate(items, 1):
        text, below = (item.text, item.items) if isinstance(item, Item) else (item, ())
        sheet.prose("item", text, f"{number}. " if ordered else f"{sign} ", indent=level + 1)
        _items(sheet, below, level + 1)


@_write.register
def _(block: Table, hand: Hand) -> None:
    hand.sheet.clear()
    hand.tables.append(draw_table(hand.sheet, block))


@_write.register
def _(block: Facts, hand: Hand) -> None:
    labels = [one_line(label) for label, _ in block.pairs]
    spans = _sides(hand.sheet, max(map(width, labels), default=0))
    for label, (_, value) in zip(labels, block.pairs, strict=True):
        if label or words_of(value).pieces:
            cells = zip(spans, (label, value), ("label", "value"), strict=True)
            hand.sheet.cells([Cell(span, words_of(text), role) for span, text, role in cells])


def _sides(sheet: Sheet, longest: int) -> tuple[Span, Span]:
    """Return the columns for labels and those for what they say."""
    _, last = sheet.grid.prose
    need = min(max(longest, _LABEL), _WIDEST_LABEL)
    end = next((at for at in range(last) if sheet.grid.width((0, at)) >= need), last - 1)
    return (0, end), (end + 1, last)


@_write.register
def _(block: QuoteBlock, hand: Hand) -> None:
    runs = (Run(block.text),) if isinstance(block.text, str) else block.text
    if words_of(runs).pieces:
        hand.sheet.gap()
        hand.sheet.prose("quote", (Run("“"), *runs, Run("”")))
    by = one_line(block.attribution)
    hand.sheet.prose("attribution", f"— {by}" if by else "")


@_write.register
def _(block: Checklist, hand: Hand) -> None:
    for task in block.items:
        draw_box(hand.sheet, task.text, ticked=task.done)


@_write.register
def _(block: FormField, hand: Hand) -> None:
    draw_field(hand.sheet, block)


@_write.register
def _(_block: PageBreak, hand: Hand) -> None:
    hand.sheet.clear()
    if hand.sheet.row:
        hand.sheet.breaks.append(hand.sheet.row)


@_write.register
def _(block: Figure, hand: Hand) -> None:
    hand.sheet.clear()
    hand.tables.append(draw_figure(hand.sheet, block, hand.charts))


@_write.register
def _(block: Callout, hand: Hand) -> None:
    sheet = hand.sheet
    title = one_line(block.title)
    if block.kind == "warning":
        title = gettext("Warning: {title}", title=title)
    sheet.gap()
    edge = {"left": _THICK, "left_color": _EDGES[block.kind]}
    with sheet.within(bg_color="soft", **edge):
        sheet.prose("callout title", title)
        write(hand, block.blocks)


@_write.register
def _(block: Section, hand: Hand) -> None:
    # Only those within callouts come here: the others were told apart before.
    hand.sheet.prose("heading 4", block.title)
    write(hand, block.blocks)

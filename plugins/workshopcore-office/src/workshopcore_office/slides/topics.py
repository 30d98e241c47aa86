"""A report as topics: a title for each section, what is shown under it, and what is only spoken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import singledispatch

from attrs import evolve

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
    Report,
    Run,
    Section,
    Table,
)
from workshopcore.errors import RenderError
from workshopcore.language import gettext
from workshopcore.renderers.figure_parts import in_parts
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.renderers.tree import says
from workshopcore_office.slides.charting import charts_on_slides
from workshopcore_office.slides.deck import END, Board, Line, Part, Topic

__all__ = ["told", "topics"]

_DEEPEST = 4
_TALLEST = 0.6
"""How tall a drawing may be, as a share of its width, so that its words can be read in a room."""
_TITLED = 2
_BOX, _TICKED, _BLANK = "☐ ", "☒ ", "____________"


def topics(report: Report) -> tuple[Topic, ...]:
    """Return what a report says, section by section.

    A section of the first or second level has slides of its own; deeper ones are headings on
    those. In a report for facilitators, what is for them alone is not shown but noted.
    """
    found: list[Topic] = []
    _collect(report, report.blocks, report.title, 0, found)
    return tuple(found)


def _collect(
    report: Report, blocks: Iterable[Block], title: str, level: int, found: list[Topic]
) -> None:
    parts: list[Part] = []
    notes: list[str] = []
    sections: list[Section] = []
    for block in blocks:
        if isinstance(block, Section) and level < _TITLED and not _spoken(report, block):
            sections.append(block)
            continue
        for shown in _shown(report, [block], notes):
            parts += _parts(shown)
    says_something = any(part is not END for part in parts)
    if says_something or level or (notes and not sections):
        found.append(Topic(title, tuple(parts), tuple(notes), level))
        notes = []
    first = len(found)
    for section in sections:
        _collect(report, section.blocks, section.title, level + 1, found)
    if notes:  # a slide with nothing on it is none: they are said with what comes first
        found[first] = evolve(found[first], notes=(*notes, *found[first].notes))


def _spoken(report: Report, block: Block) -> bool:
    return report.audience == "facilitators" and block.audience == ("facilitators",)


def _shown(report: Report, blocks: Iterable[Block], notes: list[str]) -> tuple[Block, ...]:
    """Return what is shown of blocks, and put what is only spoken into the notes."""
    shown: list[Block] = []
    for block in blocks:
        if _spoken(report, block):
            notes += _told(block)
        elif isinstance(block, (Section, Callout)):
            shown.append(evolve(block, blocks=_shown(report, block.blocks, notes)))
        else:
            shown.append(block)
    return tuple(shown)


def _told(block: Block) -> Iterator[str]:
    """Yield what a block says, a line for each paragraph, as notes have it."""
    if isinstance(block, Section):
        yield block.title
        for inner in block.blocks:
            yield from _told(inner)
        return
    if isinstance(block, Figure):
        yield from told(block)
        return
    for part in _parts(block):
        if isinstance(part, Line):
            start = {"bullet": "• ", "number": f"{part.number}. "}.get(part.sign, "")
            yield start + part.words
        elif isinstance(part, Board):
            yield from told(part.content)


def told(content: Figure | Table) -> Iterator[str]:
    """Yield what a figure or table says, a line for each row, as notes have it."""
    if isinstance(content, Figure):
        yield from (text for text in (content.caption, content.alt) if text.strip())
        content = content.table
    if content.caption.strip():
        yield content.caption
    heads = [column.title for column in content.columns]
    if not content.rows:
        yield "; ".join(heads)
    for row in content.rows:
        yield "; ".join(f"{head}: {says(cell)}" for head, cell in zip(heads, row, strict=True))


@singledispatch
def _parts(block: Block) -> Iterator[Part]:
    raise RenderError(
        f"expected a block of a report, found {type(block).__name__}:"
        " compose what you need from the blocks of workshopcore.contracts.report"
    )


@_parts.register
def _(block: Paragraph) -> Iterator[Part]:
    yield Line(block.text, large=block.lead)


@_parts.register
def _(block: Bullets) -> Iterator[Part]:
    yield from _items(block.items, 0, block.ordered)


def _items(items: Iterable[Inline | Item], level: int, ordered: bool) -> Iterator[Part]:
    for number, item in enumerate(items, 1):
        text, below = (item.text, item.items) if isinstance(item, Item) else (item, ())
        yield Line(text, min(level, _DEEPEST), "number" if ordered else "bullet", number)
        yield from _items(below, level + 1, False)


@_parts.register
def _(block: Table) -> Iterator[Part]:
    yield Board(block)


@_parts.register
def _(block: Facts) -> Iterator[Part]:
    for label, value in block.pairs:
        runs = (Run(value),) if isinstance(value, str) else value
        yield Line((Run(f"{label}: ", "strong"), *runs))


@_parts.register
def _(block: QuoteBlock) -> Iterator[Part]:
    yield Line((Run(f"“{says(block.text)}”", "emphasis"),))
    if block.attribution.strip():
        yield Line(f"— {block.attribution}", 1)


@_parts.register
def _(block: Checklist) -> Iterator[Part]:
    for task in block.items:
        runs = (Run(task.text),) if isinstance(task.text, str) else task.text
        yield Line((Run(_TICKED if task.done else _BOX), *runs))


@_parts.register
def _(block: FormField) -> Iterator[Part]:
    yield Line((_BOX if block.kind == "tick" else "") + block.label, strong=True)
    if block.hint.strip():
        yield Line(block.hint)
    if block.kind == "matrix":
        yield Line(" · ".join(block.options))
    mark = "___ " if block.kind == "ranking" else _BOX
    for option in block.rows or block.options:
        yield Line(option if block.rows else mark + option, 1)
    if block.kind in ("line", "text"):
        yield Line(_BLANK)


@_parts.register
def _(_block: PageBreak) -> Iterator[Part]:
    yield END


@_parts.register
def _(block: Figure) -> Iterator[Part]:
    charts = charts_on_slides(block)
    if charts:
        for chart in charts:
            yield Board(block, chart)
    elif drawing_of(block) is not None:
        yield from map(Board, in_parts(block, _TALLEST))
    else:
        for text in (block.caption, block.alt):
            if text.strip():
                yield Line(text)
    yield Board(block.table)


@_parts.register
def _(block: Callout) -> Iterator[Part]:
    title = block.title
    if block.kind == "warning":
        title = gettext("Warning: {title}", title=title)
    yield Line(title, strong=True)
    for inner in block.blocks:
        yield from _parts(inner)


@_parts.register
def _(block: Section) -> Iterator[Part]:
    if block.title.strip():
        yield Line(block.title, strong=True)
    for inner in block.blocks:
        yield from _parts(inner)

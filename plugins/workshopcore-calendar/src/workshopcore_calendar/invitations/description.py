"""What an appointment says in words: a report without tables, for a narrow column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workshopcore.contracts.report import (
    Block,
    Bullets,
    Callout,
    Checklist,
    Facts,
    Figure,
    Inline,
    Item,
    Paragraph,
    QuoteBlock,
    Report,
    Section,
    Table,
)
from workshopcore.language import gettext
from workshopcore.renderers.characters import one_line
from workshopcore.reports.blocks import plain

__all__ = ["as_description", "labelled"]


def as_description(report: Report) -> str:
    """Return what a report says as lines, as a calendar shows them: without any layout.

    When and where it is is left out: a calendar says it in its own way.
    """
    return "\n\n".join(_parts(report.blocks))


def labelled(*facts: tuple[str, str]) -> str:
    r"""Return facts as lines, those without a value left out.

    >>> labelled(("Arrival", "By 10:40"), ("Kit", ""), ("Host", "Hana Sato"))
    'Arrival: By 10:40\nHost: Hana Sato'
    """
    return "\n".join(f"{label}: {one_line(value)}" for label, value in facts if one_line(value))


def _parts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        said = "\n".join(_lines(block)).strip()
        if said:
            yield said


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Section() | Callout():
            yield one_line(block.title)
            yield from _parts(block.blocks)
        case Paragraph() | QuoteBlock():
            yield _words(block.text)
        case Facts():
            elsewhere = _said_elsewhere()
            pairs = [pair for pair in block.pairs if pair[0] not in elsewhere]
            yield labelled(*((label, plain(value)) for label, value in pairs))
        case Bullets():
            yield from (line for item in block.items for line in _points(item, "- "))
        case Checklist():
            yield from (f"- {_words(task.text)}" for task in block.items)
        case Table():
            yield from (_row(row) for row in block.rows)
        case Figure():
            yield from _lines(block.table)


def _said_elsewhere() -> frozenset[str]:
    """Return the labels that a calendar has places of its own for.

    How many workshops there are is not a calendar's business, or every invitation would have to
    be written anew when one is added.
    """
    return frozenset({gettext("When"), gettext("Where"), gettext("Part of")})


def _points(item: Inline | Item, sign: str) -> Iterator[str]:
    if not isinstance(item, Item):
        yield sign + _words(item)
        return
    yield sign + _words(item.text)
    for each in item.items:
        yield from _points(each, f"  {sign}")


def _row(cells: Iterable[Inline]) -> str:
    """Return the line of a table: its head, what it says, and the rest in brackets."""
    said = [cell for cell in map(_words, cells) if cell]
    after = f" ({', '.join(said[2:])})" if said[2:] else ""
    return " ".join(said[:2]) + after


def _words(text: Inline) -> str:
    return one_line(plain(text))

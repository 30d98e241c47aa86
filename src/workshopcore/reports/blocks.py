"""Small parts that documents are put together from: nothing empty is ever printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from string import Formatter

from workshopcore.contracts.report import (
    Block,
    Bullets,
    Column,
    Facts,
    Inline,
    Item,
    Paragraph,
    Run,
    Section,
    Table,
)

__all__ = ["bullets", "facts", "filled", "plain", "prose", "section", "spliced", "table"]

_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")


def prose(text: str) -> tuple[Paragraph, ...]:
    r"""Return text as paragraphs, parted where it has blank lines.

    >>> [paragraph.text for paragraph in prose("One.\n\nTwo.")]
    ['One.', 'Two.']
    """
    parts = _BLANK_LINES.split(text.replace("\r\n", "\n"))
    return tuple(Paragraph(part.strip()) for part in parts if part.strip())


def bullets(items: Iterable[Inline | Item], *, ordered: bool = False) -> tuple[Block, ...]:
    """Return a list of what there is to say, nothing if there is nothing."""
    kept = tuple(item for item in items if _says_something(item))
    return (Bullets(kept, ordered=ordered),) if kept else ()


def facts(*pairs: tuple[str, Inline]) -> tuple[Block, ...]:
    """Return labelled values, those without a value left out."""
    kept = tuple((label, value) for label, value in pairs if _says_something(value))
    return (Facts(kept),) if kept else ()


def table(
    columns: Sequence[Column | str],
    rows: Iterable[Sequence[Inline]],
    *,
    caption: str = "",
    row_headings: bool = False,
) -> tuple[Block, ...]:
    """Return a table without the columns that are empty all the way down; no rows, no table."""
    lines = tuple(rows)
    kept = [n for n in range(len(columns)) if any(_says_something(line[n]) for line in lines)]
    if not kept:
        return ()
    return (
        Table(
            [columns[n] for n in kept],
            [[line[n] for n in kept] for line in lines],
            caption=caption,
            row_headings=row_headings,
        ),
    )


def section(title: str, *parts: Iterable[Block], id: str = "") -> tuple[Block, ...]:
    """Return a section of all the parts, nothing if they are all empty."""
    blocks = filled(*parts)
    return (Section(title, blocks, id=id),) if blocks else ()


def filled(*parts: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks of all the parts in one row."""
    return tuple(block for part in parts for block in part)


def spliced(phrase: str, **values: str | Run) -> tuple[Run, ...]:
    """Return a phrase with marked words where it has their names in braces.

    The phrase is translated as a whole, so that every language puts the words where it wants.

    >>> [run.text for run in spliced("Signed by {name}.", name=Run("Amina Yusuf", "strong"))]
    ['Signed by ', 'Amina Yusuf', '.']
    """
    found: list[Run] = []
    words = ""
    for text, name, _, _ in Formatter().parse(phrase):
        words += text
        value = values[name] if name else ""
        if isinstance(value, str):
            words += value
        else:
            found += [Run(words), value] if words else [value]
            words = ""
    return (*found, Run(words)) if words else tuple(found)


def plain(text: Inline) -> str:
    """Return the words of a text without its marks."""
    return text if isinstance(text, str) else "".join(run.text for run in text)


def _says_something(value: Inline | Item) -> bool:
    return bool(plain(value.text if isinstance(value, Item) else value).strip())

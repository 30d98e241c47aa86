"""Markdown as blocks: headings become sections, and everything else what it looks like."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from attrs import frozen
from markdown_it.tree import SyntaxTreeNode

from workshopcore.contracts.report import (
    Block,
    Facts,
    PageBreak,
    Paragraph,
    QuoteBlock,
    Section,
)
from workshopcore.reports.blocks import plain
from workshopcore.reports.templates.containers import contained
from workshopcore.reports.templates.inline import lines_of, runs_of, without_start, words_of
from workshopcore.reports.templates.lists import listing
from workshopcore.reports.templates.markdown import MarkdownError, tree_of
from workshopcore.reports.templates.tables import table_of
from workshopcore.reports.templates.values import first_part, without_parts

__all__ = ["blocks_of"]

_Line: TypeAlias = list[SyntaxTreeNode]
_Lines: TypeAlias = list[_Line]
_DASHES = ("— ", "– ", "-- ")
_VALUE = ": "


@frozen
class _Heading:
    level: int
    title: str


def blocks_of(markdown: str, parts: Sequence[tuple[Block, ...]] = ()) -> tuple[Block, ...]:
    r"""Return the blocks that Markdown says.

    Args:
        markdown: what a template wrote, without the signs of places.
        parts: what stands where the signs of parts are.

    Raises:
        MarkdownError: something in it makes no block.

    >>> [type(block).__name__ for block in blocks_of("# Dates\n\nSoon.\n\n---\n\n- One")]
    ['Section']
    """
    reader = _Reader(markdown.split("\n"), parts)
    return reader.blocks(tree_of(markdown))


@frozen
class _Reader:
    source: Sequence[str]
    parts: Sequence[tuple[Block, ...]]

    def blocks(self, node: SyntaxTreeNode) -> tuple[Block, ...]:
        """Return what stands in a document or a container, sections and all."""
        return tuple(_gathered(deque(self._flat(node)), 0))

    def _flat(self, node: SyntaxTreeNode) -> Iterator[_Heading | Block]:
        for child in node.children:
            line = _line(child)
            if child.type == "heading":
                title = words_of(lines_of(child.children[0]), line)
                yield _Heading(int(child.tag[1:]), title)
            elif child.type == "container":
                yield from contained(child.info, line, self.blocks(child))
            elif child.type in _READ:
                yield from _READ[child.type](self, child, line)
            else:
                raise MarkdownError(line, f"there is no block for this: {_SAYS[child.type]}")

    def paragraph(self, node: SyntaxTreeNode, line: int) -> Iterator[Block]:
        """Yield a paragraph, facts where its lines are labels and values, and parts in between."""
        lines: _Lines = []
        for number, nodes in enumerate(lines_of(node.children[0]), line):
            inserted = _parts_alone(nodes)
            if not inserted:
                lines.append(nodes)
                continue
            yield from _prose(lines, number - len(lines))
            lines = []
            for part in inserted:
                yield from self.parts[part]
        yield from _prose(lines, line)

    def quote(self, node: SyntaxTreeNode, line: int) -> Iterator[Block]:
        """Yield a quotation; its last line says who, if it begins with a dash."""
        lines: _Lines = []
        for child in node.children:
            if child.type != "paragraph":
                raise MarkdownError(_line(child), "a quotation is made of paragraphs only")
            lines += lines_of(child.children[0])
        by = ""
        if len(lines) > 1 and _begins(lines[-1], _DASHES):
            by = words_of([lines.pop()], line).partition(" ")[2]
        text = runs_of(lines, line)
        if plain(text).strip():
            yield QuoteBlock(text, by)

    def page_break(self, node: SyntaxTreeNode, line: int) -> Iterator[Block]:  # noqa: ARG002
        """Yield a new page."""
        yield PageBreak()

    def bullets(self, node: SyntaxTreeNode, line: int) -> Iterator[Block]:
        """Yield a list, or a checklist."""
        yield from listing(node, line)

    def table(self, node: SyntaxTreeNode, line: int) -> Iterator[Block]:
        """Yield a table."""
        yield from table_of(node, line, self.source)


_READ: dict[str, Callable[[_Reader, SyntaxTreeNode, int], Iterator[Block]]] = {
    "blockquote": _Reader.quote,
    "bullet_list": _Reader.bullets,
    "hr": _Reader.page_break,
    "ordered_list": _Reader.bullets,
    "paragraph": _Reader.paragraph,
    "table": _Reader.table,
}
_SAYS = {"fence": "write code between single backticks, within a paragraph"}


def _gathered(items: deque[_Heading | Block], level: int) -> Iterator[Block]:
    """Yield blocks; a heading takes in what follows, up to the next one that is no deeper."""
    while items:
        item = items[0]
        if not isinstance(item, _Heading):
            items.popleft()
            yield item
        elif item.level > level:
            items.popleft()
            yield Section(item.title, tuple(_gathered(items, item.level)))
        else:
            return


def _line(node: SyntaxTreeNode) -> int:
    return node.map[0] if node.map else 0


def _begins(nodes: Sequence[SyntaxTreeNode], starts: str | tuple[str, ...]) -> bool:
    return bool(nodes) and nodes[0].type == "text" and nodes[0].content.startswith(starts)


def _parts_alone(nodes: Sequence[SyntaxTreeNode]) -> list[int]:
    """Return the parts of a line that holds nothing else."""
    text = nodes[0].content if len(nodes) == 1 and nodes[0].type == "text" else ""
    if first_part(text) is None or without_parts(text).strip():
        return []
    found = [first_part(sign) for sign in text]
    return [number for number in found if number is not None]


def _prose(lines: _Lines, line: int) -> Iterator[Block]:
    pairs = list(zip(lines[::2], lines[1::2], strict=False))
    labelled = all(_begins(value, _VALUE) and not _begins(label, _VALUE) for label, value in pairs)
    if pairs and labelled and len(lines) % 2 == 0:
        yield from _facts(pairs, line)
        return
    text = runs_of(lines, line)
    if plain(text).strip():
        yield Paragraph(text)


def _facts(pairs: Iterable[tuple[_Line, _Line]], line: int) -> Iterator[Block]:
    kept = []
    for number, (label, value) in enumerate(pairs):
        at = line + 2 * number
        said = without_start(runs_of([value], at + 1), len(_VALUE))
        if plain(said).strip():
            kept.append((words_of([label], at), said))
    if kept:
        yield Facts(kept)

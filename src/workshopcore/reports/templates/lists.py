"""Lists and checklists out of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.tree import SyntaxTreeNode

from workshopcore.contracts.report import Block, Bullets, Checklist, Inline, Item, Task
from workshopcore.reports.blocks import plain
from workshopcore.reports.templates.inline import lines_of, runs_of, without_start
from workshopcore.reports.templates.markdown import MarkdownError

__all__ = ["listing"]

_BOX = re.compile(r"\[([ xX])\] ")
_LISTS = ("bullet_list", "ordered_list")


def listing(node: SyntaxTreeNode, line: int) -> Iterator[Block]:
    """Yield a list; a checklist where each of its items begins with a box, ``[ ]`` or ``[x]``.

    Raises:
        MarkdownError: an item holds something that items cannot, or counting begins elsewhere
            than at 1.
    """
    if all(_box(item) for item in node.children):
        tasks = [_task(item) for item in node.children]
        kept = [task for task in tasks if plain(task.text).strip()]
        if kept:
            yield Checklist(kept)
        return
    ordered = node.type == "ordered_list"
    if ordered and int(node.attrs.get("start", 1)) != 1:
        raise MarkdownError(line, "a numbered list begins with 1")
    items = _items(node)
    if items:
        yield Bullets(items, ordered=ordered)


def _items(node: SyntaxTreeNode) -> list[Inline | Item]:
    """Return the items of a list, without those that say nothing."""
    items: list[Inline | Item] = []
    for child in node.children:
        text, below = _item(child)
        if below:
            items.append(Item(text, below))
        elif plain(text).strip():
            items.append(text)
    return items


def _item(node: SyntaxTreeNode) -> tuple[Inline, list[Inline | Item]]:
    text: Inline = ""
    below: list[Inline | Item] = []
    for number, child in enumerate(node.children):
        line = child.map[0] if child.map else 0
        if child.type == "paragraph" and number == 0:
            text = runs_of(lines_of(child.children[0]), line)
        elif child.type == "bullet_list":
            below += _items(child)
        elif child.type == "ordered_list":
            raise MarkdownError(line, "a numbered list stands by itself, not within another")
        else:
            raise MarkdownError(
                line, "an item of a list is one paragraph, with lists beneath it and nothing else"
            )
    return text, below


def _box(item: SyntaxTreeNode) -> re.Match[str] | None:
    """Return the box that an item begins with; what people wrote is spelt, and is no box."""
    first = item.children[0] if item.children else None
    nodes = first.children[0].children if first is not None and first.type == "paragraph" else ()
    return _BOX.match(nodes[0].content) if nodes and nodes[0].type == "text" else None


def _task(item: SyntaxTreeNode) -> Task:
    text, below = _item(item)
    box = _box(item)
    if below or box is None:
        line = item.map[0] if item.map else 0
        raise MarkdownError(line, "a line of a checklist has nothing beneath it")
    return Task(without_start(text, len(box[0])), done=box[1] != " ")

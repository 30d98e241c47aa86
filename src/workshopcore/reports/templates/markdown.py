"""Markdown read as a tree: CommonMark without HTML and code blocks, with tables and containers."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.tree import SyntaxTreeNode

__all__ = ["MarkdownError", "tree_of"]

_FENCE = re.compile(r"(:{3,})[ \t]*(.*?)[ \t]*")
_DEEPEST = 100
# Blocks indented by four spaces are what loops look like; a rule under a paragraph is a page
# break; and tags of HTML are words like any others.
_LEFT_OUT = ("code", "lheading", "html_block", "html_inline")


class MarkdownError(Exception):
    """Markdown that makes no block.

    Attributes:
        line: of the Markdown, counted from 0.
        words: what is wrong, and what to do.
    """

    def __init__(self, line: int, words: str) -> None:
        super().__init__(line, words)
        self.line = line
        self.words = words


class _Reader(MarkdownIt):
    """Leaves addresses as they are written: whether they may be followed is looked at later."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 (the name that is overridden)
        return url

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002
        return True


def tree_of(text: str) -> SyntaxTreeNode:
    r"""Return Markdown as a tree.

    Raises:
        MarkdownError: a container begins and does not end, or ends and did not begin.

    >>> [node.type for node in tree_of("# Hello\n\n::: note Mind\nIt is high.\n:::").children]
    ['heading', 'container']
    """
    reader = _Reader("commonmark", {"html": False, "maxNesting": _DEEPEST})
    reader.enable("table").disable(_LEFT_OUT)
    reader.block.ruler.before(
        "fence", "container", _container, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    return SyntaxTreeNode(reader.parse(text))


def _container(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read from ``::: name`` to the ``:::`` that belongs to it."""
    name = _fence(state, start)
    if name is None:
        return False
    if silent:
        return True
    if not name:
        raise MarkdownError(start, "':::' ends a container, and none has begun here")
    last = _end(state, start, end)
    token = state.push("container_open", "div", 1)
    token.info = name
    token.map = [start, last + 1]
    parent, line_max = state.parentType, state.lineMax
    state.parentType, state.lineMax = "container", last
    state.md.block.tokenize(state, start + 1, last)
    state.parentType, state.lineMax = parent, line_max
    state.push("container_close", "div", -1)
    state.line = last + 1
    return True


def _fence(state: StateBlock, line: int) -> str | None:
    """Return what stands behind the colons of a line, ``None`` if it has none."""
    text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
    found = _FENCE.fullmatch(text)
    return found[2] if found else None


def _end(state: StateBlock, start: int, end: int) -> int:
    open_now = 1
    for line in range(start + 1, end):
        name = _fence(state, line)
        if name is not None:
            open_now += 1 if name else -1
        if not open_now:
            return line
    raise MarkdownError(start, "this container has no end: write ':::' on a line of its own")

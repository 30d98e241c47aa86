"""A template as a tree: every loop and every joined text is brought within the bounds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from workshopcore.sandbox.filters import COUNTED, JOINED

__all__ = ["refused", "reined_in"]

_Tree = TypeVar("_Tree", bound=nodes.Node)

_REFUSED: dict[type[nodes.Node], str] = {
    nodes.FilterBlock: "write a filter behind a value: {{ value|filter }}",
    nodes.ScopedEvalContextModifier: "what people wrote is always escaped",
}


def reined_in(tree: _Tree) -> _Tree:
    """Return a tree whose loops are counted and whose joined texts are bounded."""
    _Reins().visit(tree)
    return tree


def refused(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """Yield what a template may not contain, each with its line and what to do instead."""
    for kind, cure in _REFUSED.items():
        for found in tree.find_all(kind):
            yield found.lineno, f"this tag is not for templates of a house: {cure}"
    for loop in tree.find_all(nodes.For):
        if loop.recursive:
            yield loop.lineno, "a loop cannot be recursive here: let a macro call itself"


class _Reins(NodeTransformer):
    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 (the visitor's name for it)
        self.generic_visit(node)
        node.iter = _filtered(node.iter, COUNTED)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:  # noqa: N802
        self.generic_visit(node)
        return _filtered(nodes.List(node.nodes, lineno=node.lineno), JOINED)


def _filtered(node: Any, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)

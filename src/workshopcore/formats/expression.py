"""The small language in which a format says how its figures follow from people and groups.

``n`` is how many people there are, ``g`` how many groups, ``s`` the size of the largest group,
and every option of the format has its name. There are exact numbers (``3``, ``0.5``), ``+``,
``-``, ``*``, ``/``, ``//``, ``%``, parentheses, and ``min``, ``max``, ``ceil`` and ``floor``:
nothing else, so that a file from a stranger can be read without fear.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import TypeAlias

from attrs import field, frozen

from workshopcore.errors import FormatError

__all__ = ["FUNCTIONS", "Constant", "Expression", "Name", "Node", "Operation"]

FUNCTIONS: Mapping[str, tuple[int, int]] = {
    "min": (2, 20),
    "max": (2, 20),
    "ceil": (1, 1),
    "floor": (1, 1),
}
"""The functions there are, each with the fewest and the most values that it takes."""

_OPERATIONS: Mapping[str, Callable[..., Fraction | int]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
    "negative": operator.neg,
    "min": min,
    "max": max,
    "ceil": math.ceil,
    "floor": math.floor,
}


@frozen
class Constant:
    """A number."""

    number: Fraction


@frozen
class Name:
    """Something that is counted."""

    name: str


@frozen
class Operation:
    """An operation or a function, with what it works on."""

    symbol: str
    parts: tuple[Node, ...]


Node: TypeAlias = Constant | Name | Operation


@frozen
class Expression:
    """A figure that follows from people, groups and options.

    Attributes:
        text: as it was written.
        root: what it means.
        names: what it depends on, in the order of the alphabet; none for a plain number.

    >>> from workshopcore.formats.reading import read_expression
    >>> read_expression("min(presenters, s) * 1.5", ["presenters"]).value({"presenters": 5, "s": 3})
    Fraction(9, 2)
    """

    text: str
    root: Node = field(repr=False)
    names: tuple[str, ...] = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "names", tuple(sorted(set(_names(self.root)))))

    def value(self, counts: Mapping[str, int]) -> Fraction:
        """Return the exact value.

        Args:
            counts: ``n``, ``g``, ``s`` and the options by name; all that it depends on.

        Raises:
            FormatError: it divides by zero.
        """
        if isinstance(self.root, Constant):
            return self.root.number
        try:
            return _value(self.root, counts)
        except ZeroDivisionError:
            raise FormatError(f"'{self.text}' divides by zero{self.given(counts)}") from None

    def given(self, counts: Mapping[str, int]) -> str:
        """Return the figures that it depends on, for messages.

        >>> from workshopcore.formats.reading import read_expression
        >>> read_expression("n / g").given({"g": 2, "n": 9})
        ' for g = 2, n = 9'
        """
        found = ", ".join(f"{name} = {counts[name]}" for name in self.names)
        return found and f" for {found}"


def _value(node: Node, counts: Mapping[str, int]) -> Fraction:
    if isinstance(node, Constant):
        return node.number
    if isinstance(node, Name):
        return Fraction(counts[node.name])
    values = [_value(part, counts) for part in node.parts]
    return Fraction(_OPERATIONS[node.symbol](*values))


def _names(node: Node) -> Iterator[str]:
    if isinstance(node, Name):
        yield node.name
    elif isinstance(node, Operation):
        for part in node.parts:
            yield from _names(part)

"""Reads expressions: text into a small tree, or a word on what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from workshopcore.errors import FormatError, InvalidValueError, nearest, shown
from workshopcore.formats.expression import (
    FUNCTIONS,
    Constant,
    Expression,
    Name,
    Node,
    Operation,
)

__all__ = ["COUNTS", "constant", "read_expression"]

COUNTS = ("n", "g", "s")
"""What every format knows: people, groups and the size of the largest group."""

_LONGEST = 120
_DEEPEST = 20
_LARGEST = 100_000
_EXPECTED = f"a number, or an expression of up to {_LONGEST} characters"
_TOKEN = re.compile(
    r" *(?:(?P<number>[0-9]+(?:\.[0-9]+)?)"
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_]*)"
    r"|(?P<sign>//|[-+*/%(),]))"
)


@frozen
class _Token:
    kind: str
    text: str
    place: int


def read_expression(text: str, options: Collection[str] = ()) -> Expression:
    """Read an expression.

    Args:
        text: such as ``"2 * n + 5"``.
        options: the names that it may use beside ``n``, ``g`` and ``s``.

    Raises:
        InvalidValueError: it is none; the hint says where and why.

    >>> read_expression("ceil(n / 4)").value({"n": 10})
    Fraction(3, 1)
    """
    if len(text) > _LONGEST:
        raise _fault(text, f"It has {len(text)} characters: simplify it, or use an option")
    found = Expression(text, _Reader(text.rstrip(" "), [*COUNTS, *options]).whole())
    return found if found.names else _constant(found)


def constant(number: int | Decimal) -> Expression:
    """Return a plain number as an expression.

    Raises:
        InvalidValueError: it is negative or beyond all measure.
    """
    finite = not isinstance(number, Decimal) or number.is_finite()
    if not finite or not 0 <= number <= _LARGEST:
        raise _fault(str(number), f"Numbers go from 0 to {_LARGEST}")
    return Expression(str(number), Constant(Fraction(number)))


def _constant(found: Expression) -> Expression:
    """Compute at once what depends on nothing."""
    try:
        return Expression(found.text, Constant(found.value({})))
    except FormatError:
        raise _fault(found.text, "It divides by zero") from None


def _fault(text: str, hint: str) -> InvalidValueError:
    return InvalidValueError(text, _EXPECTED, hint)


class _Reader:
    """Reads by recursive descent: sums of products of signed factors."""

    def __init__(self, text: str, known: Collection[str]) -> None:
        self._text = text
        self._known = known
        self._tokens = self._split()
        self._depth = 0

    def whole(self) -> Node:
        """Read all of it."""
        found = self._sum()
        if self._ahead.kind != "end":
            raise self._unexpected("an operator or the end")
        return found

    def _split(self) -> list[_Token]:
        tokens: list[_Token] = []
        end = 0
        while end < len(self._text):
            found = _TOKEN.match(self._text, end)
            if found is None:
                rest = self._text[end:].lstrip(" ")
                place = len(self._text) - len(rest) + 1
                raise _fault(
                    self._text, f"From character {place} on it means nothing: {shown(rest)}"
                )
            kind = found.lastgroup or ""
            tokens.append(_Token(kind, found[kind], found.start(kind) + 1))
            end = found.end()
        tokens.append(_Token("end", "", end + 1))
        return tokens[::-1]

    @property
    def _ahead(self) -> _Token:
        return self._tokens[-1]

    def _accept(self, *signs: str) -> str:
        """Take one of some signs if it comes next, else nothing."""
        return self._tokens.pop().text if self._ahead.text in signs else ""

    def _sum(self) -> Node:
        return self._chain(self._product, "+", "-")

    def _product(self) -> Node:
        return self._chain(self._signed, "*", "//", "/", "%")

    def _chain(self, read: Callable[[], Node], *signs: str) -> Node:
        found = read()
        while sign := self._accept(*signs):
            found = Operation(sign, (found, read()))
        return found

    def _signed(self) -> Node:
        if not self._accept("-"):
            return self._factor()
        return self._deeper(lambda: Operation("negative", (self._signed(),)))

    def _factor(self) -> Node:
        if self._accept("("):
            found = self._deeper(self._sum)
            self._close()
            return found
        token = self._ahead
        if token.kind == "number":
            return self._number(self._tokens.pop())
        if token.kind == "name":
            return self._named(self._tokens.pop())
        raise self._unexpected("a number, a name or '('")

    def _number(self, token: _Token) -> Node:
        number = Fraction(token.text)
        if number > _LARGEST:
            raise _fault(self._text, f"Numbers go up to {_LARGEST}, found {shown(token.text, 20)}")
        return Constant(number)

    def _named(self, token: _Token) -> Node:
        name = token.text
        if name in FUNCTIONS:
            return self._call(name)
        if name in self._known:
            return Name(name)
        words = [*self._known, *FUNCTIONS]
        guess = nearest(name, words)
        cure = f"Did you mean '{guess}'?" if guess else f"Known: {', '.join(words)}"
        raise _fault(self._text, f"There is no '{name}'. {cure}")

    def _call(self, name: str) -> Node:
        if not self._accept("("):
            raise self._unexpected(f"'(' after {name}")
        values = [self._deeper(self._sum)]
        while self._accept(","):
            values.append(self._deeper(self._sum))
        self._close()
        least, most = FUNCTIONS[name]
        if not least <= len(values) <= most:
            wanted = "one value" if most == 1 else f"{least} to {most} values"
            raise _fault(self._text, f"{name} takes {wanted}, found {len(values)}")
        return Operation(name, tuple(values))

    def _close(self) -> None:
        if not self._accept(")"):
            raise self._unexpected("')'")

    def _deeper(self, read: Callable[[], Node]) -> Node:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _fault(self._text, f"It is nested more than {_DEEPEST} deep: simplify it")
        found = read()
        self._depth -= 1
        return found

    def _unexpected(self, wanted: str) -> InvalidValueError:
        found = f"'{self._ahead.text}'" if self._ahead.text else "the end"
        hint = f"At character {self._ahead.place} there should be {wanted}, not {found}"
        return _fault(self._text, hint)

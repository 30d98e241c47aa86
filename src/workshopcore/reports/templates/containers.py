"""Containers, ``::: name``: callouts, blocks for some readers, opening paragraphs, tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import get_args

import attrs

from workshopcore.contracts.report import (
    Audience,
    Block,
    Callout,
    CalloutKind,
    Paragraph,
    Table,
)
from workshopcore.errors import nearest
from workshopcore.reports.templates.markdown import MarkdownError
from workshopcore.reports.templates.values import first_part, revealed

__all__ = ["contained"]

_AUDIENCES: tuple[Audience, ...] = get_args(Audience)
_CALLOUTS: tuple[CalloutKind, ...] = get_args(CalloutKind)


def contained(info: str, line: int, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield what a container makes of the blocks in it.

    Args:
        info: what stands behind its colons.
        line: where it begins, counted from 0.
        blocks: what stands in it.

    Raises:
        MarkdownError: there is no container of that name, or it holds something else.
    """
    name, _, rest = info.partition(" ")
    if first_part(rest) is not None:
        raise MarkdownError(line, "a title is made of words only")
    title = revealed(rest.strip())
    names = name.split("+")
    if all(each in _AUDIENCES for each in names):
        if title:
            raise MarkdownError(line, f"'{name}' takes no title: put a heading into it")
        yield from _for(blocks, [each for each in _AUDIENCES if each in names])
    elif name in _CALLOUTS:
        if not rest.strip():
            raise MarkdownError(line, f"a {name} has a title: ::: {name} What it is about")
        if blocks:
            yield Callout(title, blocks, kind=name)
    elif name in _MADE:
        yield from _MADE[name](blocks, title, line)
    else:
        known = [*_CALLOUTS, *_MADE, *_AUDIENCES]
        guess = nearest(name, known)
        cure = f"did you mean '{guess}'?" if guess else f"there are {', '.join(known)}"
        raise MarkdownError(line, f"there is no container '{revealed(name)}': {cure}")


def _for(blocks: Sequence[Block], audiences: Sequence[Audience]) -> Iterator[Block]:
    """Yield blocks for some readers: those of them whom each block is for already."""
    for block in blocks:
        both = [each for each in audiences if not block.audience or each in block.audience]
        if both:
            yield attrs.evolve(block, audience=both)


def _lead(blocks: Sequence[Block], title: str, line: int) -> Iterator[Block]:
    if title:
        raise MarkdownError(line, "'lead' takes no title")
    for block in blocks:
        if not isinstance(block, Paragraph):
            raise MarkdownError(line, "'lead' holds opening paragraphs and nothing else")
        yield attrs.evolve(block, lead=True)


def _captioned(blocks: Sequence[Block], title: str, line: int) -> Iterator[Block]:
    yield from _tables(blocks, title, line, writable=False)


def _to_fill_in(blocks: Sequence[Block], title: str, line: int) -> Iterator[Block]:
    yield from _tables(blocks, title, line, writable=True)


def _tables(blocks: Sequence[Block], title: str, line: int, *, writable: bool) -> Iterator[Block]:
    for block in blocks:
        if not isinstance(block, Table):
            raise MarkdownError(line, "a container for a table holds tables and nothing else")
        yield attrs.evolve(block, caption=title or block.caption, writable=writable)


_MADE: dict[str, Callable[[Sequence[Block], str, int], Iterator[Block]]] = {
    "lead": _lead,
    "table": _captioned,
    "writable": _to_fill_in,
}

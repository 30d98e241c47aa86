"""Which pages lie on their side: those of a table that is too wide for an upright one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from attrs import define, evolve, field, frozen

from workshopcore.contracts.report import Block, Figure, PageBreak, Section, Table
from workshopcore.renderers.columns import Shares, shared_out, texts_of
from workshopcore.renderers.extent import cell_room, lines_of
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.renderers.tree import says

__all__ = ["Paper", "Turn", "with_turns"]

_NARROW, _TALL, _LONG, _WORTH = 20.0, 6.0, 1.3, 0.75
"""Cells of so few letters in a line, and so many lines, are hard to read; a table of so many
pages is turned if that makes them lower by a quarter."""
_PRESSED, _UNREADABLE = 1.15, 1.5
"""How much too wide the longest words of a table are, for it to be turned, and at any price."""
_TO_WRITE_IN = 7
_LEADS_IN = 12.0
"""How many lines may lead in to a table and be turned with it."""
_LITTLE_UPRIGHT, _LITTLE_TURNED = 0.35, 0.3
"""A page with less on it than that share is nearly empty."""
_TITLE = 7.0


@frozen
class Turn(PageBreak):
    """A new page that lies on its side, or is upright again.

    A renderer that cannot turn pages takes it for a new page.
    """

    landscape: bool = field(default=True, kw_only=True)


@frozen
class Paper:
    """What pages hold, upright and turned: letters in a line of a table, and lines."""

    letters: float = 100.0
    letters_turned: float = 150.0
    lines: float = 52.0
    lines_turned: float = 32.0


def with_turns(blocks: Iterable[Block], paper: Paper) -> tuple[Block, ...]:
    """Return blocks with a ``Turn`` wherever pages change.

    A table is turned if upright too many words of it would have to be parted, or if it is long
    and its rows would be tall and narrow. The heading and the few lines that lead in to it go
    with it, and so does what would be left on a page of its own with next to nothing on it. A
    small table stays upright where its words fit at all: a page of its own would be nearly
    empty. The drawing of a figure and its table may part company.

    Args:
        blocks: a report's; within callouts nothing turns.
        paper: what a page holds.
    """
    tree = tuple(_parted(blocks, paper))
    leaves = list(_leaves(tree, paper))
    for _, sheet in groupby(leaves, key=lambda leaf: leaf.sheet):
        _decide(list(sheet), paper)
    if not any(leaf.turned for leaf in leaves):
        return tree
    return tuple(_placed(tree, iter(leaves), _Side()))


@define
class _Leaf:
    """A block that is no section, and whether its page is turned.

    Attributes:
        headed: whether a heading stands right before it.
        lines, lines_turned: how tall it is.
        wide, must: whether it should be turned, and whether it would be unreadable otherwise.
        sheet: which of the parts between page breaks it stands in.
    """

    headed: bool
    lines: float
    lines_turned: float
    wide: bool
    must: bool
    sheet: int
    turned: bool = False


@define
class _Side:
    """On which side the page lies that is being written."""

    landscape: bool = False


_Run: TypeAlias = "list[_Leaf]"


def _parted(blocks: Iterable[Block], paper: Paper) -> Iterator[Block]:
    """Yield blocks, figures whose table is too wide as a figure without one, and the table."""
    for block in blocks:
        if isinstance(block, Section):
            yield evolve(block, blocks=tuple(_parted(block.blocks, paper)))
        elif isinstance(block, Figure) and drawing_of(block) and _width_of(block, paper)[0]:
            yield evolve(block, table=Table([], [], audience=block.table.audience))
            yield block.table
        else:
            yield block


def _leaves(blocks: Sequence[Block], paper: Paper) -> Iterator[_Leaf]:
    """Yield what stands in a report, section by section; one without content is a leaf itself."""
    headed, sheet = False, 0
    for block, is_heading in _flat(blocks):
        if is_heading:
            headed = True
            continue
        if isinstance(block, PageBreak):
            sheet += 1
        wide, must = _width_of(block, paper)
        lines = lines_of([block], paper.letters)
        turned = lines_of([block], paper.letters_turned)
        yield _Leaf(headed, lines, turned, wide, must, sheet)
        headed = False


def _flat(blocks: Sequence[Block]) -> Iterator[tuple[Block, bool]]:
    for block in blocks:
        if isinstance(block, Section) and block.blocks:
            yield block, True
            yield from _flat(block.blocks)
        else:
            yield block, False


def _width_of(block: Block, paper: Paper) -> tuple[bool, bool]:
    """Return whether a block is too wide for an upright page, and whether nothing else will do."""
    table = block.table if isinstance(block, Figure) else block
    if not isinstance(table, Table):
        return False, False
    if table.writable:
        return (len(table.columns) >= _TO_WRITE_IN,) * 2
    upright = _shares(table, paper.letters)
    if upright.whole:
        return False, False
    if upright.pressed > _PRESSED:
        return True, upright.pressed > _UNREADABLE
    if lines_of([table], paper.letters) < paper.lines * _LONG:
        return False, False
    narrow, broad = _tall(table, upright), _tall(table, _shares(table, paper.letters_turned))
    return narrow >= _TALL and broad <= narrow * _WORTH, False


def _shares(table: Table, letters: float) -> Shares:
    return shared_out(texts_of(table), cell_room(len(table.columns), letters))


def _tall(table: Table, shares: Shares) -> float:
    """Return how many lines a row has on average, in its narrow columns."""
    lines = [shares.lines([says(cell) for cell in row], _NARROW) for row in table.rows]
    return sum(lines) / max(len(lines), 1)


def _decide(leaves: _Run, paper: Paper) -> None:
    for leaf in leaves:
        leaf.turned = leaf.wide
    for section in _sections(leaves):
        _lead_in(section)
    for run in _runs(leaves):
        small = sum(leaf.lines_turned for leaf in run) < paper.lines_turned * _LITTLE_TURNED
        if run[0].turned and small and not any(leaf.must for leaf in run):
            _turn(run, False)
    if not any(leaf.turned for leaf in leaves):
        return
    for run in _runs(leaves):
        title = _TITLE if run[0] is leaves[0] and not run[0].sheet else 0
        lines = sum(leaf.lines for leaf in run) + title
        if not run[0].turned and lines < paper.lines * _LITTLE_UPRIGHT:
            _turn(run, True)


def _sections(leaves: _Run) -> Iterator[_Run]:
    section: _Run = []
    for leaf in leaves:
        if leaf.headed and section:
            yield section
            section = []
        section.append(leaf)
    if section:
        yield section


def _lead_in(section: _Run) -> None:
    """Turn what stands between a heading and its first table, if that is little."""
    first = next((number for number, leaf in enumerate(section) if leaf.turned), 0)
    if sum(leaf.lines for leaf in section[:first]) <= _LEADS_IN:
        _turn(section[:first], True)


def _runs(leaves: _Run) -> list[_Run]:
    return [list(run) for _, run in groupby(leaves, key=lambda leaf: leaf.turned)]


def _turn(leaves: _Run, turned: bool) -> None:
    for leaf in leaves:
        leaf.turned = turned


def _placed(blocks: Sequence[Block], leaves: Iterator[_Leaf], side: _Side) -> Iterator[Block]:
    """Yield blocks with turns between them, each ahead of the headings of what is turned."""
    for block in blocks:
        if not (isinstance(block, Section) and block.blocks):
            leaf = next(leaves)
            if leaf.turned != side.landscape:
                side.landscape = leaf.turned
                yield Turn(landscape=leaf.turned)
            yield block
            continue
        first, *others = _placed(block.blocks, leaves, side)
        if isinstance(first, Turn):
            yield first
            yield evolve(block, blocks=others)
        else:
            yield evolve(block, blocks=[first, *others])

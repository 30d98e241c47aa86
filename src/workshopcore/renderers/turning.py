"""Which pages lie on their side: those of a table that is too wide for an upright one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from attrs import define, evolve, field, frozen

from workshopcore.contracts.report import (
    Block,
    Facts,
    Figure,
    PageBreak,
    Paragraph,
    Run,
    Section,
    Table,
)
from workshopcore.renderers.extent import lines_of
from workshopcore.renderers.figure_parts import in_parts
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.renderers.paper import Need, Paper, need_of
from workshopcore.renderers.tree import says

__all__ = ["Turn", "with_turns"]

_LONG = 1.2
"""A table whose cells are hard to read, but whose words fit, is turned if it is so many pages."""
_FEW_ROWS = 3
"""A wide table of so few rows may be told row by row instead of being turned."""
_LEADS_IN = 12.0
"""How many lines may lead in to a table and be turned with it."""
_LITTLE_UPRIGHT, _LITTLE_TURNED = 0.35, 0.35
"""A page with less on it than that share is nearly empty."""
_TITLE = 7.0
_TALLEST, _FLOWING = {"trace-graph": 1.3}, 0.6
"""How tall drawings may be, as a share of their width: so that a page holds one with its heading,
or of those whose parts say enough by themselves, so that no half page before one stays empty."""


@frozen
class Turn(PageBreak):
    """A new page that lies on its side, or is upright again.

    A renderer that cannot turn pages takes it for a new page.
    """

    landscape: bool = field(default=True, kw_only=True)


def with_turns(blocks: Iterable[Block], paper: Paper) -> tuple[Block, ...]:
    """Return blocks with a ``Turn`` wherever pages change.

    A table is turned if upright too many words of it would have to be parted, or if it is long
    and its rows would be tall and narrow. The heading and the few lines that lead in to it go
    with it, and so does what would be left on a page of its own with next to nothing on it. A
    small table stays upright: a page of its own would be nearly empty. If it has no more than
    three rows, each of them is told as facts. The drawing of a figure and its table may part
    company, and a drawing that is too tall for a page becomes several.

    Args:
        blocks: a report's; within callouts nothing turns.
        paper: what a page holds.
    """
    blocks = tuple(_on_pages(blocks))
    tree = tuple(_parted(blocks, paper))
    leaves = list(_leaves(tree, paper))
    for _, sheet in groupby(leaves, key=lambda leaf: leaf.sheet):
        _decide(list(sheet), paper)
    if not any(leaf.turned or leaf.stacked for leaf in leaves):
        return blocks
    return tuple(_placed(tree, iter(leaves), _Side()))


@define
class _Leaf:
    """A block that is no section, and whether its page is turned.

    Attributes:
        headed: whether a heading stands right before it.
        lines, lines_turned: how tall it is.
        need: how much it wants to be turned.
        sheet: which of the parts between page breaks it stands in.
        few: whether it is a table of few rows.
        stacked: whether it is told row by row.
    """

    headed: bool
    lines: float
    lines_turned: float
    need: Need
    sheet: int
    few: bool
    turned: bool = False

    @property
    def stacked(self) -> bool:
        return self.few and self.need > Need.NONE and not self.turned


@define
class _Side:
    """On which side the page lies that is being written."""

    landscape: bool = False


_Run: TypeAlias = "list[_Leaf]"


def _on_pages(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks, figures that are too tall as several, the last one with the table."""
    for block in blocks:
        if isinstance(block, Section):
            yield evolve(block, blocks=tuple(_on_pages(block.blocks)))
        elif isinstance(block, Figure):
            *others, last = in_parts(block, _TALLEST.get(block.kind, _FLOWING))
            for part in others:
                yield evolve(part, table=Table([], [], audience=block.table.audience))
            yield last
        else:
            yield block


def _parted(blocks: Iterable[Block], paper: Paper) -> Iterator[Block]:
    """Yield blocks, figures whose table is too wide as a figure without one, and the table."""
    for block in blocks:
        if isinstance(block, Section):
            yield evolve(block, blocks=tuple(_parted(block.blocks, paper)))
        elif isinstance(block, Figure) and drawing_of(block) and need_of(block, paper):
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
        lines = lines_of([block], paper.letters)
        turned = lines_of([block], paper.letters_turned)
        few = isinstance(block, Table) and not block.writable and len(block.rows) <= _FEW_ROWS
        yield _Leaf(headed, lines, turned, need_of(block, paper), sheet, few)
        headed = False


def _flat(blocks: Sequence[Block]) -> Iterator[tuple[Block, bool]]:
    for block in blocks:
        if isinstance(block, Section) and block.blocks:
            yield block, True
            yield from _flat(block.blocks)
        else:
            yield block, False


def _decide(leaves: _Run, paper: Paper) -> None:
    for leaf in leaves:
        leaf.turned = leaf.need > Need.NONE
    for section in _sections(leaves):
        _lead_in(section)
    _fill(_runs(leaves)[1:-1], paper, 0)
    for run in _runs(leaves):
        if run[0].turned and not _deserves(run, paper):
            _turn(run, False)
    if any(leaf.turned for leaf in leaves):
        title = _TITLE if not leaves[0].sheet else 0
        _fill(_runs(leaves), paper, title)


def _fill(runs: Iterable[_Run], paper: Paper, title: float) -> None:
    """Turn what would be left upright on a page with next to nothing else, but for the title."""
    for number, run in enumerate(runs):
        lines = sum(leaf.lines for leaf in run) + (title if number == 0 else 0)
        if not run[0].turned and lines < paper.lines * _LITTLE_UPRIGHT:
            _turn(run, True)


def _deserves(run: _Run, paper: Paper) -> bool:
    """Return whether a run is worth pages of its own."""
    need = max(leaf.need for leaf in run)
    if need == Need.CRAMPED:
        return sum(leaf.lines for leaf in run) >= paper.lines * _LONG
    if sum(leaf.lines_turned for leaf in run) >= paper.lines_turned * _LITTLE_TURNED:
        return True
    return any(leaf.need == Need.UNREADABLE and not leaf.few for leaf in run)


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
            if leaf.stacked and isinstance(block, Table):
                yield from _stacked(block)
            else:
                yield block
            continue
        first, *others = _placed(block.blocks, leaves, side)
        if isinstance(first, Turn):
            yield first
            yield evolve(block, blocks=others)
        else:
            yield evolve(block, blocks=[first, *others])


def _stacked(table: Table) -> Iterator[Block]:
    """Yield a table row by row, what each cell says under the name of its column."""
    if table.caption.strip():
        yield Paragraph((Run(table.caption, "strong"),))
    for row in table.rows:
        told = zip(table.columns, row, strict=True)
        yield Facts([(column.title, cell) for column, cell in told if says(cell).strip()])

"""What stands on which sheet: a table has a sheet of its own, or shares one with its like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, field, frozen

from workshopcore.contracts.report import Block, Figure, FormField, Report, Section, Table
from workshopcore.renderers.characters import one_line
from workshopcore.renderers.tree import says, walk
from workshopcore_office.workbook.retelling import retold

__all__ = ["Heading", "Leaf", "Plan", "planned", "tables_in"]

_LETTERS = 100
"""What a line of prose holds."""
_LITTLE, _SUMMARY = 12, 24
"""How many lines of prose share a sheet with a table, and how many the first sheet takes."""

Shape = tuple[str, ...]


@frozen
class Heading:
    """The title of a section, and how deep it stands, from 1."""

    title: str
    level: int


@frozen
class Leaf:
    """What stands on one sheet.

    Attributes:
        title: what the sheet is called.
        entries: headings and blocks, in order.
        level: the level of the blocks that stand under no heading of the sheet's own.
    """

    title: str
    entries: tuple[Heading | Block, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks alone."""
        return tuple(each for each in self.entries if not isinstance(each, Heading))

    @property
    def shapes(self) -> frozenset[Shape]:
        """The kinds of tables on it: their headings."""
        return frozenset(shape_of(table) for table in tables_in(self.blocks))

    @property
    def lines(self) -> int:
        """About how many lines of prose it has."""
        return sum(map(_lines, self.entries))


@frozen
class Plan:
    """The sheets of a workbook: what stands on the first one, and the others in order."""

    front: Leaf
    leaves: tuple[Leaf, ...] = field(default=())


def tables_in(blocks: Iterable[Block]) -> list[Table]:
    """Return the tables of blocks, those of figures and of questions in rows included."""
    found = []
    for _, block in walk(blocks):
        if isinstance(block, Table):
            found.append(block)
        elif isinstance(block, Figure):
            found.append(block.table)
        elif isinstance(block, FormField) and block.kind == "matrix":
            answers = [""] * len(block.options)
            found.append(Table(["", *block.options], [[row, *answers] for row in block.rows]))
    return found


def shape_of(table: Table) -> Shape:
    """Return what tables are alike in: the headings of their columns."""
    return tuple(one_line(column.title) for column in table.columns)


def planned(report: Report) -> Plan:
    """Return the sheets of a report.

    What stands before the first table is on the first sheet, if it is not long. Each section of
    the first level has a sheet; one with tables of several kinds has several. A few lines of
    prose share the sheet beside them, and prose after prose is on one.
    """
    leading, sections = _parted(retold(report.blocks))
    front, rest = _front(leading)
    title = one_line(report.title)
    leaves = [Leaf(title, rest)] if rest else []
    for section in sections:
        leaves += _leaves(section)
    joined = _joined(leaves, by_shape=False)
    if joined and not joined[0].shapes and (len(joined) == 1 or joined[0].lines <= _SUMMARY):
        return Plan(Leaf(title, (*front, *joined[0].entries)), tuple(joined[1:]))
    return Plan(Leaf(title, front), tuple(joined))


def _parted(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """Return blocks before the first section, and those from there on."""
    for number, block in enumerate(blocks):
        if isinstance(block, Section):
            return list(blocks[:number]), list(blocks[number:])
    return list(blocks), []


def _front(leading: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Return what comes before the first table, unless there is nothing but a little of it."""
    for number, block in enumerate(leading):
        if tables_in([block]):
            return tuple(leading[:number]), tuple(leading[number:])
    return tuple(leading), ()


def _entries(block: Block, level: int) -> Iterator[Heading | Block]:
    if not isinstance(block, Section):
        yield block
        return
    if one_line(block.title):
        yield Heading(block.title, level)
    for inner in block.blocks:
        yield from _entries(inner, level + 1)


def _leaves(block: Block) -> list[Leaf]:
    """Return the sheets of a section of the first level."""
    title = one_line(block.title) if isinstance(block, Section) else ""
    whole = Leaf(title, tuple(_entries(block, 1)))
    if not isinstance(block, Section) or len(whole.shapes) < 2:
        return [whole]
    own, parts = _parted(block.blocks)
    leaves = [Leaf(_title(part) or title, tuple(_entries(part, 2))) for part in parts]
    head = tuple(each for each in whole.entries[:1] if isinstance(each, Heading))
    if own:
        leaves.insert(0, Leaf(title, (*head, *own)))
    elif leaves:
        leaves[0] = Leaf(leaves[0].title, (*head, *leaves[0].entries))
    joined = _joined(leaves, by_shape=True)
    if len(joined) == 1 or joined[0].entries != leaves[0].entries:
        joined[0] = evolve(joined[0], title=title)
    return joined


def _title(block: Block) -> str:
    return one_line(block.title) if isinstance(block, Section) else ""


def _joined(leaves: Sequence[Leaf], *, by_shape: bool) -> list[Leaf]:
    """Return leaves with those together that one sheet can hold."""
    found: list[Leaf] = []
    for leaf in leaves:
        before = found[-1] if found else None
        if before and _go_together(before, leaf, by_shape=by_shape):
            title = before.title or leaf.title
            found[-1] = Leaf(title, (*before.entries, *leaf.entries))
        else:
            found.append(leaf)
    return found


def _go_together(one: Leaf, other: Leaf, *, by_shape: bool) -> bool:
    if not one.shapes and not other.shapes:
        return True
    if not other.shapes:
        return other.lines <= _LITTLE
    if not one.shapes:
        return by_shape and one.lines <= _LITTLE
    return by_shape and any(_alike(a, b) for a in one.shapes for b in other.shapes)


def _alike(one: Shape, other: Shape) -> bool:
    """Return whether tables go under one another: one may have more columns at its end."""
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def _lines(entry: Heading | Block) -> int:
    """Return about how many lines of prose an entry takes."""
    if isinstance(entry, Heading):
        return 1
    return sum(_size(block) for _, block in walk([entry]))


def _size(block: Block) -> int:
    letters = 0
    items = getattr(block, "items", None) or getattr(block, "pairs", None) or ()
    for name in ("text", "label", "hint", "title", "attribution"):
        letters += len(says(getattr(block, name, "")))
    return -(-letters // _LETTERS) + len(items) + len(getattr(block, "options", ()))

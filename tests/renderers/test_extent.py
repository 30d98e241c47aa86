"""How tall blocks are on paper, roughly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.report import (
    Block,
    Bullets,
    Callout,
    Checklist,
    Facts,
    Figure,
    FormField,
    Item,
    PageBreak,
    Paragraph,
    QuoteBlock,
    Section,
    Table,
)
from workshopcore.renderers.extent import cell_room, cell_width, lines_of

LONG = "word " * 100
POINTS = {"points": [{"label": "One", "date": "2027-01-19", "group": "A"}]}
TABLE = Table(["What", "Why"], [["one", LONG]], caption="C")
EVERY: list[Block] = [
    Paragraph(LONG),
    Bullets([LONG, Item(LONG, [LONG])]),
    TABLE,
    Facts([("Why", LONG)]),
    QuoteBlock(LONG, "Jo"),
    Checklist([LONG]),
    Figure("timeline", POINTS, "One.", TABLE),
    Callout("Note", [Paragraph(LONG)]),
    Section("A", [Paragraph(LONG)]),
    *(
        FormField(LONG, kind, options=[LONG], rows=[LONG] if kind == "matrix" else [], hint=LONG)
        for kind in ("line", "text", "tick", "choice", "ranking", "scale", "matrix")
    ),
]


@pytest.mark.parametrize("block", EVERY, ids=lambda block: type(block).__name__)
def test_block_is_no_lower_on_a_narrower_page(block: Block) -> None:
    wide, narrow = lines_of([block], 200), lines_of([block], 40)

    assert 0 < wide <= narrow


def test_page_break_takes_no_lines() -> None:
    assert lines_of([PageBreak()], 100) == 0


@given(st.integers(1, 40), st.integers(1, 40))
def test_blocks_are_as_tall_as_all_of_them(first: int, second: int) -> None:
    one, other = (Paragraph("x" * 10 * count) for count in (first, second))

    both = lines_of([one, other], 60)
    assert both == pytest.approx(lines_of([one], 60) + lines_of([other], 60))


def test_cells_have_what_their_edges_leave() -> None:
    assert 4 * cell_width(cell_room(4, 100) / 4) == pytest.approx(100)

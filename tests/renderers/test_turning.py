"""Which pages lie on their side."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.report import (
    Block,
    Callout,
    Facts,
    Figure,
    PageBreak,
    Paragraph,
    Section,
    Table,
)
from workshopcore.renderers.paper import Paper
from workshopcore.renderers.tree import walk
from workshopcore.renderers.turning import Turn, with_turns

PAPER = Paper()
WORD = "responsibilities"
WIDE = Table([f"{WORD}{n}" for n in range(8)], [[WORD] * 8] * 20, caption="WIDE")
SMALL = Table([f"{WORD}{n}" for n in range(6)], [[WORD] * 6] * 4, caption="SMALL")
COUNTS = Table([str(n) for n in range(12)], [["1"] * 12] * 20)
TEXT = Paragraph("Many words about it. " * 150)
LITTLE = Paragraph("A few words.")
POINTS = {"points": [{"label": "One", "date": "2027-01-19", "group": "A"}]}


def shape(blocks: Iterable[Block]) -> list[object]:
    """Return what stands where: T and U for turned and upright, captions, titles, ``text``."""
    found: list[object] = []
    for block in blocks:
        match block:
            case Turn():
                found.append("T" if block.landscape else "U")
            case Section():
                found.append((block.title, *shape(block.blocks)))
            case Table():
                found.append(block.caption or "table")
            case Figure():
                found.append("figure")
            case Facts():
                found.append([label for label, _ in block.pairs])
            case _:
                found.append("break" if isinstance(block, PageBreak) else "text")
    return found


def turned(*blocks: Block) -> list[object]:
    return shape(with_turns(blocks, PAPER))


def test_report_without_a_wide_table_stays_as_it_is() -> None:
    blocks = (TEXT, Section("A", [COUNTS, Callout("Note", [WIDE])]))

    assert with_turns(blocks, PAPER) == blocks


def test_only_the_wide_table_turns() -> None:
    assert turned(TEXT, WIDE, TEXT) == ["text", "T", "WIDE", "U", "text"]


def test_headings_that_introduce_the_table_turn_with_it() -> None:
    inner = Section("Inner", [LITTLE, WIDE])

    assert turned(TEXT, Section("Outer", [inner]), Section("After", [TEXT])) == [
        "text",
        "T",
        ("Outer", ("Inner", "text", "WIDE")),
        "U",
        ("After", "text"),
    ]


def test_long_text_before_the_table_stays_upright_with_its_heading() -> None:
    assert turned(Section("A", [TEXT, WIDE])) == [("A", "text", "T", "WIDE")]


def test_small_table_stays_upright() -> None:
    assert turned(TEXT, SMALL, TEXT) == ["text", "SMALL", "text"]


def test_rows_of_a_very_small_one_are_told_as_facts() -> None:
    columns = ["Who", *[f"{WORD}{n}" for n in range(6)]]
    tiny = Table(columns, [["Amina", *[""] * 5, WORD], ["Jo", WORD, *[""] * 5]], caption="TINY")

    assert turned(TEXT, tiny) == ["text", "text", ["Who", columns[6]], ["Who", columns[1]]]


def test_table_that_nothing_but_a_turned_page_can_hold_turns_however_small() -> None:
    huge = Table([f"{WORD}{n}" for n in range(14)], [[WORD] * 14] * 4, caption="HUGE")

    assert turned(TEXT, huge) == ["text", "T", "HUGE"]


def test_next_to_nothing_between_two_wide_tables_turns_with_them() -> None:
    assert turned(TEXT, WIDE, LITTLE, WIDE) == ["text", "T", "WIDE", "text", "WIDE"]


def test_next_to_nothing_before_and_after_turns_too() -> None:
    assert turned(LITTLE, WIDE, LITTLE) == ["T", "text", "WIDE", "text"]


def test_sheets_turn_each_for_itself() -> None:
    blank = Table([str(n) for n in range(8)], [[""] * 8], writable=True, caption="BLANK")
    sheet = Section("One", [blank])

    assert turned(LITTLE, PageBreak(), sheet, PageBreak(), Section("Two", [LITTLE])) == [
        "text",
        "T",
        "break",
        ("One", "BLANK"),
        "U",
        "break",
        ("Two", "text"),
    ]


def test_drawing_stays_upright_where_its_table_turns() -> None:
    figure = Figure("timeline", POINTS, "One.", WIDE)

    assert turned(TEXT, figure) == ["text", "figure", "T", "WIDE"]


def test_long_table_of_tall_narrow_cells_turns_if_that_helps() -> None:
    row = ["identifier", *["some words about what was done and by whom " * 3] * 5]
    long, short = (Table(list("ABCDEF"), [row] * count, caption="LONG") for count in (20, 4))

    assert turned(TEXT, long) == ["text", "T", "LONG"]
    assert turned(TEXT, short) == ["text", "LONG"]


BLOCKS = st.recursive(
    st.sampled_from([TEXT, LITTLE, WIDE, SMALL, COUNTS, PageBreak()]),
    lambda inner: st.lists(inner, max_size=4).map(lambda blocks: Section("S", blocks)),
    max_leaves=12,
)


@given(st.lists(BLOCKS, max_size=6))
def test_turns_add_nothing_and_lose_nothing(blocks: list[Block]) -> None:
    found = with_turns(blocks, PAPER)

    def leaves(several: Iterable[Block]) -> list[Block]:
        return [
            block
            for _, block in walk(several)
            if not isinstance(block, (Turn, Section)) or block == Section("S", [])
        ]

    assert leaves(found) == leaves(blocks)


@given(st.lists(BLOCKS, max_size=6))
def test_pages_turn_back_and_forth(blocks: list[Block]) -> None:
    sides = [
        block.landscape for _, block in walk(with_turns(blocks, PAPER)) if isinstance(block, Turn)
    ]

    assert sides == [number % 2 == 0 for number in range(len(sides))]

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.report import (
    Bullets,
    Callout,
    Checklist,
    Column,
    Facts,
    Figure,
    FormField,
    Item,
    PageBreak,
    Paragraph,
    QuoteBlock,
    Report,
    Run,
    Section,
    Table,
    Task,
)
from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError
from workshopcore.renderers import TextRenderer
from workshopcore.renderers.text.tables import column_widths, table_lines
from workshopcore.renderers.width import width

PLAIN = Style("plain", "Plain")
WORD = "benign"
ADDRESS = re.compile(r"[ |]*<(https?://|mailto:)[^\s<>]+>[.,;:!?)]*")


def written(*blocks):
    text = TextRenderer().render(Report("r", "T", "public", blocks), PLAIN).decode()
    assert text.startswith("T\n=\n")
    return text.removeprefix("T\n=\n").strip("\n").split("\n")


def columns(line):
    """At most: wide and ambiguous characters count two, marks nothing."""
    return sum(
        0
        if unicodedata.category(character) in ("Mn", "Me", "Cf")
        else 2
        if unicodedata.east_asian_width(character) in "WF"
        else 1
        for character in line
    )


@given(data=st.data())
def test_no_line_is_wider_than_80_columns(data, hostile_texts, specimen):
    text = data.draw(hostile_texts)
    lines = TextRenderer().render(specimen(text), PLAIN).decode().split("\n")
    assert [line for line in lines if columns(line) > 80 and not ADDRESS.fullmatch(line)] == []


@given(data=st.data())
def test_no_control_character_reaches_the_reader(data, hostile_texts, specimen):
    text = TextRenderer().render(specimen(data.draw(hostile_texts)), PLAIN).decode()
    controls = {c for c in text if unicodedata.category(c) == "Cc" or c in "\u2028\u2029"}
    directions = {unicodedata.bidirectional(c) for c in text}
    assert controls <= {"\n"}
    assert not directions & {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}


@given(data=st.data())
def test_no_word_is_lost(data, hostile_texts, specimen, shown):
    said = re.sub(r"\s", "", shown(data.draw(hostile_texts.filter(shown))))
    report = Report(
        "r",
        "T",
        "public",
        [
            Paragraph(said),
            Bullets([said, Item(said, [said])]),
            Facts([(said, said)]),
            QuoteBlock(said, said),
        ],
    )
    text = TextRenderer().render(report, PLAIN).decode()
    solid = re.sub(r"\s", "", text)
    assert solid == f"T={said}-{said}-{said}-{said}{said}:{said}{said}—{said}"


@given(data=st.data())
def test_a_table_loses_no_word(data, hostile_texts, shown):
    rows = data.draw(st.lists(st.lists(hostile_texts, min_size=3, max_size=3), max_size=3))
    text = "".join(table_lines(Table(["A", "B", "C"], rows), 80))
    for cell in (cell for row in rows for cell in row):
        # Side by side, a cell's lines alternate with its neighbours': its letters are all there.
        for character in set(re.sub(r"\s", "", shown(cell))):
            assert text.count(character) >= shown(cell).count(character)


@given(st.lists(st.lists(st.text("ab 会", max_size=60), min_size=3, max_size=3), min_size=1))
def test_columns_side_by_side_fit(rows):
    widths = column_widths(rows, 80)
    assert sum(widths) + 2 * 2 <= 80
    for number, size in enumerate(widths):
        assert size <= max(1, *(width(row[number]) for row in rows))


def test_columns_as_wide_as_they_need_where_there_is_room():
    assert column_widths([["a" * 30, "b" * 40]], 80) == [30, 40]


def test_columns_share_what_room_there_is():
    assert column_widths([["once", "word " * 40, "word " * 20]], 80) == [4, 48, 24]


def test_too_many_columns_cannot_stand_side_by_side():
    assert column_widths([["a" * 30] * 10], 80) == []


def test_a_table_is_laid_out_in_columns():
    table = Table(
        [Column("When"), Column("Min", align="right"), "What", Column("Who", align="centre")],
        [["09:30", "5", (Run("Check-in", "strong"),), "A"], ["10:00", "15", "会議", ""]],
        caption="Morning",
    )
    assert written(table) == [
        "Morning",
        "",
        "When   Min  What      Who",
        "-----  ---  --------  ---",
        "09:30    5  Check-in   A",
        "10:00   15  会議",
    ]


def test_cells_wrap_and_their_rows_stand_apart():
    lines = table_lines(Table(["A", "B"], [["one two three", "x"], ["four", "y"]]), 12)
    assert lines == [*("A          B", "---------  -", "one two    x", "three", "", "four       y")]


def test_a_table_too_wide_is_written_row_by_row():
    titles = [*"ABCDEFGHI", ""]
    rows = [["one"] + ["responsibility"] * 8 + ["last"], ["two"] + [""] * 8 + ["end"]]
    lines = written(Table(titles, rows, row_headings=True))
    assert lines == [
        "one",
        *(f"  {title}: responsibility" for title in titles[1:9]),
        *("  last", "", "two", "  end"),
    ]


def test_links_show_where_they_lead():
    runs = (
        Run("See "),
        Run("the guidance", href="https://example.org/g"),
        Run(", "),
        Run("https://example.org", href="https://example.org"),
        Run(" or "),
        Run("team@example.org", href="mailto:team@example.org"),
        Run(", "),
        Run("not this", href="javascript:x"),
    )
    assert written(Paragraph(runs)) == [
        "See the guidance <https://example.org/g>, https://example.org or",
        "team@example.org, not this",
    ]


def test_headings_are_underlined_by_level():
    assert written(Section("Two", [Section("会議", [Paragraph("x")])])) == [
        *("Two", "---", "", "会議", "~~~~", "", "x")
    ]


def test_facts_line_up_under_one_another():
    long = "A label that is rather longer than the others"
    assert written(Facts([("When", "09:30"), ("Where", "Mill House"), (long, "x")])) == [
        f"When:{' ' * 21}09:30",
        f"Where:{' ' * 20}Mill House",
        f"{long}:",
        f"{' ' * 26}x",
    ]


def test_lists_hang_below_their_markers():
    items = ["word " * 20, Item("b", ["c"])]
    assert written(Bullets(items, ordered=True)) == [
        "1. " + " ".join(["word"] * 15),
        "   " + " ".join(["word"] * 5),
        "2. b",
        "   - c",
    ]


def test_checklists_show_what_is_done():
    assert written(Checklist([Task("a", done=True), "b"])) == ["[x] a", "[ ] b"]


def test_callouts_and_quotations_are_set_apart():
    blocks = [
        Callout("Time", [Paragraph("short")], kind="warning"),
        QuoteBlock("Yes.", "A manager"),
    ]
    assert written(*blocks) == [
        *("| Warning: Time", "|", "| short", "", "    Yes.", "    — A manager")
    ]


@pytest.mark.parametrize(
    ("field", "lines"),
    [
        (FormField("Name", hint="Or none"), ["Name", "Or none", "_" * 80]),
        (FormField("Why?", "text", lines=2), ["Why?", "_" * 80, "_" * 80]),
        (FormField("Agreed", "tick"), ["[ ] Agreed"]),
        (FormField("Which?", "choice", options=["A", "B"]), ["Which?", "( ) A", "( ) B"]),
        (FormField("Rate", "scale", options=["1"]), ["Rate", "( ) 1"]),
        (FormField("Which?", "several", options=["A", "B"]), ["Which?", "[ ] A", "[ ] B"]),
        (FormField("Order", "ranking", options=["A", "B"]), ["Order", "___ A", "___ B"]),
        (
            FormField("We", "matrix", rows=["listen"], options=["no", "yes"], hint="Tick"),
            ["We", "Tick", "1 = no", "2 = yes", "", f"{'listen':74}  1  2"],
        ),
        (
            FormField("We", "matrix", rows=["listen " * 12], options=["no", "yes"]),
            [
                *("We", "1 = no", "2 = yes", ""),
                " ".join(["listen"] * 10),
                f"{'listen listen':74}  1  2",
            ],
        ),
    ],
)
def test_form_fields_leave_room_to_answer(field, lines):
    assert written(field) == lines


def test_a_figure_is_told_and_tabled():
    figure = Figure("timeline", {}, "Six dates", Table(["Day"], [["Monday"]]), caption="The year")
    assert written(figure, PageBreak(), Paragraph("end")) == [
        *("The year", "", "Six dates", "", "Day", "------", "Monday", "", "end")
    ]


def test_the_head_and_the_footer(specimen):
    style = Style("s", "S", footer="In confidence")
    lines = TextRenderer().render(specimen(), style).decode().split("\n")
    assert lines[:6] == [
        "Where are we now?",
        "=" * 17,
        "",
        "Adult social care managers: a year of change",
        "As of 31 March 2027",
        "",
    ]
    assert lines[-3:] == ["-" * 80, "In confidence", ""]


def test_something_that_is_no_block_is_named():
    with pytest.raises(RenderError, match="expected a block of a report, found int"):
        written(3)

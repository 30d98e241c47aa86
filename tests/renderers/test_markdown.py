import pytest
from markdown_it import MarkdownIt

from workshopcore.contracts.report import (
    Block,
    Bullets,
    Callout,
    Checklist,
    Column,
    Facts,
    FormField,
    Item,
    PageBreak,
    Paragraph,
    QuoteBlock,
    Report,
    Section,
    Table,
    Task,
)
from workshopcore.contracts.reports import Style
from workshopcore.errors import RenderError
from workshopcore.renderers import MarkdownRenderer

PLAIN = Style("plain", "Plain")


def written(*blocks):
    report = Report("r", "T", "public", blocks)
    text = MarkdownRenderer().render(report, PLAIN).decode()
    assert text.startswith("# T\n")
    return text.removeprefix("# T\n").strip("\n").split("\n")


def test_the_head_names_title_subtitle_and_day(specimen):
    lines = MarkdownRenderer().render(specimen(), PLAIN).decode().split("\n")
    assert lines[:5] == [
        "# Where are we now?",
        "",
        "Adult social care managers: a year of change",
        "",
        "As of 31 March 2027",
    ]


def test_the_footer_stands_below_a_rule():
    style = Style("s", "S", footer="In *confidence*")
    text = MarkdownRenderer().render(Report("r", "T", "public", []), style).decode()
    assert text == "# T\n\n---\n\nIn \\*confidence\\*\n"


def test_the_same_report_gives_the_same_bytes(specimen):
    first, second = (MarkdownRenderer().render(specimen(), PLAIN) for _ in range(2))
    assert first == second


def test_headings_go_no_deeper_than_six():
    block: Block = Paragraph("down")
    for title in "gfedcb":
        block = Section(title, [block])
    assert [line.split()[0] for line in written(block) if line.startswith("#")] == [
        *("##", "###", "####", "#####", "######", "######")
    ]


def test_lists_in_succession_stay_apart():
    lists = [
        Bullets(["a"]),
        Bullets(["b"]),
        Checklist([Task("c", done=True)]),
        Facts([("d", "e")]),
        Bullets(["f"], ordered=True),
        Bullets(["g"], ordered=True),
    ]
    tokens = MarkdownIt("commonmark").parse("\n".join(written(*lists)))
    assert sum(token.type in ("bullet_list_open", "ordered_list_open") for token in tokens) == 6


def test_items_nest_below_their_marker():
    items = [Item("one", [Item("two", ["three"])]), "four"]
    assert written(Bullets(items)) == ["- one", "  - two", "    - three", "- four"]
    assert written(Bullets(items, ordered=True)) == [
        *("1. one", "   - two", "     - three", "2. four")
    ]


def test_a_narrow_table_is_lined_up():
    table = Table(
        [Column("When"), Column("Minutes", align="right"), Column("Äh", align="centre")],
        [["09:30", "5", "会"], ["10:00", "15", ""]],
        caption="Morning",
    )
    assert written(table) == [
        "**Morning**",
        "",
        "| When  | Minutes | Äh  |",
        "| ----- | ------: | :-: |",
        "| 09:30 |       5 | 会  |",
        "| 10:00 |      15 |     |",
    ]


def test_a_wide_table_is_not_padded():
    lines = written(Table(["One", "Two"], [["a", "b" * 99], ["c" * 9, "d"]]))
    assert lines[0] == "| One | Two |"
    assert lines[-1] == f"| {'c' * 9} | d   |"


def test_a_table_without_columns_is_its_caption():
    assert written(Table([], [], caption="Nothing")) == ["**Nothing**"]


def test_quotations_name_whom_they_are_from():
    assert written(QuoteBlock("At last.", "A manager"), QuoteBlock("Yes.")) == [
        *("> At last.", ">", "> — A manager", "", "> Yes.")
    ]


def test_callouts_are_set_apart_with_all_they_hold():
    warning = Callout("Time", [Bullets(["a"]), Table(["b"], [["c"]])], kind="warning")
    assert written(warning) == [
        *("> **Warning: Time**", ">", "> - a", ">", "> | b   |", "> | --- |", "> | c   |")
    ]


@pytest.mark.parametrize(
    ("field", "lines"),
    [
        (FormField("Name"), ["**Name** ………………………………"]),
        (FormField("Why?", "text", lines=1), ["**Why?**", "", "………………………………" * 3]),
        (FormField("Agreed", "tick", hint="If so"), ["☐ Agreed", "", "If so"]),
        (FormField("Which?", "choice", options=["A", "B"]), ["**Which?**", "", "+ ☐ A", "+ ☐ B"]),
        (FormField("Rate", "scale", options=["1"], hint="H"), ["**Rate**", "", "H", "", "+ ☐ 1"]),
        (FormField("Which?", "several", options=["A"]), ["**Which?**", "", "+ ☐ A"]),
        (FormField("Order", "ranking", options=["A"]), ["**Order**", "", r"+ \_\_\_ A"]),
        (
            FormField("We", "matrix", rows=["listen"], options=["no", "yes"]),
            [
                *("**We**", "", "|        | no  | yes |", "| ------ | :-: | :-: |"),
                "| listen |  ☐  |  ☐  |",
            ],
        ),
    ],
)
def test_form_fields_leave_room_to_answer(field, lines):
    assert written(field) == lines


def test_a_page_break_is_a_rule():
    assert written(Paragraph("a"), PageBreak(), Paragraph("b")) == ["a", "", "---", "", "b"]


def test_what_says_nothing_is_not_written():
    assert written(Paragraph(" "), Bullets([]), Callout("", []), Paragraph("a")) == ["a"]


def test_something_that_is_no_block_is_named():
    with pytest.raises(RenderError, match="expected a block of a report, found int"):
        written(3)
